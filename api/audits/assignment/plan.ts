import { refuseNotFound } from '../../access/index.js';
import { refuseBlocking } from '../../rules/checks.js';
import type { PlanEntry } from '../planning/plan-entry.js';
import {
  dateProblems,
  pastDays,
  planViolations,
  requireNoViolations,
  violationsInPlan,
  type AuditFacts,
  type PersonFacts,
  type RoundFacts,
  type TeamCheck,
  type Violation,
} from '../rules/assignment/index.js';
import { fieldworkDone } from '../rules/planning/index.js';
import { loadPeople } from './person-facts.js';
import { loadPlanData, type Database, type PlanData, type PlannedAudit } from './plan-data.js';

/** The changes of one audit of a plan; what is left out stays. */
export type AuditChange = { auditId: string } & Partial<
  Pick<PlannedAudit, 'assignments' | 'appointedById' | 'dates' | 'length' | 'startTime'>
>;

/**
 * The plan of a round: which team audits where and when, with all facts for the rules. A command loads it once.
 * It never changes; `with` returns a changed copy.
 */
export class Plan {
  #facts: AuditFacts[] | undefined;

  private constructor(
    private readonly data: PlanData,
    private readonly people: ReadonlyMap<string, PersonFacts>,
    private readonly today: string,
  ) {}

  /**
   * Loads the plan and its people, with one statement each.
   * @param today the day on which posts and roles must be in force
   * @param others ids of people whom a change may bring in
   * @throws Refusal NOT_FOUND for a round that does not exist
   */
  static async load(db: Database, roundId: string, today: string, others: readonly string[] = []): Promise<Plan> {
    const data = await loadPlanData(db, roundId, today);
    const members = data.audits.flatMap(({ assignments }) => assignments.map(({ personId }) => personId));
    return Plan.of(data, await loadPeople(db, [...new Set([...members, ...others])], data, today), today);
  }

  /** A plan of what was loaded already. */
  static of(data: PlanData, people: readonly PersonFacts[], today: string): Plan {
    return new Plan(data, new Map(people.map((person) => [person.personId, person])), today);
  }

  /** Window, bounds and deciders of the round. */
  get round(): RoundFacts {
    return this.data.round;
  }

  /** The audits that are not cancelled, in order. */
  get audits(): readonly PlannedAudit[] {
    return this.data.audits;
  }

  /** The audit of this id, or undefined where it is not in the plan. */
  audit(id: string): PlannedAudit | undefined {
    return this.data.audits.find((audit) => audit.id === id);
  }

  /** A copy of the plan with these changes. People who are not in this plan must have been loaded with it. */
  with(changes: readonly AuditChange[]): Plan {
    const byAudit = new Map(changes.map(({ auditId, ...change }) => [auditId, change]));
    const audits = this.audits.map((audit) => (byAudit.has(audit.id) ? { ...audit, ...byAudit.get(audit.id) } : audit));
    return new Plan({ ...this.data, audits }, this.people, this.today);
  }

  /**
   * The plan as the rules take it.
   * @throws Refusal NOT_FOUND for a person who does not exist
   */
  facts(): AuditFacts[] {
    this.#facts ??= this.audits.map(({ id, auditee, dates, assignments, state, appointedById }) => ({
      auditId: id,
      auditee,
      dates,
      appointedById,
      isFieldworkDone: fieldworkDone.includes(state),
      members: assignments.map(({ personId, part }) => ({
        person: this.people.get(personId) ?? refuseNotFound(),
        part,
      })),
    }));
    return this.#facts;
  }

  /** What the rules say about the whole plan. */
  violations(): Violation[] {
    return planViolations(this.facts(), this.round);
  }

  /** What the rules say about some audits in this plan. */
  violationsOf(auditIds: readonly string[], check?: TeamCheck): Violation[] {
    return auditIds.flatMap((id) => violationsInPlan(id, this.facts(), this.round, check));
  }

  /**
   * The violations of some audits that do not depend on other audits, so that no change of another audit can
   * resolve them.
   */
  violationsAlone(auditIds: readonly string[]): Violation[] {
    return auditIds.flatMap((id) => {
      const only = this.facts().filter(({ auditId }) => auditId === id);
      return violationsInPlan(id, only, this.round);
    });
  }

  /**
   * Passes if the plan breaks no hard rule and all its audits have days.
   * @param only ids of the audits that an amendment changes: violations of other audits that were there before,
   *   such as a conflict that waits for another amendment, do not count, and neither do days in the past
   * @throws Refusal RULE_VIOLATED with the code of the first rule and all violations
   */
  requireSound(only?: readonly string[]): void {
    requireNoViolations(only ? this.violationsOf(only) : this.violations());
    const dated = this.audits.map(({ auditee, dates }) => ({ auditeeName: auditee.name, dates }));
    refuseBlocking([
      ...dateProblems(dated, this.round.window),
      ...(only ? [] : dated.flatMap((audit) => pastDays(audit, this.today))),
    ]);
  }

  /** Who goes where and when, audit by audit, with the names. */
  entries(): PlanEntry[] {
    return this.audits.map((audit, at) => ({
      auditId: audit.id,
      auditNumber: audit.number,
      auditeeName: audit.auditee.name,
      dates: audit.dates,
      length: audit.length,
      startTime: audit.startTime,
      members: this.facts()[at]!.members.map(({ person, part }) => ({
        personId: person.personId,
        name: person.name,
        part,
      })),
    }));
  }

  /** The audits that differ from an earlier plan: what is planned now, and what was planned before. */
  difference(earlier: Plan): { now: PlanEntry; before: PlanEntry }[] {
    const before = new Map(earlier.entries().map((entry) => [entry.auditId, entry]));
    return this.entries()
      .filter(({ auditId }) => this.audit(auditId) !== earlier.audit(auditId))
      .flatMap((now) => (before.has(now.auditId) ? [{ now, before: before.get(now.auditId)! }] : []));
  }
}
