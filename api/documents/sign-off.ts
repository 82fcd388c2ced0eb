import { refuseBlocking } from '../rules/checks.js';
import { requireReason } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { contentHash, sign } from '../trail/index.js';
import { readContent, revisionChecks, signedRevision, unchangedContent } from './content.js';
import type { ApproveInput, ReturnInput, SignInput, TakeBackInput } from './inputs.js';
import type { Revision } from './revision.js';
import { requireEffectiveDate, requireSigners } from './rules/index.js';
import { requireEntitled } from './signatories.js';
import { putInForce } from './take-effect.js';
import { fireRevision, entryDetailsOf, lockRevision } from './lock.js';

/** The names of the three signatures in the trail. */
export const signatureParts = { submit: 'drafted', review: 'reviewed', approve: 'approved' } as const;

const signAs = (tx: Tx, revision: Revision, part: string, password: string, content: unknown) =>
  sign(tx, { password, part, subject: { type: 'Revision', id: revision.id }, content });

/**
 * Submits a draft for review, signed by the drafter. From now on its content is fixed: the hash is computed
 * from everything that is signed, and the later signatures are refused if it changed.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, INVALID_INPUT (signers, also who may not sign any more;
 *   password), RULE_VIOLATED (checks)
 */
export const submit = command('document.submit', async (tx, input: SignInput) => {
  const locked = await lockRevision(tx, input);
  const { revision, document } = locked;
  fireRevision(tx, locked, 'submit');
  requireSigners({
    drafterId: revision.drafter.id,
    reviewerId: revision.reviewer?.id ?? null,
    approverId: revision.approver?.id ?? null,
  });
  await requireEntitled(tx, revision, document, ['reviewer', 'approver'], 'choose');
  const read = await readContent(tx, revision.id);
  refuseBlocking(revisionChecks(read));
  const content = signedRevision(read);
  await signAs(tx, revision, signatureParts.submit, input.password, content);
  revision.contentHash = contentHash(content);
  revision.submittedAt = tx.now;
  revision.reason = null;
  tx.record(revision, entryDetailsOf(document));
  return revision;
});

/**
 * Signs as reviewer.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, INVALID_INPUT (password; who may not sign any more), RULE_VIOLATED
 *   CONTENT_CHANGED
 */
export const review = command('document.review', async (tx, input: SignInput) => {
  const locked = await lockRevision(tx, input);
  const { revision, document } = locked;
  fireRevision(tx, locked, 'review');
  await requireEntitled(tx, revision, document, ['reviewer', 'approver'], 'return');
  await signAs(tx, revision, signatureParts.review, input.password, await unchangedContent(tx, revision));
  revision.reviewedAt = tx.now;
  tx.record(revision, entryDetailsOf(document));
  return revision;
});

/**
 * Signs as approver and sets the day on which it takes effect: at once when that is today.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, INVALID_INPUT (password; who may not sign any more;
 *   `effectiveOn` before today), RULE_VIOLATED CONTENT_CHANGED
 */
export const approve = command('document.approve', async (tx, input: ApproveInput) => {
  const locked = await lockRevision(tx, input);
  const { revision, document } = locked;
  fireRevision(tx, locked, 'approve');
  await requireEntitled(tx, revision, document, ['approver'], 'return');
  requireEffectiveDate(input.effectiveOn, tx.today);
  await signAs(tx, revision, signatureParts.approve, input.password, await unchangedContent(tx, revision));
  revision.approvedAt = tx.now;
  revision.effectiveOn = input.effectiveOn;
  tx.record(revision, entryDetailsOf(document));
  if (input.effectiveOn === tx.today) await putInForce(tx, revision, document);
  return revision;
});

/**
 * Returns it to the drafter with a reason.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, INVALID_INPUT on `reason`
 */
export const returnToDrafter = command('document.return', async (tx, input: ReturnInput) => {
  const locked = await lockRevision(tx, input);
  fireRevision(tx, locked, 'return');
  const reason = requireReason(input.reason);
  unsubmit(locked.revision, reason);
  tx.record(locked.revision, entryDetailsOf(locked.document, reason));
  return locked.revision;
});

/**
 * The drafter, or the ISO secretary, takes it back before it is approved.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN
 */
export const takeBack = command('document.takeBack', async (tx, input: TakeBackInput) => {
  const locked = await lockRevision(tx, input);
  fireRevision(tx, locked, 'takeBack');
  unsubmit(locked.revision, null);
  tx.record(locked.revision, entryDetailsOf(locked.document));
  return locked.revision;
});

/** The signatures so far stay in the record, but they no longer count for a revision. */
function unsubmit(revision: Revision, reason: string | null): void {
  revision.contentHash = null;
  revision.submittedAt = null;
  revision.reviewedAt = null;
  revision.reason = reason;
}
