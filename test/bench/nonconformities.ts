import { Pool } from 'pg';
import type { BenchServer } from './server.ts';
import { post } from './server.ts';
import { requestsPerSecond } from './load.ts';
import type { Figure } from './report.ts';

/** How many nonconformities the list is measured on, each with two actions. */
const many = 100_000;
const concurrency = 8;
const seconds = 4;
const warmUpSeconds = 2;

/** The list as a screen asks for it: 50 rows with unit, procedure, actions and their owners. */
const list = `
  { nonconformities(first: 50) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id number gap state severity source issuedAt dueOn overdue
      unit { id name }
      authority { id name }
      clause { id number }
      procedure { id code title }
      actions { id title state dueOn overdue owner { id fullName } }
    }
  } }`;

/** Fills a database that has the sample with many more nonconformities, spread over units, states and three years. */
export async function fillNonconformities(databaseUrl: string, count = many): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await pool.query(
      `
      with places as (
        select array_agg(u.id order by u.path) as units, array_agg(u.authority_id order by u.path) as authorities
        from unit u where u.authority_id is not null and u.authority_id in (select authority_id from document)),
      people as (select array_agg(id order by code) as ids from person),
      clauses as (
        select array_agg(c.id order by c.number) as ids
        from clause c join clause_set s on s.id = c.set_id
        where s.is_current and c.is_leaf),
      procedures as (
        select authority_id, array_agg(id order by code) as ids
        from document
        where kind in ('ADMINISTRATIVE_PROCEDURE', 'SYSTEM_PROCEDURE')
        group by authority_id)
      insert into nonconformity (
        id, authority_id, unit_id, issuer_id, number, source, severity, state,
        requirement, evidence, gap, clause_id, procedure_id,
        detected_on, detected_by_id, issued_at, state_since, plan_due_on, actions_due_on, due_on, effectiveness_due_on,
        whys)
      select gen_random_uuid(), place.authority_id, place.unit_id, place.authority_id, 'KPH-B-' || i,
        (array['AUDIT', 'SELF_INSPECTION', 'FEEDBACK', 'DOSSIER', 'OTHER'])[1 + i % 5],
        case when i % 11 = 0 then 'MAJOR' else 'MINOR' end, way.state,
        'Quy trình tiếp nhận và trả kết quả, bước B' || (1 + i % 9),
        'Hồ sơ số ' || i || ' không ghi giờ giao nhận',
        'Phiếu kiểm soát hồ sơ số ' || i || ' để trống giờ giao nhận',
        clauses.ids[1 + i % array_length(clauses.ids, 1)], procedures.ids[1 + i % array_length(procedures.ids, 1)],
        way.at::date, people.ids[1 + i % array_length(people.ids, 1)], way.at, way.at,
        way.at::date + 30, way.at::date + 60,
        case when way.state in ('CLOSED', 'WITHDRAWN') then null else way.at::date + 30 end,
        case when way.state in ('CLOSED', 'VERIFIED') then way.at::date + 90 end,
        array['Phiếu được điền một lần khi trả kết quả']
      from generate_series(1, $1::int) i, people, clauses, places,
        lateral (
          select places.units[1 + (i * 7919) % array_length(places.units, 1)] as unit_id,
            places.authorities[1 + (i * 7919) % array_length(places.units, 1)] as authority_id) place,
        lateral (
          select (array[
              'ISSUED', 'RESPONDED', 'PLAN_APPROVED', 'ACTIONS_DONE', 'VERIFIED',
              'CLOSED', 'CLOSED', 'CLOSED', 'WITHDRAWN'])[1 + i % 9] as state,
            timestamptz '2026-11-01 08:00+07' - i * interval '15 minutes' as at) way,
        procedures
      where procedures.authority_id = place.authority_id`,
      [count],
    );
    await pool.query(`
      insert into corrective_action (id, nonconformity_id, position, kind, title, owner_id, due_on, state, state_since)
      select gen_random_uuid(), n.id, at, 'CORRECTIVE', 'Hành động ' || at || ' của ' || n.number,
        owner.id, n.actions_due_on,
        case when n.state in ('CLOSED', 'VERIFIED') then 'ACCEPTED'
          when n.state = 'ACTIONS_DONE' then 'DONE' else 'OPEN' end,
        n.issued_at
      from (select *, row_number() over () as i from nonconformity where number like 'KPH-B-%') n,
        generate_series(0, 1) at,
        lateral (
          select ids[1 + (n.i + at) % array_length(ids, 1)] as id
          from (select array_agg(id) as ids from person) p) owner`);
    await pool.query('vacuum analyze nonconformity');
    await pool.query('vacuum analyze corrective_action');
  } finally {
    await pool.end();
  }
}

/**
 * How fast the list is over HTTP, beside the statement it sends run plainly through the driver on
 * the same data.
 * @param cookies sessions to measure, by who they are
 */
export async function measureNonconformities(bench: BenchServer, cookies: Record<string, string>): Promise<Figure[]> {
  await fillNonconformities(bench.databaseUrl);
  const figures: Figure[] = [];
  for (const [person, cookie] of Object.entries(cookies)) {
    const statement = await statementOf(bench, cookie);
    const http = await requestsPerSecond({
      load: { kind: 'http', url: bench.server.url, cookie, query: list },
      concurrency,
      seconds,
      warmUpSeconds,
    });
    const plain = await requestsPerSecond({
      load: { kind: 'sql', databaseUrl: bench.databaseUrl, ...statement },
      concurrency,
      seconds,
      warmUpSeconds,
    });
    figures.push(
      { what: `${person}: the list over HTTP`, value: http, unit: 'requests/s' },
      { what: `${person}: its statement alone`, value: plain, unit: 'requests/s' },
      { what: `${person}: HTTP of the statement alone`, value: (http / plain) * 100, unit: '%' },
    );
  }
  return figures;
}

/** The statement that the list really sends, with its parameters. */
export async function statementOf(
  { server }: BenchServer,
  cookie: string,
): Promise<{ text: string; values: unknown[] }> {
  const sent: { text: string; values: unknown[] }[] = [];
  const pool = await server.orm.em.getConnection().getNativeClient();
  const watch = (client: { query: (...args: unknown[]) => unknown }) => {
    const query = client.query.bind(client);
    client.query = (...args: unknown[]) => {
      const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
      sent.push(
        typeof first === 'string'
          ? { text: first, values: second ?? [] }
          : { text: first.text, values: first.values ?? second ?? [] },
      );
      return query(...args);
    };
  };
  pool.on('acquire', watch as never);
  await (await post(server.url, cookie, list)).text();
  pool.off('acquire', watch as never);
  return sent.reduce((longest, each) => (each.text.length > longest.text.length ? each : longest));
}
