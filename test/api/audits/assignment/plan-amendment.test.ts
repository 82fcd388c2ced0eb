import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { bachTrucTeam, cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);
const friday = { dates: ['2026-12-11'] };
const stateOf = async (audit: string) =>
  (
    await it.sql(
      'select state, dates, reason, announced_at, json_array_length(agenda::json) as lines from audit where id = $1',
      audit,
    )
  )[0]!;
const roles = (audit: string) =>
  it.sql(`select 1 from role_grant where given_by = $1 and (to_date is null or to_date >= '2026-11-23')`, audit);

describe('an amendment that moves the days asks the auditee again', () => {
  test.each(['announced', 'confirmed'] as const)(
    'of an audit that is %s: it is planned anew, with the reason, and the roles wait',
    async (how) => {
      const { round, audit } = await story[how]();
      await story.amendPlan(round, audit, bachTrucTeam, friday);
      expect(await stateOf(audit)).toEqual({
        state: 'PLANNED',
        dates: ['2026-12-11'],
        reason: 'Thay người theo bản khai của đơn vị',
        announced_at: null,
        lines: 0,
      });
      expect(await roles(audit)).toEqual([]);
      const entries = await it.sql(
        'select actor_name, reason from trail_entry where subject_id = $1 and verb = $2',
        audit,
        'audit.reschedule',
      );
      expect(entries).toEqual([{ actor_name: 'Hệ thống', reason: 'Thay người theo bản khai của đơn vị' }]);

      expect(await story.isRefused(cast.auditeeHead, 'confirmAuditPlan', 'audit', audit, { password })).toMatchObject({
        code: 'TRANSITION_NOT_ALLOWED',
      });
      await story.plan(audit);
      await story.does(cast.lead, 'announceAudit', 'audit', audit);
      expect((await story.does(cast.auditeeHead, 'confirmAuditPlan', 'audit', audit, { password }))['state']).toBe(
        'CONFIRMED',
      );
      expect(await roles(audit)).toHaveLength(3);
    },
  );

  test.each([
    ['length', { length: 'FULL_DAY' }],
    ['starting time', { startTime: '13:30' }],
  ])('so does another %s', async (_what, more) => {
    const { round, audit } = await story.confirmed();
    await story.amendPlan(round, audit, bachTrucTeam, more);
    expect(await stateOf(audit)).toMatchObject({ state: 'PLANNED' });
  });

  test('no person fires the event: it is no mutation, and nobody is offered it', async () => {
    const { audit } = await story.confirmed();
    for (const who of [cast.arranger, cast.head, cast.lead, cast.auditeeHead]) {
      const { viewerCan } = (
        await (await it.as(who)).ask('query ($id: ID!) { audit(id: $id) { viewerCan } }', { id: audit })
      )['audit'];
      expect(viewerCan).not.toContain('reschedule');
    }
  });
});

describe('an amendment that leaves the days alone', () => {
  test('keeps a confirmed audit confirmed, and says to the auditee who came for whom', async () => {
    const { round, audit } = await story.confirmed();
    await story.amendPlan(round, audit, [...bachTrucTeam.slice(0, 2), { code: 'P052', part: 'SECRETARY' }]);
    expect(await stateOf(audit)).toMatchObject({ state: 'CONFIRMED', lines: expect.any(Number) });
    const { audit: read } = await (
      await it.as(cast.auditeeHead)
    ).ask('query ($id: ID!) { audit(id: $id) { replacements { left { code } joined { code } reason } } }', {
      id: audit,
    });
    expect(read.replacements).toMatchObject([{ left: { code: 'P016' }, joined: { code: 'P052' } }]);
    expect(await roles(audit)).toHaveLength(3);
  });

  test('of an audit that is only planned stays planned; one under way keeps its agenda', async () => {
    const planned = await story.approved();
    await story.amendPlan(planned.round, planned.audit, bachTrucTeam, friday);
    expect(await stateOf(planned.audit)).toMatchObject({ state: 'PLANNED', dates: ['2026-12-11'] });
    expect(await story.trail(planned.audit)).not.toContain('audit.reschedule');
    const open = await story.open();
    await story.amendPlan(open.round, open.audit, bachTrucTeam, { dates: ['2026-12-09', '2026-12-11'] });
    const { state, lines } = (await stateOf(open.audit)) as { state: string; lines: number };
    expect([state, lines > 0]).toEqual(['IN_PROGRESS', true]);
  });

  test('that is not signed changes nothing', async () => {
    const { round, audit } = await story.confirmed();
    const changes = [
      { auditId: audit, members: await story.members(bachTrucTeam), ...friday, length: 'HALF_DAY', startTime: '08:00' },
    ];
    await story.does(cast.arranger, 'proposePlanAmendment', 'round', round, {
      reason: 'Phường họp Hội đồng nhân dân',
      changes,
    });
    expect(await story.isRefused(cast.head, 'approvePlanAmendment', 'round', round, { password: 'sai' })).toMatchObject(
      {
        field: 'password',
      },
    );
    expect(await stateOf(audit)).toMatchObject({ state: 'CONFIRMED', dates: ['2026-12-09'] });
    expect(await it.sql('select 1 from team_replacement where audit_id = $1', audit)).toEqual([]);
  });
});
