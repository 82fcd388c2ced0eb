import { language } from '../i18n/language';

/** A file that the server keeps. */
export interface UploadedFile {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** The server refused a file; the message is its sentence in the reader's language. */
export class UploadRefused extends Error {}

/**
 * Sends a file and gives the id under which a record carries it.
 * @param type MIME type, where the browser does not know it
 * @throws UploadRefused with the server's words; TypeError when it does not get through
 */
export async function uploadFile(file: File, type = file.type): Promise<UploadedFile> {
  const content = await file.arrayBuffer();
  const answer = await fetch(`/attachments/${await sha256(content)}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'content-type': type || 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name), 'accept-language': language() },
    body: content,
  });
  const body = (await answer.json()) as UploadedFile & { errors?: { message: string }[] };
  if (body.errors?.[0]) throw new UploadRefused(body.errors[0].message);
  return body;
}

async function sha256(content: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', content);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
