import { ref } from '@mikro-orm/core';
import { Person } from '../organization/index.js';
import { refuse } from '../rules/refusal.js';
import { requireReason } from '../rules/text.js';
import { command } from '../commands/index.js';
import type { TakeOverInput } from './inputs.js';
import { mayTakeOver } from './policy.js';
import { otherThan } from './signatories.js';
import { fireRevision, entryDetailsOf, lockRevision } from './lock.js';

/**
 * The ISO secretary takes over a draft from its drafter, who may have left. The content stays, and the former
 * drafter is recorded (R03). A drafter may not review or approve: if the new drafter was named for such a part,
 * nobody is named for it any more.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, RULE_VIOLATED with rule OWN_DRAFT, INVALID_INPUT on `reason`
 */
export const takeOver = command('document.takeOver', async (tx, input: TakeOverInput) => {
  const locked = await lockRevision(tx, input);
  const { revision, document } = locked;
  fireRevision(tx, locked, 'takeOver');
  const reason = requireReason(input.reason);
  if (!mayTakeOver(tx.viewer, revision)) {
    refuse(
      'RULE_VIOLATED',
      {
        vi: 'Bạn đang là người soạn thảo bản này. Hãy bấm “Soạn thảo” để viết tiếp.',
        en: 'You are its drafter already. Go on writing.',
      },
      { rule: 'OWN_DRAFT' },
    );
  }
  revision.formerDrafterIds = [...revision.formerDrafterIds, revision.drafter.id];
  revision.drafter = ref(tx.em.getReference(Person, tx.viewer.personId));
  revision.reviewer = otherThan(tx, revision.reviewer);
  revision.approver = otherThan(tx, revision.approver);
  tx.record(revision, entryDetailsOf(document, reason));
  return revision;
});
