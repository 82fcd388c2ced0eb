import { roles } from '../../access/rules/roles.js';
import { defineWork, type TaskRule } from '../../rules/tasks.js';
import { revisionLifecycle, type RevisionEvent } from './lifecycle.js';
import { revisionParts, revisionTaskParts } from './parts.js';

const takeBack: TaskRule<RevisionEvent, 'RECALLER'> = {
  event: 'takeBack',
  of: ['RECALLER'],
  standIn: true,
  due: null,
};

/** Who acts on a revision: it is drafted, reviewed and approved; then the system puts it in force on its day. */
export const revisionWork = defineWork(roles, {
  kind: 'document',
  lifecycle: revisionLifecycle,
  parts: revisionParts,
  taskParts: revisionTaskParts,
  tasks: {
    DRAFT: [
      { event: 'submit', when: { not: { set: 'reason' } }, due: null },
      // It was returned or taken back, so its content must be changed.
      { event: 'submit', as: 'draft', when: { set: 'reason' }, due: null },
      { event: 'takeOver', of: ['SUCCESSOR'], standIn: true, due: null },
    ],
    IN_REVIEW: [{ event: 'review', due: null }, takeBack],
    REVIEWED: [{ event: 'approve', due: null }, takeBack],
    APPROVED: { system: 'takeEffect' },
    EFFECTIVE: { system: 'supersede', rests: true },
  },
});
