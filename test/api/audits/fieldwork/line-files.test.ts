import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { cast, Story } from '../fixtures.js';

const it = useServer({ dataDir: mkdtempSync(path.join(tmpdir(), 'soat-line-files-')) });
const story = new Story(it);
const fields = 'attachments { id name uploadedBy { code } }';

const input = (id: string, attachmentIds: string[], more: object = {}) => ({ id, attachmentIds, ...more });
const add = async (who: string, id: string, attachmentIds: string[], more: object = {}) =>
  (await it.run(who, 'addLineFiles', input(id, attachmentIds, more), fields)).attachments as {
    id: string;
    name: string;
    uploadedBy: { code: string };
  }[];
const addRefused = async (who: string, id: string, attachmentIds: string[]) =>
  it.runRefused(who, 'addLineFiles', input(id, attachmentIds));
const status = async (who: string, id: string) =>
  (await fetch(`${it.server.url}/attachments/${id}`, { headers: { cookie: (await it.as(who)).cookie } })).status;
const onLine = (id: string) =>
  it.sql("select attachment_id from attachment_link where subject_type = 'CheckItem' and subject_id = $1", id);

async function openLine() {
  const { audit, lines } = await story.open();
  return { audit, line: lines[0]!.id, others: lines };
}

describe('photos on a line of the work sheet', () => {
  test('two members add theirs at once: both stay, and what a colleague is writing is not overtaken', async () => {
    const { line } = await openLine();
    const [mine, theirs] = await Promise.all([
      story.upload(cast.member, 'Quầy số 2.jpg'),
      story.upload(cast.secretary, 'Sổ theo dõi.jpg'),
    ]);
    const version = await story.version('check_item', line);
    await Promise.all([add(cast.member, line, [mine]), add(cast.secretary, line, [theirs])]);
    expect(await story.version('check_item', line)).toBe(version);
    const files = await add(cast.member, line, [mine]);
    expect(files.map(({ name, uploadedBy }) => `${uploadedBy.code} ${name}`).sort()).toEqual([
      'P016 Sổ theo dõi.jpg',
      'P019 Quầy số 2.jpg',
    ]);
    expect(await story.trail(line)).toEqual(['checkItem.addFiles', 'checkItem.addFiles', 'checkItem.addFiles']);
  });

  test('sent twice with one key is carried out once', async () => {
    const { line } = await openLine();
    const photo = await story.upload(cast.member, 'Một lần.jpg');
    const idempotencyKey = randomUUID();
    await add(cast.member, line, [photo], { idempotencyKey });
    await add(cast.member, line, [photo], { idempotencyKey });
    expect(await story.trail(line)).toEqual(['checkItem.addFiles']);
  });

  test('are put there by the team only, from own uploads, up to twenty, while the fieldwork lasts', async () => {
    const { audit, line, others } = await openLine();
    const photo = await story.upload(cast.member, 'Niêm yết.jpg');
    expect(await addRefused(cast.auditeeHead, line, [photo])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await addRefused(cast.arranger, line, [photo])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await addRefused(cast.secretary, line, [photo])).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'attachmentIds',
    });
    expect(await addRefused(cast.member, line, [])).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await addRefused(cast.member, line, [randomUUID()])).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'attachmentIds',
    });
    expect(await addRefused(cast.member, randomUUID(), [photo])).toMatchObject({ code: 'NOT_FOUND' });
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, index) => story.upload(cast.member, `Ảnh ${index}.jpg`)),
    );
    await add(cast.member, others[1]!.id, many);
    expect(await addRefused(cast.member, others[1]!.id, [photo])).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'attachmentIds',
    });
    for (const { id } of others) await story.line(cast.member, id);
    await story.does(cast.lead, 'finishFieldwork', 'audit', audit, {
      teamAgreement: '',
      closingMinutes: 'Họp kết thúc, không có phát hiện.',
    });
    expect(await addRefused(cast.member, line, [photo])).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
    expect(await onLine(line)).toEqual([]);
    expect(await story.trail(line)).toEqual(['checkItem.setResult']);
  });

  test('R16: are seen by the team, by the lead agency once the fieldwork is done, by the auditee never', async () => {
    const { audit, line, others } = await openLine();
    const photo = await story.upload(cast.member, 'Kho lưu trữ.jpg');
    await add(cast.member, line, [photo]);
    expect([
      await status(cast.lead, photo),
      await status(cast.arranger, photo),
      await status(cast.auditeeHead, photo),
    ]).toEqual([200, 404, 404]);
    for (const { id } of others) await story.line(cast.member, id);
    await story.does(cast.lead, 'finishFieldwork', 'audit', audit, {
      teamAgreement: '',
      closingMinutes: 'Họp kết thúc, không có phát hiện.',
    });
    expect([await status(cast.arranger, photo), await status(cast.auditeeHead, photo)]).toEqual([200, 404]);
  });

  test('are reached from the finding that was written from the line, by those who see the line', async () => {
    const { audit, line } = await openLine();
    await add(cast.member, line, [await story.upload(cast.member, 'Tờ khai cũ.jpg')]);
    const { id } = await story.finding(cast.member, audit, [line]);
    await story.find(cast.member, 'sendFinding', id);
    await story.find(cast.lead, 'agreeFinding', id);
    await story.find(cast.lead, 'showFinding', id);
    const findings = async (who: string) =>
      (
        await (
          await it.as(who)
        ).ask('query ($id: ID!) { audit(id: $id) { findings { attachments { name } } } }', { id: audit })
      )['audit'].findings;
    expect(await findings(cast.secretary)).toEqual([{ attachments: [{ name: 'Tờ khai cũ.jpg' }] }]);
    expect(await findings(cast.auditeeHead)).toEqual([{ attachments: [] }]);
    const read = await it.countStatements(async () => findings(cast.lead));
    expect(read).toBe(2);
  });

  test('are taken off by any member, and the trail says which and by whom', async () => {
    const { line } = await openLine();
    const [photo, other] = [
      await story.upload(cast.member, 'Nhầm quầy.jpg'),
      await story.upload(cast.member, 'Đúng quầy.jpg'),
    ];
    await add(cast.member, line, [photo, other]);
    expect(await it.runRefused(cast.auditeeHead, 'removeLineFiles', input(line, [photo]))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await onLine(line)).toHaveLength(2);
    const left = await it.run(cast.secretary, 'removeLineFiles', input(line, [photo]), fields);
    expect(left.attachments).toMatchObject([{ id: other }]);
    const entries = (verb: string) =>
      it.sql<{ actor_name: string; changes: { kind: string; id: string; set: { attachment?: string } }[] }>(
        'select actor_name, changes from trail_entry where subject_id = $1 and verb = $2',
        line,
        verb,
      );
    const [added, taken] = [(await entries('checkItem.addFiles'))[0]!, (await entries('checkItem.removeFiles'))[0]!];
    const was = added.changes.find(({ set }) => set.attachment === photo);
    expect(taken).toMatchObject({
      actor_name: 'Đặng Kim Quyên',
      changes: [{ kind: 'delete', type: 'AttachmentLink', id: was!.id }],
    });
    expect(await status(cast.member, photo)).toBe(200);
    expect(await status(cast.secretary, photo)).toBe(404);
  });
});
