/** A file that the server keeps. */
export interface Uploaded {
  id: string;
  name: string;
}

/** The server's refusal of a file, in words for the reader. */
export class UploadRefused extends Error {}

/** Longest side of a photo that is sent: enough to read a notice board, small enough for a bad signal. */
const longestSide = 2000;

/**
 * Sends a file and gives the id under which a record carries it.
 * @throws UploadRefused with the server's words; TypeError when it does not get through
 */
export async function uploadFile(file: File): Promise<Uploaded> {
  const content = await shrunk(file);
  const bytes = await content.arrayBuffer();
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const answer = await fetch(`/attachments/${sha256}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'content-type': content.type || 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: bytes,
  });
  const body = (await answer.json()) as Uploaded & { errors?: { message: string }[] };
  if (body.errors?.[0]) throw new UploadRefused(body.errors[0].message);
  return { id: body.id, name: body.name };
}

/** Photos of a phone are larger than anyone looks at; what cannot be drawn is sent as it is. */
async function shrunk(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/')) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = longestSide / Math.max(bitmap.width, bitmap.height);
    if (scale >= 1) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.85));
  } catch {
    return file;
  }
}
