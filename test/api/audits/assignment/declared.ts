import type { TestServer } from '../../../support/server.js';
import { bachTrucTeam, cast, type Story } from '../fixtures.js';

/** Why the auditee objects. */
export const declaredReason = 'Là em ruột của Phó Chủ tịch phường';

/** What the tests read of a conflict. */
export const conflictFields = `
  id kind reason isOpen withdrawnAt viewerCan
  person { code }
  declaredBy { fullName }
  replacement { reason left { code } joined { code } }`;

/** Bạch Trúc's team with somebody of Lam Kiều instead of the secretary. */
export const withoutSecretary = [...bachTrucTeam.slice(0, 2), { code: 'P052', part: 'SECRETARY' }];

/** Declares conflicts of interest with members of a team, and looks for the task of resolving them. */
export function conflictsOf(it: TestServer, story: Story) {
  const input = async (auditId: string, code = cast.secretary, more: object = {}) => ({
    auditId,
    personId: await story.idOf('person', code),
    kind: 'FAMILY',
    reason: declaredReason,
    ...more,
  });
  const declare = async (auditId: string, code = cast.secretary, who = cast.auditeeSecretary, more: object = {}) =>
    it.run(who, 'declareConflict', await input(auditId, code, more), conflictFields);
  const tasks = async (who: string) =>
    (
      (await (await it.as(who)).ask('{ myWork { kind subjectId title dueOn } }')).myWork as {
        kind: string;
        subjectId: string;
        title: string;
        dueOn: string;
      }[]
    ).filter(({ kind }) => kind === 'round.resolveConflict');
  return { input, declare, tasks };
}
