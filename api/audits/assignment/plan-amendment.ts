import type { Tx } from '../../commands/index.js';
import { refuse, type Wording } from '../../rules/refusal.js';
import { fieldworkDone } from '../rules/planning/index.js';
import type { PlanAmendment, PlanAmendmentChange } from '../planning/round.js';
import { pastDays, type Violation } from '../rules/assignment/index.js';
import { Plan } from './plan.js';
import type { PlanChange } from './round-plan.js';
import { areMoved } from './set-team.js';

/** States in which a team can still be changed; the days only until the fieldwork is done. */
const amendable: readonly string[] = ['PLANNED', 'ANNOUNCED', 'CONFIRMED', 'IN_PROGRESS', 'FIELDWORK_DONE', 'REPORTED'];

/** The change of one audit, as the rules need it. */
export type AmendmentChange = Pick<
  PlanAmendmentChange,
  'auditId' | 'dates' | 'length' | 'startTime' | 'proposedById'
> & {
  members: readonly Pick<PlanAmendmentChange['members'][number], 'personId' | 'part'>[];
};

/** The plan with the changes applied; changes of audits that are cancelled or closed are left out. */
export const amended = (plan: Plan, changes: readonly AmendmentChange[]): Plan =>
  plan.with(
    changes
      .filter(({ auditId }) => amendable.includes(plan.audit(auditId)?.state ?? ''))
      .map(({ auditId, members, dates, length, startTime, proposedById }) => ({
        auditId,
        dates,
        length,
        startTime,
        appointedById: proposedById,
        assignments: members.map(({ personId, part }) => ({ personId, part })),
      })),
  );

/** Loads the plan of a round for an amendment, with everybody whom one of the changes may bring in. */
export const loadForAmendment = (
  tx: Tx,
  roundId: string,
  changes: readonly Pick<AmendmentChange, 'members'>[],
): Promise<Plan> =>
  Plan.load(
    tx.kysely,
    roundId,
    tx.today,
    changes.flatMap(({ members }) => members.map(({ personId }) => personId)),
  );

/**
 * Passes if the changes are possible.
 * @throws Refusal INVALID_INPUT for an audit that is not of this plan or is over, days of an audit
 *   whose fieldwork is done, and new days that are over
 */
export function requireAmendable(plan: Plan, changes: readonly AmendmentChange[], today: string): void {
  changes.forEach((change, index) => {
    const planned = plan.audit(change.auditId);
    if (!planned || !amendable.includes(planned.state)) {
      const number = planned ? ` ${planned.number}` : '';
      refuse(
        'INVALID_INPUT',
        {
          vi: `Cuộc đánh giá${number} không thuộc đợt hoặc đã kết thúc, không điều chỉnh được nữa.`,
          en: `Audit${number} is not of this round, or is over: it can no longer be changed.`,
        },
        { field: `changes.${index}.auditId` },
      );
    }
    const field = { field: `changes.${index}.dates` };
    if (fieldworkDone.includes(planned.state) && areMoved(planned, change)) {
      refuse(
        'INVALID_INPUT',
        {
          vi: `${planned.auditee.name}: đã xong tại chỗ, chỉ còn thay được người, không đổi được ngày.`,
          en: `${planned.auditee.name}: the fieldwork is done; people can still be replaced, but not the days.`,
        },
        field,
      );
    }
    const [over] = pastDays(
      { auditeeName: planned.auditee.name, dates: change.dates.filter((date) => !planned.dates.includes(date)) },
      today,
    );
    if (over) refuse('INVALID_INPUT', over.words, field);
  });
}

/**
 * The list that waits for the signature, with the rules that it still breaks; null when it is empty. A
 * violation because of other audits of the round (R04, R10, two places on one day) may be resolved by the next
 * change, as in a swap.
 * @param plan with the changes applied
 */
export function pendingList(plan: Plan, changes: readonly PlanAmendmentChange[]): PlanAmendment | null {
  const last = changes.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  if (!last) return null;
  const { proposedById, proposedByName, at } = last;
  return {
    reason: reasonsOf(changes),
    proposedById,
    proposedByName,
    at,
    changes: [...changes],
    problems: eachOnce(plan.violationsOf(changes.map(({ auditId }) => auditId))),
  };
}

const reasonsOf = (changes: readonly PlanAmendmentChange[]) =>
  [...new Set(changes.map(({ reason }) => reason))].join('; ');

const eachOnce = (violations: readonly Violation[]): Wording[] => [
  ...new Map(violations.map(({ words }) => [words.vi, words])).values(),
];

/** The changes of an amendment, each with the plan before, for the version that is stored. */
export function changesBeside(before: Plan, plan: Plan, changes: readonly PlanAmendmentChange[]): PlanChange[] {
  const earlier = new Map(plan.difference(before).map((each) => [each.now.auditId, each.before]));
  return changes.map(({ auditId, auditNumber, auditeeName, members, dates, length, startTime, reason }) => ({
    auditId,
    auditNumber,
    auditeeName,
    members,
    dates,
    length,
    startTime,
    reason,
    before: earlier.get(auditId)!,
  }));
}
