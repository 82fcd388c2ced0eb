import type { Wording } from '../../../rules/refusal.js';
import type { TeamPart } from '../planning/team.js';
import type { AuditFacts, PersonFacts, RoundFacts } from './assignment-facts.js';

/** One person considered for one audit. */
export interface PersonCase {
  person: PersonFacts;
  part: TeamPart;
  audit: Pick<AuditFacts, 'auditId' | 'auditee' | 'dates' | 'isFieldworkDone'>;
  round: RoundFacts;
}

/** How strictly a team is checked. */
export interface TeamCheck {
  /** While a team is being put together, missing members are no fault, but too many members are. */
  isBeingMade?: boolean;
}

/** One team as a whole, with its days. */
export interface TeamCase {
  audit: AuditFacts;
  round: RoundFacts;
  check: TeamCheck;
}

/** Two audits of one round. */
export interface PairCase {
  audit: AuditFacts;
  other: AuditFacts;
  round: RoundFacts;
}

/** A person who is not on the team yet, and another audit of the round. */
export interface CandidateCase extends PairCase {
  person: PersonFacts;
}

/** What is wrong, in words; with the person, if one person causes the fault of a team. */
export interface Fault {
  why: Wording;
  personId?: string;
}

/**
 * The scope of a check. A check returns one fault for every reason, and none if the rule is met. `candidate`
 * reports before a person is chosen what `pair` would report afterwards.
 */
export interface RuleChecks {
  person?: (facts: PersonCase) => Fault[];
  team?: (facts: TeamCase) => Fault[];
  pair?: (facts: PairCase) => Fault[];
  candidate?: (facts: CandidateCase) => Fault[];
}

/** A rule about teams: one row of `data/assignment-rules.tsv` with its checks. */
export interface AssignmentRule {
  /** Such as R06. */
  code: string;
  /** A hard rule forbids a plan; a soft one gives it a higher cost. */
  severity: 'HARD' | 'SOFT';
  /** The rule in the words of the table. */
  words: Wording;
  /** The checks by scope: a person, a pair of audits, a team. At least one. */
  checks: RuleChecks;
}
