import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { nonconformityAfter, idOf, letTeamIn, raisedByAudit, read, reported, reportOf, who } from './fixtures.js';

const it = useServer();
const sequence = (number: string) => Number(number.slice('KPH-2026-'.length));

describe('reporting', () => {
  test('numbers follow each other without a gap, in each authority on its own', async () => {
    const first = await reported(it);
    await it.runRefused(who.officer, 'reportNonconformity', await reportOf(it, { gap: 'ngắn' }));
    const second = await reported(it);
    expect(sequence(second.number)).toBe(sequence(first.number) + 1);
    const [{ last }] = (await it.sql(
      `select last from number_series where series = 'KPH' and year = 2026 and authority_id = $1`,
      await idOf(it, 'LH-BT'),
    )) as [{ last: number }];
    expect(last).toBe(sequence(second.number));
  });

  test('numbers have no gap after twenty reports at once with refusals between them, in two authorities', async () => {
    const [here, there] = [await it.as(who.officer), await it.as(who.neighbourSecretary)];
    const report = 'mutation ($input: ReportNonconformityInput!) { reportNonconformity(input: $input) { number } }';
    const [own, neighbours] = [await reportOf(it), await reportOf(it, { unitId: await idOf(it, 'LH-NT') })];
    const bad = [
      { gap: 'ngắn' },
      { detectedOn: '2026-11-24' },
      { clauseId: randomUUID() },
      { procedureId: randomUUID() },
    ];
    const [foreign] = await it.sql<{ id: string }>(
      'select id from document where authority_id = $1 limit 1',
      await idOf(it, 'LH-NT'),
    );
    const last = async (code: string) =>
      (
        await it.sql<{ last: number }>(
          `select last from number_series where series = 'KPH' and year = 2026 and authority_id = $1`,
          await idOf(it, code),
        )
      )[0]!.last;
    const before = [await last('LH-BT'), await last('LH-NT')];
    const work = Array.from({ length: 20 }, (_, at) => [
      (at % 2 ? here : there).send(report, { input: at % 2 ? own : neighbours }),
      here.send(report, { input: { ...own, ...(bad[at] ?? { procedureId: foreign!.id }) } }),
    ]).flat();
    const answers = await Promise.all(work);
    const given = answers.flatMap(({ data }) => (data ? [data['reportNonconformity'].number] : []));
    expect([given.length, answers.filter(({ errors }) => errors).length]).toEqual([20, 20]);
    const wanted = before.flatMap((from) => Array.from({ length: 10 }, (_, at) => from + 1 + at));
    expect(given.map(sequence).sort((a, b) => a - b)).toEqual(wanted.sort((a, b) => a - b));
    expect([await last('LH-BT'), await last('LH-NT')]).toEqual(before.map((from) => from + 10));
    for (const code of ['LH-BT', 'LH-NT']) {
      expect(
        await it.sql(
          `select count(*)::int as n from nonconformity where number like 'KPH-2026-%' and authority_id = $1`,
          await idOf(it, code),
        ),
      ).toEqual([{ n: await last(code) }]);
    }
  });

  test('the first of a new year is number 1', async () => {
    it.clock.set('2027-01-04');
    expect((await reported(it, { detectedOn: '2027-01-03' })).number).toBe('KPH-2027-001');
    it.clock.set('2026-11-23');
  });

  test('a major one has 15 working days for its plan', async () => {
    expect(await reported(it, { severity: 'MAJOR' })).toMatchObject({ planDueOn: '2026-12-15', dueOn: '2026-12-15' });
  });

  test('the procedure keeps its revision in force with it', async () => {
    const [procedure] = await it.sql(
      `select d.id, r.id as revision from document d join revision r on r.document_id = d.id and r.state = 'EFFECTIVE'
      where d.authority_id = $1 and d.kind = 'ADMINISTRATIVE_PROCEDURE' limit 1`,
      await idOf(it, 'LH-BT'),
    );
    const made = await reported(it, { procedureId: procedure!.id, stepCode: 'B2' });
    expect(
      await it.sql(`select procedure_revision_id as revision, step_code from nonconformity where id = $1`, made.id),
    ).toEqual([{ revision: procedure!.revision, step_code: 'B2' }]);
  });

  test('a double click reports once', async () => {
    const input = { ...(await reportOf(it)), idempotencyKey: randomUUID() };
    const [one, two] = await Promise.all([
      nonconformityAfter(it, who.officer, 'reportNonconformity', input),
      nonconformityAfter(it, who.officer, 'reportNonconformity', input),
    ]);
    expect(two.number).toBe(one.number);
  });

  test('is for people of the authority, its audit team and the lead agency', async () => {
    expect((await it.runRefused(who.neighbourSecretary, 'reportNonconformity', await reportOf(it))).code).toBe(
      'FORBIDDEN',
    );
    expect((await it.runRefused(who.observer, 'reportNonconformity', await reportOf(it))).code).toBe('FORBIDDEN');
    await letTeamIn(it);
    for (const person of [who.auditor, who.leadAgency])
      expect((await nonconformityAfter(it, person, 'reportNonconformity', await reportOf(it))).state).toBe('ISSUED');
  });

  test.each([
    ['no gap described', { gap: '   ' }, 'gap'],
    ['an evidence that says nothing', { evidence: 'có lỗi' }, 'evidence'],
    ['a gap that is too long', { gap: 'x'.repeat(2001) }, 'gap'],
    ['a day that is still to come', { detectedOn: '2026-11-24' }, 'detectedOn'],
    ['an audit as its source', { source: 'AUDIT' }, 'source'],
    ['an unknown unit', { unitId: randomUUID() }, 'unitId'],
    ['a unit above the authorities', { unitId: 'LH' }, 'unitId'],
    ['an unknown clause', { clauseId: randomUUID() }, 'clauseId'],
  ])('is refused with %s', async (_, change, field) => {
    expect(await it.runRefused(who.officer, 'reportNonconformity', await reportOf(it, change))).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });

  test('a procedure of another authority is refused', async () => {
    const [foreign] = await it.sql(
      `select d.id from document d where d.authority_id = $1 limit 1`,
      await idOf(it, 'LH-NT'),
    );
    const refusal = await it.runRefused(
      who.leadAgency,
      'reportNonconformity',
      await reportOf(it, { procedureId: foreign!.id }),
    );
    expect(['INVALID_INPUT', 'NOT_FOUND']).toContain(refusal.code);
  });
});

describe('raising from a record', () => {
  test('the same source record raises one, however often', async () => {
    const sourceId = randomUUID();
    const first = await raisedByAudit(it, { sourceId });
    expect((await raisedByAudit(it, { sourceId })).id).toBe(first.id);
    expect(await it.sql('select number from nonconformity where source_id = $1', sourceId)).toEqual([
      { number: first.number },
    ]);
  });

  test('one of an audit is issued by the lead agency and judged by it, not by the own quality manager', async () => {
    const raised = await raisedByAudit(it);
    expect((await read(it, who.manager, raised.id)).viewerCan).toEqual([]);
    expect((await read(it, who.leadAgency, raised.id)).viewerCan).toEqual(['withdraw']);
    expect((await read(it, who.isoHead, raised.id)).viewerCan).toEqual(['respond', 'dispute']);
    expect((await read(it, who.auditLead, raised.id)).viewerCan).toEqual([]);
  });
});
