import { Pool, type PoolClient } from 'pg';
import { fillNonconformities } from './nonconformities.ts';

/** How large a province is filled for measuring the lists; the sample is about a seventieth of it. */
export const size = {
  authorities: 325,
  documentsOfOne: 3,
  rounds: 30,
  linesOfAudit: 40,
  findingsOfAudit: 3,
  trail: 100_000,
  nonconformities: 100_000,
};

/**
 * Makes a large province of the sample: the ward Bến Thủy again and again, with its offices, people,
 * documents and inspections; rounds in which everybody is audited; nonconformities and a trail.
 * Ids are made of the copied id and the number of the copy, so that references need no look-up.
 */
export async function fillLarge(databaseUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const client = await pool.connect();
  try {
    // What is copied refers to what is copied with it; checking each of a million rows would take minutes.
    await client.query('set session_replication_role = replica');
    await client.query(
      `
        create function pg_temp.made(id uuid, n int) returns uuid immutable language sql as $$
        select md5(id::text || n)::uuid $$`,
    );
    await client.query(`create temp table copied as select * from unit where code like 'LH-BT%'`);
    await copyOrganization(client);
    await copyDocuments(client);
    await copyInspections(client);
    await copyAudits(client);
  } finally {
    client.release();
    await pool.end();
  }
  await fillNonconformities(databaseUrl, size.nonconformities);
  await fillTrail(databaseUrl);
}

/**
 * Copies rows.
 * @param from the FROM of a query in which the row to copy is `o`
 * @param changes columns that differ, as SQL
 */
async function copy(client: PoolClient, table: string, from: string, changes: Record<string, string>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `
      select column_name as name from information_schema.columns where table_schema = 'public'
      and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const values = rows.map(({ name }) => (name in changes ? `(${changes[name]})` : `o."${name}"`));
  await client.query(
    `insert into ${table} (${rows.map(({ name }) => `"${name}"`).join(', ')}) select ${values.join(', ')} from ${from}`,
  );
}

const each = `generate_series(1, ${size.authorities}) n`;
const place = { unit_id: 'pg_temp.made(o.unit_id, n)', authority_id: 'pg_temp.made(o.authority_id, n)' };

async function copyOrganization(client: PoolClient): Promise<void> {
  await copy(client, 'unit', `copied o, ${each}`, {
    id: 'pg_temp.made(o.id, n)',
    authority_id: place.authority_id,
    parent_id: 'case when o.is_authority then o.parent_id else pg_temp.made(o.parent_id, n) end',
    code: `replace(o.code, 'BT', 'X' || n)`,
    path: `replace(o.path::text, 'BT', 'X' || n)::ltree`,
    name: `replace(o.name, 'Bến Thủy', 'Số ' || n)`,
    cluster: `'Cụm ' || n % 20`,
    position: 'o.position + 100 * n',
  });
  await copy(
    client,
    'person',
    `person o, ${each} where o.id in (select p.person_id from post p join copied c on c.id = p.unit_id)`,
    { id: 'pg_temp.made(o.id, n)', code: `o.code || '-' || n` },
  );
  const own = { id: 'pg_temp.made(o.id, n)', person_id: 'pg_temp.made(o.person_id, n)', unit_id: place.unit_id };
  await copy(client, 'post', `post o join copied c on c.id = o.unit_id, ${each}`, own);
  await copy(
    client,
    'role_grant',
    `role_grant o join copied c on c.id = o.unit_id, ${each} where o.given_by is null`,
    own,
  );
  await client.query('analyze unit, person, post, role_grant');
}

async function copyDocuments(client: PoolClient): Promise<void> {
  const numbered = `
    generate_series(1, ${size.authorities * size.documentsOfOne}) k,
    lateral (select 1 + (k - 1) % ${size.authorities} as n) copy`;
  const ward = `(select id from copied where is_authority)`;
  await copy(client, 'document', `document o, ${numbered} where o.authority_id = ${ward}`, {
    id: 'pg_temp.made(o.id, k)',
    authority_id: place.authority_id,
    owner_unit_id: 'pg_temp.made(o.owner_unit_id, n)',
    code: `o.code || '-' || k`,
    copied_from_id: 'null',
    created_at: `o.created_at - k * interval '1 minute'`,
  });
  const signer = (column: string) => `pg_temp.made(o.${column}, n)`;
  await copy(
    client,
    'revision',
    `revision o join document d on d.id = o.document_id, ${numbered} where d.authority_id = ${ward}`,
    {
      id: 'pg_temp.made(o.id, k)',
      document_id: 'pg_temp.made(o.document_id, k)',
      drafter_id: signer('drafter_id'),
      reviewer_id: signer('reviewer_id'),
      approver_id: signer('approver_id'),
      effective_on: 'o.effective_on - k',
      sections: `'[]'`,
      change_rows: `'[]'`,
    },
  );
  await copy(
    client,
    'procedure',
    `
      procedure o join revision r on r.id = o.revision_id join document d on d.id = r.document_id, ${numbered}
      where d.authority_id = ${ward}`,
    {
      id: 'pg_temp.made(o.id, k)',
      revision_id: 'pg_temp.made(o.revision_id, k)',
      legal_bases: `'[]'`,
      dossier_parts: `'[]'`,
      forms: `'[]'`,
      records: `'[]'`,
    },
  );
  await client.query('vacuum analyze document');
  await client.query('vacuum analyze revision');
  await client.query('vacuum analyze procedure');
}

async function copyInspections(client: PoolClient): Promise<void> {
  const years = 'generate_series(0, 1) y';
  await copy(client, 'inspection', `inspection o join copied c on c.id = o.unit_id, ${each}, ${years}`, {
    ...place,
    id: 'pg_temp.made(o.id, n * 2 + y)',
    period_key: `(left(o.period_key, 4)::int - y) || substr(o.period_key, 5)`,
    period_start: `(o.period_start - y * interval '1 year')::date`,
    period_end: `(o.period_end - y * interval '1 year')::date`,
    due_on: `(o.due_on - y * interval '1 year')::date`,
    late_until: `(o.late_until - y * interval '1 year')::date`,
    state: `
      case when y > 0 and o.state in ('DUE', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED') then 'ACCEPTED'
        else o.state end`,
    state_since: `o.state_since - y * interval '1 year' - n * interval '1 second'`,
    submitted_by_id: 'pg_temp.made(o.submitted_by_id, n)',
    decided_by_id: 'pg_temp.made(o.decided_by_id, n)',
    substitute_id: 'pg_temp.made(o.substitute_id, n)',
  });
  await client.query('vacuum analyze inspection');
}

/**
 * Every authority is audited in every round by three of its people's colleagues elsewhere;
 * the last round is under way.
 */
async function copyAudits(client: PoolClient): Promise<void> {
  const rounds = `generate_series(1, ${size.rounds}) k`;
  await copy(client, 'round', `(select * from round where state = 'CLOSED' order by from_date limit 1) o, ${rounds}`, {
    id: 'pg_temp.made(o.id, k)',
    number: `'DG-B-' || k`,
    programme_id: 'null',
    from_date: `o.from_date - k * 30`,
    to_date: `o.to_date - k * 30`,
    state: `case k when 1 then 'RUNNING' else 'CLOSED' end`,
  });
  await copy(
    client,
    'audit',
    `
      (select a.* from audit a join round r on r.id = a.round_id where r.state = 'CLOSED'
      order by r.from_date, a.position limit 1) o, ${each}, ${rounds}`,
    {
      id: 'pg_temp.made(o.id, k * 1000 + n)',
      round_id: 'pg_temp.made(o.round_id, k)',
      number: `'DG-B-' || k || '/' || n`,
      position: 'n',
      authority_id: 'pg_temp.made((select id from copied where is_authority), n)',
      unit_id: 'pg_temp.made((select id from copied where is_authority), n)',
      state: `
        case when k > 1 then 'CLOSED' else (array[
          'PLANNED', 'ANNOUNCED', 'CONFIRMED', 'IN_PROGRESS', 'FIELDWORK_DONE', 'REPORTED', 'CLOSED'])[1 + n % 7] end`,
    },
  );
  const audits = `audit a join round r on r.id = a.round_id and r.number like 'DG-B-%'`;
  await client.query(`
    insert into team_member (id, audit_id, person_id, part, position)
    select gen_random_uuid(), a.id, people.ids[1 + (a.position * 7 + m * 31) % array_length(people.ids, 1)],
      case m when 0 then 'LEAD' else 'AUDITOR' end, m
    from ${audits}, generate_series(0, 2) m,
      (select array_agg(person_id order by person_id) as ids from auditor) people`);
  await copy(
    client,
    'check_item',
    `(select * from check_item order by id limit 1) o, ${audits}, generate_series(1, ${size.linesOfAudit}) m`,
    {
      id: 'gen_random_uuid()',
      audit_id: 'a.id',
      position: 'm',
      key: `'B' || m`,
      unit_id: 'a.unit_id',
      procedure_id: 'null',
    },
  );
  await copy(
    client,
    'finding',
    `(select * from finding order by id limit 1) o, ${audits}, generate_series(1, ${size.findingsOfAudit}) m`,
    {
      id: 'gen_random_uuid()',
      audit_id: 'a.id',
      position: 'm',
      unit_id: 'a.unit_id',
      nonconformity_id: 'null',
      procedure_id: 'null',
    },
  );
  for (const table of ['round', 'audit', 'team_member', 'check_item', 'finding'])
    await client.query(`vacuum analyze ${table}`);
}

/** A trail over the nonconformities, ten entries each. */
async function fillTrail(databaseUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await pool.query(
      `
      insert into trail_entry (id, at, actor_name, verb, subject_type, subject_id, unit_id, authority_id, changes)
      select gen_random_uuid(), n.issued_at + m * interval '1 day', 'Nguyễn Văn An',
        'nonconformity.saveAction', 'Nonconformity', n.id, n.unit_id, n.authority_id, '[]'
      from (select * from nonconformity order by issued_at desc limit $1::int / 10) n, generate_series(1, 10) m`,
      [size.trail],
    );
    await pool.query('vacuum analyze trail_entry');
  } finally {
    await pool.end();
  }
}
