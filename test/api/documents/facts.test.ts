import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { revisionAfter, body, byCode, signed, signers, startAmendment, type DocumentAnswer } from './fixtures.js';

const it = useServer();
const answer = `${body} title officeKinds clauses reviewCycleMonths retention ownerUnit { id name }`;
type Facts = DocumentAnswer & {
  title: string;
  officeKinds: string[];
  clauses: string[];
  reviewCycleMonths: number | null;
  retention: string | null;
  ownerUnit: { id: string };
};

/** The facts of a document as the form sends them back. */
async function factsOf(code: string, change: Record<string, unknown> = {}) {
  const { id } = await byCode(await it.as('quyendk.bt'), code);
  const { document } = await (
    await it.as('quyendk.bt')
  ).ask(`query ($id: ID!) { document(id: $id) { ${answer} } }`, { id });
  const { version, title, officeKinds, clauses, reviewCycleMonths, retention, ownerUnit } = document as Facts;
  return {
    id,
    version,
    code,
    title,
    officeKinds,
    clauses,
    reviewCycleMonths,
    retention,
    ownerUnitId: ownerUnit.id,
    ...change,
  };
}
const change = async (who: string, input: Record<string, unknown>): Promise<Facts> =>
  await it.run(who, 'changeDocumentFacts', input, answer);
const unit = async (code: string) => (await it.sql('select id from unit where code = $1', code))[0]!.id as string;
const refused = (who: string, input: Record<string, unknown>) => it.runRefused(who, 'changeDocumentFacts', input);

describe('what is known of a document', () => {
  test('owner, offices, clauses, cycle and retention change at any time, also of what is in force, and nothing signed changes', async () => {
    const before = await factsOf('QT.HT.09');
    const [hash] = await it.sql(
      `
        select r.content_hash from revision r join document d on d.id = r.document_id where d.id = $1
        and r.state = 'EFFECTIVE'`,
      before.id,
    );
    const office = await unit('LH-BT-KT');
    const changed = await change('quyendk.bt', {
      ...before,
      ownerUnitId: office,
      officeKinds: ['OFFICE', 'ECONOMY'],
      clauses: ['8.5.1', '7.5.3'],
      reviewCycleMonths: 24,
      retention: ' 10 năm ',
    });
    expect(changed).toMatchObject({
      officeKinds: ['OFFICE', 'ECONOMY'],
      clauses: ['8.5.1', '7.5.3'],
      reviewCycleMonths: 24,
      retention: '10 năm',
      ownerUnit: { id: office },
      viewerCan: ['startRevision', 'changeFacts'],
    });
    expect(changed.inForce!.contentHash).toBe(hash!.content_hash);
    const [entry] = await it.sql(
      `select actor_name, changes from trail_entry where verb = 'document.changeFacts' and subject_id = $1`,
      before.id,
    );
    expect(entry).toMatchObject({ actor_name: 'Đặng Kim Quyên' });
    expect(JSON.stringify(entry!.changes)).toContain('10 năm');
    const { document } = await (
      await it.as('quyendk.bt')
    ).ask('query ($id: ID!) { document(id: $id) { history { verb } } }', { id: before.id });
    expect(document.history.at(-1)).toEqual({ verb: 'document.changeFacts' });
  });

  test('the quality manager may as well', async () => {
    expect(await change('phunb.bt', await factsOf('QT.HT.10', { retention: '05 năm' }))).toMatchObject({
      retention: '05 năm',
    });
  });

  test('the same request sent twice is carried out once', async () => {
    const input = await factsOf('QT.HT.12', {
      retention: '02 năm',
      idempotencyKey: '5c0e7a52-5d1c-4f0e-8a63-3a6f4c1f9a01',
    });
    expect((await change('quyendk.bt', input)).version).toBe((await change('quyendk.bt', input)).version);
    expect(
      await it.sql(
        `select count(*)::int as n from trail_entry where verb = 'document.changeFacts' and subject_id = $1`,
        input.id,
      ),
    ).toEqual([{ n: 1 }]);
  });
});

describe('code and title', () => {
  test('change while nobody has signed, also after the draft came back, and are then signed', async () => {
    const secretary = await it.as('quyendk.bt');
    const input = {
      code: 'QT.HT.31',
      title: 'Cấp bản sao',
      kind: 'REGULATION',
      ownerUnitId: await unit('LH-BT-VP'),
      clauses: [],
      officeKinds: [],
    };
    const created = await secretary.run('createDocument', input, answer);
    expect(created.viewerCan).toEqual(['startRevision', 'changeFacts', 'rename']);
    const renamed = await change(
      'quyendk.bt',
      await factsOf('QT.HT.31', { code: ' qt.ht.32 ', title: 'Cấp bản sao trích lục' }),
    );
    expect(renamed).toMatchObject({ code: 'QT.HT.32', title: 'Cấp bản sao trích lục' });

    const [reviewer, approver] = await Promise.all(
      ['P012', 'P010'].map(async (code) => (await it.sql('select id from person where code = $1', code))[0]!.id),
    );
    const draft = {
      ...target(renamed.underWay!),
      sections: [{ key: 'CONTENT', body: 'Điều 1' }],
      changeRows: [],
      reviewerId: reviewer,
      approverId: approver,
    };
    const submitted = await revisionAfter(
      secretary,
      'submitRevision',
      signed(await revisionAfter(secretary, 'saveDraft', draft)),
    );
    expect((await byCode(secretary, 'QT.HT.32')).viewerCan).not.toContain('rename');
    expect(await refused('quyendk.bt', await factsOf('QT.HT.32', { title: 'Tên khác' }))).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'NAME_SIGNED',
    });

    await revisionAfter(secretary, 'takeBackRevision', target(submitted));
    expect(await change('quyendk.bt', await factsOf('QT.HT.32', { title: 'Cấp bản sao từ sổ gốc' }))).toMatchObject({
      title: 'Cấp bản sao từ sổ gốc',
    });
    const again = (await byCode(secretary, 'QT.HT.32')).underWay!;
    expect((await revisionAfter(secretary, 'submitRevision', signed(again))).contentHash).not.toBe(
      submitted.contentHash,
    );
  });

  test('stay as they were printed once a revision is signed, even when another draft is open', async () => {
    await startAmendment(await it.as(signers.drafter), 'QT.HT.07');
    const facts = await factsOf('QT.HT.07');
    expect(await refused('quyendk.bt', { ...facts, code: 'QT.HT.77' })).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'NAME_SIGNED',
    });
    expect(await refused('quyendk.bt', { ...facts, title: 'Đăng ký giám hộ theo mẫu mới' })).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'NAME_SIGNED',
    });
  });

  test('of an outside document are put right until somebody has confirmed reading it, and its hash follows', async () => {
    const secretary = await it.as('quyendk.bt');
    const input = {
      code: '99/2026/NĐ-CP',
      title: 'Nghị định về hộ tich',
      ownerUnitId: await unit('LH-BT-VP'),
      issuedBy: 'Chính phủ',
      effectiveOn: '2026-11-23',
      officeKinds: [],
      clauses: [],
    };
    const registered = await secretary.run('registerExternal', input, answer);
    const mended = await change('quyendk.bt', await factsOf('99/2026/NĐ-CP', { title: 'Nghị định về hộ tịch' }));
    expect(mended.title).toBe('Nghị định về hộ tịch');
    expect(mended.inForce!.contentHash).not.toBe(registered.inForce.contentHash);
    await revisionAfter(await it.as('toanhv.bt'), 'acknowledgeRevision', { id: mended.inForce!.id });
    expect(await refused('quyendk.bt', await factsOf('99/2026/NĐ-CP', { title: 'Nghị định khác' }))).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'NAME_SIGNED',
    });
  });

  test('a code that another document of the authority has is refused with its name', async () => {
    await it.run('quyendk.bt', 'createDocument', {
      code: 'QT.HT.41',
      title: 'Quy chế thử',
      kind: 'REGULATION',
      ownerUnitId: await unit('LH-BT-VP'),
      clauses: [],
      officeKinds: [],
    });
    const refusal = await refused('quyendk.bt', await factsOf('QT.HT.41', { code: 'QT.HT.02' }));
    expect(refusal).toMatchObject({ code: 'DUPLICATE', field: 'code' });
    expect(refusal.message).toContain('Đăng ký khai tử');
  });
});

describe('who may not, and what is refused', () => {
  test('officers, the head of the unit, the head of the ward, another authority, nobody', async () => {
    const facts = await factsOf('QT.HT.11', { retention: '20 năm' });
    for (const who of ['ngandk.bt', 'quyentm.bt', 'phund.bt', 'thuybp.bt', 'kiennn.khcn'])
      expect((await refused(who, facts)).code, who).toBe('FORBIDDEN');
    const [foreign] = await it.sql(
      `
        select p.code from role_grant g join person p on p.id = g.person_id join unit u on u.id = g.unit_id
        where g.role = 'ISO_SECRETARY' and u.code <> 'LH-BT' and u.kind = 'WARD' limit 1`,
    );
    expect((await refused(foreign!.code, facts)).code).toBe('NOT_FOUND');
    expect(await it.nobody.runRefused('changeDocumentFacts', facts)).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  test('a stale version, an unknown id, an owner of another authority, an unknown clause or office, a short title, a long cycle', async () => {
    const facts = await factsOf('QT.HT.11');
    const said = async (wrong: Record<string, unknown>) => {
      const { code, field } = await refused('quyendk.bt', { ...facts, ...wrong });
      return field ? `${code} ${field}` : code;
    };
    expect(await said({ version: facts.version + 3 })).toBe('VERSION_CONFLICT');
    expect(await said({ id: '01a00000-0000-7000-8000-000000000000' })).toBe('NOT_FOUND');
    expect(await said({ ownerUnitId: await unit('LH-NT') })).toBe('INVALID_INPUT ownerUnitId');
    expect(await said({ clauses: ['8.5.1', '11.4'] })).toBe('INVALID_INPUT clauses');
    expect(await said({ officeKinds: ['KITCHEN'] })).toBe('INVALID_INPUT officeKinds');
    expect(await said({ title: 'QT' })).toBe('INVALID_INPUT title');
    expect(await said({ code: 'mã có dấu cách' })).toBe('INVALID_INPUT code');
    expect(await said({ reviewCycleMonths: 121 })).toBe('INVALID_INPUT reviewCycleMonths');
    expect(await said({ retention: 'x'.repeat(201) })).toBe('INVALID_INPUT retention');
  });
});
