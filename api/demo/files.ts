import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AttachmentLink, Attachment } from '../attachments/index.js';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFile } from '../platform/config.js';
import type { FileStore } from '../platform/files.js';
import { newId } from '../platform/ids.js';
import { insertRows, insertTrail } from './insert.js';
import type { SampleOrganization, SamplePerson } from './sample-types.js';

const types: Record<string, string> = { '.png': 'image/png', '.pdf': 'application/pdf' };

interface Upload {
  id: string;
  file: string;
  name: string;
  by: SamplePerson;
  at: Date;
}

/**
 * The evidence files of the sample: pictures and papers of `api/demo/files`, drawn for it, that show
 * nobody and nothing real. They count as uploads of people; each content is kept once.
 */
export class SampleFiles {
  readonly #uploads = new Map<string, Upload>();
  readonly #carried: { type: string; id: string; attachmentIds: readonly string[]; at: Date }[] = [];

  /**
   * The attachment that a person uploaded at that moment; the same one under the same name.
   * @param file a name in `api/demo/files`
   * @param mark put behind the name, such as the period of a form
   * @returns the attachment's id
   */
  attach(file: string, by: SamplePerson, at: Date, mark?: string): string {
    const { name: stem, ext } = path.parse(file);
    const name = mark ? `${stem}-${mark}${ext}` : file;
    const key = `${by.id} ${name}`;
    const upload = this.#uploads.get(key) ?? { id: newId(at), file, name, by, at };
    this.#uploads.set(key, at < upload.at ? { ...upload, at } : upload);
    return upload.id;
  }

  /** Lets a record of the sample carry what was uploaded for it, since that moment. */
  carry(type: string, id: string, attachmentIds: readonly string[], at: Date): void {
    this.#carried.push({ type, id, attachmentIds, at });
  }

  /** Inserts the uploads, with its trail and its links, and keeps the contents. */
  async insert(em: SqlEntityManager, { units }: SampleOrganization, store: FileStore): Promise<void> {
    const uploads = [...this.#uploads.values()];
    const contents = new Map(
      [...new Set(uploads.map(({ file }) => file))].map((file) => [
        file,
        readFileSync(projectFile(`api/demo/files/${file}`)),
      ]),
    );
    const hashes = new Map(
      [...contents].map(([file, content]) => [file, createHash('sha256').update(content).digest('hex')]),
    );
    for (const [file, content] of contents) await store.put(hashes.get(file)!, content);
    await insertRows(
      em,
      Attachment,
      uploads.map(({ id, file, name, by, at }) => ({
        id,
        sha256: hashes.get(file),
        name,
        type: types[path.extname(file)],
        size: contents.get(file)!.length,
        uploaded_by_id: by.id,
        uploaded_at: at,
      })),
    );
    await insertRows(
      em,
      AttachmentLink,
      this.#carried.flatMap(({ type, id, attachmentIds, at }) =>
        attachmentIds.map((attachmentId, index) => ({
          id: newId(at),
          attachment_id: attachmentId,
          subject_type: type,
          subject_id: id,
          position: index + 1,
        })),
      ),
    );
    await insertTrail(
      em,
      uploads.map(({ id, by, at }) => {
        const unit = units.get(by.unitCode);
        return {
          at,
          actor: by,
          verb: 'attachment.upload',
          subjectType: 'Attachment',
          subjectId: id,
          unitId: unit?.id ?? null,
          authorityId: (unit?.authorityCode && units.get(unit.authorityCode)?.id) || null,
        };
      }),
    );
  }
}
