import { expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { bachTrucTeam, cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);

/** SQL statements of one command on a record as it stands now, with the session and the reading of its answer. */
async function statementsOf(who: string, name: string, table: string, id: string, more: object): Promise<number> {
  const caller = await it.as(who);
  const input = { id, version: await story.version(table, id), ...more };
  return it.countStatements(() => caller.run(name, input));
}

test('a plan is read once in a command: two statements, one for the plan and one for its people', async () => {
  const round = await story.round(['LH-NT']);
  const audit = round.audits['LH-NT']!;
  await story.dates(audit);
  const members = await story.members(bachTrucTeam);
  const reason = 'Thay người theo bản khai của đơn vị';
  const change = { auditId: audit, members, dates: ['2026-12-11'], length: 'HALF_DAY', startTime: '08:00' };
  const counts = {
    setTeam: await statementsOf(cast.arranger, 'setTeam', 'audit', audit, { members }),
    assignRound: await statementsOf(cast.arranger, 'assignRound', 'round', round.id, {}),
    approveRound: await statementsOf(cast.head, 'approveRound', 'round', round.id, { password }),
    proposePlanAmendment: await statementsOf(cast.arranger, 'proposePlanAmendment', 'round', round.id, {
      reason,
      changes: [change],
    }),
    approvePlanAmendment: await statementsOf(cast.head, 'approvePlanAmendment', 'round', round.id, { password }),
  };
  // Before the plan was one object: 14, 10, 20, 11 and 24.
  expect(counts).toEqual({
    setTeam: 14,
    assignRound: 10,
    approveRound: 19,
    proposePlanAmendment: 10,
    approvePlanAmendment: 22,
  });
});
