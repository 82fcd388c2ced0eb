import { roles, type Role } from '../../../access/rules/roles.js';
import type { Condition, Part } from '../../../rules/parts.js';
import { defineWork, type TaskCondition, type TaskRule } from '../../../rules/tasks.js';
import { roundParts } from '../planning/parts.js';
import { roundLifecycle, type RoundEvent } from '../planning/round-lifecycle.js';

const amendmentBreaksRules: TaskCondition = { named: 'amendmentBreaksRules' };
const only = (part: Part<Role>, condition: TaskCondition): Part<Role, TaskCondition> => ({
  ...part,
  any: part.any.map((way) => ({ ...way, when: { all: [...(way.when ? [way.when] : []), condition] } })),
});

/** Whose task an amendment of the plan is: it is signed when it breaks no hard rule; until then it must be changed. */
export const roundTaskParts: Record<'AMENDMENT_SIGNER' | 'AMENDMENT_MENDER', Part<Role, TaskCondition>> = {
  AMENDMENT_SIGNER: only(roundParts.parts.LEAD_AGENCY_HEAD, { not: amendmentBreaksRules }),
  AMENDMENT_MENDER: only(roundParts.parts.LEAD_AGENCY, amendmentBreaksRules),
};

/** While an amendment waits for its signature. */
const amendment: readonly TaskRule<RoundEvent, 'AMENDMENT_SIGNER' | 'AMENDMENT_MENDER'>[] = [
  {
    event: 'approvePlanAmendment',
    as: 'amendPlan',
    of: ['AMENDMENT_SIGNER'],
    when: { set: 'amendment' },
    standIn: true,
    due: null,
  },
  {
    event: 'amendPlan',
    as: 'correctPlanAmendment',
    of: ['AMENDMENT_MENDER'],
    when: { set: 'amendment' },
    standIn: true,
    due: null,
  },
];

/** Every audit is closed or cancelled. */
const auditsOver: Condition = {
  not: { some: 'audits', where: { not: { column: 'state', in: ['CLOSED', 'CANCELLED'] } } },
};

/** Who acts on a round: it is assigned, signed and reported; between approval and report, the teams work. */
export const roundWork = defineWork(roles, {
  kind: 'round',
  lifecycle: roundLifecycle,
  parts: roundParts,
  taskParts: roundTaskParts,
  tasks: {
    PREPARING: [{ event: 'assign', due: { day: 'from', plus: -14 } }],
    ASSIGNED: [{ event: 'approve', due: { day: 'from', plus: -7 } }],
    APPROVED: amendment,
    RUNNING: [
      { event: 'report', when: auditsOver, due: { day: 'to', plus: 14 } },
      { event: 'report', when: { not: auditsOver }, unlisted: true, due: null },
      ...amendment,
    ],
    REPORTED: [{ event: 'close', due: { day: 'to', plus: 28 } }],
  },
});
