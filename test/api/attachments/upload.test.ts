import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useHouse, type Caller } from '../../support/house.js';

const it = useHouse({ dataDir: mkdtempSync(path.join(tmpdir(), 'soat-files-')) });
const photo = Buffer.from('a photo of the counter');
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function put(caller: Caller, content: Buffer, options: { sha256?: string; name?: string; type?: string } = {}) {
  const response = await fetch(`${it.house.url}/attachments/${options.sha256 ?? hashOf(content)}`, {
    method: 'PUT',
    headers: { 'content-type': options.type ?? 'image/jpeg', 'x-file-name': encodeURIComponent(options.name ?? 'Bảng niêm yết.jpg'), cookie: caller.cookie },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as any };
}

describe('uploading a photo', () => {
  test('is kept, given back to its uploader, and told in the trail', async () => {
    const officer = await it.as('quyentm.bt');
    const { status, body } = await put(officer, photo);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Bảng niêm yết.jpg', type: 'image/jpeg', size: photo.length });
    const back = await fetch(`${it.house.url}/attachments/${body.id}`, { headers: { cookie: officer.cookie } });
    expect(Buffer.from(await back.arrayBuffer())).toEqual(photo);
    expect(back.headers.get('content-disposition')).toContain("filename*=UTF-8''B%E1%BA%A3ng");
    expect(await it.sql(`select actor_name from trail_entry where verb = 'attachment.upload' and subject_id = $1`, body.id)).toEqual([{ actor_name: 'Trần Minh Quyên' }]);
  });

  test('sent twice is one attachment', async () => {
    const officer = await it.as('quyentm.bt');
    const first = await put(officer, Buffer.from('twice'));
    const second = await put(officer, Buffer.from('twice'));
    expect(second.body.id).toBe(first.body.id);
  });

  test('somebody else does not see it, and nobody without a session', async () => {
    const { body } = await put(await it.as('quyentm.bt'), Buffer.from('private'));
    const other = await fetch(`${it.house.url}/attachments/${body.id}`, { headers: { cookie: (await it.as('datpv.nt')).cookie } });
    expect(other.status).toBe(404);
    expect((await other.json() as any).errors[0].extensions.code).toBe('NOT_FOUND');
    expect((await fetch(`${it.house.url}/attachments/${body.id}`)).status).toBe(401);
    expect((await put(it.nobody, photo)).status).toBe(401);
  });

  test.each([
    ['a wrong hash', photo, { sha256: hashOf(Buffer.from('other')) }, 'file'],
    ['a program', photo, { type: 'application/x-msdownload' }, 'file'],
    ['an empty file', Buffer.alloc(0), {}, 'file'],
    ['a name that is too long', photo, { name: 'x'.repeat(201) }, 'name'],
  ])('%s is refused and nothing is kept', async (_what, content, options, field) => {
    const before = await it.sql('select count(*)::int as n from attachment');
    const { status, body } = await put(await it.as('lienhp.nt'), content, options);
    expect(status).toBe(422);
    expect(body.errors[0].extensions).toMatchObject({ code: 'INVALID_INPUT', field });
    expect(await it.sql('select count(*)::int as n from attachment')).toEqual(before);
  });
});
