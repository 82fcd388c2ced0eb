import { refuseBlocking } from '../../../rules/checks.js';
import type { Wording } from '../../../rules/refusal.js';
import type { TeamPart } from '../planning/team.js';
import type { AuditFacts, PersonFacts, RoundFacts } from './assignment-facts.js';
import { assignmentRules, type RuleCode } from './assignment-rules.js';
import type { AssignmentRule, Fault, PersonCase, RuleChecks, TeamCheck } from './rule.js';

/** A hard rule that is broken: the rule, and why in this case. */
export interface Violation {
  rule: RuleCode;
  auditId: string;
  /** Null if the fault is in the team or the dates. */
  personId: string | null;
  /** The rule in words, then why. */
  words: Wording;
}

const rules: readonly (AssignmentRule & { code: RuleCode })[] = assignmentRules;

/** The violations that every rule with a check of this scope reports. */
function faultsOf<Scope extends keyof RuleChecks>(
  scope: Scope,
  auditId: string,
  personId: string | null,
  facts: Parameters<NonNullable<RuleChecks[Scope]>>[0],
): Violation[] {
  return rules.flatMap((rule) => {
    const check = rule.checks[scope] as ((checked: typeof facts) => Fault[]) | undefined;
    return (check?.(facts) ?? []).map((fault) => ({
      rule: rule.code,
      auditId,
      personId: fault.personId ?? personId,
      words: {
        vi: `${rule.words.vi}: ${fault.why.vi}.`,
        en: `${rule.words.en}: ${fault.why.en}.`,
      },
    }));
  });
}

/**
 * The rules about a person in a part of a team.
 * @returns one violation per reason; empty if the person may be put on that team in that part
 */
export function personViolations(
  person: PersonFacts,
  part: TeamPart,
  audit: PersonCase['audit'],
  round: RoundFacts,
): Violation[] {
  return faultsOf('person', audit.auditId, person.personId, { person, part, audit, round });
}

/**
 * The rules about a person who would join a team that are not about every member: the violations between this
 * audit and the others.
 */
export function candidateViolations(
  person: PersonFacts,
  audit: AuditFacts,
  audits: readonly AuditFacts[],
  round: RoundFacts,
): Violation[] {
  return audits
    .filter(({ auditId }) => auditId !== audit.auditId)
    .flatMap((other) => faultsOf('candidate', audit.auditId, person.personId, { person, audit, other, round }));
}

/** The rules about a team as a whole and its days. */
export function teamViolations(audit: AuditFacts, round: RoundFacts, check: TeamCheck = {}): Violation[] {
  return faultsOf('team', audit.auditId, null, { audit, round, check });
}

/** Every rule for one audit: the team and each of its members. */
export function auditViolations(audit: AuditFacts, round: RoundFacts, check: TeamCheck = {}): Violation[] {
  return [
    ...teamViolations(audit, round, check),
    ...audit.members.flatMap(({ person, part }) => personViolations(person, part, audit, round)),
  ];
}

/**
 * Every rule for a whole plan, pairs of audits included. What a person does in other audits (R10, R17) is taken
 * from the plan itself, not from `otherAudits`. A violation that has the same words for several audits (the
 * load of a person) is reported once, with the first of them.
 */
export function planViolations(audits: readonly AuditFacts[], round: RoundFacts): Violation[] {
  const all = [
    ...audits.flatMap((audit) => auditViolations(withOtherAudits(audit, audits), round)),
    ...audits.flatMap((audit, index) =>
      audits.slice(index + 1).flatMap((other) => faultsOf('pair', audit.auditId, null, { audit, other, round })),
    ),
  ];
  const seen = new Set<string>();
  return all.filter(({ words }) => {
    const isNew = !seen.has(words.vi);
    seen.add(words.vi);
    return isNew;
  });
}

/**
 * Every rule for one audit in its plan, the pairs it is part of included.
 * @param audits the whole plan, with this audit as changed
 */
export function violationsInPlan(
  auditId: string,
  audits: readonly AuditFacts[],
  round: RoundFacts,
  check: TeamCheck = {},
): Violation[] {
  const audit = audits.find((candidate) => candidate.auditId === auditId);
  if (!audit) return [];
  return [
    ...auditViolations(withOtherAudits(audit, audits), round, check),
    ...audits
      .filter((other) => other !== audit)
      .flatMap((other) => faultsOf('pair', auditId, null, { audit, other, round })),
  ];
}

/**
 * Passes if the plan breaks no hard rule.
 * @throws Refusal RULE_VIOLATED with the code of the first rule, and every violation in `problems`.
 */
export function requireNoViolations(violations: readonly Violation[]): void {
  refuseBlocking(violations.map(({ rule, words }) => ({ code: rule, severity: 'BLOCKING', words })));
}

function withOtherAudits(audit: AuditFacts, audits: readonly AuditFacts[]): AuditFacts {
  const others = audits.filter(({ auditId }) => auditId !== audit.auditId);
  const members = audit.members.map(({ person, part }) => ({
    part,
    person: {
      ...person,
      otherAudits: others
        .filter((other) => other.members.some((member) => member.person.personId === person.personId))
        .map(({ auditId, auditee, dates }) => ({ auditId, auditeeName: auditee.name, dates })),
    },
  }));
  return { ...audit, members };
}
