import type { Role } from '../../access/rules/roles.js';
import { defineParts, type Part } from '../../rules/parts.js';
import type { TaskCondition } from '../../rules/tasks.js';

/** The three who sign a revision, in order (soạn thảo, soát xét, phê duyệt). */
export type RevisionPart = 'DRAFTER' | 'REVIEWER' | 'APPROVER';

/** Who plays which part in a revision: three different people (lifecycles of the domain). */
export const revisionParts = defineParts<Role, RevisionPart>({
  places: { here: { unit: 'document.ownerUnit.id', authority: 'document.authority.id' } },
  parts: {
    DRAFTER: { words: { vi: 'người soạn thảo', en: 'the drafter' }, any: [{ person: 'drafter.id' }] },
    REVIEWER: {
      words: { vi: 'người soát xét', en: 'the reviewer' },
      any: [{ person: 'reviewer.id' }],
      not: ['drafter.id'],
    },
    APPROVER: {
      words: { vi: 'người phê duyệt', en: 'the approver' },
      any: [{ person: 'approver.id' }],
      not: ['drafter.id', 'reviewer.id'],
    },
  },
});

/** For a revision that waits for a person who can no longer act (docs/decisions/008-when-signers-leave.md). */
const waitsInVain: TaskCondition = { named: 'waitsInVain' };

const secretary = { roles: ['ISO_SECRETARY'], at: 'here', when: waitsInVain } as const;

/** Who must act when the drafter or a signer of a revision has left. */
export const revisionTaskParts: Record<'SUCCESSOR' | 'RECALLER', Part<Role, TaskCondition>> = {
  SUCCESSOR: { words: { vi: 'thư ký ISO', en: 'the ISO secretary' }, any: [secretary] },
  RECALLER: {
    words: { vi: 'người soạn thảo hoặc thư ký ISO', en: 'the drafter or the ISO secretary' },
    any: [{ person: 'drafter.id', when: waitsInVain }, secretary],
  },
};
