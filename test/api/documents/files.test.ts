import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { download, fileContent, upload } from '../../support/upload.js';
import { target } from '../../support/commands.js';
import { revisionAfter, byCode, head, signed, type RevisionAnswer } from './fixtures.js';

const it = useServer({ dataDir: mkdtempSync(path.join(tmpdir(), 'soat-documents-')) });
const drafter = () => it.as('quyendk.bt');
const person = async (code: string) => (await it.sql('select id from person where code = $1', code))[0]!.id as string;
const office = async () => (await it.sql(`select id from unit where code = 'LH-BT-VP'`))[0]!.id as string;
const withFile = `${head} hasFile file { id name size sha256 } sections { key body } checks { code severity }`;
type WithFile = RevisionAnswer & {
  hasFile: boolean;
  file: { id: string; name: string } | null;
  checks: { code: string; severity: string }[];
};

/** A regulation of the ward with an empty draft. */
async function newRegulation(code: string): Promise<RevisionAnswer> {
  const input = {
    code,
    title: `Quy chế ${code}`,
    kind: 'REGULATION',
    ownerUnitId: await office(),
    officeKinds: [],
    clauses: [],
    reviewerId: await person('P012'),
    approverId: await person('P010'),
  };
  return (await (await drafter()).run('createDocument', input, `underWay { ${head} }`)).underWay;
}
const draftOf = async (revision: RevisionAnswer, change: Record<string, unknown>) => ({
  ...target(revision),
  sections: [],
  changeRows: [],
  reviewerId: await person('P012'),
  approverId: await person('P010'),
  ...change,
});
const save = async (revision: RevisionAnswer, change: Record<string, unknown>): Promise<WithFile> =>
  await (await drafter()).run('saveDraft', await draftOf(revision, change), withFile);
const state = () =>
  it.sql(`select r.id, r.version, r.content_hash, l.attachment_id
    from revision r left join attachment_link l on l.subject_id = r.id order by r.id`);

/** Sends a draft that must be refused, and checks that nothing changed. */
async function refused(revision: RevisionAnswer, fileId: string, who = 'quyendk.bt') {
  const before = [await state(), await it.sql('select count(*) from trail_entry')];
  const refusal = await it.runRefused(who, 'saveDraft', await draftOf(revision, { fileId }));
  expect([await state(), await it.sql('select count(*) from trail_entry')]).toEqual(before);
  return refusal;
}

describe('a file as the content of a revision', () => {
  test('stands for the written sections, is signed by its hash, and is read in force by everybody', async () => {
    const file = await upload(it, await drafter(), 'Quy chế tiếp công dân.pdf');
    const empty = await newRegulation('QC.21');
    const saved = await save(empty, { fileId: file.id });
    expect(saved).toMatchObject({
      hasFile: true,
      file: { id: file.id, name: 'Quy chế tiếp công dân.pdf', size: file.size },
      checks: [],
    });
    expect(
      await it.sql(
        `
          select verb, changes::text like '%' || $2 || '%' as listed from trail_entry where subject_id = $1
          order by at desc limit 1`,
        saved.id,
        file.id,
      ),
    ).toEqual([{ verb: 'document.saveDraft', listed: true }]);

    const submitted = await revisionAfter(await drafter(), 'submitRevision', signed(saved));
    const reviewed = await revisionAfter(await it.as('P012'), 'reviewRevision', signed(submitted));
    await revisionAfter(await it.as('P010'), 'approveRevision', { ...signed(reviewed), effectiveOn: '2026-11-23' });
    const officer = await it.as('toanhv.bt');
    const given = await download(it, officer, file.id);
    expect(given.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''Quy%20ch/);
    expect(Buffer.from(await given.arrayBuffer())).toEqual(fileContent('Quy chế tiếp công dân.pdf'));
    const { documents } = await officer.ask(
      `{ documents(search: "QC.21") { nodes { inForce { hasFile file { name } } } } }`,
    );
    expect(documents.nodes).toEqual([{ inForce: { hasFile: true, file: { name: 'Quy chế tiếp công dân.pdf' } } }]);
    expect((await download(it, await it.as('datpv.nt'), file.id)).status).toBe(404);
  });

  test('is seen while it is a draft only by its signers and the ISO roles', async () => {
    const file = await upload(it, await drafter(), 'Dự thảo.docx');
    await save(await newRegulation('QC.22'), { fileId: file.id });
    for (const who of ['P012', 'P010', 'phunb.bt'])
      expect((await download(it, await it.as(who), file.id)).status, who).toBe(200);
    for (const who of ['toanhv.bt', 'quyentm.bt', 'kiennn.khcn', 'datpv.nt'])
      expect((await download(it, await it.as(who), file.id)).status, who).toBe(404);
    expect((await download(it, await drafter(), file.id)).headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  test('stays when a save says nothing of it, is exchanged, and is taken away', async () => {
    const [first, second] = [
      await upload(it, await drafter(), 'Bản một.pdf'),
      await upload(it, await drafter(), 'Bản hai.pdf'),
    ];
    const one = await save(await newRegulation('QC.23'), { fileId: first.id });
    const kept = await save(one, { sections: [{ key: 'CONTENT', body: 'Xem tệp.' }] });
    expect(kept.file).toMatchObject({ id: first.id });
    const two = await save(kept, { fileId: second.id });
    expect(two.file).toMatchObject({ id: second.id });
    const none = await save(two, { fileId: null });
    expect(none).toMatchObject({ hasFile: false, file: null });
    expect(none.checks).toMatchObject([{ code: 'SECTION_MISSING', severity: 'BLOCKING' }]);
  });

  test('changes the hash, goes over into the next revision, and a new file is listed as a change', async () => {
    const file = await upload(it, await drafter(), 'Nội quy.pdf', 'lần một');
    const saved = await save(await newRegulation('QC.24'), { fileId: file.id });
    const first = await revisionAfter(await drafter(), 'submitRevision', signed(saved));
    const back = await revisionAfter(await drafter(), 'takeBackRevision', target(first));
    const other = await upload(it, await drafter(), 'Nội quy.pdf', 'lần hai');
    const again = await revisionAfter(
      await drafter(),
      'submitRevision',
      signed(await save(back, { fileId: other.id })),
    );
    expect(again.contentHash).not.toBe(first.contentHash);
    const reviewed = await revisionAfter(await it.as('P012'), 'reviewRevision', signed(again));
    await revisionAfter(await it.as('P010'), 'approveRevision', { ...signed(reviewed), effectiveOn: '2026-11-23' });

    const document = await byCode(await drafter(), 'QC.24');
    const next = await revisionAfter(await drafter(), 'startRevision', { ...target(document), kind: 'AMENDMENT' });
    const read = async () =>
      (
        await (
          await drafter()
        ).ask(`query ($id: ID!) { revision(id: $id) { file { id } changes { part kind before after } } }`, {
          id: next.id,
        })
      ).revision;
    expect(await read()).toEqual({ file: { id: other.id }, changes: [] });
    await save(next, { fileId: (await upload(it, await drafter(), 'Nội quy.pdf', 'lần ba')).id });
    const { changes } = await read();
    expect(changes).toMatchObject([{ part: 'FILE', kind: 'CHANGED' }]);
    expect(changes[0].before).not.toBe(changes[0].after);
  });

  test('that is exchanged behind the signatures is noticed', async () => {
    const saved = await save(await newRegulation('QC.25'), {
      fileId: (await upload(it, await drafter(), 'Thật.pdf')).id,
    });
    const submitted = await revisionAfter(await drafter(), 'submitRevision', signed(saved));
    const forged = await upload(it, await it.as('P012'), 'Giả.pdf');
    await it.sql('update attachment_link set attachment_id = $1 where subject_id = $2', forged.id, submitted.id);
    expect(await it.runRefused('P012', 'reviewRevision', signed(submitted))).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'CONTENT_CHANGED',
    });
  });
});

describe('is refused', () => {
  test('a photo, a table, an upload of somebody else, an unknown id, a draft of somebody else', async () => {
    const revision = await newRegulation('QC.26');
    const [photo, table, foreign] = [
      await upload(it, await drafter(), 'Ảnh.jpg'),
      await upload(it, await drafter(), 'Bảng.xlsx'),
      await upload(it, await it.as('toanhv.bt'), 'Của người khác.pdf'),
    ];
    const fault = { code: 'INVALID_INPUT', field: 'fileId' };
    const refusal = await refused(revision, photo.id);
    expect(refusal).toMatchObject(fault);
    expect(refusal.message).toContain('Ảnh.jpg');
    expect(await refused(revision, table.id)).toMatchObject(fault);
    expect(await refused(revision, foreign.id)).toMatchObject(fault);
    expect(await refused(revision, '01a00000-0000-7000-8000-000000000000')).toMatchObject(fault);
    expect(await refused(revision, foreign.id, 'P012')).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a nonsense id', async () => {
    expect(await refused(await newRegulation('QC.27'), 'nonsense')).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'fileId',
    });
  });
});

test('an outside document gets its file later, and keeps it once somebody has read it with it', async () => {
  const input = {
    code: '301/2026/NĐ-CP',
    title: 'Nghị định về văn thư',
    ownerUnitId: await office(),
    officeKinds: [],
    clauses: [],
  };
  const made = await (
    await drafter()
  ).run(
    'registerExternal',
    { ...input, issuedBy: 'Chính phủ', effectiveOn: '2026-11-20' },
    `id version inForce { ${head} }`,
  );
  await revisionAfter(await it.as('quyentm.bt'), 'acknowledgeRevision', { id: made.inForce.id });
  const file = await upload(it, await drafter(), 'Nghị định 301.pdf');
  const given = await (
    await drafter()
  ).run(
    'changeDocumentFacts',
    { ...input, id: made.id, version: made.version, fileId: file.id },
    `id version inForce { ${withFile} }`,
  );
  expect(given.inForce).toMatchObject({ file: { id: file.id } });
  expect(given.inForce.contentHash).not.toBe(made.inForce.contentHash);
  expect(await it.sql('select content_hash from acknowledgement where revision_id = $1', made.inForce.id)).toEqual([
    { content_hash: made.inForce.contentHash },
  ]);

  const before = await state();
  const other = await upload(it, await drafter(), 'Nghị định khác.pdf');
  for (const fileId of [other.id, null]) {
    expect(
      await (
        await drafter()
      ).runRefused('changeDocumentFacts', { ...input, id: made.id, version: given.version, fileId }),
    ).toMatchObject({ code: 'RULE_VIOLATED', rule: 'FILE_READ' });
  }
  const { document } = await (
    await drafter()
  ).ask('query ($id: ID!) { document(id: $id) { id version code title ownerUnit { id } } }', {
    id: (await byCode(await drafter(), 'QT.HT.09')).id,
  });
  const about = {
    id: document.id,
    version: document.version,
    code: document.code,
    title: document.title,
    ownerUnitId: document.ownerUnit.id,
    fileId: other.id,
  };
  expect(await (await drafter()).runRefused('changeDocumentFacts', about)).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'fileId',
  });
  expect(await state()).toEqual(before);
});

test('an outside document is registered with its file, which the authority reads and its hash covers', async () => {
  const file = await upload(it, await drafter(), 'Nghị định 200.pdf');
  const input = {
    code: '200/2026/NĐ-CP',
    title: 'Nghị định về lưu trữ',
    ownerUnitId: await office(),
    issuedBy: 'Chính phủ',
    effectiveOn: '2026-11-20',
    officeKinds: [],
    clauses: [],
    fileId: file.id,
  };
  const registered = await (await drafter()).run('registerExternal', input, `inForce { ${withFile} }`);
  expect(registered.inForce).toMatchObject({ hasFile: true, file: { name: 'Nghị định 200.pdf' } });
  expect((await download(it, await it.as('toanhv.bt'), file.id)).status).toBe(200);
  expect(
    await (
      await drafter()
    ).runRefused('registerExternal', {
      ...input,
      code: '201/2026/NĐ-CP',
      fileId: (await upload(it, await drafter(), 'Ảnh chụp.jpg')).id,
    }),
  ).toMatchObject({ code: 'INVALID_INPUT', field: 'fileId' });
});
