import { refusalCodes } from '#api/rules/refusal.js';
import { getNamedType, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSchema } from '#api/server.js';
import { operationsOf, mayCall, recordsOf } from '../../support/operations.js';
import { exampleRequest } from '../../support/example-input.js';
import { useServer } from '../../support/server.js';
import { people, type TestedRole } from './people.js';

/**
 * Every query and mutation as one person of each role, on records of the own authority and of
 * another. Bạch Trúc (BT) is the own authority; Cồn Nguyệt (CN) the other.
 */
const it = useServer();

/** Whose roles end at a border, and where they have none: neither post nor role nor part in a team. */
const outsiders: [what: string, code: string, elsewhere: string][] = [
  ['ISO_HEAD of BT', 'P010', 'LH-CN'],
  ['QUALITY_MANAGER of BT', 'P011', 'LH-CN'],
  ['UNIT_HEAD in BT', 'P014', 'LH-CN'],
  ['OFFICER in BT', 'P021', 'LH-CN'],
];
/** Types whose records lie in an authority and are named by the `id` of a command. */
const typesWithRecords = [
  'Document',
  'Revision',
  'Nonconformity',
  'CorrectiveAction',
  'Inspection',
  'Audit',
  'Finding',
  'CheckItem',
];
const known: readonly string[] = refusalCodes;
let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema();
});

describe.each(Object.keys(people) as TestedRole[])('%s', (role) => {
  test('may call what the role permits and nothing else', async () => {
    const person = await it.as(people[role]);
    const { roles } = (await person.ask('{ viewer { roles } }')).viewer;
    expect(roles).toContain(role);
    const wrong: string[] = [];
    for (const { operation, field, permission } of operationsOf(schema)) {
      const { query, variables } = exampleRequest(operation, field);
      const answer = await person.send(query, variables);
      const code = answer.errors?.[0]?.extensions.code;
      const isForbidden = code === 'FORBIDDEN';
      if (code !== undefined && !known.includes(code))
        wrong.push(`${field.name}: ${code} ${answer.errors![0]!.extensions.requestId ?? ''}`);
      if (!mayCall(roles, permission) && !isForbidden) wrong.push(`${field.name}: let in without ${permission}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('nobody', () => {
  test('is UNAUTHENTICATED everywhere but at the sign-in', async () => {
    const open: string[] = [];
    for (const { operation, field, permission } of operationsOf(schema)) {
      const { query, variables } = exampleRequest(operation, field);
      const answer = await it.nobody.send(query, variables);
      if (answer.errors?.[0]?.extensions.code !== 'UNAUTHENTICATED' && permission !== 'identity.viewer')
        open.push(field.name);
    }
    expect(open).toEqual([]);
  });
});

/**
 * What a mutation may say of a record that is not in the caller's reach;
 * made-up values may be refused before it is looked at.
 */
const turnedAway = ['NOT_FOUND', 'FORBIDDEN', 'INVALID_INPUT'];

describe('someone of another authority', () => {
  test.each(outsiders)('%s changes nothing there, by any command, on any record', async (_what, code, elsewhere) => {
    expect([...(await tryEverything(code, elsewhere))].toSorted()).toEqual([...typesWithRecords].toSorted());
  });

  test.each(['ISO_SECRETARY', 'AUDIT_LEAD', 'AUDIT_TEAM'])(
    'a holder of %s changes nothing where the role does not hold',
    async (role) => {
      const { code, elsewhere } = await strangerWith(role);
      expect((await tryEverything(code, elsewhere)).size).toBeGreaterThan(3);
    },
  );

  /**
   * Sends every mutation on records of an authority; nothing may be answered and nothing may change.
   * Gives the types that were tried.
   */
  async function tryEverything(code: string, elsewhere: string): Promise<Set<string>> {
    const person = await it.as(code);
    const before = await it.written();
    const wrong: string[] = [];
    const reached = new Set<string>();
    const records = await Promise.all(
      typesWithRecords.map(async (type) => (await recordsOf(it, type, elsewhere)).map((record) => ({ type, record }))),
    );
    const commands = operationsOf(schema).filter(({ operation }) => operation === 'mutation');
    // Records of the command's own type in several states, and one of every other type.
    const triedBy = (answers: string) =>
      records.flatMap((ofType) => ofType.slice(0, ofType[0]?.type === answers ? undefined : 1));
    const tries = commands.flatMap(({ operation, field }) =>
      triedBy(getNamedType(field.type).name).map(({ type, record }) => ({
        name: field.name,
        type,
        record,
        ...exampleRequest(operation, field, record),
      })),
    );
    for (const { name, type, query, variables } of tries.filter(({ record, variables: sent }) =>
      JSON.stringify(sent).includes(record.id),
    )) {
      reached.add(type);
      const answer = await person.send(query, variables);
      const given = answer.errors?.[0]?.extensions.code ?? 'answered';
      if (!turnedAway.includes(given)) wrong.push(`${name} on ${type}: ${given}`);
    }
    const named = await namedIds(elsewhere);
    const byName = commands.map(({ operation, field }) => ({
      name: field.name,
      ...exampleRequest(operation, field, { named }),
    }));
    for (const { name, query, variables } of byName.filter(({ variables: sent }) =>
      Object.values(named).some((id) => JSON.stringify(sent).includes(id)),
    )) {
      const given = (await person.send(query, variables)).errors?.[0]?.extensions.code ?? 'answered';
      if (!turnedAway.includes(given)) wrong.push(`${name} with ids of elsewhere: ${given}`);
    }
    expect(wrong).toEqual([]);
    expect(await it.written()).toEqual(before);
    return reached;
  }

  /** What commands name besides the record itself: the authority, its units, and records that others hang on. */
  async function namedIds(elsewhere: string): Promise<Record<string, string>> {
    const idOf = async (type: string) => (await recordsOf(it, type, elsewhere))[0]!.id;
    const [unit] = await it.sql<{ id: string }>('select id from unit where code = $1', elsewhere);
    const ofUnit = Object.fromEntries(
      ['authorityId', 'unitId', 'ownerId', 'ownerUnitId', 'leadAgencyId'].map((name) => [name, unit!.id]),
    );
    return {
      ...ofUnit,
      auditId: await idOf('Audit'),
      documentId: await idOf('Document'),
      inspectionId: await idOf('Inspection'),
    };
  }
});

/** A holder of the role, and an authority with audits in which that person is nobody at all. */
async function strangerWith(role: string): Promise<{ code: string; elsewhere: string }> {
  const [found] = await it.sql<{ code: string; elsewhere: string }>(
    `select p.code, a.code as elsewhere from role_grant g join person p on p.id = g.person_id cross join unit a
     where g.role = $1 and g.from_date <= $2::date and (g.to_date is null or g.to_date >= $2::date) and a.is_authority
       and exists (select 1 from check_item c join audit d on d.id = c.audit_id where d.authority_id = a.id)
       and not exists (select 1 from role_grant o join unit u on u.id = o.unit_id where o.person_id = p.id
         and (u.authority_id = a.id or u.authority_id is null))
       and not exists (select 1 from post o join unit u on u.id = o.unit_id where o.person_id = p.id
         and u.authority_id = a.id)
       and not exists (select 1 from team_member m join audit d on d.id = m.audit_id where m.person_id = p.id
         and d.authority_id = a.id)
       and not exists (select 1 from round r join post o on o.person_id = p.id join unit u on u.id = o.unit_id
         and u.authority_id = r.lead_agency_id)
     order by p.code, a.code limit 1`,
    role,
    it.clock.now(),
  );
  if (!found) throw new Error(`Nobody in the sample holds ${role} and is a stranger elsewhere`);
  return found;
}

test('whoever is let in and refused leaves nothing behind', async () => {
  const person = await it.as(people.ISO_HEAD);
  let before = await it.written();
  let refused = 0;
  for (const { operation, field } of operationsOf(schema).filter(({ operation: kind }) => kind === 'mutation')) {
    for (const record of (await recordsOf(it, getNamedType(field.type).name, 'LH-BT')).slice(0, 1)) {
      const { query, variables } = exampleRequest(operation, field, { ...record, version: record.version + 7 });
      const { errors } = await person.send(query, variables);
      const after = await it.written();
      expect(errors ? after : before, `${field.name} was refused and changed something`).toEqual(before);
      if (errors) refused += 1;
      before = after;
    }
  }
  expect(refused).toBeGreaterThan(30);
});
