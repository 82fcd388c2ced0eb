import { requireReason } from '../rules/text.js';
import { command, sign } from '../trail/index.js';
import { requireNoDeclaredConflict } from './declare-conflict.js';
import { endGrants } from './grants.js';
import { fireAudit, lockAudit } from './load.js';
import type { ReasonOfRecordInput, SignInputOfRecord } from './round-inputs.js';
import { signedAuditPlan } from './signed-contents.js';

/** The auditee's ISO head signs the plan of the audit. */
export const confirmAuditPlan = command('audit.confirmPlan', async (tx, input: SignInputOfRecord) => {
  const hand = await lockAudit(tx, input.id, input.version);
  const { audit, place } = hand;
  fireAudit(tx, hand, 'confirmPlan');
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
  const hand = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, hand, 'objectToPlan', requireReason(input.reason));
  hand.audit.announcedAt = null;
  await endGrants(tx, [hand.audit]);
  return hand.audit;
});
