import { command } from '../../commands/index.js';
import { Person, workingCalendar } from '../../organization/index.js';
import type { ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { requireReason } from '../../rules/text.js';
import { requireAuditState } from '../planning/gates.js';
import { answerDueOn } from '../rules/findings/index.js';
import { fireFinding, lockFinding } from './lock.js';
import { requireComplete } from './write-finding.js';

/** The lead agrees a finding for the team; if the lead wrote it, another member does (R16). */
export const agreeFinding = command('finding.agree', async (tx, input: RecordInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  fireFinding(tx, locked, 'agree');
  requireComplete(locked.finding);
  locked.finding.agreedBy = tx.em.getReference(Person, tx.viewer.personId, { wrapped: true });
  locked.finding.agreedAt = tx.now;
  return locked.finding;
});

/** The lead sends it back to its author. */
export const sendBackFinding = command('finding.sendBack', async (tx, input: ReasonInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  const reason = requireReason(input.reason);
  fireFinding(tx, locked, 'sendBack', reason);
  Object.assign(locked.finding, { reason, agreedBy: null, agreedAt: null });
  return locked.finding;
});

/** The lead shows the finding to the auditee, who has five working days to answer. */
export const showFinding = command('finding.show', async (tx, input: RecordInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  fireFinding(tx, locked, 'show');
  Object.assign(locked.finding, {
    shownAt: tx.now,
    answerDueOn: answerDueOn(tx.today, workingCalendar),
    answer: null,
    answeredBy: null,
    answeredAt: null,
    reason: null,
  });
  return locked.finding;
});
