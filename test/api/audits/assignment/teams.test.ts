import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { bachTrucTeam, cast, mutation, password, Story } from '../story.js';

const it = useServer();
const story = new Story(it);
const one = (code: string, part = 'AUDITOR') => [{ code, part }];

describe('a hard rule keeps somebody off a team', () => {
  test('R01: an auditor of Nguyệt Thủy cannot be put on the team that audits Nguyệt Thủy', async () => {
    const { audits } = await story.round();
    expect(await story.teamRefused(audits['LH-NT']!, one('P029'))).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'R01',
    });
    expect(await it.sql('select 1 from team_member where audit_id = $1', audits['LH-NT'])).toEqual([]);
  });

  test('R02: who left Nguyệt Thủy eight months ago cannot audit it; who left two years ago can', async () => {
    const { audits } = await story.round(['LH-NT', 'LH-CN']);
    expect(await story.teamRefused(audits['LH-NT']!, one('P018'))).toMatchObject({ rule: 'R02' });
    expect((await story.team(audits['LH-CN']!, one('P032')))['members']).toHaveLength(1);
  });

  test('R03: who drafted a procedure cannot audit a copy of it in another ward', async () => {
    const { audit } = await story.approved();
    const [original] = await it.sql<{ id: string }>(
      `select d.id from document d join unit u on u.id = d.authority_id where u.code = 'LH-BT' and d.copied_from_id is null limit 1`,
    );
    const [copy] = await it.sql<{ id: string }>(
      `select d.id from document d join unit u on u.id = d.authority_id where u.code = 'LH-NT' and d.kind = 'ADMINISTRATIVE_PROCEDURE' limit 1`,
    );
    await it.sql(
      `update revision set drafter_id = $1, state = 'EFFECTIVE' where id = (select id from revision where document_id = $2 order by issue_number limit 1)`,
      await story.idOf('person', 'P019'),
      original!.id,
    );
    await it.sql('update document set copied_from_id = $1 where id = $2', original!.id, copy!.id);
    const plan = { startTime: '08:00', scopeClauses: ['7.5.2'], procedureIds: [copy!.id] };
    expect(await story.isRefused(cast.lead, 'planAudit', 'audit', audit, plan)).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'R03',
    });
    const { procedureChoices } = await (
      await it.as(cast.lead)
    ).ask('query ($id: ID!) { procedureChoices(auditId: $id) { documentId handledBy } }', { id: audit });
    expect(procedureChoices.find((choice: { documentId: string }) => choice.documentId === copy!.id)).toMatchObject({
      handledBy: expect.arrayContaining(['Trần Thu Huệ']),
    });
    expect(await it.sql('select 1 from audit_procedure where audit_id = $1', audit)).toEqual([]);
  });

  test.each([
    [
      'whoever drafted it before the ISO secretary took the draft over',
      `update revision set former_drafter_ids = array[$1::uuid] where id = $2`,
    ],
    [
      'whoever signed it before it was taken back',
      `insert into signature (id, person_id, person_name, person_title, part, subject_type, subject_id, content_hash, at) select gen_random_uuid(), $1::uuid, 'Trần Thu Huệ', 'Công chức', 'reviewed', 'Revision', $2::uuid, 'x', now()`,
    ],
  ])('bug: R03 forgot %s', async (_who, did) => {
    const { audit } = await story.approved();
    const [copy] = await it.sql<{ id: string; revision: string }>(
      `select d.id, r.id as revision from document d join unit u on u.id = d.authority_id and u.code = 'LH-NT' join revision r on r.document_id = d.id and r.state = 'EFFECTIVE' where d.kind = 'ADMINISTRATIVE_PROCEDURE' order by d.code desc limit 1`,
    );
    const plan = { startTime: '08:00', scopeClauses: ['7.5.2'], procedureIds: [copy!.id] };
    await it.sql(did, await story.idOf('person', 'P019'), copy!.revision);
    expect(await story.isRefused(cast.lead, 'planAudit', 'audit', audit, plan)).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'R03',
    });
    await it.sql(`update revision set former_drafter_ids = '{}' where id = $1`, copy!.revision);
    await it.sql(`delete from signature where subject_id = $1 and content_hash = 'x'`, copy!.revision);
  });

  test('R04: when Bạch Trúc audits Sao Khuê, Sao Khuê cannot audit Bạch Trúc, unless a reason is written', async () => {
    const round = await story.round(['LH-BT', 'LH-SK']);
    await story.team(round.audits['LH-SK']!, one('P017', 'LEAD'));
    expect(await story.teamRefused(round.audits['LH-BT']!, one('P042'))).toMatchObject({ rule: 'R04' });
    const relaxed = await story.round(['LH-BT', 'LH-SK'], { reciprocityReason: 'Cụm chỉ có hai phường áp dụng' });
    await story.team(relaxed.audits['LH-SK']!, one('P017', 'LEAD'));
    expect((await story.team(relaxed.audits['LH-BT']!, one('P042')))['members']).toHaveLength(1);
  });

  test('R06: who declared a relative in the leadership of Vân Tiêu cannot audit it', async () => {
    const { audits } = await story.round(['LH-VT']);
    expect(await story.teamRefused(audits['LH-VT']!, one('P041'))).toMatchObject({ rule: 'R06' });
  });

  test('R07: who is not qualified, or has too few audits, or whose certificate runs out cannot lead', async () => {
    const { audits } = await story.round(['LH-NT'], { earlierAuditsOfLead: 9 });
    expect(await story.teamRefused(audits['LH-NT']!, one('P016', 'LEAD'))).toMatchObject({ rule: 'R07' });
    expect(await story.teamRefused(audits['LH-NT']!, one('P017', 'LEAD'))).toMatchObject({ rule: 'R07' });
    const { audits: later } = await story.round(['LH-SK']);
    await it.sql(
      `update auditor_certificate c set valid_until = '2026-12-01' from auditor a where a.id = c.auditor_id and a.person_id = $1`,
      await story.idOf('person', 'P133'),
    );
    expect(await story.teamRefused(later['LH-SK']!, one('P133', 'LEAD'))).toMatchObject({ rule: 'R07' });
    expect((await story.team(later['LH-SK']!, one('P133', 'AUDITOR')))['members']).toHaveLength(1);
    await it.sql(
      `insert into auditor_certificate (id, auditor_id, number, issued_on, valid_until) select gen_random_uuid(), id, 'CN-LH-2026-900', '2026-11-02', '2029-11-02' from auditor where person_id = $1`,
      await story.idOf('person', 'P133'),
    );
    expect((await story.team(later['LH-SK']!, one('P133', 'LEAD')))['members']).toHaveLength(1);
  });

  test('R08: two leads are refused at once; a lead alone is refused when the assignment is settled', async () => {
    const round = await story.round();
    const audit = round.audits['LH-NT']!;
    expect(await story.teamRefused(audit, [...one('P017', 'LEAD'), ...one('P053', 'LEAD')])).toMatchObject({
      rule: 'R08',
    });
    await story.team(audit, one('P017', 'LEAD'));
    await story.dates(audit);
    expect(await story.isRefused(cast.arranger, 'assignRound', 'round', round.id)).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'R08',
    });
    expect(await it.sql('select state from round where id = $1', round.id)).toEqual([{ state: 'PREPARING' }]);
  });

  test('R10: a third audit in one round is too much', async () => {
    const { audits } = await story.round(['LH-NT', 'LH-SK', 'LH-DS']);
    await story.team(audits['LH-NT']!, one('P053', 'LEAD'));
    await story.team(audits['LH-SK']!, one('P053', 'LEAD'));
    expect(await story.teamRefused(audits['LH-DS']!, one('P053', 'LEAD'))).toMatchObject({ rule: 'R10' });
  });

  test('R15: who holds a post above the ward cannot audit it', async () => {
    await it.sql(
      `insert into role_grant (id, person_id, role, unit_id, from_date) values (gen_random_uuid(), $1, 'UNIT_HEAD', $2, '2026-01-01')`,
      await story.idOf('person', 'P145'),
      await story.idOf('unit', 'LH'),
    );
    const { audits } = await story.round();
    expect(await story.teamRefused(audits['LH-NT']!, one('P145'))).toMatchObject({ rule: 'R15' });
  });

  test('R17: not two places on one day, not on the reception day, not on a day off, not when unavailable', async () => {
    const { audits } = await story.round(['LH-NT', 'LH-SK']);
    const [first, second] = [audits['LH-NT']!, audits['LH-SK']!];
    await story.dates(first, '2026-12-11');
    await story.dates(second, '2026-12-11');
    await story.team(first, one('P101', 'LEAD'));
    expect(await story.teamRefused(second, one('P101', 'LEAD'))).toMatchObject({ rule: 'R17' });
    const onDay = (date: string) =>
      story.isRefused(cast.arranger, 'setAuditDates', 'audit', second, {
        dates: [date],
        length: 'HALF_DAY',
        startTime: '08:00',
      });
    expect(await onDay('2026-12-09')).toMatchObject({ rule: 'R17' });
    expect(await onDay('2026-12-12')).toMatchObject({ rule: 'R17' });
    expect(await onDay('2027-01-04')).toMatchObject({ rule: 'OUTSIDE_WINDOW' });
    await it.sql(
      `update auditor set unavailable_on = '{2026-12-11}' where person_id = $1`,
      await story.idOf('person', 'P122'),
    );
    expect(await story.teamRefused(second, one('P122', 'LEAD'))).toMatchObject({ rule: 'R17' });
  });
});

describe('candidates', () => {
  const query = `query ($id: ID!) { teamCandidates(auditId: $id) { name load distanceKm leadQualified violations { rule message forLeadOnly } } }`;

  test('everybody is shown, those who may not audit the unit with the reason in words, in four statements', async () => {
    const { audits } = await story.round();
    const arranger = await it.as(cast.arranger);
    const { teamCandidates } = await arranger.ask(query, { id: audits['LH-NT'] });
    const of = (name: string) => teamCandidates.find((candidate: { name: string }) => candidate.name === name);
    expect(of('Nguyễn Đình Việt').violations[0]).toMatchObject({
      rule: 'R01',
      forLeadOnly: false,
      message: expect.stringContaining('đang công tác tại Phường Nguyệt Thủy'),
    });
    expect(of('Hồ Viết Toản').violations[0]).toMatchObject({ rule: 'R02' });
    expect(of('Đặng Kim Quyên').violations).toEqual([expect.objectContaining({ rule: 'R07', forLeadOnly: true })]);
    expect(of('Dương Kim Ngân')).toMatchObject({ violations: [], distanceKm: expect.any(Number) });
    const barred = teamCandidates.map(({ violations }: { violations: { forLeadOnly: boolean }[] }) =>
      violations.some(({ forLeadOnly }) => !forLeadOnly),
    );
    expect(barred).toEqual([...barred].sort());
    expect(await it.countStatements(() => arranger.ask(query, { id: audits['LH-NT'] }))).toBe(4);
  });

  test('are not for the auditee, nor for the secretary of another authority', async () => {
    const { audits } = await story.round();
    expect(await (await it.as(cast.auditeeHead)).refused(query, { id: audits['LH-NT'] })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await (await it.as(cast.auditeeSecretary)).refused(query, { id: audits['LH-NT'] })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a round', () => {
  test('is made by the lead agency only, over authorities, in a window', async () => {
    const unitIds = [await story.idOf('unit', 'LH-NT')];
    const input = { kind: 'CROSS', title: 'Đợt thử', from: '2026-12-01', to: '2026-12-31', unitIds };
    const asked = async (who: string, change: object) =>
      (await it.as(who)).refused(mutation('createRound'), { input: { ...input, ...change } });
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
    const first = await arranger.ask(mutation('createRound'), { input });
    expect(await arranger.ask(mutation('createRound'), { input })).toEqual(first);
    expect(await it.sql(`select count(*)::int as n from round where title = 'Đợt gửi hai lần'`)).toEqual([{ n: 1 }]);
  });

  test('of the own offices is arranged by the own secretary', async () => {
    const offices = await Promise.all(['LH-NT-VP', 'LH-NT-KT'].map((code) => story.idOf('unit', code)));
    const { createRound } = await (
      await it.as(cast.auditeeSecretary)
    ).ask(mutation('createRound', 'viewerCan audits { unit { code } authority { code } }'), {
      input: {
        kind: 'INTERNAL',
        title: 'Đánh giá nội bộ phường',
        from: '2026-12-01',
        to: '2026-12-31',
        unitIds: offices,
      },
    });
    expect(createRound).toEqual({
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
    expect(
      await (await it.as(cast.arranger)).refused(mutation('assignRound'), { input: { id: round.id, version: 99 } }),
    ).toMatchObject({ code: 'VERSION_CONFLICT' });
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

describe('an amendment', () => {
  const change = async (
    audit: string,
    team = [
      { code: 'P053', part: 'LEAD' },
      { code: 'P054', part: 'AUDITOR' },
      { code: 'P052', part: 'SECRETARY' },
    ],
  ) => ({
    reason: 'Trưởng đoàn nghỉ ốm dài ngày',
    changes: [
      {
        auditId: audit,
        members: await story.members(team),
        dates: ['2026-12-09'],
        length: 'HALF_DAY',
        startTime: '08:00',
      },
    ],
  });

  test('changes the team and its roles once the head has signed it', async () => {
    const { round, audit } = await story.announced();
    const proposed = await story.does(
      cast.arranger,
      'proposePlanAmendment',
      'round',
      round,
      await change(audit),
      'planVersion amendment { reason proposedByName changes { auditeeName members { name part } } }',
    );
    expect(proposed).toMatchObject({
      planVersion: 1,
      amendment: { proposedByName: 'Trần Minh Hường', changes: [{ auditeeName: 'Phường Nguyệt Thủy' }] },
    });
    expect(await story.isRefused(cast.arranger, 'approvePlanAmendment', 'round', round, { password })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const amended = await story.does(
      cast.head,
      'approvePlanAmendment',
      'round',
      round,
      { password },
      'planVersion amendment { reason } audits { members { part person { code } } }',
    );
    expect(amended).toMatchObject({
      planVersion: 2,
      amendment: null,
      audits: [
        {
          members: [
            { part: 'LEAD', person: { code: 'P053' } },
            { person: { code: 'P054' } },
            { person: { code: 'P052' } },
          ],
        },
      ],
    });
    const holding = await it.sql(
      `select p.code, g.role from role_grant g join person p on p.id = g.person_id where given_by = $1 and to_date is null order by 1`,
      audit,
    );
    expect(holding).toEqual([
      { code: 'P052', role: 'AUDIT_TEAM' },
      { code: 'P053', role: 'AUDIT_LEAD' },
      { code: 'P054', role: 'AUDIT_TEAM' },
    ]);
    expect(await story.trail(round)).toContain('round.amendPlan');
  });

  test('that breaks a hard rule is refused, and one may be withdrawn', async () => {
    const { round, audit } = await story.announced();
    expect(
      await story.isRefused(
        cast.arranger,
        'proposePlanAmendment',
        'round',
        round,
        await change(audit, [
          { code: 'P029', part: 'LEAD' },
          { code: 'P053', part: 'AUDITOR' },
        ]),
      ),
    ).toMatchObject({ rule: 'R01' });
    await story.does(cast.arranger, 'proposePlanAmendment', 'round', round, await change(audit));
    await story.does(cast.arranger, 'withdrawPlanAmendment', 'round', round);
    expect(await story.isRefused(cast.head, 'approvePlanAmendment', 'round', round, { password })).toMatchObject({
      rule: 'NO_PLAN_AMENDMENT',
    });
  });
});
