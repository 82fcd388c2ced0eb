import { roles } from '../../access/rules/roles.js';
import type { Condition } from '../../rules/parts.js';
import { defineWork } from '../../rules/tasks.js';
import { actionLifecycle, isActionEventOpen, type ActionEvent } from './action-lifecycle.js';
import { nonconformityLifecycle } from './lifecycle.js';
import { actionGates, actionParts, actionTaskParts, nonconformityGates, nonconformityParts } from './parts.js';

/** Who acts on a nonconformity: one task for every state in which it is open. */
export const nonconformityWork = defineWork(roles, {
  kind: 'nonconformity',
  lifecycle: nonconformityLifecycle,
  parts: nonconformityParts,
  gates: nonconformityGates,
  tasks: {
    ISSUED: [{ event: 'respond', due: { day: 'dueOn' } }],
    DISPUTED: [{ event: 'uphold', due: { day: 'dueOn' } }],
    RESPONDED: [{ event: 'approvePlan', due: { day: 'dueOn' } }],
    // The owners work on the actions. After the last one is done the system reports it, unless an action was
    // returned before.
    PLAN_APPROVED: [{ event: 'reportDone', due: { day: 'dueOn' } }],
    ACTIONS_DONE: [{ event: 'verify', due: { day: 'dueOn' } }],
    VERIFIED: [{ event: 'confirmEffective', due: { day: 'dueOn' } }],
  },
});

/** The nonconformity is in a state in which the event of an action is possible. */
const whilePossible = (event: ActionEvent): Condition => ({
  column: 'nonconformity.state',
  in: nonconformityLifecycle.states.filter((state) => isActionEventOpen(event, state)),
});

/** Who acts on one action. Accepting or returning it is part of verifying its nonconformity. */
export const actionWork = defineWork(roles, {
  kind: 'correctiveAction',
  lifecycle: actionLifecycle,
  parts: actionParts,
  taskParts: actionTaskParts,
  gates: actionGates,
  tasks: {
    OPEN: [
      { event: 'reportDone', when: whilePossible('reportDone'), due: { day: 'dueOn' } },
      {
        event: 'grantExtension',
        of: ['FIRST_EXTENSION_DECIDER'],
        when: whilePossible('grantExtension'),
        due: { day: 'dueOn' },
      },
    ],
    DONE: { owner: 'nonconformity' },
  },
});
