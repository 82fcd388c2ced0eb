import type { Words } from '../../../rules/refusal.js';
import type { TeamPart } from '../planning/team.js';
import type { AuditFacts, PersonFacts, RoundFacts } from './assignment-facts.js';

/** One person considered for one audit. */
export interface PersonCase {
  person: PersonFacts;
  part: TeamPart;
  audit: Pick<AuditFacts, 'auditId' | 'auditee' | 'dates' | 'isFieldworkDone'>;
  round: RoundFacts;
}

/** How strictly a team is looked at. */
export interface TeamCheck {
  /** While a team is being put together, who is still missing is no fault; who is too many is. */
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

/** What is wrong, in words; with the person where the fault of a team is one person's. */
export interface Fault {
  why: Words;
  personId?: string;
}

/**
 * What a rule looks at. A check gives one fault for every reason, and none where the rule is kept.
 * `candidate` tells before a person is chosen what `pair` would say afterwards.
 */
export interface RuleChecks {
  person?: (facts: PersonCase) => Fault[];
  team?: (facts: TeamCase) => Fault[];
  pair?: (facts: PairCase) => Fault[];
  candidate?: (facts: CandidateCase) => Fault[];
}

/** A rule about teams: one row of `data/assignment-rules.tsv` with the checks that hold it. */
export interface AssignmentRule {
  /** Such as R06. */
  code: string;
  /** A hard rule forbids a plan; a soft one makes it dearer than another. */
  severity: 'HARD' | 'SOFT';
  /** The rule in the words of the table. */
  words: Words;
  /** By what is looked at: a person, a pair of audits, a team. At least one. */
  checks: RuleChecks;
}
