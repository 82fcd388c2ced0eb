import { describe, expect, test } from 'vitest';
import type { Role } from '../../../api/access/rules/roles.js';
import {
  actionParts,
  nonconformityLifecycle,
  nonconformityParts,
  type NonconformitySource,
} from '../../../api/nonconformities/rules/index.js';
import { actors as actorsOn, player } from '../../support/player.js';

/** What decides about Lan, who holds the roles at the unit of a nonconformity. */
interface PartFacts {
  source: NonconformitySource;
  roles: readonly Role[];
  issuedToItself: boolean;
  qualityManagerOfLeadAgency: boolean;
  responderId: string | null;
  actionOwnerIds: readonly string[];
}
const facts: PartFacts = {
  source: 'AUDIT',
  roles: [],
  issuedToItself: false,
  qualityManagerOfLeadAgency: false,
  responderId: null,
  actionOwnerIds: [],
};

const recordOf = ({ source, issuedToItself, responderId, actionOwnerIds }: PartFacts) => ({
  source,
  unit: { id: 'office' },
  authority: { id: 'ward' },
  issuer: { id: issuedToItself ? 'ward' : 'department' },
  responder: responderId ? { id: responderId } : null,
  actions: actionOwnerIds.map((id) => ({ state: 'OPEN', owner: { id } })),
});
const lan = ({ roles, qualityManagerOfLeadAgency }: PartFacts) =>
  player('lan', {
    ward: qualityManagerOfLeadAgency ? [...roles, 'LEAD_AGENCY'] : roles,
    department: qualityManagerOfLeadAgency ? ['QUALITY_MANAGER'] : [],
  });

/** The parts of Lan, beside the roles. */
function parts(change: Partial<PartFacts>): string[] {
  const all = { ...facts, ...change };
  return actorsOn(nonconformityParts, recordOf(all), lan(all)).filter((actor) => actor in nonconformityParts.parts);
}

describe('who may do what with a nonconformity', () => {
  test('the person who responded cannot approve the own plan, even as quality manager', () => {
    expect(parts({ roles: ['QUALITY_MANAGER'], responderId: 'lan' })).toEqual(['RESPONDER']);
    expect(parts({ roles: ['QUALITY_MANAGER'], responderId: 'minh' })).toContain('PLAN_APPROVER');
    expect(parts({ roles: ['ISO_HEAD'], responderId: 'minh' })).toContain('PLAN_APPROVER');
    expect(parts({ roles: ['UNIT_HEAD'], responderId: 'minh' })).toEqual([]);
  });

  test.each<Role>(['AUDIT_LEAD', 'AUDIT_TEAM', 'LEAD_AGENCY'])(
    'the %s verifies what came from an audit, the own quality manager does not',
    (role) => {
      expect(parts({ roles: [role] })).toContain('VERIFIER');
      expect(parts({ roles: ['QUALITY_MANAGER'] })).not.toContain('VERIFIER');
    },
  );

  test.each(['SELF_INSPECTION', 'FEEDBACK', 'DOSSIER', 'EXTERNAL_AUDIT', 'REVIEW', 'OTHER'] as const)(
    'what came from %s is verified, judged and withdrawn by the own quality manager',
    (source) => {
      expect(parts({ source, roles: ['QUALITY_MANAGER'] })).toEqual([
        'PLAN_APPROVER',
        'ISSUER',
        'DISPUTE_DECIDER',
        'VERIFIER',
      ]);
      expect(parts({ source, roles: ['AUDIT_LEAD', 'LEAD_AGENCY'], qualityManagerOfLeadAgency: true })).toEqual([]);
    },
  );

  test('the owner of an action never verifies, whatever the role', () => {
    expect(parts({ roles: ['AUDIT_LEAD'], actionOwnerIds: ['lan'] })).not.toContain('VERIFIER');
    expect(parts({ source: 'FEEDBACK', roles: ['QUALITY_MANAGER'], actionOwnerIds: ['minh', 'lan'] })).not.toContain(
      'VERIFIER',
    );
    expect(parts({ roles: ['AUDIT_LEAD'], actionOwnerIds: ['minh'] })).toContain('VERIFIER');
  });

  test('who owns an action never decides on it; another quality manager or ISO head does', () => {
    const inAction = (ownerId: string, role: Role, responderId = 'hoa') => {
      const all = { ...facts, roles: [role], responderId };
      return actorsOn(actionParts, { owner: { id: ownerId }, nonconformity: recordOf(all) }, lan(all));
    };
    expect(inAction('lan', 'QUALITY_MANAGER')).toEqual(['QUALITY_MANAGER', 'OWNER']);
    expect(inAction('minh', 'QUALITY_MANAGER')).toEqual(['QUALITY_MANAGER', 'PLAN_APPROVER', 'EXTENSION_DECIDER']);
    expect(inAction('minh', 'ISO_HEAD', 'lan')).toEqual(['ISO_HEAD', 'RESPONDER', 'EXTENSION_DECIDER']);
    expect(inAction('minh', 'UNIT_HEAD')).toEqual(['UNIT_HEAD']);
  });

  test('a dispute about an audit is decided by the lead auditor or a quality manager of the lead agency', () => {
    expect(parts({ roles: ['AUDIT_LEAD'] })).toContain('DISPUTE_DECIDER');
    expect(parts({ qualityManagerOfLeadAgency: true })).toEqual(['ISSUER', 'DISPUTE_DECIDER', 'VERIFIER']);
    expect(parts({ roles: ['AUDIT_TEAM'] })).not.toContain('DISPUTE_DECIDER');
    expect(parts({ roles: ['LEAD_AGENCY'] })).toEqual(['ISSUER', 'VERIFIER']);
  });

  test('roles and parts together give the buttons of a person', () => {
    const may = (state: 'ISSUED' | 'RESPONDED', change: Partial<PartFacts>) =>
      nonconformityLifecycle.eventsFor(
        state,
        actorsOn(nonconformityParts, recordOf({ ...facts, ...change }), lan({ ...facts, ...change })),
      );
    expect(may('ISSUED', { roles: ['ISO_HEAD'] })).toEqual(['dispute']);
    expect(may('ISSUED', { roles: ['OFFICER'] })).toEqual([]);
    expect(may('RESPONDED', { roles: ['QUALITY_MANAGER'], responderId: 'minh' })).toEqual([
      'approvePlan',
      'returnPlan',
    ]);
    expect(may('RESPONDED', { roles: ['QUALITY_MANAGER'], responderId: 'lan' })).toEqual([]);
  });

  test('of an internal audit the own quality manager decides, when the team has no role any more', () => {
    expect(parts({ issuedToItself: true, roles: ['QUALITY_MANAGER'] })).toEqual([
      'PLAN_APPROVER',
      'ISSUER',
      'DISPUTE_DECIDER',
      'VERIFIER',
    ]);
    expect(parts({ issuedToItself: true, roles: ['QUALITY_MANAGER'], actionOwnerIds: ['lan'] })).not.toContain(
      'VERIFIER',
    );
    expect(parts({ issuedToItself: false, roles: ['QUALITY_MANAGER'] })).toEqual(['PLAN_APPROVER']);
  });
});
