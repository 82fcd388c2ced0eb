import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);

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
      `
        select p.code, g.role from role_grant g join person p on p.id = g.person_id where given_by = $1
        and to_date is null order by 1`,
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
