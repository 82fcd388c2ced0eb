import { createHash } from 'node:crypto';
import type { Caller, TestServer } from './server.js';

/** An upload as the server answers it. */
export interface UploadAnswer {
  id: string;
  name: string;
  type: string;
  size: number;
}

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
};
const beginnings: Record<string, Buffer> = {
  pdf: Buffer.from('%PDF-1.7\n'),
  docx: Buffer.from('504b0304', 'hex'),
  xlsx: Buffer.from('504b0304', 'hex'),
  jpg: Buffer.from('ffd8ffe0', 'hex'),
};

/** The content of a made-up file of the kind that its name says. */
export const fileContent = (name: string, what = name): Buffer =>
  Buffer.concat([beginnings[name.split('.').at(-1)!]!, Buffer.from(what)]);

/** Uploads a made-up file as the caller; the server needs a `dataDir` of its own. */
export async function upload(it: TestServer, caller: Caller, name: string, what = name): Promise<UploadAnswer> {
  const content = fileContent(name, what);
  const response = await fetch(`${it.server.url}/attachments/${createHash('sha256').update(content).digest('hex')}`, {
    method: 'PUT',
    headers: {
      'content-type': types[name.split('.').at(-1)!]!,
      'x-file-name': encodeURIComponent(name),
      cookie: caller.cookie,
    },
    body: new Uint8Array(content),
  });
  return (await response.json()) as UploadAnswer;
}

/** Asks for an upload and gives the answer of the server. */
export const download = (it: TestServer, caller: Caller, id: string): Promise<Response> =>
  fetch(`${it.server.url}/attachments/${id}`, { headers: { cookie: caller.cookie } });
