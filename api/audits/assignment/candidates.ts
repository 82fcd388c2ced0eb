import { sql } from 'kysely';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type Context, isId, readContext, refuseForbidden, refuseNotFound } from '../../access/index.js';
import { Day } from '../../platform/graphql/scalars.js';
import { vietnamese } from '../../organization/index.js';
import { alias } from '../../platform/reads/index.js';
import type { RoundKind } from '../planning/kinds.js';
import { roundActors } from '../planning/policy.js';
import { Audit } from '../planning/audit.js';
import { auditVisible } from '../planning/visibility.js';
import {
  candidateViolations,
  personViolations,
  type AuditFacts,
  type PersonFacts,
  type Violation,
} from '../rules/assignment/index.js';
import { peopleFrom, personFacts } from './person-facts.js';
import { loadPlanData, type Database, type PlanData } from './plan-data.js';
import { Plan } from './plan.js';

/** Why somebody may not be put on a team. */
@ObjectType({ simpleResolvers: true })
export class CandidateViolation {
  /** Code of the rule, such as R03. */
  @Field(() => String) rule!: string;
  /** The rule and the reason, in the language of the request. */
  @Field(() => String) message!: string;
  /** It forbids only the part of lead; another part is allowed. */
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

/** The location of the auditee, and the unit below which auditors are searched. */
interface AuditPlace {
  roundId: string;
  kind: RoundKind;
  leadAgencyId: string;
  belowId: string;
  latitude: number | null;
  longitude: number | null;
}

/**
 * All possible auditors of an audit, each with the hard rules that forbid the choice, in words. Those who may
 * be chosen come first, the least busy and nearest at the top. Three SQL statements for any number of auditors.
 * @throws Refusal NOT_FOUND for an audit that the viewer does not see, FORBIDDEN for people who do not arrange
 *   it
 */
export async function teamCandidates(ctx: Context, auditId: string): Promise<TeamCandidate[]> {
  const db = ctx.em.getKysely();
  const place = await auditPlaceOf(ctx, auditId);
  const data = await loadPlanData(db, place.roundId, ctx.today);
  const candidates = await loadCandidates(db, place.belowId, data, ctx.today);
  const plan = planAmong(data, candidates, ctx.today);
  const audit = plan.facts().find((candidate) => candidate.auditId === auditId) ?? refuseNotFound();
  return candidates.map((candidate) => candidateOf(ctx, candidate, audit, plan, place)).sort(byUse);
}

/** What a screen shows of a candidate, besides the facts for the rules. */
interface PersonCard {
  title: string;
  homeName: string;
  authorityName: string;
  cluster: string | null;
  fields: string[];
  latitude: number | null;
  longitude: number | null;
}

/** A candidate as read from the database. */
interface Candidate {
  facts: PersonFacts;
  card: PersonCard;
}

const personCard = sql`json_build_object(
  'title', coalesce(post.title, ''),
  'homeName', coalesce(home.name, ''),
  'authorityName', coalesce(home.authority_name, ''),
  'cluster', home.cluster,
  'fields', coalesce(to_json(au.fields), '[]'),
  'latitude', home.latitude,
  'longitude', home.longitude)`;

/** All auditors below a unit who still work, by name. */
async function loadCandidates(db: Database, belowId: string, plan: PlanData, today: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select ${personFacts(plan, today)} as facts, ${personCard} as card
    from ${peopleFrom(today)}
    where au.person_id is not null
      and p.is_active
      and home.path <@ (select below.path from place below where below.id = ${belowId})
    order by ${vietnamese(sql`p.full_name`)}, p.id`.execute(db);
  return rows;
}

/** The plan with those of its members who are candidates; only what was loaded here about the others counts. */
function planAmong(data: PlanData, candidates: readonly Candidate[], today: string): Plan {
  const people = candidates.map(({ facts }) => facts);
  const known = new Set(people.map(({ personId }) => personId));
  const audits = data.audits.map((audit) => ({
    ...audit,
    assignments: audit.assignments.filter(({ personId }) => known.has(personId)),
  }));
  return Plan.of({ ...data, audits }, people, today);
}

function candidateOf(ctx: Context, { facts, card }: Candidate, audit: AuditFacts, plan: Plan, place: AuditPlace) {
  const elsewhere = { ...facts, otherAudits: facts.otherAudits.filter(({ auditId }) => auditId !== audit.auditId) };
  const all = [
    ...personViolations(elsewhere, 'LEAD', audit, plan.round),
    ...candidateViolations(elsewhere, audit, plan.facts(), plan.round),
  ];
  const { personId, name, earlierAudits, leadQualified, certificateValidUntil } = facts;
  const { title, homeName, authorityName, cluster, fields } = card;
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
    distanceKm: distance(card, place),
    violations: all.map((violation) => inLanguage(violation, ctx)),
  };
}

const inLanguage = ({ rule, words }: Violation, { language }: Context): CandidateViolation => ({
  rule,
  message: words[language],
  forLeadOnly: rule === 'R07',
});

const hindrance = ({ violations }: TeamCandidate) =>
  violations.some(({ forLeadOnly }) => !forLeadOnly) ? 2 : violations.length > 0 ? 1 : 0;

const byUse = (a: TeamCandidate, b: TeamCandidate) =>
  hindrance(a) - hindrance(b) || a.load - b.load || (a.distanceKm ?? 0) - (b.distanceKm ?? 0);

/** Kilometres between two places on the globe, with one decimal; null if one of them is not known. */
function distance(
  a: { latitude: number | null; longitude: number | null },
  b: { latitude: number | null; longitude: number | null },
): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const [from, to, deltaLongitude] = [a.latitude, b.latitude, b.longitude - a.longitude].map(
    (degrees) => (degrees * Math.PI) / 180,
  ) as [number, number, number];
  const half = Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(deltaLongitude / 2) ** 2;
  return Math.round(6371 * 2 * Math.asin(Math.sqrt(half)) * 10) / 10;
}

/** Auditors are searched in the whole province for a CROSS round, and in the authority for an INTERNAL one. */
async function auditPlaceOf(ctx: Context, auditId: string): Promise<AuditPlace> {
  if (!isId(auditId)) refuseNotFound();
  const { viewer, ...rest } = readContext(ctx);
  const row = alias(Audit, 'a');
  const { rows } = await sql<AuditPlace>`
    select
      a.round_id as "roundId",
      r.kind,
      r.lead_agency_id as "leadAgencyId",
      case when r.kind = 'CROSS' then lead.above_id else lead.id end as "belowId",
      u.latitude,
      u.longitude
    from audit a
    join round r on r.id = a.round_id
    join place lead on lead.id = r.lead_agency_id
    join place u on u.id = a.unit_id
    where a.id = ${auditId}
      and a.state <> 'CANCELLED'
      and ${auditVisible(row, { viewer, ...rest })}`.execute(ctx.em.getKysely());
  const found = rows[0] ?? refuseNotFound();
  const { kind, leadAgencyId } = found;
  const actors = roundActors(viewer, { kind, leadAgency: { id: leadAgencyId } }, ctx.today);
  if (!actors.includes('LEAD_AGENCY')) refuseForbidden();
  return found;
}
