import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { bachTrucTeam, cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);
const sister = [
  { code: 'P053', part: 'LEAD' },
  { code: 'P054', part: 'AUDITOR' },
  { code: 'P052', part: 'SECRETARY' },
];
const day = { dates: ['2026-12-09'], length: 'HALF_DAY', startTime: '08:00' };

describe('changes that wait for the signature', () => {
  /** Two audits on one day, with two teams. */
  async function two() {
    const round = await story.round(['LH-NT', 'LH-DS']);
    const [first, second] = [round.audits['LH-NT']!, round.audits['LH-DS']!];
    await story.dates(first, '2026-12-11');
    await story.dates(second, '2026-12-11');
    await story.team(first);
    await story.team(second, sister);
    await story.does(cast.arranger, 'assignRound', 'round', round.id);
    await story.does(cast.head, 'approveRound', 'round', round.id, { password });
    return { round: round.id, first, second };
  }
  const fields = 'amendment { reason problems changes { auditId reason members { name part } } } viewerCan';
  async function propose(
    round: string,
    auditId: string,
    team: { code: string; part: string }[],
    reason = 'Đổi người giữa hai đoàn',
  ) {
    return story.does(
      cast.arranger,
      'proposePlanAmendment',
      'round',
      round,
      { reason, changes: [{ auditId, members: await story.members(team), ...day, dates: ['2026-12-11'] }] },
      fields,
    );
  }
  const auditsOf = ({ amendment }: Record<string, any>) =>
    amendment.changes.map((change: { auditId: string }) => change.auditId);

  test('a second proposal silently wipes the first: it is added, and one of the same audit replaces its entry', async () => {
    const { round, first, second } = await two();
    await propose(round, first, [bachTrucTeam[0]!, bachTrucTeam[1]!], 'Thư ký đoàn nghỉ ốm dài ngày');
    expect(auditsOf(await propose(round, second, [sister[0]!, sister[1]!], 'Thư ký đoàn nghỉ thai sản'))).toEqual([
      first,
      second,
    ]);
    const again = await propose(round, first, [bachTrucTeam[0]!, bachTrucTeam[2]!], 'Chuyên gia nghỉ ốm dài ngày');
    expect(auditsOf(again)).toEqual([second, first]);
    expect(again['amendment']).toMatchObject({
      reason: 'Thư ký đoàn nghỉ thai sản; Chuyên gia nghỉ ốm dài ngày',
      problems: [],
    });
    expect(again['amendment'].changes[1].members).toHaveLength(2);
    const left = await story.does(
      cast.arranger,
      'withdrawPlanAmendmentChange',
      'round',
      round,
      { auditId: second },
      fields,
    );
    expect(auditsOf(left)).toEqual([first]);
    expect(
      await story.isRefused(cast.arranger, 'withdrawPlanAmendmentChange', 'round', round, { auditId: second }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await story.isRefused(cast.auditeeHead, 'withdrawPlanAmendmentChange', 'round', round, { auditId: first }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      (await story.does(cast.arranger, 'withdrawPlanAmendmentChange', 'round', round, { auditId: first }, fields))[
        'amendment'
      ],
    ).toBeNull();
  });

  test('a swap between two teams is impossible: the list is judged as a whole, and signed at once', async () => {
    const { round, first, second } = await two();
    const [mixed, rest] = [
      [bachTrucTeam[0]!, { code: 'P054', part: 'AUDITOR' }, bachTrucTeam[2]!],
      [sister[0]!, { code: 'P019', part: 'AUDITOR' }, sister[2]!],
    ];
    const half = await propose(round, first, mixed);
    expect(half['amendment'].problems).toEqual([expect.stringContaining('đã có cuộc đánh giá tại')]);
    expect(await story.isRefused(cast.head, 'approvePlanAmendment', 'round', round, { password })).toMatchObject({
      rule: 'R17',
    });
    expect((await propose(round, second, rest))['amendment'].problems).toEqual([]);
    const swapped = await story.does(
      cast.head,
      'approvePlanAmendment',
      'round',
      round,
      { password },
      `
        planVersion plans { planVersion reason signedByName entries { auditId members { name } } changes {
          auditId members { name } before { members { name } } } }`,
    );
    expect(swapped['plans'].map((plan: { planVersion: number }) => plan.planVersion)).toEqual([2, 1]);
    expect(
      await it.sql(
        `
          select p.code from team_member m join person p on p.id = m.person_id where m.audit_id = $1
          order by m.position`,
        first,
      ),
    ).toEqual([{ code: 'P017' }, { code: 'P054' }, { code: 'P016' }]);
  });

  test('what a change breaks by itself is refused at once', async () => {
    const { round, first } = await two();
    expect(
      await story.isRefused(cast.arranger, 'proposePlanAmendment', 'round', round, {
        reason: 'Thử người của chính đơn vị',
        changes: [
          {
            auditId: first,
            members: await story.members([{ code: 'P029', part: 'LEAD' }, bachTrucTeam[1]!]),
            ...day,
            dates: ['2026-12-11'],
          },
        ],
      }),
    ).toMatchObject({ rule: 'R01' });
    expect(await it.sql('select repair from round where id = $1', round)).toEqual([{ repair: null }]);
  });
});

test('round plan versions: only a counter is kept: what the plan was is kept, for those who arrange the round', async () => {
  const { round, audit } = await story.announced();
  await story.amendPlan(round, audit, sister);
  const query = `
      query ($id: ID!) { round(id: $id) { plans { planVersion reason signedByName entries { auditNumber members
        { name part } } changes { auditeeName members { name } before { dates members { name } } } } } }`;
  const { plans } = (await (await it.as(cast.arranger)).ask(query, { id: round })).round;
  expect(plans).toMatchObject([
    {
      planVersion: 2,
      reason: 'Thay người theo bản khai của đơn vị',
      signedByName: 'Mai Quang Tân',
      changes: [
        {
          auditeeName: 'Phường Nguyệt Thủy',
          before: { dates: ['2026-12-09'], members: [{ name: 'Dương Kim Ngân' }, {}, {}] },
        },
      ],
    },
    {
      planVersion: 1,
      reason: null,
      changes: [],
      entries: [{ members: [{ name: 'Dương Kim Ngân', part: 'LEAD' }, {}, {}] }],
    },
  ]);
  expect((await (await it.as(cast.auditeeHead)).ask(query, { id: round })).round.plans).toEqual([]);
});
