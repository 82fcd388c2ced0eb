import type { Role } from '../../access/rules/roles.js';
import { defineParts, partWithin, type Condition, type Part } from '../../rules/parts.js';
import type { TaskCondition } from '../../rules/tasks.js';

const fromAudit: Condition = { column: 'source', in: ['AUDIT'] };

/** From an own source, or from an audit that the authority arranged itself: then it is its own lead agency. */
const ownSource: Condition = { any: [{ not: fromAudit }, { same: ['issuer.id', 'authority.id'] }] };

/**
 * In an internal audit the authority is its own lead agency, for which its QUALITY_MANAGER acts: the roles of
 * the team end 90 days after closing, and somebody must still evaluate effectiveness.
 */
const ownManager = { roles: ['QUALITY_MANAGER'], at: 'here', when: ownSource } as const;

/** Who works on the corrective actions: owners of those that were not dropped. */
export const actionOwners = {
  each: 'actions',
  person: 'owner.id',
  where: { not: { column: 'state', in: ['DROPPED'] } },
} as const;

/** Parts in a nonconformity, beside the roles (lifecycles of the domain). */
export type NonconformityPart = 'RESPONDER' | 'PLAN_APPROVER' | 'ISSUER' | 'DISPUTE_DECIDER' | 'VERIFIER';

/** Who plays which part in a nonconformity. */
export const nonconformityParts = defineParts<Role, NonconformityPart>({
  places: {
    here: { unit: 'unit.id', authority: 'authority.id' },
    issuer: { unit: 'issuer.id', authority: 'issuer.id' },
  },
  parts: {
    RESPONDER: {
      words: { vi: 'người đã gửi phản hồi', en: 'the person who responded' },
      any: [{ person: 'responder.id' }],
    },
    PLAN_APPROVER: {
      words: { vi: 'người duyệt kế hoạch khắc phục', en: 'the approver of the plan' },
      any: [{ roles: ['QUALITY_MANAGER', 'ISO_HEAD'], at: 'here' }],
      not: ['responder.id'],
    },
    ISSUER: {
      words: { vi: 'bên phát hành phiếu', en: 'the issuing side' },
      any: [ownManager, { roles: ['LEAD_AGENCY'], at: 'here', when: fromAudit }],
    },
    DISPUTE_DECIDER: {
      words: { vi: 'người xem xét ý kiến không đồng ý', en: 'the person who decides the dispute' },
      any: [
        ownManager,
        { roles: ['AUDIT_LEAD'], at: 'here', when: fromAudit },
        // A QUALITY_MANAGER of the lead agency itself.
        { roles: ['LEAD_AGENCY'], at: 'here', and: { roles: ['QUALITY_MANAGER'], at: 'issuer' }, when: fromAudit },
      ],
    },
    VERIFIER: {
      words: { vi: 'người kiểm tra xác nhận', en: 'the verifier' },
      any: [ownManager, { roles: ['AUDIT_LEAD', 'AUDIT_TEAM', 'LEAD_AGENCY'], at: 'here', when: fromAudit }],
      // Nobody verifies their own work (ISO 9001:2015, 9.2.2 c).
      not: [actionOwners],
    },
  },
});

/** Parts in a corrective action: those in its nonconformity, and two of its own. */
export type ActionPart = NonconformityPart | 'OWNER' | 'EXTENSION_DECIDER';

const inNonconformity = Object.fromEntries(
  Object.entries<Part<Role>>(nonconformityParts.parts).map(([name, part]) => [name, partWithin('nonconformity', part)]),
) as Record<NonconformityPart, Part<Role>>;

/** Who decides on extensions, by role. */
const extensionDeciders = { roles: ['QUALITY_MANAGER', 'ISO_HEAD'], at: 'here' } as const;

/** Who plays which part in one action. An owner never decides on his or her own action. */
export const actionParts = defineParts<Role, ActionPart>({
  places: {
    here: { unit: 'nonconformity.unit.id', authority: 'nonconformity.authority.id' },
    issuer: { unit: 'nonconformity.issuer.id', authority: 'nonconformity.issuer.id' },
  },
  parts: {
    ...inNonconformity,
    PLAN_APPROVER: { ...inNonconformity.PLAN_APPROVER, not: ['nonconformity.responder.id', 'owner.id'] },
    OWNER: {
      words: { vi: 'người thực hiện hành động', en: 'the owner of the action' },
      any: [{ person: 'owner.id' }],
    },
    EXTENSION_DECIDER: {
      words: {
        vi: 'người duyệt gia hạn (không phải người thực hiện)',
        en: 'the person who decides on extensions, not the owner',
      },
      any: [extensionDeciders],
      not: ['owner.id'],
    },
  },
});

/**
 * Whose task an extension is: of the person who approved the plan. It is a task of the others only if that
 * person owns the action or no longer holds the role, so that there is always somebody to decide.
 */
export const actionTaskParts: Record<'FIRST_EXTENSION_DECIDER', Part<Role, TaskCondition>> = {
  FIRST_EXTENSION_DECIDER: {
    words: actionParts.parts.EXTENSION_DECIDER.words,
    any: [
      { ...extensionDeciders, only: 'nonconformity.planApprover.id' },
      {
        ...extensionDeciders,
        when: {
          any: [
            { same: ['nonconformity.planApprover.id', 'owner.id'] },
            { not: { holder: 'nonconformity.planApprover.id', ...extensionDeciders } },
          ],
        },
      },
    ],
    not: ['owner.id'],
  },
};

const settled: Condition = {
  all: [
    { not: { some: 'actions', where: { column: 'state', in: ['OPEN'] } } },
    { some: 'actions', where: { not: { column: 'state', in: ['DROPPED'] } } },
  ],
};

/** What must hold before an event of a nonconformity. */
export const nonconformityGates = {
  /** Every action is DONE, ACCEPTED or DROPPED, and at least one of them was really done. */
  actionsSettled: settled,
  /** Effectiveness can be evaluated from the set day on. */
  effectivenessDate: { reached: 'effectivenessDueOn' },
} as const satisfies Record<string, Condition>;

/** What must hold before an event of an action. */
export const actionGates = {
  pendingExtension: { set: 'extensionTo' },
} as const satisfies Record<string, Condition>;
