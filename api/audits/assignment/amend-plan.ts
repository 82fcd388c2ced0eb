import { fire, refuseForbidden, refuseNotFound, placeOf } from '../../access/index.js';
import { command, type Tx } from '../../commands/index.js';
import { Person } from '../../organization/index.js';
import type { RecordInput } from '../../platform/graphql/command-input.js';
import { newId } from '../../platform/ids.js';
import { refuse } from '../../rules/refusal.js';
import { requireReason } from '../../rules/text.js';
import { sign } from '../../trail/index.js';
import { assignmentsOf, Audit } from '../planning/audit.js';
import { endGrants, grantTeam } from '../planning/grants.js';
import type { SignInputOfRecord } from '../planning/inputs.js';
import { type LockedRound, lockRound, placeOfRound } from '../planning/lock.js';
import type { PlanAmendmentChange } from '../planning/round.js';
import { replacementsOf, requireNoViolations } from '../rules/assignment/index.js';
import { auditLifecycle, fieldworkDone, roundLifecycle } from '../rules/planning/index.js';
import { TeamReplacement } from './conflict-declaration.js';
import type { ProposePlanAmendmentInput, WithdrawPlanAmendmentChangeInput } from './inputs.js';
import { amended, changesBeside, loadForAmendment, pendingList, requireAmendable } from './plan-amendment.js';
import { keepPlan } from './round-plan.js';
import { appoint, areMoved, replaceTeam, setDays, sortedDays } from './set-team.js';
import { signedPlan } from './signed-contents.js';

/**
 * Adds changes to the list that waits for the signature of the lead agency's ISO head. A change of an audit
 * that is already in the list replaces that entry. The rules are checked for the list as a whole. A violation
 * that another change may still resolve, as in a swap between two teams, stays with the list, and the list
 * cannot be signed until it is resolved.
 * @throws Refusal RULE_VIOLATED when a change breaks a hard rule by itself, INVALID_INPUT, FORBIDDEN
 */
export const proposePlanAmendment = command(
  'round.proposePlanAmendment',
  async (tx, input: ProposePlanAmendmentInput) => {
    const { round, actors } = await lockRound(tx, input.id, input.version);
    fire(roundLifecycle, round.state, 'amendPlan', actors);
    const reason = requireReason(input.reason);
    const proposal = {
      reason,
      proposedById: tx.viewer.personId,
      proposedByName: tx.viewer.fullName,
      at: tx.now.toISOString(),
    };
    const asked = input.changes.map((change) => ({ ...change, ...proposal, dates: sortedDays(change.dates) }));
    const askedIds = asked.map(({ auditId }) => auditId);
    const waiting = (round.amendment?.changes ?? []).filter(({ auditId }) => !askedIds.includes(auditId));
    const before = await loadForAmendment(tx, round.id, [...waiting, ...asked]);
    requireAmendable(before, asked, tx.today);
    const plan = amended(before, [...waiting, ...asked]);
    requireNoViolations(plan.violationsAlone(askedIds));
    const entries = plan.difference(before).map(({ now }) => now);
    const changes = asked.map((change): PlanAmendmentChange => ({
      ...entries.find(({ auditId }) => auditId === change.auditId)!,
      ...proposal,
    }));
    round.amendment = pendingList(plan, [...waiting, ...changes]);
    tx.record(round, { ...placeOfRound(round), reason });
    return round;
  },
);

/** Takes all proposed changes back. */
export const withdrawPlanAmendment = command('round.withdrawPlanAmendment', async (tx, input: RecordInput) => {
  const locked = await lockRound(tx, input.id, input.version);
  requireSide(locked);
  requirePlanAmendment(locked);
  locked.round.amendment = null;
  tx.record(locked.round, placeOfRound(locked.round));
  return locked.round;
});

/** Withdraws the proposed change of one audit. @throws Refusal NOT_FOUND for an audit that is not in the list */
export const withdrawPlanAmendmentChange = command(
  'round.withdrawPlanAmendmentChange',
  async (tx, input: WithdrawPlanAmendmentChangeInput) => {
    const locked = await lockRound(tx, input.id, input.version);
    requireSide(locked);
    const { round } = locked;
    const { changes } = requirePlanAmendment(locked);
    const left = changes.filter(({ auditId }) => auditId !== input.auditId);
    if (left.length === changes.length) refuseNotFound();
    round.amendment = pendingList(amended(await loadForAmendment(tx, round.id, left), left), left);
    tx.record(round, placeOfRound(round));
    return round;
  },
);

/**
 * The lead agency's ISO head signs all proposed changes at once; this makes the next version of the plan. The
 * grants of teams that were already announced change with it. If the days of an audit change, its auditee is
 * asked again.
 */
export const approvePlanAmendment = command('round.amendPlan', async (tx, input: SignInputOfRecord) => {
  const locked = await lockRound(tx, input.id, input.version);
  const { round, actors } = locked;
  fire(roundLifecycle, round.state, 'approvePlanAmendment', actors);
  const { changes, reason } = requirePlanAmendment(locked);
  const before = await loadForAmendment(tx, round.id, changes);
  requireAmendable(before, changes, tx.today);
  const plan = amended(before, changes);
  plan.requireSound(changes.map(({ auditId }) => auditId));
  round.planVersion += 1;
  round.amendment = null;
  tx.record(round, { ...placeOfRound(round), reason });
  keepPlan(tx, round, plan.entries(), changesBeside(before, plan, changes), reason);
  for (const change of changes) await carryOut(tx, change, { reason: change.reason, planVersion: round.planVersion });
  await sign(tx, {
    password: input.password,
    part: 'approved',
    subject: { type: 'Round', id: round.id },
    content: signedPlan(plan.audits, round.planVersion, reason),
  });
  return round;
});

function requireSide({ actors }: LockedRound): void {
  if (!actors.includes('LEAD_AGENCY') && !actors.includes('LEAD_AGENCY_HEAD')) refuseForbidden();
}

/** Why an amendment was made, and the version of the plan that it made. */
interface Cause {
  reason: string;
  planVersion: number;
}

async function carryOut(tx: Tx, change: PlanAmendmentChange, cause: Cause): Promise<void> {
  const audit = await tx.lock(Audit, change.auditId);
  await tx.em.populate(audit, ['members']);
  recordReplacements(tx, audit, change, cause);
  replaceTeam(tx, audit, change.members);
  appoint(tx, audit, change.proposedById);
  const keepsAgenda = audit.state === 'IN_PROGRESS' || fieldworkDone.includes(audit.state);
  const asksAgain = !keepsAgenda && areMoved(audit, change);
  const { agenda } = audit;
  setDays(audit, change);
  // An audit in progress keeps its agenda.
  if (keepsAgenda) audit.agenda = agenda;
  tx.record(audit, { ...placeOf(audit), reason: cause.reason });
  if (audit.state === 'PLANNED') return;
  if (asksAgain) await askAgain(tx, audit, cause);
  else await grantTeam(tx, audit, change.members);
}

/** R14: who was replaced by whom, and why. */
function recordReplacements(tx: Tx, audit: Audit, { members }: PlanAmendmentChange, cause: Cause): void {
  const personOf = (id: string | null) => id && tx.em.getReference(Person, id);
  for (const { leftId, joinedId, part } of replacementsOf(assignmentsOf(audit), members)) {
    tx.create(TeamReplacement, {
      id: newId(tx.now),
      audit,
      left: personOf(leftId),
      joined: personOf(joinedId),
      part,
      ...cause,
      at: tx.now,
    });
  }
}

/**
 * The auditee was asked about other days. So the lead plans and announces the audit again, and the team gets
 * its roles then.
 */
async function askAgain(tx: Tx, audit: Audit, { reason }: Cause): Promise<void> {
  audit.state = fire(auditLifecycle, audit.state, 'reschedule', ['SYSTEM']);
  Object.assign(audit, { stateSince: tx.now, announcedAt: null, reason });
  tx.record(audit, { ...placeOf(audit), verb: 'audit.reschedule', bySystem: true, reason });
  await endGrants(tx, [audit]);
}

function requirePlanAmendment({ round }: LockedRound) {
  return (
    round.amendment ??
    refuse(
      'RULE_VIOLATED',
      { vi: 'Không có điều chỉnh nào đang chờ ký.', en: 'No amendment waits for a signature.' },
      { rule: 'NO_PLAN_AMENDMENT' },
    )
  );
}
