import { Pool } from 'pg';
import { clientQueries } from '../support/client-queries.ts';
import { countStatements } from '../support/statements.ts';
import { post, type BenchServer } from './server.ts';

/** A list as a screen asks for it with some filters and an order. */
interface Case {
  query: string;
  what: string;
  variables: Record<string, unknown>;
}

/** How long one person waits for one list. */
export interface Waiting {
  list: string;
  person: string;
  /** Milliseconds of a request over HTTP, the middle one of several. */
  ms: number;
  statements: number;
  rows: number;
}

/** Records that the filters name. */
interface Examples {
  ward: string;
  office: string;
  clause: string;
  procedure: string;
  template: string;
  nonconformity: string;
  document: string;
  round: string;
  auditId: string;
}

async function examples(databaseUrl: string): Promise<Examples> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const { rows } =
    await pool.query<Examples>(`select w.id as ward, (select id from unit where code = 'LH-BT-HC') as office,
    (select c.id from clause c join clause_set s on s.id = c.set_id where s.is_current
      and c.number = '8.5') as clause,
    (select d.id from document d where d.authority_id = w.id and d.kind = 'ADMINISTRATIVE_PROCEDURE'
      order by d.code limit 1) as procedure,
    (select i.template_id from inspection i where i.unit_id = w.id limit 1) as template,
    (select t.subject_id from trail_entry t join nonconformity n on n.id = t.subject_id
      where n.authority_id = w.id order by t.at desc limit 1) as nonconformity,
    (select d.id from document d where d.authority_id = w.id order by d.code limit 1) as document,
    (select r.id from round r where r.number = 'DG-B-1') as round,
    (select a.id from audit a join round r on r.id = a.round_id where a.authority_id = w.id
      and r.state = 'CLOSED' limit 1) as "auditId"
    from unit w where w.code = 'LH-BT'`);
  await pool.end();
  return rows[0]!;
}

/** Every list with each filter and each order that its screen offers. */
function casesOf(of: Examples): Case[] {
  const list = (
    query: string,
    always: Record<string, unknown>,
    ways: Record<string, Record<string, unknown>>,
  ): Case[] =>
    Object.entries(ways).map(([what, variables]) => ({ query, what, variables: { ...always, ...variables } }));
  const register = (filter: Record<string, unknown>, rest: Record<string, unknown> = {}) => ({ filter, ...rest });
  const documents = {
    plain: {},
    'Z to A': { descending: true },
    title: { order: 'TITLE' },
    newest: { order: 'NEWEST', descending: true },
    'effective on': { order: 'EFFECTIVE_ON', descending: true },
    search: { search: 'ho tich' },
    'rare search': { search: 'khai sinh 77' },
    authority: { authorityId: of.ward },
    kinds: { kinds: ['ADMINISTRATIVE_PROCEDURE'] },
    owner: { ownerUnitId: of.office },
    field: { field: 'Hộ tịch' },
    'in force': { status: 'IN_FORCE' },
    'under way': { status: 'UNDER_WAY' },
    withdrawn: { status: 'WITHDRAWN' },
    'office kind': { officeKind: 'ECONOMY' },
    clause: { clause: '7.5' },
  };
  const ofProcedures = Object.fromEntries(
    Object.entries(documents).filter(([, variables]) => !('status' in variables) && !('kinds' in variables)),
  );
  return [
    ...list('Documents', { order: 'CODE' }, documents),
    ...list('Procedures', { order: 'CODE', kinds: ['ADMINISTRATIVE_PROCEDURE'] }, ofProcedures),
    ...list(
      'Nonconformities',
      { sort: 'ISSUED', descending: true },
      {
        all: register({}),
        open: register({ open: true }),
        'by due': register({ open: true }, { sort: 'DUE', descending: false }),
        'by number': register({}, { sort: 'NUMBER', descending: false }),
        mine: register({ mine: true }),
        'mine by due': register({ mine: true }, { sort: 'DUE', descending: false }),
        overdue: register({ overdue: true }),
        unit: register({ unitId: of.office }),
        ward: register({ unitId: of.ward }),
        search: register({ search: 'phieu kiem soat' }),
        'rare search': register({ search: 'ho so so 77123' }),
        state: register({ states: ['RESPONDED'] }),
        severity: register({ severity: 'MAJOR' }),
        source: register({ sources: ['DOSSIER'] }),
        clause: register({ clauseId: of.clause }),
        procedure: register({ procedureId: of.procedure }),
        days: register({ issuedFrom: '2025-03-01', issuedTo: '2025-03-31' }),
      },
    ),
    ...list('NonconformityCounts', {}, { all: { filter: {}, mine: { mine: true } } }),
    ...list(
      'Inspections',
      { order: 'NEWEST' },
      {
        newest: {},
        'by due': { order: 'DUE_FIRST' },
        states: { states: ['SUBMITTED'] },
        template: { templateId: of.template },
        unit: { unitId: of.office },
        authority: { authorityId: of.ward },
        period: { period: '2026-11' },
        late: { late: true },
        'failed critical': { failedCritical: true },
        search: { search: 'ho so' },
        'rare search': { search: 'ben thuy' },
      },
    ),
    ...list('MyInspections', {}, { '': {} }),
    ...list('InspectionsToDecide', {}, { '': {} }),
    ...list(
      'InspectionOverview',
      {},
      {
        province: { templateId: of.template, authoritiesOnly: true, periods: 12 },
        ward: { templateId: of.template, authorityId: of.ward, authoritiesOnly: false, periods: 12 },
      },
    ),
    ...list('InspectionSchedules', {}, { '': {} }),
    ...list('InspectionTemplates', {}, { '': {} }),
    ...list('Rounds', {}, { plain: {}, state: { state: 'CLOSED' }, search: { search: 'cap xa' } }),
    ...list(
      'AuditList',
      {},
      { plain: {}, state: { state: 'CLOSED' }, mine: { mine: true }, search: { search: 'ben thuy' } },
    ),
    ...list('RoundPage', {}, { '': { id: of.round } }),
    ...list('RoundReport', {}, { '': { id: of.round } }),
    ...list('Programmes', {}, { '': {} }),
    ...list('Sheet', {}, { '': { id: of.auditId } }),
    ...list(
      'People',
      {},
      { plain: {}, unit: { unitId: of.ward }, search: { search: 'nguyen' }, auditors: { auditors: true } },
    ),
    ...list('Units', {}, { '': {} }),
    ...list('DocumentFilters', {}, { '': {} }),
    ...list('MyWork', {}, { '': {} }),
    ...list('NonconformityPage', {}, { 'with history': { id: of.nonconformity } }),
    ...list('DocumentHistory', {}, { '': { id: of.document } }),
  ];
}

/** Whatever has pages in the answer: its page information and how many rows it gave. */
function pageOf(data: Record<string, any> | null): { endCursor: string | null; hasNextPage: boolean; rows: number } {
  const found = Object.values(data ?? {}).find((value) => value?.nodes ?? Array.isArray(value)) as any;
  return {
    endCursor: found?.pageInfo?.endCursor ?? null,
    hasNextPage: found?.pageInfo?.hasNextPage ?? false,
    rows: found?.nodes?.length ?? found?.length ?? 1,
  };
}

/**
 * Asks for every list in every way as each of the people, its second page included.
 * @param only part of the name of the lists to ask for; all when left out
 */
export async function measureLists(
  root: string,
  bench: BenchServer,
  cookies: Record<string, string>,
  only = '',
): Promise<Waiting[]> {
  const texts = new Map(clientQueries(root).map(({ name, text, variables }) => [name, { text, variables }]));
  const counter = await countStatements(bench.server);
  const waits: Waiting[] = [];
  for (const { query, what, variables } of casesOf(await examples(bench.databaseUrl))) {
    const list = `${query} ${what}`.trim();
    if (!list.includes(only)) continue;
    const known = texts.get(query)!;
    for (const [person, cookie] of Object.entries(cookies)) {
      const ask = async (after: string | null) => {
        const response = await post(bench.server.url, cookie, known.text, {
          ...known.variables,
          ...variables,
          ...(after && { after }),
        });
        const { data, errors } = (await response.json()) as {
          data: Record<string, any> | null;
          errors?: { extensions: { code: string } }[];
        };
        if (errors && !errors.every(({ extensions }) => ['NOT_FOUND', 'FORBIDDEN'].includes(extensions.code)))
          throw new Error(`${list}: ${JSON.stringify(errors)}`);
        return pageOf(data);
      };
      const first = await waitFor(() => ask(null));
      const statements = await counter.during(() => ask(null));
      waits.push({ list, person, ms: first.ms, statements, rows: first.page.rows });
      if (!first.page.hasNextPage || what === 'search') continue;
      const second = await waitFor(() => ask(first.page.endCursor));
      waits.push({ list: `${list}, page 2`, person, ms: second.ms, statements, rows: second.page.rows });
    }
  }
  return waits;
}

/** The middle of three; one is enough where somebody waits for seconds. */
async function waitFor<Page>(ask: () => Promise<Page>): Promise<{ ms: number; page: Page }> {
  const times: number[] = [];
  for (;;) {
    const begun = performance.now();
    const page = await ask();
    times.push(performance.now() - begun);
    if (times.length === 3 || times[0]! > 2000)
      return { ms: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!, page };
  }
}

/** Prints the table "list × person". */
export function printWaits(waits: Waiting[], people: string[]): void {
  const lists = [...new Set(waits.map(({ list }) => list))];
  const width = Math.max(...lists.map((list) => list.length));
  console.log('\nLists in a province of 340 authorities: ms per request (statements, rows)');
  console.log(`${''.padEnd(width)}  ${people.map((person) => person.padStart(20)).join('')}`);
  for (const list of lists) {
    const cells = people
      .map((person) => waits.find((wait) => wait.list === list && wait.person === person))
      .map((wait) => (wait ? `${wait.ms.toFixed(0)} (${wait.statements}, ${wait.rows})` : '').padStart(20));
    console.log(`${list.padEnd(width)}  ${cells.join('')}`);
  }
}
