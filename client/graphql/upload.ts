import { language } from '../i18n/language';
import { watchedFetch } from './connection';

/** A file that the server keeps. */
export interface UploadedFile {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** A file as it is sent: photos not larger than needed, with its hash. */
export interface PreparedFile {
  name: string;
  /** MIME type; empty when nobody knows it. */
  type: string;
  sha256: string;
  bytes: ArrayBuffer;
}

/** The server does not take this file, however often it is sent; the message is its sentence in the reader's language, or empty. */
export class UploadRefused extends Error {}

/** Longest side of a photo that is sent, in pixels: enough to read a notice board, small enough for a bad signal. */
const longestSide = 2000;
const timeoutMs = 120_000;
/** Of the answers that refuse, those that a later attempt may change: signed out, too slow, too many. */
const temporary = [401, 408, 429];

/**
 * Makes a file ready to be sent.
 * @param type MIME type, where the browser does not know it
 */
export async function prepareFile(file: File, type = file.type): Promise<PreparedFile> {
  const content = await shrunk(file);
  const bytes = await content.arrayBuffer();
  return { name: file.name, type: content === file ? type : content.type, sha256: await sha256(bytes), bytes };
}

/**
 * Sends a file and gives the id under which a record carries it. Sent again it is the same one.
 * @throws UploadRefused when the server does not want it; any other error when it did not get through
 */
export async function sendFile({ name, type, sha256: hash, bytes }: PreparedFile): Promise<UploadedFile> {
  const answer = await watchedFetch(`/attachments/${hash}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: {
      'content-type': type || 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      'accept-language': language(),
    },
    body: bytes,
    signal: AbortSignal.timeout(timeoutMs),
  });
  const isFinal = answer.status >= 400 && answer.status < 500 && !temporary.includes(answer.status);
  const body = (await answer.json().catch(() => ({}))) as Partial<UploadedFile> & { errors?: { message: string }[] };
  if (isFinal) throw new UploadRefused(body.errors?.[0]?.message ?? '');
  if (!answer.ok || !body.id) throw new Error(`Not sent: ${answer.status}`);
  return { name, type, size: bytes.byteLength, ...body, id: body.id };
}

/** Prepares and sends a file: see {@link prepareFile} and {@link sendFile}. */
export const uploadFile = async (file: File, type?: string): Promise<UploadedFile> =>
  sendFile(await prepareFile(file, type));

/** Browsers hash only on HTTPS and localhost; in an office's own network a library does it. */
async function sha256(content: ArrayBuffer): Promise<string> {
  const hash = isSecureContext
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', content))
    : (await import('@noble/hashes/sha2.js')).sha256(new Uint8Array(content));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
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
