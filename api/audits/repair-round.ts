import { fire, refuseForbidden } from '../access/index.js';
import { refuse } from '../rules/refusal.js';
import { requireReason } from '../rules/text.js';
import { command, sign, type Tx } from '../trail/index.js';
import { Person } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { Audit } from './audit.js';
import { TeamReplacement } from './conflict-declaration.js';
import { loadPlan, peopleOf, type Plan } from './facts.js';
import { endGrants, grantTeam } from './grants.js';
import { lockRound, placeOf, placeOfRound, type RoundInHand } from './load.js';
import { areMoved, replaceTeam, setDays, sortedDays } from './put-together-team.js';
import type { RepairChange } from './round.js';
import type { BareRecordInput, ProposeRepairInput, RepairChangeInput, SignInputOfRecord } from './round-inputs.js';
import { auditLifecycle, replacementsOf, roundLifecycle, type AuditState, type RoundState } from './rules/index.js';
import { requireSoundPlan, signedPlan } from './settle-assignment.js';

/** Audits whose team can still be changed. */
const repairable = ['PLANNED', 'ANNOUNCED', 'CONFIRMED', 'IN_PROGRESS'];

/**
 * Lists changes to an approved plan; they take effect when the lead agency's ISO head signs them.
 * @throws Refusal RULE_VIOLATED when the changed plan breaks a hard rule, INVALID_INPUT, FORBIDDEN
 */
export const proposeRepair = command('round.proposeRepair', async (tx, input: ProposeRepairInput) => {
  const { round, actors } = await lockRound(tx, input.id, input.version);
  fire(roundLifecycle, round.state as RoundState, 'repair', actors);
  const reason = requireReason(input.reason);
  const plan = await loadPlan(tx.kysely, round.id, tx.today);
  const changes = input.changes.map((change) => ({ ...change, dates: sortedDays(change.dates) }));
  applyTo(plan, changes);
  await requireSoundPlan(tx, plan, round.id, changedIn(changes));
  const people = await peopleOf(tx.kysely, plan, [], round.id, tx.today);
  round.repair = {
    reason, proposedById: tx.viewer.personId, proposedByName: tx.viewer.fullName, at: tx.now.toISOString(),
    changes: changes.map(({ auditId, members, dates, length, startTime }) => {
      const { number, auditee } = plan.audits.find(({ id }) => id === auditId)!;
      const named = members.map(({ personId, part }) => ({ personId, part, name: people.get(personId)!.name }));
      return { auditId, auditNumber: number, auditeeName: auditee.name, members: named, dates, length, startTime };
    }),
  };
  tx.record(round, { ...placeOfRound(round), reason });
  return round;
});

/** Takes proposed changes back. */
export const withdrawRepair = command('round.withdrawRepair', async (tx, input: BareRecordInput) => {
  const { round, actors } = await lockRound(tx, input.id, input.version);
  if (!actors.includes('LEAD_AGENCY') && !actors.includes('LEAD_AGENCY_HEAD')) refuseForbidden();
  requireRepair({ round, actors });
  round.repair = null;
  tx.record(round, placeOfRound(round));
  return round;
});

/**
 * The lead agency's ISO head signs the proposed changes: the next version of the plan. Grants of
 * teams that are announced already change with it; an auditee whose days move is asked again.
 */
export const approveRepair = command('round.repair', async (tx, input: SignInputOfRecord) => {
  const hand = await lockRound(tx, input.id, input.version);
  const { round, actors } = hand;
  roundLifecycle.transition(round.state as RoundState, 'repair');
  if (!actors.includes('LEAD_AGENCY_HEAD')) refuseForbidden();
  const { changes, reason } = requireRepair(hand);
  const plan = await loadPlan(tx.kysely, round.id, tx.today);
  applyTo(plan, changes);
  await requireSoundPlan(tx, plan, round.id, changedIn(changes));
  round.planVersion += 1;
  round.repair = null;
  tx.record(round, { ...placeOfRound(round), reason });
  for (const change of changes) await carryOut(tx, change, { reason, planVersion: round.planVersion });
  await sign(tx, { password: input.password, part: 'approved', subject: { type: 'Round', id: round.id }, content: { ...signedPlan(plan, round.planVersion), reason } });
  return round;
});

/** Why a repair was made, and the version of the plan that came of it. */
interface Cause {
  reason: string;
  planVersion: number;
}

async function carryOut(tx: Tx, change: RepairChange, cause: Cause): Promise<void> {
  const audit = await tx.lock(Audit, change.auditId);
  await tx.em.populate(audit, ['members']);
  recordReplacements(tx, audit, change, cause);
  replaceTeam(tx, audit, change.members);
  const asksAgain = audit.state !== 'IN_PROGRESS' && areMoved(audit, change);
  const { agenda } = audit;
  setDays(audit, change);
  // What is under way keeps the agenda by which it goes.
  if (audit.state === 'IN_PROGRESS') audit.agenda = agenda;
  tx.record(audit, { ...placeOf(audit), reason: cause.reason });
  if (audit.state === 'PLANNED') return;
  if (asksAgain) await askAgain(tx, audit, cause);
  else await grantTeam(tx, audit, change.members);
}

/** R14: who was replaced by whom, and why. */
function recordReplacements(tx: Tx, audit: Audit, { members }: RepairChange, cause: Cause): void {
  const before = audit.members.getItems().map(({ person, part }) => ({ personId: person.id, part }));
  const personOf = (id: string | null) => id && tx.em.getReference(Person, id);
  for (const { leftId, joinedId, part } of replacementsOf(before, members)) {
    tx.create(TeamReplacement, { id: newId(tx.now), audit, left: personOf(leftId), joined: personOf(joinedId), part, ...cause, at: tx.now });
  }
}

/** The auditee was asked about other days: the lead plans and announces again, and the team's roles wait for that. */
async function askAgain(tx: Tx, audit: Audit, { reason }: Cause): Promise<void> {
  audit.state = fire(auditLifecycle, audit.state as AuditState, 'reschedule', ['SYSTEM']);
  Object.assign(audit, { stateSince: tx.now, announcedAt: null, reason });
  tx.record(audit, { ...placeOf(audit), verb: 'audit.reschedule', bySystem: true, reason });
  await endGrants(tx, audit);
}

const changedIn = (changes: readonly { auditId: string }[]) => changes.map(({ auditId }) => auditId);

function requireRepair({ round }: RoundInHand) {
  return round.repair ?? refuse('RULE_VIOLATED', { vi: 'Không có điều chỉnh nào đang chờ ký.', en: 'No repair waits for a signature.' }, { rule: 'NO_REPAIR' });
}

/** Puts the changes into the plan. @throws Refusal INVALID_INPUT for an audit that is not of this plan or too far on */
function applyTo(plan: Plan, changes: readonly Pick<RepairChangeInput, 'auditId' | 'members' | 'dates' | 'length' | 'startTime'>[]): void {
  changes.forEach(({ auditId, members, dates, length, startTime }, index) => {
    const planned = plan.audits.find(({ id }) => id === auditId);
    if (!planned || !repairable.includes(planned.state)) {
      refuse('INVALID_INPUT', {
        vi: 'Cuộc đánh giá này không thuộc đợt hoặc đã xong tại chỗ, không điều chỉnh được nữa.',
        en: 'This audit is not of this round, or its fieldwork is done: it can no longer be changed.',
      }, { field: `changes.${index}.auditId` });
    }
    Object.assign(planned, { dates, length, startTime, seats: members.map(({ personId, part }) => ({ personId, part })) });
  });
}
