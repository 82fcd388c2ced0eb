import fc from 'fast-check';
import { roles } from '../../../api/access/rules/roles.js';
import {
  auditLifecycle,
  findingLifecycle,
  programmeLifecycle,
  roundLifecycle,
} from '../../../api/audits/rules/index.js';
import { revisionLifecycle } from '../../../api/documents/rules/index.js';
import { actionLifecycle, nonconformityLifecycle } from '../../../api/nonconformities/rules/index.js';
import { inspectionLifecycle } from '../../../api/self-inspection/rules/index.js';
import type { TestServer } from '../../support/server.js';

/** A few of something, drawn by a fixed seed: the same in every run. */
const draw = fc.sample(fc.nat({ max: 1_000_000 }), { numRuns: 60_000, seed: 20261123 });
let drawn = 0;
const pick = <T>(of: readonly T[]): T => of[draw[drawn++ % draw.length]! % of.length]!;
const chance = (percent: number) => pick(Array.from({ length: 100 }, (_, at) => at)) < percent;

/** So many of these, with repeats. */
export const sampleOf = <T>(all: readonly T[], count: number) => Array.from({ length: count }, () => pick(all));

/**
 * Lets random people hold random roles,
 * and puts records of every type into random states, naming people of the cast.
 */
export async function randomWorld({ sql }: Pick<TestServer, 'sql'>, people: readonly string[]): Promise<void> {
  const world = new World(sql);
  await world.grants(people, await world.idsOf('select id from unit order by code'));
  await world.records(people);
  await world.audits(people);
}

class World {
  constructor(private readonly sql: TestServer['sql']) {}

  async idsOf(query: string): Promise<string[]> {
    return (await this.sql<{ id: string }>(query)).map(({ id }) => id);
  }

  /** Roles of every kind, held yesterday, today or tomorrow, at places of every kind. */
  async grants(people: readonly string[], units: readonly string[]): Promise<void> {
    for (let count = 0; count < 400; count += 1) {
      const [from, to] = pick([
        ['2026-01-01', null],
        ['2026-01-01', '2026-11-23'],
        ['2026-11-23', null],
        ['2026-01-01', '2026-11-22'],
        ['2026-11-24', null],
      ]);
      await this.sql(
        `
          insert into role_grant (id, person_id, role, unit_id, from_date, to_date)
          values (gen_random_uuid(), $1, $2, $3, $4, $5)`,
        pick(people),
        pick(roles),
        pick(units),
        from,
        to,
      );
    }
  }

  /** Records in every state that name people of the cast, or nobody. */
  async records(people: readonly string[]): Promise<void> {
    const anyone = () => pick(people);
    const maybe = () => (chance(70) ? anyone() : null);
    const agencies = await this.idsOf('select distinct lead_agency_id as id from round');
    for (const id of await this.idsOf('select id from nonconformity order by id limit 90')) {
      await this.sql(
        `update nonconformity
       set state = $2, source = $3, responder_id = $4, plan_approver_id = $5, issuer_id = coalesce($6, authority_id),
         effectiveness_due_on = $7
       where id = $1`,
        id,
        pick([...nonconformityLifecycle.states, 'PLAN_APPROVED', 'PLAN_APPROVED']),
        pick(['AUDIT', 'AUDIT', 'SELF_INSPECTION', 'OTHER']),
        maybe(),
        maybe(),
        chance(60) ? pick(agencies) : null,
        pick([null, '2026-11-22', '2026-11-23', '2026-11-24']),
      );
    }
    for (const id of await this.idsOf('select id from corrective_action order by id')) {
      await this.sql(
        'update corrective_action set state = $2, owner_id = $3, extension_to = $4 where id = $1',
        id,
        pick([...actionLifecycle.states, 'OPEN', 'OPEN']),
        anyone(),
        pick([null, '2027-01-15']),
      );
    }
    for (const id of await this.idsOf('select id from inspection order by id limit 120')) {
      await this.sql(
        'update inspection set state = $2, substitute_id = $3, submitted_by_id = $4, state_since = $5 where id = $1',
        id,
        pick(inspectionLifecycle.states),
        maybe(),
        maybe(),
        pick([new Date('2026-11-10T01:00:00Z'), new Date('2026-11-22T01:00:00Z')]),
      );
    }
    for (const id of await this.idsOf(
      'select (min(id::text))::uuid as id from revision group by document_id having count(*) = 1 order by 1 limit 90',
    )) {
      await this.sql(
        `
          update revision set state = $2, drafter_id = $3, reviewer_id = $4, approver_id = $5, reason = $6
          where id = $1`,
        id,
        pick([...revisionLifecycle.states, 'DRAFT', 'IN_REVIEW', 'REVIEWED']),
        anyone(),
        maybe(),
        maybe(),
        pick([null, 'Sửa lại theo góp ý của phòng']),
      );
    }
  }

  /** Programmes, rounds, audits and findings in every state, with teams of the cast. */
  async audits(people: readonly string[]): Promise<void> {
    const copies = [
      ['programme', `'year', 2040 + n`],
      ['round', `'number', 'X-' || n`],
    ];
    for (const [table, unique] of copies) {
      await this.sql(
        `
          insert into ${table}
          select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), ${unique}))).*
       from ${table} t, generate_series(1, 50) n where t.id = (select id from ${table} order by id limit 1)`,
      );
    }
    const programmes = await this.idsOf('select id from programme order by id');
    for (const id of programmes)
      await this.sql('update programme set state = $2 where id = $1', id, pick(programmeLifecycle.states));
    const problem = { vi: 'trái quy tắc', en: 'against a rule' };
    for (const id of await this.idsOf('select id from round order by id')) {
      await this.sql(
        'update round set state = $2, kind = $3, programme_id = $4, repair = $5 where id = $1',
        id,
        pick([...roundLifecycle.states, 'APPROVED', 'RUNNING']),
        pick(['CROSS', 'INTERNAL']),
        pick([...programmes, null]),
        pick([
          null,
          JSON.stringify({ changes: [], problems: [] }),
          JSON.stringify({ changes: [], problems: [problem] }),
        ]),
      );
    }
    const rounds = await this.idsOf(`select id from round where number like 'X-%' order by id`);
    for (const [at, id] of (await this.idsOf('select id from audit order by id')).entries()) {
      // Rounds without audits and such with one: a unit stands in a round only once.
      await this.sql(
        'update audit set state = $2, round_id = $3 where id = $1',
        id,
        pick([...auditLifecycle.states, 'IN_PROGRESS', 'FIELDWORK_DONE', 'FIELDWORK_DONE']),
        rounds[at % rounds.length],
      );
      await this.sql('delete from team_member where audit_id = $1', id);
      for (const [position, person] of [...new Set(sampleOf(people, 3))].entries()) {
        await this.sql(
          `
            insert into team_member (id, audit_id, person_id, part, position)
            values (gen_random_uuid(), $1, $2, $3, $4)`,
          id,
          person,
          position === 0 && chance(90) ? 'LEAD' : pick(['AUDITOR', 'SECRETARY', 'TRAINEE']),
          position,
        );
      }
      if (chance(50)) await this.sql(`update check_item set result = 'CONFORMING' where audit_id = $1`, id);
    }
    for (const { id, audit } of await this.sql<{ id: string; audit: string }>(
      'select id, audit_id as audit from finding order by id',
    )) {
      const team = await this.idsOf(
        `select person_id as id from team_member where audit_id = '${audit}' order by position`,
      );
      await this.sql(
        'update finding set state = $2, author_id = $3 where id = $1',
        id,
        pick([...findingLifecycle.states, 'SENT', 'SENT', 'AGREED']),
        pick([...team, ...team, pick(people)]),
      );
    }
  }
}
