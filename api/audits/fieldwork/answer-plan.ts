import { command } from '../../commands/index.js';
import type { ReasonInput } from '../../platform/graphql/command-input.js';
import { requireReason } from '../../rules/text.js';
import { sign } from '../../trail/index.js';
import { requireNoDeclaredConflict } from '../assignment/declare-conflict.js';
import { assignmentsOf } from '../planning/audit.js';
import { endGrants } from '../planning/grants.js';
import type { SignInputOfRecord } from '../planning/inputs.js';
import { fireAudit, lockAudit } from '../planning/lock.js';
import { signedAuditPlan } from './signed-contents.js';

/** The auditee's ISO head signs the plan of the audit. */
export const confirmAuditPlan = command('audit.confirmPlan', async (tx, input: SignInputOfRecord) => {
  const locked = await lockAudit(tx, input.id, input.version);
  const { audit } = locked;
  fireAudit(tx, locked, 'confirmPlan');
  await requireNoDeclaredConflict(tx, audit);
  await sign(tx, {
    password: input.password,
    part: 'planConfirmed',
    subject: { type: 'Audit', id: audit.id },
    content: signedAuditPlan(audit, assignmentsOf(audit)),
  });
  return audit;
});

/** The auditee's ISO head objects: the lead plans the audit again, and the team's roles end. */
export const objectToAuditPlan = command('audit.objectToPlan', async (tx, input: ReasonInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'objectToPlan', requireReason(input.reason));
  locked.audit.announcedAt = null;
  await endGrants(tx, [locked.audit]);
  return locked.audit;
});
