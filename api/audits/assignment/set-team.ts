import { refuseForbidden, placeOf } from '../../access/index.js';
import { command, type Tx } from '../../commands/index.js';
import { Person } from '../../organization/index.js';
import { newId } from '../../platform/ids.js';
import { refuseBlocking } from '../../rules/checks.js';
import { type Audit, TeamMember } from '../planning/audit.js';
import type { AuditLength } from '../planning/kinds.js';
import { lockAudit, type LockedAudit } from '../planning/lock.js';
import { outsideWindow, pastDays, requireNoViolations } from '../rules/assignment/index.js';
import { roundLifecycle, type TeamAssignment } from '../rules/planning/index.js';
import { Plan, type AuditChange } from './plan.js';
import type { SetAuditDatesInput, SetTeamInput } from './inputs.js';

/**
 * Sets the team of an audit while the round is being prepared. An incomplete team is accepted; a person whom a
 * hard rule forbids is refused.
 * @throws Refusal RULE_VIOLATED with the rule's code, FORBIDDEN, TRANSITION_NOT_ALLOWED
 */
export const setTeam = command('audit.setTeam', async (tx, input: SetTeamInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  requirePreparing(locked);
  await requireAllowed(tx, locked, { assignments: input.members, appointedById: tx.viewer.personId });
  replaceTeam(tx, locked.audit, input.members);
  appoint(tx, locked.audit, tx.viewer.personId);
  tx.record(locked.audit, placeOf(locked.audit));
  return locked.audit;
});

/**
 * Sets days, length and start while the round is being prepared.
 * @throws Refusal RULE_VIOLATED (R17, OUTSIDE_WINDOW, PAST_DAY), FORBIDDEN, TRANSITION_NOT_ALLOWED
 */
export const setAuditDates = command('audit.setDates', async (tx, input: SetAuditDatesInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  requirePreparing(locked);
  const dates = sortedDays(input.dates);
  const dated = { auditeeName: locked.audit.unit.getEntity().name, dates };
  refuseBlocking([...outsideWindow(dated, locked.round), ...pastDays(dated, tx.today)]);
  await requireAllowed(tx, locked, { dates });
  setDays(locked.audit, { dates, length: input.length, startTime: input.startTime });
  tx.record(locked.audit, placeOf(locked.audit));
  return locked.audit;
});

/** Days in order, each once. */
export const sortedDays = (dates: readonly string[]) => [...new Set(dates)].sort();

/** When an audit is: its days, how long it takes and when it starts. */
interface When {
  dates: string[];
  length: AuditLength;
  startTime: string;
}

/** Whether the audit would be at another time. */
export const areMoved = (audit: When, { dates, length, startTime }: When) =>
  audit.length !== length || audit.startTime !== startTime || audit.dates.join() !== dates.join();

/** Sets the days of an audit; an agenda that was made for other days is removed. */
export function setDays(audit: Audit, when: When): void {
  const { dates, length, startTime } = when;
  if (areMoved(audit, when)) Object.assign(audit, { dates, length, startTime, agenda: [] });
}

/**
 * Sets the team to this list: members stay, are added or removed. The audit gets a new version, because its
 * plan is signed together with its team.
 */
export function replaceTeam(tx: Tx, audit: Audit, assignments: readonly TeamAssignment[]): void {
  tx.touch(audit);
  for (const member of audit.members.getItems()) {
    if (!assignments.some(({ personId }) => personId === member.person.id)) audit.members.remove(member);
  }
  assignments.forEach(({ personId, part }, position) => {
    const found = audit.members.getItems().find(({ person }) => person.id === personId);
    if (found) Object.assign(found, { part, position });
    else
      audit.members.add(
        tx.em.create(TeamMember, {
          id: newId(tx.now),
          audit,
          person: tx.em.getReference(Person, personId),
          part,
          position,
        }),
      );
  });
}

/** Records who put the team together (R15). */
export function appoint(tx: Tx, audit: Audit, personId: string): void {
  audit.appointedBy = tx.em.getReference(Person, personId, { wrapped: true });
}

function requirePreparing({ round, actors }: LockedAudit): void {
  roundLifecycle.transition(round.state, 'assign');
  if (!actors.includes('LEAD_AGENCY')) refuseForbidden();
}

/** All violations of this audit in the changed plan; missing members are not a violation yet. */
async function requireAllowed(tx: Tx, { audit, round }: LockedAudit, change: Omit<AuditChange, 'auditId'>) {
  const joining = change.assignments?.map(({ personId }) => personId);
  const plan = (await Plan.load(tx.kysely, round.id, tx.today, joining)).with([{ auditId: audit.id, ...change }]);
  requireNoViolations(plan.violationsOf([audit.id], { isBeingMade: true }));
}
