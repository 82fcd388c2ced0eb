import { createHash } from 'node:crypto';
import { Person } from '../organization/index.js';
import type { FileStore } from '../platform/files.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { command } from '../commands/index.js';
import { acceptedTypes, Attachment, isOfType, largestFile } from './attachment.js';

/** An upload as it came in. */
export interface Upload {
  sha256: string;
  name: string;
  type: string;
  content: Buffer;
  store: FileStore;
}

/**
 * Keeps an uploaded file. The same file of the same person under the same name is one attachment.
 * @throws Refusal INVALID_INPUT when the hash does not fit, the type is not accepted or not that
 *   of the content, the file is empty or too large, or its name cannot be read
 */
export function checkUpload({ sha256, name, type, content }: Omit<Upload, 'store'>): void {
  if (!Object.hasOwn(acceptedTypes, type)) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Chỉ nhận ảnh (JPG, PNG, WEBP, HEIC), PDF, Word và Excel. Hãy chọn tệp khác.',
        en: 'Only photos (JPG, PNG, WEBP, HEIC), PDF, Word and Excel are taken. Choose another file.',
      },
      { field: 'file' },
    );
  }
  if (content.length === 0 || content.length > largestFile) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Tệp phải có nội dung và không quá 15 MB. Hãy chụp lại với cỡ nhỏ hơn hoặc chia nhỏ tệp.',
        en: 'A file must not be empty and has at most 15 MB. Take a smaller photo or split the file.',
      },
      { field: 'file' },
    );
  }
  if (!isOfType(content, type)) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Nội dung tệp không đúng với loại tệp. Hãy mở thử tệp, lưu lại rồi gửi.',
        en: 'The content is not of the type of the file. Open it, save it again and send that.',
      },
      { field: 'file' },
    );
  }
  if (createHash('sha256').update(content).digest('hex') !== sha256.toLowerCase()) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Tệp bị hỏng khi gửi. Hãy gửi lại.', en: 'The file was damaged on its way. Send it again.' },
      { field: 'file' },
    );
  }
  if (name.trim() === '' || name.length > 200 || /\p{Cc}/u.test(name)) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Tên tệp phải có từ 1 đến 200 ký tự.', en: 'A file name has 1 to 200 characters.' },
      { field: 'name' },
    );
  }
}

/** Records a checked upload whose content is stored. */
export const recordUpload = command('attachment.upload', async (tx, { sha256, name, type, content, store }: Upload) => {
  const uploadedBy = tx.em.getReference(Person, tx.viewer.personId);
  const before = await tx.em.findOne(Attachment, { sha256, name, uploadedBy });
  await store.put(sha256, content);
  const attachment =
    before ??
    tx.create(Attachment, {
      id: newId(tx.now),
      sha256,
      name,
      type,
      size: content.length,
      uploadedBy,
      uploadedAt: tx.now,
    });
  tx.record(attachment, { authorityId: tx.viewer.authorityId, unitId: tx.viewer.unitId });
  return attachment;
});
