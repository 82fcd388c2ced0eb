import type { LocalDate, Weekday } from '../../../rules/calendar.js';
import type { WorkingCalendar } from '../../../rules/working-calendar.js';
import type { RoundRules } from '../planning/round-rules.js';
import type { TeamPart } from '../planning/team.js';

/**
 * The facts for the rules about a person. "Unit" means the kind of unit that the round audits: the person's
 * authority in a CROSS round (in whatever office the post is), the office in an INTERNAL one.
 */
export interface PersonFacts {
  personId: string;
  name: string;
  /** Units the person works in (leftOn null) or has left. */
  units: readonly { unitId: string; name: string; leftOn: LocalDate | null }[];
  /**
   * Every present post, and every present grant of a role that commands (ISO_HEAD, QUALITY_MANAGER, UNIT_HEAD),
   * with the ids of the units from the top down to that unit, itself included. Roles that only cover other
   * authorities (LEAD_AGENCY, ADMINISTRATOR, OBSERVER) give no command over people.
   */
  positions: readonly { unitId: string; name: string; path: readonly string[] }[];
  /** Procedures that the person drafted, reviewed or approved, by the original they were copied from. */
  handledProcedures: readonly { lineageId: string }[];
  /**
   * In the auditor register, still active, and of the units that the round covers: the province, or the own
   * authority in an INTERNAL round.
   */
  isRegistered: boolean;
  isActive: boolean;
  isWithinReach: boolean;
  /** The last day on which one of the training certificates is valid; null without any. */
  certificateValidUntil: LocalDate | null;
  leadQualified: boolean;
  earlierAudits: number;
  /** The person's own limit in the register, if there is one. */
  maxLoad: number | null;
  unavailable: readonly LocalDate[];
  /** The other audits of the person in this round. */
  otherAudits: readonly OtherAudit[];
  /**
   * The audits of the person in other rounds: they take up days (R17), but do not count as load of this round
   * (R10).
   */
  elsewhere: readonly OtherAudit[];
}

/** Another audit that takes a person's days. */
export interface OtherAudit {
  auditId: string;
  auditeeName: string;
  dates: readonly LocalDate[];
}

/** What the rules ask about an auditee. */
export interface AuditeeFacts {
  unitId: string;
  name: string;
  /** Ids of the units from the top down to the auditee, itself included. */
  path: readonly string[];
  leaderIds: readonly string[];
  /**
   * People with an open conflict, declared by the person (`isOwn`) or by the auditee (R14: either side may
   * declare).
   */
  conflicts: readonly { personId: string; isOwn: boolean }[];
  /** Procedures in the scope of the audit, by the original they were copied from. */
  procedures: readonly { lineageId: string; title: string }[];
  receptionWeekday: Weekday | null;
}

/** One audit of a plan. */
export interface AuditFacts {
  auditId: string;
  auditee: AuditeeFacts;
  /** The days of the audit; empty while they are not set. */
  dates: readonly LocalDate[];
  /** The fieldwork is done: a person who joins now needs no free day for it (R17). */
  isFieldworkDone?: boolean;
  /** Who put the team together; null until somebody did (R15). */
  appointedById?: string | null;
  members: readonly { person: PersonFacts; part: TeamPart }[];
}

/** What the rules ask about the round. */
export interface RoundFacts {
  /** The days between which the audits lie. */
  window: { from: LocalDate; to: LocalDate };
  rules: RoundRules;
  calendar: WorkingCalendar;
  /**
   * The people who decide about all auditors of the round: they appoint, pay or rate them. The person who
   * appoints one team is in `appointedById`.
   */
  decidedByIds: readonly string[];
}
