import { isId } from '../access/index.js';
import type { Tx } from '../commands/index.js';
import { newId } from '../platform/ids.js';
import { refuse, type Wording } from '../rules/refusal.js';
import { AttachmentLink } from './attachment-link.js';
import { Attachment } from './attachment.js';

/**
 * The highest number of attachments of one record, if there is a limit besides that of the input, and the
 * message beyond it.
 */
export interface MostAttachments {
  count: number;
  words: Wording;
}

/** The attachments of some records of one type in a command, to read and to change. */
export class CarriedAttachments<T extends { id: string }> {
  readonly #links: Map<string, AttachmentLink[]>;

  constructor(
    private readonly tx: Tx,
    private readonly carrier: { type: string; most?: MostAttachments | undefined },
    links: readonly AttachmentLink[],
  ) {
    this.#links = Map.groupBy(links, ({ subjectId }) => subjectId);
  }

  /** Ids of what the record carries, in order. */
  idsOf(record: T): string[] {
    return this.#of(record).map(({ attachment }) => attachment.id);
  }

  /**
   * Sets the attachments of the record to exactly these, each once, in this order. Allowed are those it has
   * already, and uploads of the viewer.
   * @param field input field at fault
   * @throws Refusal INVALID_INPUT for another person's upload, or for more than the type may carry
   */
  async set(record: T, ids: readonly string[], field = 'attachmentIds'): Promise<void> {
    const wanted = [...new Set(ids)];
    const before = this.idsOf(record);
    await this.#requireOwnUploads(
      wanted.filter((id) => !before.includes(id)),
      field,
    );
    const { most } = this.carrier;
    if (most && wanted.length > Math.max(most.count, before.length)) refuse('INVALID_INPUT', most.words, { field });
    this.write(record, wanted);
  }

  /** Adds these to the attachments of the record. @throws Refusal as {@link set} */
  add(record: T, ids: readonly string[], field?: string): Promise<void> {
    return this.set(record, [...this.idsOf(record), ...ids], field);
  }

  /** Takes these off the record. */
  remove(record: T, ids: readonly string[]): void {
    this.write(
      record,
      this.idsOf(record).filter((id) => !ids.includes(id)),
    );
  }

  /** Sets the attachments of the record, whoever uploaded them: for attachments that were checked or are copied. */
  write(record: T, ids: readonly string[]): void {
    const { tx } = this;
    const before = this.#of(record);
    for (const link of before) if (!ids.includes(link.attachment.id)) tx.em.remove(link);
    const links: AttachmentLink[] = [];
    for (const id of ids) {
      const last = links.at(-1)?.position ?? 0;
      const kept = before.find(({ attachment }) => attachment.id === id);
      // A gap in the positions does no harm: only links whose position changes are written.
      if (kept && kept.position <= last) kept.position = last + 1;
      links.push(kept ?? this.#newLink(record, id, last + 1));
    }
    this.#links.set(record.id, links);
  }

  #newLink(record: T, attachmentId: string, position: number): AttachmentLink {
    const { tx, carrier } = this;
    return tx.create(AttachmentLink, {
      id: newId(tx.now),
      attachment: tx.em.getReference(Attachment, attachmentId, { wrapped: true }),
      subjectType: carrier.type,
      subjectId: record.id,
      position,
    });
  }

  #of(record: T): readonly AttachmentLink[] {
    return this.#links.get(record.id) ?? [];
  }

  async #requireOwnUploads(added: readonly string[], field: string): Promise<void> {
    if (added.length === 0) return;
    const { tx } = this;
    const own = added.every(isId)
      ? await tx.em.count(Attachment, { id: { $in: [...added] }, uploadedBy: tx.viewer.personId })
      : 0;
    if (own === added.length) return;
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Có tệp chưa gửi xong hoặc không phải của bạn. Hãy đính kèm lại.',
        en: 'A file was not uploaded, or not by you. Attach it again.',
      },
      { field },
    );
  }
}
