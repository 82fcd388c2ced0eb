import {
  defaultRoundRules,
  type AuditFacts,
  type AuditeeFacts,
  type PersonFacts,
  type RoundFacts,
  type TeamPart,
} from '../../../../api/audits/rules/index.js';
import { calendar } from '../../tables.js';

/** An auditor of ward A against whom nothing speaks. */
export function auditor(personId: string, change: Partial<PersonFacts> = {}): PersonFacts {
  return {
    personId,
    name: `Ông ${personId}`,
    units: [{ unitId: 'A', name: 'Phường A', leftOn: null }],
    positions: [{ unitId: 'A-OFFICE', name: 'Văn phòng phường A', path: ['PROVINCE', 'A', 'A-OFFICE'] }],
    handledProcedures: [],
    isRegistered: true,
    isActive: true,
    isWithinReach: true,
    certificateValidUntil: '2028-12-31',
    leadQualified: true,
    earlierAudits: 3,
    maxLoad: null,
    unavailable: [],
    otherAudits: [],
    elsewhere: [],
    ...change,
  };
}

/** Ward B, to be audited. */
export function auditee(change: Partial<AuditeeFacts> = {}): AuditeeFacts {
  return {
    unitId: 'B',
    name: 'Phường B',
    path: ['PROVINCE', 'B'],
    leaderIds: ['chair-b'],
    conflicts: [],
    procedures: [{ lineageId: 'birth', title: 'Đăng ký khai sinh' }],
    receptionWeekday: 'THURSDAY',
    ...change,
  };
}

/** Lead, auditor and secretary of ward A in ward B on Wednesday 14 October 2026. */
export function audit(change: Partial<AuditFacts> = {}): AuditFacts {
  return {
    auditId: 'audit-b',
    auditee: auditee(),
    dates: ['2026-10-14'],
    members: team(['LEAD', auditor('lan')], ['AUDITOR', auditor('minh')], ['SECRETARY', auditor('hoa')]),
    ...change,
  };
}

export function team(...members: [TeamPart, PersonFacts][]): AuditFacts['members'] {
  return members.map(([part, person]) => ({ part, person }));
}

export const round: RoundFacts = {
  window: { from: '2026-10-05', to: '2026-10-30' },
  rules: defaultRoundRules(),
  calendar,
  decidedByIds: ['director'],
};
