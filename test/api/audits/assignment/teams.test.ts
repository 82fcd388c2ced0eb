import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { cast, Story } from '../fixtures.js';

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
      `
        select d.id from document d join unit u on u.id = d.authority_id where u.code = 'LH-BT'
        and d.copied_from_id is null limit 1`,
    );
    const [copy] = await it.sql<{ id: string }>(
      `
        select d.id from document d join unit u on u.id = d.authority_id where u.code = 'LH-NT'
        and d.kind = 'ADMINISTRATIVE_PROCEDURE' limit 1`,
    );
    await it.sql(
      `
        update revision set drafter_id = $1, state = 'EFFECTIVE' where id = (select id from revision
        where document_id = $2 order by issue_number limit 1)`,
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
      `
        insert into signature
          (id, person_id, person_name, person_title, part, subject_type, subject_id, content_hash, at)
        select gen_random_uuid(), $1::uuid, 'Trần Thu Huệ', 'Công chức', 'reviewed', 'Revision', $2::uuid, 'x', now()`,
    ],
  ])('bug: R03 forgot %s', async (_who, did) => {
    const { audit } = await story.approved();
    const [copy] = await it.sql<{ id: string; revision: string }>(
      `
        select d.id, r.id as revision from document d join unit u on u.id = d.authority_id and u.code = 'LH-NT'
        join revision r on r.document_id = d.id and r.state = 'EFFECTIVE'
        where d.kind = 'ADMINISTRATIVE_PROCEDURE' order by d.code desc limit 1`,
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
      `
        update auditor_certificate c set valid_until = '2026-12-01' from auditor a where a.id = c.auditor_id
        and a.person_id = $1`,
      await story.idOf('person', 'P133'),
    );
    expect(await story.teamRefused(later['LH-SK']!, one('P133', 'LEAD'))).toMatchObject({ rule: 'R07' });
    expect((await story.team(later['LH-SK']!, one('P133', 'AUDITOR')))['members']).toHaveLength(1);
    await it.sql(
      `
        insert into auditor_certificate (id, auditor_id, number, issued_on, valid_until)
        select gen_random_uuid(), id, 'CN-LH-2026-900', '2026-11-02', '2029-11-02' from auditor
        where person_id = $1`,
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
      `
        insert into role_grant (id, person_id, role, unit_id, from_date)
        values (gen_random_uuid(), $1, 'UNIT_HEAD', $2, '2026-01-01')`,
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
  const query = `
    query ($id: ID!) { teamCandidates(auditId: $id) { name load distanceKm leadQualified violations { rule
      message forLeadOnly } } }`;

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
