import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();
const count = async (where: string) =>
  (await it.sql<{ n: number }>(`select count(*)::int as n from inspection where ${where}`))[0]!.n;

describe('opening', () => {
  test('opens the forms of a new week for every unit of the schedule, once', async () => {
    it.clock.set('2026-11-30');
    await it.runJob('selfInspection.open');
    expect(await count(`period_key = '2026-W49'`)).toBe(60);
    // The fourth quarter opens sixty days after its first day.
    expect(await count(`period_key = '2026-Q4'`)).toBe(24);
    expect(
      await it.sql(
        `select distinct state, due_on::text, late_until::text from inspection where period_key = '2026-W49'`,
      ),
    ).toEqual([{ state: 'DUE', due_on: '2026-12-04', late_until: '2026-12-08' }]);
    const all = await count('true');
    await it.runJob('selfInspection.open');
    expect(await count('true')).toBe(all);
    expect(
      await it.sql(
        `
          select actor_name from trail_entry t join inspection i on i.id = t.subject_id
          where i.period_key = '2026-W49' and verb = 'selfInspection.open' limit 1`,
      ),
    ).toEqual([{ actor_name: 'Hệ thống' }]);
  });
  test('makes up for the week in which nothing ran, while it is still open', async () => {
    it.clock.set('2026-12-14');
    await it.runJob('selfInspection.open');
    expect(await count(`period_key = '2026-W50'`)).toBe(60);
    expect(await count(`period_key = '2026-W51'`)).toBe(60);
  });
  test('opens nothing for a template that is retired, nor by a schedule that has ended', async () => {
    it.clock.set('2026-12-21');
    await it.sql(`update inspection_schedule set ends_on = '2026-12-20' where frequency = 'WEEKLY'`);
    await it.runJob('selfInspection.open');
    expect(await count(`period_key = '2026-W52'`)).toBe(0);
    await it.sql(`update inspection_schedule set ends_on = null`);
    await it.sql(
      `
        update inspection_template_version v set state = 'RETIRED' from inspection_template t
        where t.id = v.template_id and t.code = 'WEEKLY'`,
    );
    await it.runJob('selfInspection.open');
    expect(await count(`period_key = '2026-W52'`)).toBe(0);
  });
});

describe('missing', () => {
  test('a form that nobody submitted by its last day is missed, and can still be submitted', async () => {
    it.clock.set('2026-12-02');
    // W48 is taken late until Tuesday 1 December.
    const open = await count(`period_key = '2026-W48' and state in ('DUE', 'IN_PROGRESS')`);
    expect(open).toBeGreaterThan(0);
    const due = await count(`state in ('DUE', 'IN_PROGRESS') and late_until < '2026-12-02'`);
    expect(due).toBeGreaterThan(50);
    expect(await it.countStatements(() => it.runJob('selfInspection.miss')), 'statements for all of them').toBeLessThan(
      10,
    );
    expect(await count(`period_key = '2026-W48' and state in ('DUE', 'IN_PROGRESS')`)).toBe(0);
    expect(
      await it.sql(
        `
          select count(*)::int as missed from trail_entry where verb = 'selfInspection.miss'
          and jsonb_array_length(changes) = 1 and changes->0->>'id' = subject_id::text and at >= $1`,
        it.clock.now(),
      ),
    ).toEqual([{ missed: due }]);
    expect(await count(`period_key = '2026-W48' and state = 'MISSED'`)).toBe(open);
    expect(await count(`period_key = '2026-11' and state = 'DUE'`)).toBeGreaterThan(0);
    const head = await it.as('P010');
    const { inspections } = await head.ask(
      '{ inspections(mine: true, states: [MISSED], late: true) { nodes { viewerCan unit { name } } } }',
    );
    expect(inspections.nodes).toContainEqual({
      viewerCan: ['submit', 'save', 'nameSubstitute', 'reportFailing'],
      unit: { name: 'Phường Bạch Trúc' },
    });
    await it.runJob('selfInspection.miss');
  });
});

describe('bug: periods that passed while nothing ran were never opened nor missed', () => {
  const keysSince = async (day: string) =>
    await it.sql<{ key: string; state: string; forms: number }>(
      `select i.period_key as key, i.state, count(*)::int as forms
    from inspection i join inspection_template t on t.id = i.template_id where t.code = 'MONTHLY'
      and i.period_start >= $1 group by 1, 2 order by 1, 2`,
      day,
    );
  test('after three months without a run every month is opened, and the passed ones are missed, with few statements', async () => {
    it.clock.set('2027-03-20');
    const statements = await it.countStatements(() => it.runJob('selfInspection.open'));
    await it.runJob('selfInspection.miss');
    expect(await keysSince('2026-12-01')).toEqual([
      { key: '2026-12', state: 'MISSED', forms: 60 },
      { key: '2027-01', state: 'MISSED', forms: 60 },
      { key: '2027-02', state: 'MISSED', forms: 60 },
      { key: '2027-03', state: 'DUE', forms: 60 },
    ]);
    expect(statements).toBeLessThan(300);
    await it.runJob('selfInspection.open');
    expect((await keysSince('2026-12-01')).map(({ forms }) => forms)).toEqual([60, 60, 60, 60]);
  });
  test('not those in which the template was out of use, nor farther back than twelve months', async () => {
    const [version] = await it.sql<{ id: string }>(
      `
        select v.id from inspection_template_version v join inspection_template t on t.id = v.template_id
        where t.code = 'MONTHLY' and v.state = 'PUBLISHED'`,
    );
    await it.sql(
      `update inspection_template_version set published_at = '2028-11-20T08:00:00+07:00' where id = $1`,
      version!.id,
    );
    it.clock.set('2028-12-20');
    await it.runJob('selfInspection.open');
    expect((await keysSince('2027-04-01')).map(({ key }) => key)).toEqual(['2028-11', '2028-12']);
    await it.sql(
      `update inspection_template_version set published_at = '2026-01-12T08:00:00+07:00' where id = $1`,
      version!.id,
    );
    expect(
      await count(`period_start < '2027-12-01' and period_start > '2027-04-01' and period_key ~ '^[0-9]{4}-[0-9]{2}$'`),
    ).toBe(0);
  });
});
