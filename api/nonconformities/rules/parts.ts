import type { Actor } from '../../rules/actors.js';
import type { NonconformitySource } from './facts.js';

/** What must be known to say which parts a person has in a nonconformity. */
export interface PartFacts {
  personId: string;
  source: NonconformitySource;
  /** Roles that the person holds on the unit of the nonconformity, AUDIT_LEAD and AUDIT_TEAM included. */
  roles: readonly Actor[];
  /** Whether the authority issued it to itself, as it does in an internal audit. */
  issuedToItself: boolean;
  /** Whether the person is a QUALITY_MANAGER of the lead agency itself. */
  qualityManagerOfLeadAgency: boolean;
  /** Who sent the response, if there is one. */
  responderId: string | null;
  /** Owners of the actions that were not dropped. */
  actionOwnerIds: readonly string[];
}

/**
 * The parts of a person in a nonconformity, beside the roles:
 * - RESPONDER: who sent the response;
 * - PLAN_APPROVER: QUALITY_MANAGER or ISO_HEAD of the unit's authority, not the responder;
 * - ISSUER: the lead agency for audits, the authority's QUALITY_MANAGER for own sources;
 * - DISPUTE_JUDGE: AUDIT_LEAD or a QUALITY_MANAGER of the lead agency for audits, the authority's
 *   QUALITY_MANAGER for own sources;
 * - VERIFIER: AUDIT_LEAD, AUDIT_TEAM or the lead agency for audits, the authority's QUALITY_MANAGER
 *   for own sources; never an owner of one of the actions.
 *
 * In an internal audit the authority is its own lead agency, for which its QUALITY_MANAGER acts: the
 * team's roles end 90 days after closing, and somebody must still judge the effect.
 */
export function nonconformityParts(facts: PartFacts): Actor[] {
  const holds = (...roles: Actor[]) => roles.some((role) => facts.roles.includes(role));
  const fromAudit = facts.source === 'AUDIT';
  const ownManager = (!fromAudit || facts.issuedToItself) && holds('QUALITY_MANAGER');
  const parts: [Actor, boolean][] = [
    ['RESPONDER', facts.responderId === facts.personId],
    ['PLAN_APPROVER', holds('QUALITY_MANAGER', 'ISO_HEAD') && facts.responderId !== facts.personId],
    ['ISSUER', ownManager || (fromAudit && holds('LEAD_AGENCY'))],
    ['DISPUTE_JUDGE', ownManager || (fromAudit && (holds('AUDIT_LEAD') || facts.qualityManagerOfLeadAgency))],
    ['VERIFIER', mayVerify(facts) && (ownManager || (fromAudit && holds('AUDIT_LEAD', 'AUDIT_TEAM', 'LEAD_AGENCY')))],
  ];
  return parts.filter(([, has]) => has).map(([part]) => part);
}

/** What must be known, beside the nonconformity, to say which parts a person has in one action. */
export interface ActionPartFacts {
  personId: string;
  ownerId: string;
  /** Roles that the person holds on the unit, and parts in the nonconformity. */
  actors: readonly Actor[];
}

/**
 * What a person is to one action, roles and parts in its nonconformity included:
 * - OWNER: who carries it out; never decides on it, so that an owner is no PLAN_APPROVER here;
 * - EXTENSION_JUDGE: QUALITY_MANAGER or ISO_HEAD of the unit's authority, not the owner. It is first
 *   of all for whoever approved the plan (my-work asks that person); another one may stand in, also
 *   the one who responded, so that an action of the approver's own does not wait for nobody.
 */
export function actionParts({ personId, ownerId, actors }: ActionPartFacts): Actor[] {
  if (ownerId === personId) return [...actors.filter((actor) => actor !== 'PLAN_APPROVER'), 'OWNER'];
  return actors.includes('QUALITY_MANAGER') || actors.includes('ISO_HEAD')
    ? [...actors, 'EXTENSION_JUDGE']
    : [...actors];
}

/** Whether the person is no owner of one of the actions: nobody verifies own work (ISO 9001:2015, 9.2.2 c). */
export function mayVerify({ personId, actionOwnerIds }: Pick<PartFacts, 'personId' | 'actionOwnerIds'>): boolean {
  return !actionOwnerIds.includes(personId);
}
