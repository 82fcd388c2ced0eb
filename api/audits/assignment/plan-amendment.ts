import type { Tx } from '../../commands/index.js';
import { refuse, type Words } from '../../rules/refusal.js';
import type { PlanEntry } from '../planning/plan-entry.js';
import type { PlanAmendment, PlanAmendmentChange } from '../planning/round.js';
import { pastDays, type Violation, violationsInPlan } from '../rules/assignment/index.js';
import { auditFacts, fieldworkDone, peopleOf, type Plan, type PlannedAudit } from './facts.js';
import { entriesOf, type PlanChange } from './round-plan.js';
import { areMoved } from './set-team.js';

/** States in which a team can still be changed; the days only until the fieldwork is done. */
const amendable: readonly string[] = ['PLANNED', 'ANNOUNCED', 'CONFIRMED', 'IN_PROGRESS', 'FIELDWORK_DONE', 'REPORTED'];

/** A change as the rules need it. */
export type Change = Pick<PlanAmendmentChange, 'auditId' | 'dates' | 'length' | 'startTime' | 'proposedById'> & {
  members: readonly Pick<PlanAmendmentChange['members'][number], 'personId' | 'part'>[];
};

/** The change of an audit in a plan. */
const changeIn = (
  planned: PlannedAudit,
  { members, dates, length, startTime, proposedById }: Change,
): PlannedAudit => ({
  ...planned,
  dates,
  length,
  startTime,
  appointedById: proposedById,
  assignments: members.map(({ personId, part }) => ({ personId, part })),
});

/** The plan with the changes in it; those to audits that are gone or over are left out. */
export function changedPlan(plan: Plan, changes: readonly Change[]): Plan {
  const byAudit = new Map(changes.map((change) => [change.auditId, change]));
  return {
    ...plan,
    audits: plan.audits.map((planned) => {
      const change = byAudit.get(planned.id);
      return change && amendable.includes(planned.state) ? changeIn(planned, change) : planned;
    }),
  };
}

/**
 * Lets changes pass that can be made at all.
 * @throws Refusal INVALID_INPUT for an audit that is not of this plan or is over, days of an audit
 *   whose fieldwork is done, and new days that are over
 */
export function requireAmendable(plan: Plan, changes: readonly Change[], today: string): void {
  changes.forEach((change, index) => {
    const planned = plan.audits.find(({ id }) => id === change.auditId);
    if (!planned || !amendable.includes(planned.state)) {
      refuse(
        'INVALID_INPUT',
        {
          vi: `Cuộc đánh giá ${planned?.number ?? ''} không thuộc đợt hoặc đã kết thúc, không điều chỉnh được nữa.`.replace(
            '  ',
            ' ',
          ),
          en: `Audit ${planned?.number ?? ''} is not of this round, or is over: it can no longer be changed.`.replace(
            '  ',
            ' ',
          ),
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

/** What the rules say about the changed audits in the changed plan: all of it, and what no other change can mend. */
export interface Verdict {
  all: Violation[];
  alone: Violation[];
}

/**
 * Judges changes together. A fault that comes of other audits of the round (R04, R10, two places on
 * one day) may be mended by the next change, as in a swap; a fault of its own may not.
 */
export async function judge(tx: Tx, plan: Plan, changes: readonly Change[], roundId: string): Promise<Verdict> {
  const changed = changedPlan(plan, changes);
  const audits = auditFacts(changed, await peopleOf(tx.kysely, changed, [], roundId, tx.today));
  const ids = changes.map(({ auditId }) => auditId);
  return {
    all: ids.flatMap((id) => violationsInPlan(id, audits, plan.round)),
    alone: ids.flatMap((id) =>
      violationsInPlan(
        id,
        audits.filter(({ auditId }) => auditId === id),
        plan.round,
      ),
    ),
  };
}

/** The list that waits for the signature: its head lines and what still speaks against it; null when it is empty. */
export function pendingList(
  changes: readonly PlanAmendmentChange[],
  problems: readonly Violation[],
): PlanAmendment | null {
  const last = changes.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  if (!last) return null;
  const { proposedById, proposedByName, at } = last;
  return {
    reason: reasonsOf(changes),
    proposedById,
    proposedByName,
    at,
    changes: [...changes],
    problems: eachOnce(problems),
  };
}

const reasonsOf = (changes: readonly PlanAmendmentChange[]) =>
  [...new Set(changes.map(({ reason }) => reason))].join('; ');

const eachOnce = (violations: readonly Violation[]): Words[] => [
  ...new Map(violations.map(({ words }) => [words.vi, words])).values(),
];

/** The changes of an amendment beside what the plan said before, for the version that is kept. */
export async function changesBeside(
  tx: Tx,
  plan: Plan,
  changes: readonly PlanAmendmentChange[],
  roundId: string,
): Promise<PlanChange[]> {
  const entries = new Map(
    entriesOf(plan, await peopleOf(tx.kysely, plan, [], roundId, tx.today)).map((entry) => [entry.auditId, entry]),
  );
  return changes.map(({ auditId, auditNumber, auditeeName, members, dates, length, startTime, reason }) => ({
    auditId,
    auditNumber,
    auditeeName,
    members,
    dates,
    length,
    startTime,
    reason,
    before: entries.get(auditId) as PlanEntry,
  }));
}
