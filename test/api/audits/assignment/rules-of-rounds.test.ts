import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { bachTrucTeam, cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);
const day = { dates: ['2026-12-09'], length: 'HALF_DAY', startTime: '08:00' };

/** A round beside those of the fixtures, on other days. */
async function otherRound(who: string, input: object) {
  const created = await it.run(
    who,
    'createRound',
    {
      kind: 'CROSS',
      title: 'Đợt bên cạnh',
      from: '2026-12-01',
      to: '2026-12-31',
      settings: { monthsAfterLeaving: 12, earlierAuditsOfLead: 0, teamSize: { min: 2, max: 4 }, maxLoad: 2 },
      ...input,
    },
    'id number state audits { id number unit { code } authority { code } }',
  );
  return created as {
    id: string;
    number: string;
    audits: { id: string; number: string; unit: { code: string } }[];
  };
}
const unitIds = (...codes: string[]) => Promise.all(codes.map((code) => story.idOf('unit', code)));

describe('R17 is not enforced across rounds', () => {
  test('somebody who audits in another round on that day is neither put on a team nor kept when the day is set, and is shown so', async () => {
    await story.approved();
    const { audits } = await otherRound(cast.arranger, { unitIds: await unitIds('LH-DS') });
    const audit = audits[0]!.id;
    await story.team(audit);
    expect(await story.isRefused(cast.arranger, 'setAuditDates', 'audit', audit, day)).toMatchObject({
      rule: 'R17',
      message: expect.stringContaining('Phường Nguyệt Thủy'),
    });
    await story.team(audit, []);
    await story.dates(audit, '2026-12-09');
    expect(await story.teamRefused(audit, bachTrucTeam)).toMatchObject({ code: 'RULE_VIOLATED', rule: 'R17' });
    const { teamCandidates } = await (
      await it.as(cast.arranger)
    ).ask('query ($id: ID!) { teamCandidates(auditId: $id) { name load violations { rule } } }', { id: audit });
    expect(
      teamCandidates.find(({ name }: { name: string }) => name === 'Đặng Kim Ngân' || name === 'Dương Kim Ngân'),
    ).toMatchObject({ load: 0, violations: [{ rule: 'R17' }] });
    expect(await it.sql('select 1 from team_member where audit_id = $1', audit)).toEqual([]);
  });
});

describe('anybody can be put on a team', () => {
  test.each([
    ['an officer who is no auditor', 'P020', 'SECRETARY'],
    ['the head who signs the plan', 'P001', 'AUDITOR'],
    ['a trainee who is no auditor', 'P021', 'TRAINEE'],
  ])('not %s', async (_who, code, part) => {
    const { audits } = await story.round();
    expect(await story.teamRefused(audits['LH-NT']!, [{ code, part }])).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'R08',
    });
  });

  test('not an auditor who is no longer active', async () => {
    const { audits } = await story.round();
    await it.sql('update person set is_active = false where code = $1', 'P135');
    expect(await story.teamRefused(audits['LH-NT']!, [{ code: 'P135', part: 'AUDITOR' }])).toMatchObject({
      rule: 'R08',
    });
    await it.sql('update person set is_active = true where code = $1', 'P135');
  });

  test('in a round of the own offices nobody from elsewhere', async () => {
    const { audits } = await otherRound(cast.auditeeSecretary, {
      kind: 'INTERNAL',
      unitIds: await unitIds('LH-NT-VX'),
    });
    const members = await story.members([{ code: 'P017', part: 'LEAD' }]);
    expect(await story.isRefused(cast.auditeeSecretary, 'setTeam', 'audit', audits[0]!.id, { members })).toMatchObject({
      rule: 'R08',
    });
  });
});

describe('R15 in INTERNAL rounds', () => {
  test('ignores who really decides: a head of office who arranges leaves the team for the own office to somebody else', async () => {
    const secretary = await story.idOf('person', 'P028');
    await it.sql(
      `
        insert into role_grant (id, person_id, role, unit_id, from_date)
        values (gen_random_uuid(), $1, 'UNIT_HEAD', $2, '2026-01-01')`,
      secretary,
      await story.idOf('unit', 'LH-NT-VX'),
    );
    const { id, audits } = await otherRound('P028', {
      kind: 'INTERNAL',
      unitIds: await unitIds('LH-NT-VX', 'LH-NT-HC'),
    });
    const idOf = (code: string) => audits.find(({ unit }) => unit.code === code)!.id;
    const members = await story.members([
      { code: 'P029', part: 'LEAD' },
      { code: 'P030', part: 'AUDITOR' },
    ]);
    expect(await story.isRefused('P028', 'setTeam', 'audit', idOf('LH-NT-VX'), { members })).toMatchObject({
      rule: 'R15',
    });
    await story.does('P028', 'setTeam', 'audit', idOf('LH-NT-HC'), { members });
    await story.does('P023', 'setTeam', 'audit', idOf('LH-NT-VX'), { members });
    await story.does('P028', 'setAuditDates', 'audit', idOf('LH-NT-HC'), { ...day, dates: ['2026-12-21'] });
    await story.does('P028', 'setAuditDates', 'audit', idOf('LH-NT-VX'), { ...day, dates: ['2026-12-22'] });
    expect((await story.does('P028', 'assignRound', 'round', id))['state']).toBe('ASSIGNED');
  });
});

describe('numbers of audits', () => {
  test('are not unique in an authority: an INTERNAL round has a series of its own', async () => {
    const { number, audits } = await otherRound(cast.auditeeSecretary, {
      kind: 'INTERNAL',
      unitIds: await unitIds('LH-NT-VP', 'LH-NT-KT'),
    });
    expect(number).toMatch(/^DGNB-2026-\d\d$/);
    expect(audits.map((audit) => audit.number)).toEqual([`${number}-01`, `${number}-02`]);
    await expect(
      it.sql('update audit set number = $1 where id = $2', audits[0]!.number, audits[1]!.id),
    ).rejects.toThrow(/unique/);
  });

  test('may be given anew in one go when auditees come and go', async () => {
    const { id, number, audits } = await otherRound(cast.auditeeSecretary, {
      kind: 'INTERNAL',
      unitIds: await unitIds('LH-NT-VP', 'LH-NT-VX'),
    });
    const settings = { monthsAfterLeaving: 12, earlierAuditsOfLead: 0, teamSize: { min: 2, max: 4 }, maxLoad: 2 };
    const changed = await story.does(
      cast.auditeeSecretary,
      'changeRound',
      'round',
      id,
      {
        title: 'Đợt bên cạnh',
        from: '2026-12-01',
        to: '2026-12-31',
        settings,
        unitIds: await unitIds('LH-NT-VX', 'LH-NT-KT', 'LH-NT-VP'),
      },
      'audits { number }',
    );
    expect(changed['audits']).toHaveLength(3);
    expect(new Set(changed['audits'].map((audit: { number: string }) => audit.number)).size).toBe(3);
    expect([number, audits.length]).toEqual([number, 2]);
  });
});

describe('a round', () => {
  const refusal = async (change: object) =>
    it.runRefused(cast.arranger, 'createRound', {
      kind: 'CROSS',
      title: 'Đợt thử chương trình',
      from: '2026-12-01',
      to: '2026-12-31',
      unitIds: await unitIds('LH-NT'),
      ...change,
    });
  const programme = async (year: number) =>
    (await it.sql<{ id: string }>('select id from programme where year = $1', year))[0]!.id;

  test('can be hung on a CLOSED programme, of any year: it cannot', async () => {
    expect(await refusal({ programmeId: await programme(2025) })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'programmeId',
      message: expect.stringContaining('đã kết thúc'),
    });
    expect(await refusal({ programmeId: await programme(2027) })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'programmeId',
      message: expect.stringContaining('2027'),
    });
    const { id } = await otherRound(cast.arranger, {
      programmeId: await programme(2026),
      unitIds: await unitIds('LH-ST'),
    });
    expect(id).toBeDefined();
  });

  test('in the past is refused: a window that is over, days that are over', async () => {
    expect(await refusal({ from: '2020-01-01', to: '2020-12-31' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'to',
    });
    const { id, audits } = await otherRound(cast.arranger, { from: '2026-11-02', unitIds: await unitIds('LH-ST') });
    const audit = audits[0]!.id;
    expect(
      await story.isRefused(cast.arranger, 'setAuditDates', 'audit', audit, { ...day, dates: ['2026-11-20'] }),
    ).toMatchObject({ rule: 'PAST_DAY' });
    await it.sql(`update audit set dates = '{2026-11-20}' where id = $1`, audit);
    await story.team(audit, [
      { code: 'P133', part: 'LEAD' },
      { code: 'P135', part: 'AUDITOR' },
    ]);
    expect(await story.isRefused(cast.arranger, 'assignRound', 'round', id)).toMatchObject({ rule: 'PAST_DAY' });
  });

  test('is not announced for a day that is over, nor amended to one', async () => {
    const { round, audit } = await story.approved();
    await story.plan(audit);
    it.clock.set('2026-12-10T08:00:00+07:00');
    expect(await story.isRefused(cast.lead, 'announceAudit', 'audit', audit)).toMatchObject({ rule: 'PAST_DAY' });
    const change = { auditId: audit, members: await story.members(bachTrucTeam), ...day, dates: ['2026-12-08'] };
    expect(
      await story.isRefused(cast.arranger, 'proposePlanAmendment', 'round', round, {
        reason: 'Chuyển sang ngày khác',
        changes: [change],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'changes.0.dates' });
    it.clock.set('2026-11-23T08:00:00+07:00');
  });
});

test('after reviseProgramme the draft stays visible to auditees: it is hidden until it is signed again', async () => {
  const [programme] = await it.sql<{ id: string }>('select id from programme where year = 2026');
  const { id } = programme!;
  const auditee = await it.as(cast.auditeeHead);
  const query = 'query ($id: ID!) { programme(id: $id) { title } }';
  await auditee.ask(query, { id });
  await story.does(cast.arranger, 'reviseProgramme', 'programme', id, { reason: 'Bổ sung trọng tâm của năm' });
  expect(await auditee.refused(query, { id })).toMatchObject({ code: 'NOT_FOUND' });
  await story.does(cast.head, 'approveProgramme', 'programme', id, { password });
  await auditee.ask(query, { id });
});

describe('a member who leaves', () => {
  const withoutMember = [bachTrucTeam[0]!, { code: 'P054', part: 'AUDITOR' }, bachTrucTeam[2]!];

  test('during fieldwork leaves findings nobody can move: the lead sends or drops them, another member agrees', async () => {
    const { round, audit } = await story.open();
    const { id } = await story.finding(cast.member, audit);
    const dropped = await story.finding(cast.member, audit);
    const sent = await story.finding(cast.member, audit);
    await story.find(cast.member, 'sendFinding', sent.id);
    await story.amendPlan(round, audit, withoutMember);
    expect(
      await (
        await it.as(cast.member)
      ).refused('query ($id: ID!) { audit(id: $id) { findings { id } } }', { id: audit }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await story.isRefused('P054', 'dropFinding', 'finding', dropped.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await story.find(cast.lead, 'dropFinding', dropped.id))['state']).toBe('DROPPED');
    expect((await story.find(cast.lead, 'sendFinding', id))['state']).toBe('SENT');
    expect(await story.isRefused(cast.lead, 'agreeFinding', 'finding', id)).toMatchObject({ code: 'FORBIDDEN' });
    for (const each of [id, sent.id]) expect((await story.find('P054', 'agreeFinding', each))['state']).toBe('AGREED');
  });

  test('a lead who drops out after fieldwork cannot be replaced: the team can be, the days cannot', async () => {
    const { round, audit } = await story.fieldworkDone();
    const team = [{ code: 'P053', part: 'LEAD' }, bachTrucTeam[1]!, bachTrucTeam[2]!];
    const change = { auditId: audit, members: await story.members(team), ...day, dates: ['2026-12-11'] };
    expect(
      await story.isRefused(cast.arranger, 'proposePlanAmendment', 'round', round, {
        reason: 'Trưởng đoàn chuyển công tác',
        changes: [change],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'changes.0.dates' });
    await story.amendPlan(round, audit, team);
    expect(
      await it.sql(`select state, json_array_length(agenda::json) > 0 as kept from audit where id = $1`, audit),
    ).toEqual([{ state: 'FIELDWORK_DONE', kept: true }]);
    await story.does('P053', 'saveReport', 'audit', audit, {
      performance: 'Đúng kế hoạch.',
      strengths: '',
      recommendations: '',
      previousActions: '',
      conclusion: 'Hệ thống phù hợp và có hiệu lực.',
    });
    expect((await story.does('P053', 'reportAudit', 'audit', audit, { password }))['state']).toBe('REPORTED');
  });
});
