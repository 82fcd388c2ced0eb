import { requireReason } from '../rules/text.js';
import { command } from '../commands/index.js';
import { sign } from '../trail/index.js';
import { requireNoDeclaredConflict } from './declare-conflict.js';
import { endGrants } from './grants.js';
import { fireAudit, lockAudit } from './lock.js';
import type { ReasonOfRecordInput, SignInputOfRecord } from './round-inputs.js';
import { signedAuditPlan } from './signed-contents.js';

/** The auditee's ISO head signs the plan of the audit. */
export const confirmAuditPlan = command('audit.confirmPlan', async (tx, input: SignInputOfRecord) => {
  const locked = await lockAudit(tx, input.id, input.version);
  const { audit, place } = locked;
  fireAudit(tx, locked, 'confirmPlan');
  await requireNoDeclaredConflict(tx, audit);
  await sign(tx, {
    password: input.password,
    part: 'planConfirmed',
    subject: { type: 'Audit', id: audit.id },
    content: signedAuditPlan(audit, place.members),
  });
  return audit;
});

/** The auditee's ISO head objects: the audit is planned anew, and the team's roles end. */
export const objectToAuditPlan = command('audit.objectToPlan', async (tx, input: ReasonOfRecordInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'objectToPlan', requireReason(input.reason));
  locked.audit.announcedAt = null;
  await endGrants(tx, [locked.audit]);
  return locked.audit;
});
