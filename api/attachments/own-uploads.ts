import { isId } from '../access/index.js';
import { refuse } from '../rules/refusal.js';
import type { Tx } from '../commands/index.js';
import { Attachment } from './attachment.js';

/**
 * Lets attachments be put on a record: those the record has already, and uploads of the viewer.
 * @param before ids the record carries now
 * @param field input field at fault
 * @throws Refusal INVALID_INPUT for any other
 */
export async function requireOwnUploads(
  tx: Tx,
  ids: readonly string[],
  before: readonly string[],
  field = 'attachmentIds',
): Promise<void> {
  const added = [...new Set(ids.filter((id) => !before.includes(id)))];
  if (added.length === 0) return;
  const own = added.every(isId)
    ? await tx.em.count(Attachment, { id: { $in: added }, uploadedBy: tx.viewer.personId })
    : 0;
  if (own !== added.length) {
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
