import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '#api/server.js';
import { useServer, type GraphqlAnswer } from '../../support/server.js';
import { bachTrucTeam, cast, Story } from '../audits/fixtures.js';

/**
 * Reads every field of every type that a query leads to, once: a field of the schema that nothing says
 * how to read, and a path or a column that is not there any more, are found only when somebody asks.
 */
const it = useServer();

/** Persons of the sample who together see a record of each type: lead agency, administrator, an authority, a team. */
const viewers = [cast.arranger, 'P006', 'P010', 'P011', cast.lead];

/** What queries need that are about one record: a SELECT of ids, those first that have much to show. */
const records: Record<string, Record<string, string>> = {
  accountOf: { personId: 'select person_id as id from account' },
  audit: { id: 'select id from audit order by state desc' },
  auditReport: { id: `select id from audit where state = 'CLOSED'` },
  document: { id: 'select id from document order by code' },
  history: { subjectId: `select subject_id as id from trail_entry where subject_type = 'Nonconformity'` },
  inspection: { id: 'select id from inspection order by state desc' },
  inspectionOverview: { templateId: 'select id from inspection_template' },
  inspectionTemplate: { id: 'select id from inspection_template' },
  nonconformity: {
    id: `select nonconformity_id as id from corrective_action
      order by id in (select action_id from action_extension) desc, id in (select action_id from action_progress) desc`,
  },
  person: { id: 'select id from person order by code' },
  procedureChoices: { auditId: `select id from audit where state = 'CONFIRMED' order by state_since desc` },
  programme: { id: 'select id from programme' },
  revision: { id: 'select id from revision order by state' },
  round: { id: 'select id from round order by repair is null' },
  roundReport: { id: `select id from round where state in ('REPORTED', 'CLOSED')` },
  teamCandidates: { auditId: `select a.id from audit a join round r on r.id = a.round_id where r.state = 'PREPARING'` },
  templateVersion: { id: 'select id from inspection_template_version' },
  unit: { id: 'select id from unit order by path' },
};
/** Arguments besides ids. */
const others: Record<string, string> = { history: 'subjectType: "Nonconformity"' };
/** Records that are tried before a type counts as one of which the viewers see none. */
const tries = 3;

/** A way from a query to a type: names of fields. */
type Way = readonly GraphQLField<unknown, unknown>[];

const isList = (type: GraphQLOutputType): boolean =>
  isNonNullType(type) ? isList(type.ofType) : isListType(type) || getNamedType(type).name.endsWith('Connection');

/** The ways to every object type, the shortest first; none leads through a type twice, none through four lists. */
function waysTo(query: GraphQLObjectType): Map<GraphQLObjectType, Way[]> {
  const found = new Map<GraphQLObjectType, Way[]>();
  let ends: { way: Way; types: GraphQLObjectType[] }[] = [{ way: [], types: [query] }];
  for (let length = 1; length <= 6; length += 1) {
    ends = ends.flatMap(({ way, types }) =>
      Object.values(types.at(-1)!.getFields()).flatMap((field) => {
        const type = getNamedType(field.type);
        const next = [...way, field];
        if (!isObjectType(type) || types.includes(type)) return [];
        if (way.length > 0 && field.args.some(isRequiredArgument)) return [];
        if (next.filter((step) => isList(step.type)).length > 3) return [];
        const known = found.get(type) ?? [];
        if (known.length >= 12) return [];
        found.set(type, [...known, next]);
        return [{ way: next, types: [...types, type] }];
      }),
    );
  }
  return found;
}

const inner = (field: GraphQLField<unknown, unknown>) =>
  isObjectType(getNamedType(field.type)) ? `${field.name} { __typename }` : field.name;

/** The query that goes a way and asks for these fields at its end. */
function queryOf([root, ...steps]: Way, fields: readonly string[], id: string | undefined): string {
  const given = [
    ...Object.keys(records[root!.name] ?? {}).map((name) => `${name}: "${id}"`),
    ...(others[root!.name] ? [others[root!.name]] : []),
    ...(root!.args.some(({ name }) => name === 'first') ? ['first: 100'] : []),
  ];
  const call = given.length > 0 ? `${root!.name}(${given.join(', ')})` : root!.name;
  const end = `{ ${fields.join(' ')} }`;
  return `
    { ${[call, ...steps.map(({ name }) => name)].reduceRight(
      (below, name) => `${name} { __typename
      ${below.startsWith('{') ? below.slice(1, -1) : below} }`,
      end,
    )} }`;
}

/** Whether the way ends at a record in the answer. */
function leadsSomewhere(value: unknown, way: Way): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some((entry) => leadsSomewhere(entry, way));
  const [step, ...rest] = way;
  return step === undefined || leadsSomewhere((value as Record<string, unknown>)[step.name], rest);
}

const isBroken = ({ errors }: GraphqlAnswer) =>
  errors?.some(({ extensions }) => extensions.code === 'INTERNAL') ?? false;

const schema = await buildSchema();
const query = schema.getQueryType()!;
const ids = new Map<string, string[]>();

beforeAll(async () => {
  await it.runJob('trail.seal');
  // The sample has no round in which changes of the plan wait for a signature.
  const story = new Story(it);
  const { round, audit } = await story.confirmed();
  await story.proposeAmendment(round, audit, bachTrucTeam, { dates: ['2026-12-11'] });
  for (const [name, given] of Object.entries(records)) {
    const rows = await it.sql<{ id: string }>(`${Object.values(given)[0]} limit ${tries}`);
    ids.set(
      name,
      rows.map(({ id }) => id),
    );
  }
});

test('every query that is about one record is given one', () => {
  const required = Object.values(query.getFields()).filter(({ args }) => args.some(isRequiredArgument));
  expect(required.map(({ name }) => name).toSorted()).toEqual(Object.keys(records).toSorted());
});

test.each([...waysTo(query)].map(([type, ways]) => ({ name: type.name, type, ways })))(
  'every field of $name can be read',
  async ({ type, ways }) => {
    const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
    const askings = ways.flatMap((way) =>
      (ids.get(way[0]!.name) ?? [undefined]).flatMap((id) => viewers.map((viewer) => ({ way, id, viewer }))),
    );
    for (const { way, id, viewer } of askings) {
      const caller = await it.as(viewer);
      const answer = await caller.send(queryOf(way, fields.map(inner), id));
      const broken: string[] = [];
      for (const field of isBroken(answer) ? fields : [])
        if (isBroken(await caller.send(queryOf(way, [inner(field)], id)))) broken.push(field.name);
      expect(broken, queryOf(way, [], id)).toEqual([]);
      expect(isBroken(answer), queryOf(way, [], id)).toBe(false);
      if (leadsSomewhere(answer.data, way)) return;
    }
    expect.unreachable(`none of the viewers sees a ${type.name}`);
  },
);
