import { watchedFetch } from '../graphql';

/** A photo as it is sent. */
export interface Photo {
  name: string;
  type: string;
  sha256: string;
  bytes: ArrayBuffer;
}

/** A photo that the server has. */
export interface Uploaded {
  id: string;
  name: string;
}

/** The server does not take this photo, however often it is sent; the message is the server's, or empty. */
export class PhotoRefused extends Error {}

/** Longest side of a photo that is sent: enough to read a notice board, small enough for a bad signal. */
const longestSide = 2000;
const patience = 120_000;
/** Of the answers that refuse, those that a later attempt may change: signed out, too slow, too many. */
const passing = [401, 408, 429];

/** Makes a photo ready to be sent: not larger than needed, and with its hash. */
export async function preparePhoto(file: File): Promise<Photo> {
  const content = await shrunk(file);
  const bytes = await content.arrayBuffer();
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name, type: content.type, sha256, bytes };
}

/**
 * Sends a photo and gives the id under which an answer carries it. Sent again it is the same one.
 * @throws PhotoRefused when the server does not want it; any other error when it did not get through
 */
export async function sendPhoto({ name, type, sha256, bytes }: Photo): Promise<Uploaded> {
  const answer = await watchedFetch(`/attachments/${sha256}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'content-type': type, 'x-file-name': encodeURIComponent(name) },
    body: bytes,
    signal: AbortSignal.timeout(patience),
  });
  const isFinal = answer.status >= 400 && answer.status < 500 && !passing.includes(answer.status);
  const body = (await answer.json().catch(() => ({}))) as { id?: string; name?: string; errors?: { message: string }[] };
  if (isFinal) throw new PhotoRefused(body.errors?.[0]?.message ?? '');
  if (!answer.ok || !body.id) throw new Error(`Not sent: ${answer.status}`);
  return { id: body.id, name: body.name ?? name };
}

/** Photos of a phone are larger than anyone looks at; what cannot be drawn is sent as it is. */
async function shrunk(file: File): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file);
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
