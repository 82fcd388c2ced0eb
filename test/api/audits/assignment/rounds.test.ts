import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { bachTrucTeam, cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);

describe('a round', () => {
  test('is made by the lead agency only, over authorities, in a window', async () => {
    const unitIds = [await story.idOf('unit', 'LH-NT')];
    const input = { kind: 'CROSS', title: 'Đợt thử', from: '2026-12-01', to: '2026-12-31', unitIds };
    const asked = async (who: string, change: object) => it.runRefused(who, 'createRound', { ...input, ...change });
    expect(await asked(cast.auditeeHead, {})).toMatchObject({ code: 'FORBIDDEN' });
    expect(await asked(cast.auditeeSecretary, {})).toMatchObject({ code: 'FORBIDDEN' });
    expect(await asked(cast.arranger, { to: '2026-11-01' })).toMatchObject({ code: 'INVALID_INPUT', field: 'to' });
    expect(await asked(cast.arranger, { unitIds: [] })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await asked(cast.arranger, { title: '' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await asked(cast.arranger, { unitIds: [await story.idOf('unit', 'LH-NT-VP')] })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'unitIds',
    });
    expect(await asked(cast.arranger, { clauseSetCode: 'ISO1' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'clauseSetCode',
    });
  });

  test('sent twice with the same key is made once', async () => {
    const input = {
      idempotencyKey: '0f9a1a52-27a0-4d0c-9a3e-8a6e3f0a1b2c',
      kind: 'CROSS',
      title: 'Đợt gửi hai lần',
      from: '2026-12-01',
      to: '2026-12-31',
      unitIds: [await story.idOf('unit', 'LH-NT')],
    };
    const arranger = await it.as(cast.arranger);
    const first = await arranger.run('createRound', input);
    expect(await arranger.run('createRound', input)).toEqual(first);
    expect(await it.sql(`select count(*)::int as n from round where title = 'Đợt gửi hai lần'`)).toEqual([{ n: 1 }]);
  });

  test('of the own offices is arranged by the own secretary', async () => {
    const offices = await Promise.all(['LH-NT-VP', 'LH-NT-KT'].map((code) => story.idOf('unit', code)));
    const created = await it.run(
      cast.auditeeSecretary,
      'createRound',
      {
        kind: 'INTERNAL',
        title: 'Đánh giá nội bộ phường',
        from: '2026-12-01',
        to: '2026-12-31',
        unitIds: offices,
      },
      'viewerCan audits { unit { code } authority { code } }',
    );
    expect(created).toEqual({
      viewerCan: ['assign'],
      audits: [
        { unit: { code: 'LH-NT-VP' }, authority: { code: 'LH-NT' } },
        { unit: { code: 'LH-NT-KT' }, authority: { code: 'LH-NT' } },
      ],
    });
  });

  test('takes auditees in and out while it is prepared, and numbers them anew', async () => {
    const round = await story.round(['LH-NT', 'LH-SK']);
    const settings = { monthsAfterLeaving: 18, earlierAuditsOfLead: 0, teamSize: { min: 2, max: 4 }, maxLoad: 2 };
    const unitIds = await Promise.all(['LH-SK', 'LH-DS'].map((code) => story.idOf('unit', code)));
    const changed = await story.does(
      cast.arranger,
      'changeRound',
      'round',
      round.id,
      { title: 'Đợt đã sửa', from: '2026-12-01', to: '2026-12-20', unitIds, settings },
      'title settings { monthsAfterLeaving } audits { number unit { code } }',
    );
    expect(changed).toMatchObject({
      settings: { monthsAfterLeaving: 18 },
      audits: [
        { number: `${round.number}-01`, unit: { code: 'LH-SK' } },
        { number: `${round.number}-02`, unit: { code: 'LH-DS' } },
      ],
    });
  });

  test('is not settled without days, and not signed by the arranger or with a wrong password', async () => {
    const round = await story.round();
    await story.team(round.audits['LH-NT']!);
    expect(await story.isRefused(cast.arranger, 'assignRound', 'round', round.id)).toMatchObject({ rule: 'NO_DATES' });
    await story.dates(round.audits['LH-NT']!);
    expect((await story.does(cast.arranger, 'assignRound', 'round', round.id))['state']).toBe('ASSIGNED');
    expect(await story.isRefused(cast.arranger, 'approveRound', 'round', round.id, { password })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await story.isRefused(cast.head, 'approveRound', 'round', round.id, { password: 'wrong' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'password',
    });
    expect(await story.teamRefused(round.audits['LH-NT']!, bachTrucTeam)).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    expect((await story.does(cast.arranger, 'reopenRound', 'round', round.id))['state']).toBe('PREPARING');
    expect(await story.trail(round.id)).toEqual(['round.create', 'round.assign', 'round.reopen'].sort());
  });

  test('is seen by team and auditee only when it is approved', async () => {
    const round = await story.round();
    const query = 'query ($id: ID!) { round(id: $id) { number } }';
    expect(await (await it.as(cast.auditeeHead)).refused(query, { id: round.id })).toMatchObject({ code: 'NOT_FOUND' });
    const approved = await story.approved();
    for (const who of [cast.auditeeHead, cast.lead, cast.arranger, 'sangpn.nv'])
      expect(await (await it.as(who)).ask(query, { id: approved.round })).toBeDefined();
    expect(await (await it.as('P088')).refused(query, { id: approved.round })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that is stale is a conflict', async () => {
    const round = await story.round();
    expect(await it.runRefused(cast.arranger, 'assignRound', { id: round.id, version: 99 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
  });

  test('cancelled by the head takes its open audits and their roles with it', async () => {
    const { round, audit } = await story.announced();
    expect(await story.isRefused(cast.head, 'cancelRound', 'round', round, { reason: 'ngắn' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    await story.does(cast.head, 'cancelRound', 'round', round, { reason: 'Hoãn sang năm sau vì thiên tai' });
    expect(await it.sql('select state from audit where id = $1', audit)).toEqual([{ state: 'CANCELLED' }]);
    expect(
      await it.sql(
        `select 1 from role_grant where given_by = $1 and (to_date is null or to_date >= '2026-11-23')`,
        audit,
      ),
    ).toEqual([]);
  });

  test('is reported only when every audit is over', async () => {
    const { round } = await story.announced();
    expect(
      await story.isRefused(cast.arranger, 'reportRound', 'round', round, { conclusion: 'Chưa xong mà báo cáo' }),
    ).toMatchObject({ code: 'RULE_VIOLATED', rule: 'AUDITS_OPEN' });
  });
});
