import { Attachment, attachmentsOf } from '../attachments/index.js';
import { refuse } from '../rules/refusal.js';
import type { Tx } from '../commands/index.js';
import { Revision } from './revision.js';
import { mayHoldContent } from './rules/index.js';

/** The upload that holds the content of a revision, at most one; visible to whoever sees the revision. */
export const contentFiles = attachmentsOf(Revision);

/** Id of the upload that holds the content; null without one. */
export async function contentFileId(tx: Tx, revision: Revision): Promise<string | null> {
  return (await contentFiles.load(tx, [revision])).idsOf(revision)[0] ?? null;
}

/**
 * Sets the upload that holds the content of a revision: the one it has already, or one of the viewer. Type,
 * size and content of the file were checked when it was uploaded; only PDF and Word files may hold the content.
 * @param fileId null: none
 * @throws Refusal INVALID_INPUT on `fileId`
 */
export async function setContentFile(tx: Tx, revision: Revision, fileId: string | null | undefined): Promise<void> {
  const files = await contentFiles.load(tx, [revision]);
  await files.set(revision, fileId ? [fileId] : [], 'fileId');
  if (!fileId) return;
  const file = await tx.em.findOneOrFail(Attachment, fileId);
  if (mayHoldContent(file.type)) return;
  refuse(
    'INVALID_INPUT',
    {
      vi: `“${file.name}” không phải PDF hoặc Word (.docx). Hãy lưu thành PDF hoặc .docx rồi chọn lại.`,
      en: `“${file.name}” is neither PDF nor Word (.docx). Save it as one of them and choose that.`,
    },
    { field: 'fileId' },
  );
}
