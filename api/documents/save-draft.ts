import { ref } from '@mikro-orm/core';
import { refuseForbidden } from '../access/index.js';
import { refuse } from '../rules/refusal.js';
import { tidyText } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { setContentFile } from './content-file.js';
import type { DraftInput, SaveDraftInput } from './inputs.js';
import { revisionLifecycle } from './rules/index.js';
import { signatory } from './signatories.js';
import { entryDetailsOf, lockRevision, type LockedRevision } from './lock.js';

/**
 * Locks a draft of the viewer. Modules that add content save it in the same command.
 * @throws Refusal NOT_FOUND, VERSION_CONFLICT, FORBIDDEN for others than the drafter,
 *   TRANSITION_NOT_ALLOWED when it is no draft any more
 */
export async function lockDraft(tx: Tx, input: { id: string; version: number }): Promise<LockedRevision> {
  const locked = await lockRevision(tx, input);
  const { state } = locked.revision;
  if (!locked.actors.includes('DRAFTER')) refuseForbidden();
  if (state !== 'DRAFT') {
    const { label } = revisionLifecycle.words[state];
    refuse('TRANSITION_NOT_ALLOWED', {
      vi: `Chỉ sửa được bản dự thảo; bản này đang ở trạng thái “${label.vi}”. Nếu đang soát xét, hãy lấy lại để sửa.`,
      en: `Only a draft can be changed; this one is “${label.en}”. If it is in review, take it back first.`,
    });
  }
  return locked;
}

/**
 * Writes sections, file, change rows and signers into a draft.
 * @throws Refusal INVALID_INPUT on `fileId`, `reviewerId`, `approverId`
 */
export async function writeDraft(tx: Tx, { revision, document }: LockedRevision, input: DraftInput): Promise<void> {
  revision.sections = input.sections
    .map(({ key, body }) => ({ key: tidyText(key), body: tidyText(body) }))
    .filter(({ body }) => body !== '');
  revision.changeRows = input.changeRows.map(({ place, request, description }) => ({
    place: tidyText(place),
    request: tidyText(request),
    description: tidyText(description),
  }));
  if (input.fileId !== undefined) await setContentFile(tx, revision, input.fileId);
  const place = { authorityId: document.authority.id, drafterId: revision.drafter.id };
  const reviewer = await signatory(tx, 'reviewer', input.reviewerId, place);
  const approver = await signatory(tx, 'approver', input.approverId, place);
  revision.reviewer = reviewer && ref(reviewer);
  revision.approver = approver && ref(approver);
  revision.savedAt = tx.now;
}

/**
 * Saves a draft that has only written sections.
 * @throws Refusal NOT_FOUND, VERSION_CONFLICT, FORBIDDEN for others than the drafter,
 *   TRANSITION_NOT_ALLOWED when it is no draft any more, INVALID_INPUT on `fileId`, `reviewerId`, `approverId`
 */
export const saveDraft = command('document.saveDraft', async (tx, input: SaveDraftInput) => {
  const locked = await lockDraft(tx, input);
  await writeDraft(tx, locked, input);
  tx.record(locked.revision, entryDetailsOf(locked.document));
  return locked.revision;
});
