import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { mutation } from '../../support/commands.js';
import { bachTrucTeam, cast, password, Story } from './fixtures.js';

const it = useServer();
const story = new Story(it);

describe('what was seen before somebody else changed it', () => {
  test('a team put together by somebody else meanwhile is not overwritten', async () => {
    const round = await story.round();
    const audit = round.audits['LH-NT']!;
    const arranger = await it.as(cast.arranger);
    const version = await story.version('audit', audit);
    const input = { id: audit, version, members: await story.members(bachTrucTeam) };
    await arranger.run('setTeam', input);
    expect(await arranger.runRefused('setTeam', { ...input, members: [] })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await it.sql('select count(*)::int as n from team_member where audit_id = $1', audit)).toEqual([{ n: 3 }]);
  });

  test('a plan is not confirmed for a team that was amended after it was read', async () => {
    const { round, audit } = await story.announced();
    const seen = await story.version('audit', audit);
    const change = {
      auditId: audit,
      members: await story.members([
        bachTrucTeam[0]!,
        { code: 'P019', part: 'SECRETARY' },
        { code: 'P016', part: 'AUDITOR' },
      ]),
      dates: ['2026-12-09'],
      length: 'HALF_DAY',
      startTime: '08:00',
    };
    await story.does(cast.arranger, 'proposePlanAmendment', 'round', round, {
      reason: 'Thư ký đoàn đi công tác đột xuất',
      changes: [change],
    });
    const { amendment } = (
      await (
        await it.as(cast.arranger)
      ).ask('query ($id: ID!) { round(id: $id) { amendment { reason } } }', { id: round })
    ).round;
    expect(amendment.reason).toBe('Thư ký đoàn đi công tác đột xuất');
    expect(
      (
        await (
          await it.as(cast.auditeeHead)
        ).ask('query ($id: ID!) { round(id: $id) { amendment { reason } } }', { id: round })
      ).round,
    ).toEqual({ amendment: null });
    await story.does(cast.head, 'approvePlanAmendment', 'round', round, { password });
    expect(
      await it.runRefused(cast.auditeeHead, 'confirmAuditPlan', { id: audit, version: seen, password }),
    ).toMatchObject({ code: 'VERSION_CONFLICT' });
  });

  test('a round whose auditees changed meanwhile is not changed again from the old list', async () => {
    const round = await story.round(['LH-NT']);
    const arranger = await it.as(cast.arranger);
    const settings = { monthsAfterLeaving: 12, earlierAuditsOfLead: 0, teamSize: { min: 2, max: 4 }, maxLoad: 2 };
    const input = {
      id: round.id,
      version: await story.version('round', round.id),
      title: 'Đánh giá chéo quý IV',
      from: '2026-12-01',
      to: '2026-12-31',
      settings,
      unitIds: [await story.idOf('unit', 'LH-NT'), await story.idOf('unit', 'LH-SK')],
    };
    await arranger.run('changeRound', input);
    expect(await arranger.runRefused('changeRound', { ...input, unitIds: input.unitIds.slice(0, 1) })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
  });
});

test('a programme or an earlier round of another lead agency is not taken for the own one', async () => {
  const round = await story.round();
  const other = await story.idOf('unit', 'LH-BT');
  await it.sql('update round set lead_agency_id = $1 where id = $2', other, round.id);
  const input = {
    kind: 'CROSS',
    title: 'Đánh giá chéo đợt sau',
    from: '2027-01-04',
    to: '2027-01-29',
    unitIds: [await story.idOf('unit', 'LH-NT')],
    previousId: round.id,
  };
  expect(await it.runRefused(cast.arranger, 'createRound', input)).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'previousId',
  });
});

test('a line written while the lead ends the fieldwork is either in it or refused', async () => {
  const { audit, lines } = await story.open();
  for (const { id } of lines) await story.line(cast.member, id);
  const [line] = lines;
  const member = await it.as(cast.member);
  const lead = await it.as(cast.lead);
  const version = await story.version('check_item', line!.id);
  const finish = {
    id: audit,
    version: await story.version('audit', audit),
    teamAgreement: '',
    closingMinutes: 'Họp kết thúc, không có phát hiện.',
  };
  await Promise.all([
    lead.send(mutation('finishFieldwork'), { input: finish }),
    member.send(mutation('setCheckResult'), { input: { id: line!.id, version, result: 'NOT_CHECKED' } }),
  ]);
  const [{ state } = { state: '' }] = await it.sql<{ state: string }>('select state from audit where id = $1', audit);
  const [{ result } = { result: '' }] = await it.sql<{ result: string }>(
    'select result from check_item where id = $1',
    line!.id,
  );
  expect([`FIELDWORK_DONE CONFORMING`, `IN_PROGRESS NOT_CHECKED`]).toContain(`${state} ${result}`);
});
