import type { AuditFacts } from './assignment-facts.js';
import type { CandidateCase, Fault, PairCase } from './rule.js';

/** R04: two units may not audit each other. */
export function areReciprocal({ audit, other, round: { rules } }: PairCase): Fault[] {
  if (rules.reciprocityReason) return [];
  if (!sendsTo(audit, other.auditee.unitId) || !sendsTo(other, audit.auditee.unitId)) return [];
  return [
    {
      why: {
        vi: `${audit.auditee.name} và ${other.auditee.name} đánh giá lẫn nhau`,
        en: `${audit.auditee.name} and ${other.auditee.name} audit each other`,
      },
    },
  ];
}

/** R04 for one person: by joining the team, the person would make the two units audit each other. */
export function wouldBeReciprocal({ person, audit, other, round: { rules } }: CandidateCase): Fault[] {
  if (rules.reciprocityReason) return [];
  const joining = { members: [{ person, part: 'AUDITOR' as const }] };
  if (!sendsTo(joining, other.auditee.unitId) || !sendsTo(other, audit.auditee.unitId)) return [];
  return [
    {
      why: {
        vi: `${audit.auditee.name} đang có người đánh giá ${other.auditee.name}`,
        en: `${audit.auditee.name} already sends somebody to audit ${other.auditee.name}`,
      },
    },
  ];
}

function sendsTo({ members }: Pick<AuditFacts, 'members'>, unitId: string): boolean {
  return members.some(({ person }) => person.units.some((unit) => unit.unitId === unitId && unit.leftOn === null));
}
