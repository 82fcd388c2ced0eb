import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useServer, type Caller } from '../../support/server.js';

const it = useServer({ dataDir: mkdtempSync(path.join(tmpdir(), 'soat-files-')) });
const photoOf = (what: string) => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(what)]);
const photo = photoOf('a photo of the counter');
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function put(caller: Caller, content: Buffer, options: { sha256?: string; name?: string; type?: string } = {}) {
  const response = await fetch(`${it.server.url}/attachments/${options.sha256 ?? hashOf(content)}`, {
    method: 'PUT',
    headers: {
      'content-type': options.type ?? 'image/jpeg',
      'x-file-name': encodeURIComponent(options.name ?? 'Bảng niêm yết.jpg'),
      cookie: caller.cookie,
    },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as any };
}

describe('uploading a photo', () => {
  test('with a name that is not encoded well is refused, and no fault of ours', async () => {
    const { cookie } = await it.as('lienhp.nt');
    const response = await fetch(`${it.server.url}/attachments/${hashOf(photo)}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', 'x-file-name': '%E1%', cookie },
      body: new Uint8Array(photo),
    });
    expect([response.status, ((await response.json()) as any).errors[0].extensions]).toEqual([
      422,
      { code: 'INVALID_INPUT', field: 'name' },
    ]);
  });

  test('nobody is turned away before the file is taken in', async () => {
    const { hostname, port } = new URL(it.server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(
          `PUT /attachments/${hashOf(photo)} HTTP/1.1\r\nHost: x\r\nContent-Type: image/jpeg\r\nContent-Length: 15000000\r\n\r\n`,
        ),
      );
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 401/);
  });

  test('is kept, given back to its uploader, and recorded in the trail', async () => {
    const officer = await it.as('quyentm.bt');
    const { status, body } = await put(officer, photo);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Bảng niêm yết.jpg', type: 'image/jpeg', size: photo.length });
    const back = await fetch(`${it.server.url}/attachments/${body.id}`, { headers: { cookie: officer.cookie } });
    expect(Buffer.from(await back.arrayBuffer())).toEqual(photo);
    expect(back.headers.get('content-disposition')).toContain("filename*=UTF-8''B%E1%BA%A3ng");
    expect(
      await it.sql(`select actor_name from trail_entry where verb = 'attachment.upload' and subject_id = $1`, body.id),
    ).toEqual([{ actor_name: 'Trần Minh Quyên' }]);
  });

  test('sent twice is one attachment', async () => {
    const officer = await it.as('quyentm.bt');
    const first = await put(officer, photoOf('twice'));
    const second = await put(officer, photoOf('twice'));
    expect(second.body.id).toBe(first.body.id);
  });

  test('somebody else does not see it, and nobody without a session', async () => {
    const { body } = await put(await it.as('quyentm.bt'), photoOf('private'));
    const other = await fetch(`${it.server.url}/attachments/${body.id}`, {
      headers: { cookie: (await it.as('datpv.nt')).cookie },
    });
    expect(other.status).toBe(404);
    expect(((await other.json()) as any).errors[0].extensions.code).toBe('NOT_FOUND');
    expect((await fetch(`${it.server.url}/attachments/${body.id}`)).status).toBe(401);
    expect((await put(it.nobody, photo)).status).toBe(401);
  });

  test('a browser that keeps it asks each time, and gives it to nobody else who sits down at it', async () => {
    const officer = await it.as('quyentm.bt');
    const { body } = await put(officer, photoOf('kept by the browser'));
    const get = (cookie: string, headers: Record<string, string> = {}) =>
      fetch(`${it.server.url}/attachments/${body.id}`, { headers: { cookie, ...headers } });
    const first = await get(officer.cookie);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const known = { 'if-none-match': first.headers.get('etag')! };
    expect((await get(officer.cookie, known)).status).toBe(304);
    expect((await get((await it.as('datpv.nt')).cookie, known)).status).toBe(404);
    expect((await get('', known)).status).toBe(401);
  });

  test.each([
    ['a wrong hash', photo, { sha256: hashOf(Buffer.from('other')) }, 'file'],
    ['a program', photo, { type: 'application/x-msdownload' }, 'file'],
    ['an empty file', Buffer.alloc(0), {}, 'file'],
    ['a page that is called a photo', Buffer.from('<script>alert(1)</script>'), {}, 'file'],
    ['a name that is too long', photo, { name: 'x'.repeat(201) }, 'name'],
    ['a name with a NUL', photo, { name: 'x\0.jpg' }, 'name'],
    ['a name over two lines', photo, { name: 'x\r\nset-cookie: y' }, 'name'],
  ])('%s is refused and nothing is kept', async (_what, content, options, field) => {
    const before = await it.sql('select count(*)::int as n from attachment');
    const { status, body } = await put(await it.as('lienhp.nt'), content, options);
    expect(status).toBe(422);
    expect(body.errors[0].extensions).toMatchObject({ code: 'INVALID_INPUT', field });
    expect(await it.sql('select count(*)::int as n from attachment')).toEqual(before);
  });
});
