import { isoRoles, type Role } from './roles.js';

/** `ANYONE`: without signing in. `SIGNED_IN`: whoever has an account; the record decides the rest. */
type Holder = Role | 'ANYONE' | 'SIGNED_IN';

const team = ['AUDIT_LEAD', 'AUDIT_TEAM'] as const;
const crossArrangers = ['LEAD_AGENCY'] as const;
const internalArrangers = ['QUALITY_MANAGER', 'ISO_SECRETARY'] as const;

/**
 * The permission catalogue: who may call which root field. It is the first of three checks: the module's policy
 * decides what a person may do to one record, and row visibility decides what the person may see. The client
 * gets it as `viewer.permissions`, so that a screen shows what somebody may do. A few permissions are for
 * screens only: they say who sees a part of a screen. If the part that a person plays in the record decides
 * (drafter, owner, lead), the root field is open to everyone who is signed in.
 */
export const permissions = {
  'identity.signIn': ['ANYONE'],
  'identity.viewer': ['ANYONE'],
  'identity.own': ['SIGNED_IN'],
  'account.manage': ['ADMINISTRATOR'],

  'trail.read': ['SIGNED_IN'],
  'trail.anchor': ['SIGNED_IN'],
  'trail.keepAnchor': ['ADMINISTRATOR', 'LEAD_AGENCY'],

  'organization.read': ['SIGNED_IN'],
  'auditor.declareConflict': ['SIGNED_IN'],
  'standards.read': ['SIGNED_IN'],

  'attachment.write': ['SIGNED_IN'],

  'document.read': ['SIGNED_IN'],
  'document.create': ['ISO_SECRETARY', 'UNIT_HEAD', 'OFFICER'],
  'document.changeFacts': ['ISO_SECRETARY', 'QUALITY_MANAGER'],
  'document.draft': ['SIGNED_IN'],
  'document.submit': ['SIGNED_IN'],
  'document.review': ['SIGNED_IN'],
  'document.approve': ['SIGNED_IN'],
  'document.return': ['SIGNED_IN'],
  'document.takeBack': ['SIGNED_IN'],
  'document.takeOver': ['ISO_SECRETARY'],
  'document.discard': ['SIGNED_IN'],
  'document.cancel': ['SIGNED_IN'],
  'document.withdraw': ['ISO_HEAD'],
  'document.registerExternal': ['ISO_SECRETARY'],
  'document.acknowledge': ['SIGNED_IN'],

  'nonconformity.read': ['SIGNED_IN'],
  'nonconformity.report': [...isoRoles, 'UNIT_HEAD', 'OFFICER', ...team, 'LEAD_AGENCY'],
  'nonconformity.respond': ['UNIT_HEAD', 'ISO_SECRETARY'],
  'nonconformity.dispute': ['ISO_HEAD'],
  'nonconformity.decideDispute': ['AUDIT_LEAD', 'QUALITY_MANAGER'],
  'nonconformity.approvePlan': ['QUALITY_MANAGER', 'ISO_HEAD'],
  'nonconformity.revisePlan': ['SIGNED_IN'],
  'nonconformity.reportDone': ['SIGNED_IN'],
  'nonconformity.verify': [...team, 'LEAD_AGENCY', 'QUALITY_MANAGER'],
  'nonconformity.withdraw': ['LEAD_AGENCY', 'QUALITY_MANAGER', 'AUDIT_LEAD'],
  'correctiveAction.work': ['SIGNED_IN'],
  'correctiveAction.decide': ['SIGNED_IN'],

  'selfInspection.read': ['SIGNED_IN'],
  'selfInspection.fill': ['SIGNED_IN'],
  'selfInspection.fillOfOffice': ['UNIT_HEAD', 'OFFICER'],
  'selfInspection.start': ['UNIT_HEAD'],
  'selfInspection.decide': ['QUALITY_MANAGER', 'ISO_HEAD', 'LEAD_AGENCY'],
  'selfInspection.excuse': ['ISO_HEAD', 'LEAD_AGENCY'],
  'selfInspection.template': ['QUALITY_MANAGER'],
  'selfInspection.schedule': ['QUALITY_MANAGER'],

  'audit.read': ['SIGNED_IN'],
  'programme.manage': ['LEAD_AGENCY'],
  'programme.approve': ['ISO_HEAD'],
  'round.manage': [...crossArrangers, ...internalArrangers],
  'round.manageCross': crossArrangers,
  'round.manageInternal': internalArrangers,
  'round.approve': ['ISO_HEAD'],
  'round.withdraw': ['LEAD_AGENCY', ...isoRoles],
  'audit.plan': ['SIGNED_IN'],
  'audit.answerPlan': ['ISO_HEAD'],
  'audit.declareConflict': ['ISO_HEAD', 'ISO_SECRETARY'],
  'audit.fieldwork': ['SIGNED_IN'],
  'audit.report': ['SIGNED_IN'],
  'audit.answerReport': ['ISO_HEAD', 'LEAD_AGENCY', 'QUALITY_MANAGER', 'ISO_SECRETARY'],
  'audit.cancel': ['LEAD_AGENCY', 'QUALITY_MANAGER', 'ISO_SECRETARY'],
  'finding.write': ['SIGNED_IN'],
  'finding.lead': ['SIGNED_IN'],
  'finding.answer': ['ISO_HEAD', 'ISO_SECRETARY'],

  'myWork.read': ['SIGNED_IN'],
} as const satisfies Record<string, readonly Holder[]>;

/** What somebody may be allowed to do, such as `document.create`. */
export type Permission = keyof typeof permissions;

/** All permissions, in the order of the catalogue. */
export const permissionNames = Object.keys(permissions) as readonly Permission[];

/** Who may call: see {@link permissions}. */
export const allowedRoles = (permission: Permission): readonly Holder[] => permissions[permission];
