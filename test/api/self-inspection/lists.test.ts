import { afterEach, describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { formIdOf } from './fixtures.js';

const it = useServer();
afterEach(() => it.clock.set('2026-11-23'));
const list = `
  query ($first: Int! $after: String $search: String $states: [InspectionState!] $mine: Boolean $late: Boolean
    $toDecide: Boolean $authorityId: ID $unitId: ID $period: String $order: InspectionOrder) {
  inspections(first: $first after: $after search: $search states: $states mine: $mine late: $late toDecide:
    $toDecide authorityId: $authorityId unitId: $unitId period: $period order: $order) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id state period dueOn isLate isOverdue isMine score viewerCan unit { code name } authority { name }
      template { title } submittedBy { fullName } }
  }
}`;
const unit = async (code: string) => (await it.sql<{ id: string }>('select id from unit where code = $1', code))[0]!.id;
const nodes = async (who: string, variables: Record<string, unknown>) =>
  (await (await it.as(who)).ask(list, { first: 100, ...variables })).inspections.nodes as any[];
const units = (rows: any[]) =>
  [...new Set(rows.map(({ unit: { code } }) => code))].toSorted((a, b) => a.localeCompare(b));

describe('the list', () => {
  test('is one statement whatever is asked for, besides the session', async () => {
    const manager = await it.as('P011');
    expect(await it.countStatements(() => manager.ask(list, { first: 50, search: 'van phong' }))).toBe(2);
  });
  test('goes page by page without losing or repeating a form', async () => {
    const manager = await it.as('P011');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { inspections }: Record<string, any> = await manager.ask(list, { first: 40, after });
      seen.push(...inspections.nodes.map(({ id }: any) => id));
      after = inspections.pageInfo.hasNextPage ? inspections.pageInfo.endCursor : null;
    } while (after);
    const { n } = (
      await it.sql<{ n: number }>(
        `select count(*)::int as n from inspection i join unit a on a.id = i.authority_id where a.code = 'LH-BT'`,
      )
    )[0]!;
    expect([seen.length, new Set(seen).size]).toEqual([n, n]);
  });
  test('finds without diacritics, by unit, state, period and lateness', async () => {
    expect(units(await nodes('P003', { search: 'nguyet thuy' }))).toContain('LH-NT');
    expect(units(await nodes('P011', { search: 'hanh chinh cong', period: '2026-W46' }))).toEqual(['LH-BT-HC']);
    const accepted = await nodes('P011', { states: ['ACCEPTED'], period: '2026-W46' });
    expect(new Set(accepted.map(({ state }) => state))).toEqual(new Set(['ACCEPTED']));
    const late = await nodes('P011', { late: true });
    expect(new Set(late.map(({ isOverdue }) => isOverdue))).toEqual(new Set([true]));
    const due = (await nodes('P011', { unitId: await unit('LH-BT-HC'), order: 'DUE_FIRST' })).map(({ dueOn }) => dueOn);
    expect(due).toEqual(due.toSorted((a, b) => a.localeCompare(b)));
  });
  test('can be put in order by due day and by score, forms without a score last', async () => {
    const of = async (order: string) => nodes('P011', { authorityId: await unit('LH-BT'), order });
    const due = (await of('DUE_LAST')).map(({ dueOn }) => dueOn);
    expect(due).toEqual(due.toSorted((a, b) => b.localeCompare(a)));
    const low = (await of('SCORE_LOW_FIRST')).map(({ score }) => score);
    expect(low).toEqual(low.toSorted((a, b) => (a ?? 2) - (b ?? 2)));
    expect(low[0]).toBeLessThan(1);
    const manager = await it.as('P011');
    const pages: any[] = [];
    let after: string | null = null;
    do {
      const { inspections }: Record<string, any> = await manager.ask(list, {
        first: 60,
        after,
        order: 'SCORE_HIGH_FIRST',
      });
      pages.push(...inspections.nodes);
      after = inspections.pageInfo.hasNextPage ? inspections.pageInfo.endCursor : null;
    } while (after);
    const high = pages.map(({ score }) => score ?? -1);
    expect(high).toEqual(high.toSorted((a, b) => b - a));
    expect([high[0], high.at(-1), new Set(pages.map(({ id }) => id)).size]).toEqual([1, -1, pages.length]);
  });
  test('mine are those of my own unit, not of the offices below that have a head', async () => {
    expect(units(await nodes('P010', { mine: true }))).toEqual(['LH-BT']);
    expect(units(await nodes('P012', { mine: true }))).toEqual(['LH-BT-VP']);
    await it.sql(
      `update role_grant set to_date = '2026-11-01' where role = 'UNIT_HEAD' and unit_id = $1`,
      await unit('LH-BT-KT'),
    );
    expect(units(await nodes('P010', { mine: true }))).toEqual(['LH-BT', 'LH-BT-KT']);
    expect(await nodes('P021', { mine: true })).toEqual([]);
  });
  test('a bad filter is refused, not ignored', async () => {
    const manager = await it.as('P011');
    expect(await manager.refused(list, { first: 0 })).toMatchObject({ code: 'INVALID_INPUT', field: 'first' });
    expect((await manager.refused(list, { first: 10, after: 'nonsense' })).code).toBe('INVALID_INPUT');
  });
});

describe('who sees what', () => {
  test('a head of an office sees the office; ISO roles and the chairperson the whole ward; others nothing', async () => {
    expect(units(await nodes('P012', {}))).toEqual(['LH-BT-VP']);
    for (const person of ['P010', 'P011', 'P016'])
      expect(units(await nodes(person, { authorityId: await unit('LH-BT') }))).toHaveLength(5);
    expect(await nodes('P021', {})).toEqual([]);
    expect(await nodes('P022', { authorityId: await unit('LH-BT') })).toEqual([]);
  });
  test('the lead agency sees offices only after submission, and of a ward’s own form that it is due, without answers', async () => {
    const seen = await nodes('P005', { authorityId: await unit('LH-BT'), period: '2026-W48' });
    expect(seen.map(({ unit: { code }, state }) => [code, state])).toEqual([['LH-BT', 'DUE']]);
    const lead = await it.as('P005');
    const office = await formIdOf(it, 'LH-BT-VP', 'WEEKLY', 'IN_PROGRESS');
    const look = `query ($id: ID!) { inspection(id: $id) { state answers { questionCode } } }`;
    expect((await lead.refused(look, { id: office })).code).toBe('NOT_FOUND');
    await it.sql(`update inspection set state = 'IN_PROGRESS' where id = $1`, await formIdOf(it, 'LH-SK', 'WEEKLY'));
    const { inspection } = await lead.ask(look, { id: await formIdOf(it, 'LH-SK', 'WEEKLY') });
    expect(inspection).toEqual({ state: 'IN_PROGRESS', answers: [] });
  });
  test('observer and administrator see what is submitted', async () => {
    for (const person of ['P006', 'P007']) {
      const seen = await nodes(person, { period: '2026-W48' });
      expect(seen.filter(({ state }) => !['SUBMITTED', 'RETURNED', 'ACCEPTED'].includes(state))).toEqual([]);
      expect((await nodes(person, { period: '2026-W46' })).length).toBeGreaterThan(40);
    }
  });
  test('an audit team sees submitted forms of its auditee in its time', async () => {
    const id = await unit('LH-BT');
    await it.sql(
      `insert into role_grant (id, person_id, role, unit_id, from_date, to_date)
      select gen_random_uuid(), p.id, 'AUDIT_TEAM', $1, '2026-11-01', '2026-11-30' from person p where p.code = 'P033'`,
      id,
    );
    const member = await it.as('P033');
    const { inspections } = await member.ask(list, { first: 100, authorityId: id, period: '2026-W46' });
    expect(inspections.totalCount).toBe(5);
    it.clock.set('2026-12-01');
    expect((await member.ask(list, { first: 100, authorityId: id })).inspections.totalCount).toBe(0);
  });
});

describe('what I must do', () => {
  const tasks = '{ myWork { kind title place dueOn } }';
  test('the head has the forms of the own unit as tasks, by due day', async () => {
    const { myWork } = await (await it.as('P015')).ask(tasks);
    expect(myWork.filter(({ kind }: any) => kind.startsWith('selfInspection')).slice(0, 2)).toMatchObject([
      {
        kind: 'selfInspection.mend',
        title: 'Phiếu tự kiểm tra tuần (10 phút), tuần 47 năm 2026',
        place: 'Trung tâm Phục vụ hành chính công, Phường Bạch Trúc',
        dueOn: '2026-11-20',
      },
      { kind: 'selfInspection.begin', dueOn: '2026-11-27' },
    ]);
    expect(await it.countStatements(async () => (await it.as('P015')).ask(tasks))).toBe(2);
  });
  test('the quality manager must decide; the level above after a week', async () => {
    const waiting = await nodes('P011', { toDecide: true });
    expect(units(waiting)).toContain('LH-BT');
    expect(waiting.every(({ viewerCan }) => viewerCan.includes('accept'))).toBe(true);
    const { myWork } = await (await it.as('P011')).ask(tasks);
    expect(myWork.filter(({ kind }: any) => kind === 'selfInspection.accept')).toHaveLength(waiting.length);
    const before = (await nodes('P003', { toDecide: true, authorityId: await unit('LH-BT') })).length;
    it.clock.set('2026-12-01');
    expect((await nodes('P003', { toDecide: true, authorityId: await unit('LH-BT') })).length).toBeGreaterThan(before);
  });
});

describe('the overview', () => {
  const overview = `
    query ($templateId: ID!, $authoritiesOnly: Boolean! = false, $authorityId: ID, $periods: Int! = 4) {
    inspectionOverview(templateId: $templateId, authoritiesOnly: $authoritiesOnly, authorityId: $authorityId,
      periods: $periods) {
      periods { key start end } rows { unitName authorityName mean cells { period state score inspectionId } } } }`;
  const weekly = async () =>
    (await it.sql<{ id: string }>(`select id from inspection_template where code = 'WEEKLY'`))[0]!.id;
  test('shows every unit of the province in the last weeks, in three statements with the session', async () => {
    const lead = await it.as('P003');
    const variables = { templateId: await weekly() };
    const { inspectionOverview } = await lead.ask(overview, variables);
    expect(inspectionOverview.periods.map(({ key }: any) => key)).toEqual([
      '2026-W45',
      '2026-W46',
      '2026-W47',
      '2026-W48',
    ]);
    expect(inspectionOverview.rows).toHaveLength(60);
    expect(await it.countStatements(() => lead.ask(overview, variables))).toBe(3);
    expect((await lead.ask(overview, { ...variables, authoritiesOnly: true })).inspectionOverview.rows).toHaveLength(
      12,
    );
  });
  test('pages back to the first form of the template and forward to now again', async () => {
    const lead = await it.as('P003');
    const templateId = await weekly();
    const paged = `
      query ($templateId: ID!, $until: Date) { inspectionOverview(templateId: $templateId, periods: 13, until:
        $until) { older newer periods { key } rows { cells { period } } } }`;
    const page = async (until: string | null) => (await lead.ask(paged, { templateId, until })).inspectionOverview;
    const now = await page(null);
    expect([now.periods[0].key, now.periods.at(-1).key, now.newer]).toEqual(['2026-W36', '2026-W48', null]);
    const before = await page(now.older);
    expect([before.periods[0].key, before.periods.at(-1).key]).toEqual(['2026-W23', '2026-W35']);
    expect(before.rows.length).toBeGreaterThan(0);
    expect((await page(before.newer)).periods).toEqual(now.periods);
    const first = await page(before.older);
    expect(first.older).toBeNull();
    expect(first.rows.flatMap(({ cells }: any) => cells).length).toBeGreaterThan(0);
    expect((await page(first.newer)).periods).toEqual(before.periods);
    expect((await page('2030-01-01')).periods).toEqual(now.periods);
    expect((await lead.refused(paged, { templateId, until: 'last week' })).code).toBe('INVALID_INPUT');
    expect(await it.countStatements(() => page(now.older))).toBe(3);
  });
  test('shows the state of an open form, but neither score nor way to it where it is not to be seen', async () => {
    const { inspectionOverview } = await (
      await it.as('P003')
    ).ask(overview, { templateId: await weekly(), authorityId: await unit('LH-BT'), periods: 1 });
    const office = inspectionOverview.rows.find(({ unitName }: any) => unitName === 'Văn phòng HĐND và UBND');
    expect(office.cells).toEqual([{ period: '2026-W48', state: 'IN_PROGRESS', score: null, inspectionId: null }]);
  });
  test('is that of the own ward for its quality manager, and empty for an officer', async () => {
    expect(
      (await (await it.as('P011')).ask(overview, { templateId: await weekly() })).inspectionOverview.rows,
    ).toHaveLength(5);
    expect((await (await it.as('P021')).ask(overview, { templateId: await weekly() })).inspectionOverview.rows).toEqual(
      [],
    );
  });
});
