import { sql } from 'kysely';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type Context, isId, readContext, refuseForbidden, refuseNotFound } from '../../access/index.js';
import { Day } from '../../platform/graphql/scalars.js';
import type { Row } from '../../platform/reads/index.js';
import type { RoundKind } from '../planning/kinds.js';
import { roundActors } from '../planning/policy.js';
import { auditVisible } from '../planning/visibility.js';
import { type AuditFacts, personViolations, reciprocityViolations, type Violation } from '../rules/assignment/index.js';
import { auditFacts, loadPeople, loadPlan, type PersonOfPlan, type Plan } from './facts.js';

/** Why somebody may not be put on a team. */
@ObjectType({ simpleResolvers: true })
export class CandidateViolation {
  /** Code of the rule, such as R03. */
  @Field(() => String) rule!: string;
  /** The rule and the reason, in the language of the request. */
  @Field(() => String) message!: string;
  /** Forbids leading only; another part is allowed. */
  @Field(() => Boolean) forLeadOnly!: boolean;
}

/** An auditor as a candidate for one audit. */
@ObjectType({ simpleResolvers: true })
export class TeamCandidate {
  /** The person. */
  @Field(() => ID) personId!: string;
  @Field(() => String) name!: string;
  /** Title of the post. */
  @Field(() => String) title!: string;
  /** Name of the unit where the person works. */
  @Field(() => String) homeName!: string;
  /** Name of the authority where the person works. */
  @Field(() => String) authorityName!: string;
  /** Group of neighbouring communes (cụm) the home belongs to. */
  @Field(() => String, { nullable: true }) cluster!: string | null;
  /** Fields of expertise, by the names of the procedures' fields. */
  @Field(() => [String]) fields!: string[];
  /** Audits in this round, this one not counted. */
  @Field(() => Int) load!: number;
  /** Audits done before, as trainee left out (R07). */
  @Field(() => Int) earlierAudits!: number;
  /** May lead a team. */
  @Field(() => Boolean) leadQualified!: boolean;
  /** Last day on which one of the certificates is valid; null without any. */
  @Field(() => Day, { nullable: true }) certificateValidUntil!: string | null;
  /** Kilometres to the auditee, as the crow flies. */
  @Field(() => Float, { nullable: true }) distanceKm!: number | null;
  /** Empty for whoever may be chosen in any part. */
  @Field(() => [CandidateViolation])
  violations!: CandidateViolation[];
}

/** Where the auditee is, and the unit below which auditors are looked for. */
interface Whereabouts {
  roundId: string;
  kind: RoundKind;
  leadAgencyId: string;
  belowId: string;
  latitude: number | null;
  longitude: number | null;
}

/**
 * Every auditor who comes into question for an audit, with the hard rules that forbid it in words;
 * those who may be chosen come first, the nearest and least busy at the top. Three SQL statements,
 * however many they are.
 * @throws Refusal NOT_FOUND for an audit that the viewer does not see, FORBIDDEN for whoever does not arrange it
 */
export async function teamCandidates(ctx: Context, auditId: string): Promise<TeamCandidate[]> {
  const db = ctx.em.getKysely();
  const place = await whereaboutsOf(ctx, auditId);
  const plan = await loadPlan(db, place.roundId, ctx.today);
  const people = await loadPeople(db, { below: place.belowId }, plan, place.roundId, ctx.today);
  const facts = factsOf(plan, people);
  const audit = facts.find((candidate) => candidate.auditId === auditId) ?? refuseNotFound();
  return people.map((person) => candidateOf(ctx, person, audit, facts, plan, place)).sort(byUse);
}

/** The plan as the rules take it; members from elsewhere count only with what is known of them here. */
function factsOf(plan: Plan, people: readonly PersonOfPlan[]): AuditFacts[] {
  const byId = new Map(people.map((person) => [person.personId, person]));
  const known = {
    ...plan,
    audits: plan.audits.map((audit) => ({
      ...audit,
      assignments: audit.assignments.filter(({ personId }) => byId.has(personId)),
    })),
  };
  return auditFacts(known, byId);
}

function candidateOf(
  ctx: Context,
  person: PersonOfPlan,
  audit: AuditFacts,
  audits: AuditFacts[],
  plan: Plan,
  place: Whereabouts,
): TeamCandidate {
  const elsewhere = { ...person, otherAudits: person.otherAudits.filter(({ auditId }) => auditId !== audit.auditId) };
  const all = [
    ...personViolations(elsewhere, 'LEAD', audit, plan.round),
    ...reciprocityViolations(elsewhere, audit, audits, plan.round),
  ];
  const {
    personId,
    name,
    title,
    homeName,
    authorityName,
    cluster,
    fields,
    earlierAudits,
    leadQualified,
    certificateValidUntil,
  } = person;
  return {
    personId,
    name,
    title,
    homeName,
    authorityName,
    cluster,
    fields,
    earlierAudits,
    leadQualified,
    certificateValidUntil,
    load: elsewhere.otherAudits.length,
    distanceKm: distance(person, place),
    violations: all.map((violation) => told(violation, ctx)),
  };
}

const told = ({ rule, words }: Violation, { language }: Context): CandidateViolation => ({
  rule,
  message: words[language],
  forLeadOnly: rule === 'R07',
});

const hindrance = ({ violations }: TeamCandidate) =>
  violations.some(({ forLeadOnly }) => !forLeadOnly) ? 2 : violations.length > 0 ? 1 : 0;

const byUse = (a: TeamCandidate, b: TeamCandidate) =>
  hindrance(a) - hindrance(b) || a.load - b.load || (a.distanceKm ?? 0) - (b.distanceKm ?? 0);

/** Kilometres between two places on the globe, one digit after the point; null where one is not known. */
function distance(
  a: { latitude: number | null; longitude: number | null },
  b: { latitude: number | null; longitude: number | null },
): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const [from, to, turn] = [a.latitude, b.latitude, b.longitude - a.longitude].map(
    (degrees) => (degrees * Math.PI) / 180,
  ) as [number, number, number];
  const half = Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(turn / 2) ** 2;
  return Math.round(6371 * 2 * Math.asin(Math.sqrt(half)) * 10) / 10;
}

/** Auditors are looked for in the whole province of a CROSS round, and in the authority of an INTERNAL one. */
async function whereaboutsOf(ctx: Context, auditId: string): Promise<Whereabouts> {
  if (!isId(auditId)) refuseNotFound();
  const { viewer, ...rest } = readContext(ctx);
  const row: Row = (column) => sql.ref(`a.${column}`);
  const { rows } = await sql<Whereabouts>`
    select a.round_id as "roundId", r.kind, r.lead_agency_id as "leadAgencyId", case when r.kind = 'CROSS' then coalesce(lead.parent_id, lead.id) else lead.id end as "belowId",
      u.latitude, u.longitude
    from audit a join round r on r.id = a.round_id join unit lead on lead.id = r.lead_agency_id join unit u on u.id = a.unit_id
    where a.id = ${auditId} and a.state <> 'CANCELLED' and ${auditVisible(row, { viewer, ...rest })}`.execute(
    ctx.em.getKysely(),
  );
  const found = rows[0] ?? refuseNotFound();
  if (!roundActors(viewer, found).includes('LEAD_AGENCY')) refuseForbidden();
  return found;
}
