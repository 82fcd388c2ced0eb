import { beforeEach, describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { cast, password, Story } from '../fixtures.js';
import { conflictsOf, withoutSecretary } from './declared.js';

const it = useServer();
const story = new Story(it);
const { declare, tasks } = conflictsOf(it, story);

// What stands keeps people off the teams of the next test too.
beforeEach(async () => void (await it.sql('delete from conflict_declaration')));

describe('a conflict that a member has declared in the register stopped the audit and was shown nowhere', () => {
  const why = 'Là chị dâu của Chủ tịch phường từ năm 2015';
  const conflictsOf = async (who: string, id: string) =>
    (
      await (
        await it.as(who)
      ).ask('query ($id: ID!) { audit(id: $id) { openConflicts { name isOwn reason } } }', { id })
    )['audit'].openConflicts;
  const withOwn = async () => {
    const made = await story.announced();
    const declared = await it.run(cast.secretary, 'declareOwnConflict', {
      unitId: await story.idOf('unit', 'LH-NT'),
      reason: why,
    });
    return { ...made, own: declared.id as string };
  };
  const withdraw = (id: string) =>
    story.does(
      cast.secretary,
      'withdrawOwnConflict',
      'auditor_conflict',
      id,
      { reason: 'Khai nhầm, đã kiểm tra lại' },
      'id',
    );

  test('it is shown on audit and round, with its reason to the member and the lead agency only, and to nobody who cannot act on it', async () => {
    const { round, audit, own } = await withOwn();
    const entry = { name: 'Đặng Kim Quyên', isOwn: true };
    for (const who of [cast.arranger, cast.head, cast.secretary, 'toantd.khcn'])
      expect(await conflictsOf(who, audit), who).toEqual([{ ...entry, reason: why }]);
    for (const who of [cast.lead, cast.auditeeHead, cast.auditeeSecretary])
      expect(await conflictsOf(who, audit), who).toEqual([{ ...entry, reason: null }]);
    for (const who of [cast.member, 'sangpn.nv']) expect(await conflictsOf(who, audit), who).toEqual([]);
    const arranger = await it.as(cast.arranger);
    const ofRound = 'query ($id: ID!) { round(id: $id) { audits { openConflicts { name } } } }';
    expect((await arranger.ask(ofRound, { id: round }))['round'].audits).toEqual([
      { openConflicts: [{ name: entry.name }] },
    ]);
    expect(await it.countStatements(() => arranger.ask(ofRound, { id: round }))).toBe(2);
    await withdraw(own);
    expect(await conflictsOf(cast.arranger, audit)).toEqual([]);
  });

  test('the lead agency has the task of a replacement, once, until one is proposed', async () => {
    const { round, audit, own } = await withOwn();
    await declare(audit);
    const ofThis = async () => (await tasks(cast.arranger)).filter(({ subjectId }) => subjectId === round);
    expect(await ofThis()).toEqual([
      expect.objectContaining({ dueOn: '2026-12-09', title: expect.stringContaining('Đặng Kim Quyên') }),
    ]);
    expect((await conflictsOf(cast.arranger, audit)).map(({ isOwn }: { isOwn: boolean }) => isOwn)).toEqual([
      false,
      true,
    ]);
    const changes = [
      {
        auditId: audit,
        members: await story.members(withoutSecretary),
        dates: ['2026-12-09'],
        length: 'HALF_DAY',
        startTime: '08:00',
      },
    ];
    await story.does(cast.arranger, 'proposePlanAmendment', 'round', round, {
      reason: 'Thay người đã tự khai xung đột',
      changes,
    });
    expect(await ofThis()).toEqual([]);
    await story.does(cast.head, 'approvePlanAmendment', 'round', round, { password });
    expect(await conflictsOf(cast.arranger, audit)).toEqual([]);
    await story.does(cast.auditeeHead, 'confirmAuditPlan', 'audit', audit, { password });
    await withdraw(own);
  });

  test('with somebody who only holds a role at the auditee it stops the audit as it keeps people off teams', async () => {
    const { audit } = await story.confirmed();
    await it.sql(`insert into role_grant (id, person_id, role, unit_id, from_date, reason, given_by)
      select gen_random_uuid(), p.id, 'QUALITY_MANAGER', u.id, '2026-11-01', 'Kiêm nhiệm', p.id
        from person p, unit u where p.code = 'P040' and u.code = 'LH-NT'`);
    const declared = await it.run(cast.member, 'declareOwnConflict', {
      personId: await story.idOf('person', 'P040'),
      reason: why,
    });
    expect(await conflictsOf(cast.arranger, audit)).toMatchObject([{ isOwn: true }]);
    expect(
      await story.isRefused(cast.lead, 'openAudit', 'audit', audit, {
        openingMinutes: 'Họp khai mạc lúc 8 giờ, đủ thành phần.',
      }),
    ).toMatchObject({ rule: 'R06' });
    await story.does(
      cast.member,
      'withdrawOwnConflict',
      'auditor_conflict',
      declared.id,
      { reason: 'Khai nhầm, đã kiểm tra lại' },
      'id',
    );
    await it.sql(`delete from role_grant where reason = 'Kiêm nhiệm'`);
  });
});
