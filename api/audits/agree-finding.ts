import { Person } from '../organization/index.js';
import { workingCalendar } from '../platform/calendar.js';
import { requireReason } from '../rules/text.js';
import { command } from '../commands/index.js';
import { requireAuditState } from './gates.js';
import { fireFinding, lockFinding } from './lock.js';
import type { BareRecordInput, ReasonOfRecordInput } from './round-inputs.js';
import { answerDueOn } from './rules/index.js';
import { requireComplete } from './write-finding.js';

/** The lead agrees a finding for the team; another member if the lead wrote it (R16). */
export const agreeFinding = command('finding.agree', async (tx, input: BareRecordInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  fireFinding(tx, locked, 'agree');
  requireComplete(locked.finding);
  locked.finding.agreedBy = tx.em.getReference(Person, tx.viewer.personId) as never;
  locked.finding.agreedAt = tx.now;
  return locked.finding;
});

/** The lead sends it back to its author. */
export const sendBackFinding = command('finding.sendBack', async (tx, input: ReasonOfRecordInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  const reason = requireReason(input.reason);
  fireFinding(tx, locked, 'sendBack', reason);
  Object.assign(locked.finding, { reason, agreedBy: null, agreedAt: null });
  return locked.finding;
});

/** The lead shows it to the auditee, who has five working days to answer. */
export const showFinding = command('finding.show', async (tx, input: BareRecordInput) => {
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
