import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();
const asked = `
    id version frequency unitCount isRunning opensAfterDays dueAfterWorkingDays lateAfterWorkingDays startsOn
      endsOn viewerCan units { code }`;
const unit = async (code: string) => (await it.sql<{ id: string }>('select id from unit where code = $1', code))[0]!.id;
const template = async (code: string) =>
  (await it.sql<{ id: string }>('select id from inspection_template where code = $1', code))[0]!.id;
const scheduleOf = async (code: string) =>
  (
    await it.sql<{ id: string; version: number }>(
      `
        select s.id, s.version from inspection_schedule s join inspection_template t on t.id = s.template_id
        where t.code = $1`,
      code,
    )
  )[0]!;
const offsets = { opensAfterDays: 1, dueAfterWorkingDays: 2, lateAfterWorkingDays: 3 };

describe('bug: the forms of a ward could not be listed any more once another ward’s own template was scheduled for it', () => {
  const foreign = async () => {
    const copyOf = (table: string, changes: string) =>
      `
        insert into ${table}
        select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), ${changes}))).*
        from ${table} c`;
    const [row] = await it.sql<{ id: string }>(
      `
        ${copyOf('inspection_template', `'code', 'RIENG', 'owner_id', $1::text`)}
        where c.code = 'CUOI-NGAY' returning id`,
      await unit('LH-NT'),
    );
    await it.sql(
      `
        ${copyOf('inspection_template_version', `'state', 'PUBLISHED', 'template_id', $1::text`)}
        where c.template_id = $2`,
      row!.id,
      await template('CUOI-NGAY'),
    );
    return row!.id;
  };
  const counted = async () =>
    (
      await it.sql(
        `
          select (select count(*) from inspection_schedule) as schedules, (select count(*)
          from inspection) as forms, (select count(*) from trail_entry) as entries`,
      )
    )[0];

  test('a template serves the units of its owner only: it is neither scheduled nor begun elsewhere, and nothing changes', async () => {
    const templateId = await foreign();
    const before = await counted();
    const keeper = await it.as('P003');
    for (const owner of ['LH', 'LH-KHCN']) {
      const input = { ownerId: await unit(owner), templateId, unitIds: [await unit(owner === 'LH' ? 'LH-BT' : owner)] };
      expect(await keeper.runRefused('createSchedule', input)).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'templateId',
      });
    }
    await it.sql(
      `
        insert into role_grant (id, person_id, role, unit_id, from_date)
        select gen_random_uuid(), id, 'AUDIT_TEAM', $1, '2026-11-01' from person where code = 'P012'`,
      await unit('LH-NT'),
    );
    const begun = { unitId: await unit('LH-BT-VP'), templateId, kind: 'EXTRA' };
    expect(await it.runRefused('P012', 'startInspection', begun)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'templateId',
    });
    expect(await counted()).toEqual(before);
  });
  test('an office owns neither templates nor schedules: the rest of its authority would not see them', async () => {
    const before = await counted();
    const input = {
      ownerId: await unit('LH-BT-VP'),
      templateId: await template('ALL'),
      unitIds: [await unit('LH-BT-VP')],
    };
    expect(await it.runRefused('P011', 'createSchedule', input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'ownerId',
    });
    expect(await counted()).toEqual(before);
  });
});

describe('a schedule', () => {
  test('of a ward for its offices opens their forms', async () => {
    const manager = await it.as('P011');
    const input = {
      ownerId: await unit('LH-BT'),
      templateId: await template('ALL'),
      unitIds: [await unit('LH-BT-HC')],
      offsets: { ...offsets, opensAfterDays: 0 },
    };
    const created = await manager.run('createSchedule', input, asked);
    expect(created).toMatchObject({
      frequency: 'YEARLY',
      unitCount: 1,
      isRunning: true,
      startsOn: '2026-11-23',
      viewerCan: ['change', 'end'],
      units: [{ code: 'LH-BT-HC' }],
    });
    expect(await it.sql(`select verb from trail_entry where subject_id = $1`, created.id)).toEqual([
      { verb: 'selfInspection.createSchedule' },
    ]);
    await it.runJob('selfInspection.open');
    expect(
      await it.sql(
        `select u.code, i.due_on::text from inspection i join unit u on u.id = i.unit_id where i.schedule_id = $1`,
        created.id,
      ),
    ).toEqual([{ code: 'LH-BT-HC', due_on: '2027-01-05' }]);
  });
  test('without days of its own takes those usual for the frequency', async () => {
    const input = {
      ownerId: await unit('LH-NT'),
      templateId: await template('ALL'),
      unitIds: [await unit('LH-NT')],
      idempotencyKey: randomUUID(),
    };
    const manager = await it.as('P023');
    const first = await manager.run('createSchedule', input, asked);
    expect(first).toMatchObject({ opensAfterDays: 300, dueAfterWorkingDays: 0, lateAfterWorkingDays: 10 });
    expect((await manager.run('createSchedule', input, asked)).id).toBe(first.id);
  });
  test('is changed and ended; an ended one stays ended', async () => {
    const keeper = await it.as('P003');
    const { id, version } = await scheduleOf('YEARLY');
    const unitIds = [await unit('LH-BT'), await unit('LH-NT')];
    const changed = await keeper.run('changeSchedule', { id, version, unitIds, offsets }, asked);
    expect(changed).toMatchObject({ unitCount: 2, ...offsets });
    expect((await keeper.runRefused('changeSchedule', { id, version, unitIds, offsets })).code).toBe(
      'VERSION_CONFLICT',
    );
    const ended = await keeper.run('endSchedule', { id, version: changed.version }, asked);
    expect(ended).toMatchObject({ endsOn: '2026-11-23', isRunning: false, viewerCan: [] });
    expect((await keeper.runRefused('endSchedule', { id, version: ended.version })).code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
    expect((await keeper.runRefused('changeSchedule', { id, version: ended.version, unitIds, offsets })).code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});

describe('what is refused', () => {
  const refused = async (who: string, input: Record<string, unknown>) => it.runRefused(who, 'createSchedule', input);
  test('no unit, a unit elsewhere, a unit twice', async () => {
    const base = { ownerId: await unit('LH-SK'), templateId: await template('ALL') };
    expect(await refused('P035', { ...base, unitIds: [] })).toMatchObject({ code: 'INVALID_INPUT', field: 'unitIds' });
    expect(await refused('P035', { ...base, unitIds: [await unit('LH-BT-HC')] })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'unitIds',
    });
    expect(await refused('P035', { ...base, unitIds: [await unit('LH-SK'), await unit('LH-SK')] })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'unitIds',
    });
  });
  test('a template that is not published, and a unit that another schedule has', async () => {
    expect(
      await refused('P011', {
        ownerId: await unit('LH-BT'),
        templateId: await template('CUOI-NGAY'),
        unitIds: [await unit('LH-BT')],
      }),
    ).toMatchObject({ code: 'RULE_VIOLATED', rule: 'TEMPLATE_NOT_PUBLISHED' });
    expect(
      await refused('P035', {
        ownerId: await unit('LH-SK'),
        templateId: await template('WEEKLY'),
        unitIds: [await unit('LH-SK')],
      }),
    ).toMatchObject({ code: 'RULE_VIOLATED', rule: 'SCHEDULED_TWICE' });
  });
  test('whoever is not quality manager there', async () => {
    const input = { ownerId: await unit('LH-SK'), templateId: await template('ALL'), unitIds: [await unit('LH-SK')] };
    expect((await refused('P034', input)).code).toBe('FORBIDDEN');
    expect((await refused('P011', input)).code).toBe('FORBIDDEN');
    const { id, version } = await scheduleOf('WEEKLY');
    expect((await it.runRefused('P035', 'endSchedule', { id, version })).code).toBe('FORBIDDEN');
    expect(
      (await it.sql(`select count(*)::int as n from inspection_schedule where owner_id = $1`, input.ownerId))[0],
    ).toEqual({ n: 0 });
  });
});
