import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { RoundPlan, type PlanEntry } from '../audits/index.js';
import { sql } from 'kysely';
import { newId } from '../platform/ids.js';
import { insertRows } from './insert.js';
import type { SampleOrganization } from './sample-types.js';

interface Found {
  id: string;
  plan_version: number;
  /** In milliseconds. */
  approved_at: number;
  entries: PlanEntry[];
}

/** A change of a team, as the sample has recorded it. */
interface AmendedTeam {
  round_id: string;
  audit_id: string;
  left_id: string;
  left_name: string;
  joined_id: string;
  reason: string;
  plan_version: number;
  /** In milliseconds. */
  at: number;
}

/**
 * Versions of the plans of the sample's rounds: the first as it was approved, and one for each amendment
 * that replaced somebody.
 */
export async function sampleRoundPlans(em: SqlEntityManager, organization: SampleOrganization): Promise<void> {
  const db = em.getKysely();
  const { rows: rounds } = await sql<Found>`
    select r.id, r.plan_version, (extract(epoch from r.approved_at) * 1000)::float8 as approved_at,
      (
        select json_agg(
          json_build_object(
            'auditId', a.id,
            'auditNumber', a.number,
            'auditeeName', u.name,
            'dates', a.dates,
            'length', a.length,
            'startTime', a.start_time,
            'members', (
              select coalesce(json_agg(
                json_build_object('personId', p.id, 'name', p.full_name, 'part', m.part)
                order by m.position),
                '[]')
              from team_member m
              join person p on p.id = m.person_id
              where m.audit_id = a.id))
          order by a.position)
        from audit a
        join unit u on u.id = a.unit_id
        where a.round_id = r.id) as entries
    from round r
    where r.approved_at is not null`.execute(db);
  const { rows: amendments } = await sql<AmendedTeam>`
    select a.round_id, t.audit_id, t.left_id, p.full_name as left_name, t.joined_id, t.reason, t.plan_version,
      (extract(epoch from t.at) * 1000)::float8 as at
    from team_replacement t
    join audit a on a.id = t.audit_id
    join person p on p.id = t.left_id
    order by t.plan_version`.execute(db);
  const head = organization.people.get('P001')!.fullName;
  await insertRows(
    em,
    RoundPlan,
    rounds.flatMap(({ id, approved_at: approvedAt, entries }) => {
      const ofRound = amendments.filter((amendment) => amendment.round_id === id);
      const first = ofRound.reduce(undone, entries);
      const versions = ofRound.map((amendment, index) => ({
        id: newId(new Date(amendment.at)),
        round_id: id,
        plan_version: amendment.plan_version,
        entries: ofRound.slice(index + 1).reduce(undone, entries),
        reason: amendment.reason,
        signed_by_name: head,
        at: new Date(amendment.at),
        changes: entries
          .filter(({ auditId }) => auditId === amendment.audit_id)
          .map((entry) => ({ ...entry, reason: amendment.reason, before: undone([entry], amendment)[0]! })),
      }));
      const approved = new Date(approvedAt);
      return [
        {
          id: newId(approved),
          round_id: id,
          plan_version: 1,
          entries: first,
          reason: null,
          signed_by_name: head,
          at: approved,
          changes: [],
        },
        ...versions,
      ];
    }),
  );
}

/** The plan before a replacement. */
const undone = (
  entries: PlanEntry[],
  { audit_id: auditId, left_id: leftId, left_name: leftName, joined_id: joinedId }: AmendedTeam,
): PlanEntry[] =>
  entries.map((entry) =>
    entry.auditId !== auditId
      ? entry
      : {
          ...entry,
          members: entry.members.map((member) =>
            member.personId === joinedId ? { ...member, personId: leftId, name: leftName } : member,
          ),
        },
  );
