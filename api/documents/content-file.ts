import { Attachment, requireOwnUploads } from '../attachments/index.js';
import { refuse } from '../rules/refusal.js';
import type { Tx } from '../commands/index.js';
import { mayHoldContent } from './rules/index.js';

/**
 * The upload that is to hold the content of a revision: the one it has already, or one of the viewer.
 * Kind, size and content of the file were checked with the upload; of those kinds, PDF and Word hold content.
 * @param before the file the revision has now
 * @throws Refusal INVALID_INPUT on `fileId`
 */
export async function contentFile(
  tx: Tx,
  fileId: string | null | undefined,
  before?: { id: string } | null,
): Promise<Attachment | null> {
  if (!fileId) return null;
  await requireOwnUploads(tx, [fileId], before ? [before.id] : [], 'fileId');
  const file = await tx.em.findOneOrFail(Attachment, fileId);
  if (mayHoldContent(file.type)) return file;
  return refuse(
    'INVALID_INPUT',
    {
      vi: `“${file.name}” không phải PDF hoặc Word (.docx). Hãy lưu thành PDF hoặc .docx rồi chọn lại.`,
      en: `“${file.name}” is neither PDF nor Word (.docx). Save it as one of them and choose that.`,
    },
    { field: 'fileId' },
  );
}
