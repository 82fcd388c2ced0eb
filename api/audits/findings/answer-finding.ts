import { placeOf } from '../../access/index.js';
import { sql } from 'kysely';
import { command, systemCommand, type Tx } from '../../commands/index.js';
import { Person } from '../../organization/index.js';
import type { ReasonInput } from '../../platform/graphql/command-input.js';
import { togetherOrApart } from '../../platform/jobs/each-apart.js';
import type { Services } from '../../platform/module.js';
import { localDate } from '../../rules/calendar.js';
import { requireReason, tidyText } from '../../rules/text.js';
import { requireAuditState } from '../planning/gates.js';
import { findingLifecycle } from '../rules/findings/index.js';
import { Finding } from './finding.js';
import type { AcknowledgeFindingInput, SaveFindingInput } from './inputs.js';
import { fireFinding, type LockedFinding, lockFinding } from './lock.js';
import { fill, requireComplete } from './write-finding.js';

/** The auditee acknowledges a finding. */
export const acknowledgeFinding = command('finding.acknowledge', async (tx, input: AcknowledgeFindingInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  fireFinding(tx, locked, 'acknowledge');
  keepAnswer(tx, locked, tidyText(input.answer) || null);
  return locked.finding;
});

/** The auditee's ISO head disputes a finding, with a reason. */
export const disputeFinding = command('finding.dispute', async (tx, input: ReasonInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  const reason = requireReason(input.reason);
  fireFinding(tx, locked, 'dispute', reason);
  keepAnswer(tx, locked, reason);
  return locked.finding;
});

/** The lead upholds a disputed finding; it counts as acknowledged and is marked. */
export const upholdFinding = command('finding.uphold', async (tx, input: ReasonInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  const reason = requireReason(input.reason);
  fireFinding(tx, locked, 'uphold', reason);
  Object.assign(locked.finding, { upheld: true, reason });
  return locked.finding;
});

/** The lead changes a disputed finding; then the team agrees it and the auditee answers it again. */
export const amendFinding = command('finding.amend', async (tx, input: SaveFindingInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  fireFinding(tx, locked, 'amend');
  await fill(tx, locked, locked.finding, input.content);
  requireComplete(locked.finding);
  Object.assign(locked.finding, { agreedBy: null, agreedAt: null });
  return locked.finding;
});

function keepAnswer(tx: Tx, { finding }: LockedFinding, answer: string | null): void {
  Object.assign(finding, { answer, answeredBy: tx.em.getReference(Person, tx.viewer.personId), answeredAt: tx.now });
}

/** Findings that nobody answered in time count as acknowledged, and are marked. */
const lapse = systemCommand('finding.lapse', async (tx, ids: string[]) => {
  const findings = await tx.lockAll(Finding, ids);
  await tx.em.populate(findings, ['audit']);
  for (const finding of findings) {
    finding.state = findingLifecycle.transition(finding.state, 'lapse').to;
    Object.assign(finding, { bySilence: true, stateSince: tx.now });
    tx.record(finding, placeOf(finding.audit.getEntity()));
  }
  return { id: ids[0]! };
});

/** The job: every shown finding whose answer is overdue counts as acknowledged. */
export async function lapseFindings(services: Services): Promise<void> {
  const em = services.orm.em.fork();
  const { rows } = await sql<{ id: string }>`
    select f.id
    from finding f
    join audit a on a.id = f.audit_id
    where f.state = 'SHOWN'
      and f.answer_due_on < ${localDate(services.clock.now())}
      and a.state <> 'CANCELLED'
    order by f.id`.execute(em.getKysely());
  await togetherOrApart(
    services,
    'audits.lapse',
    rows.map(({ id }) => id),
    (ids) => lapse(services, ids),
  );
}
