import { getNamedType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { permissionExtension, permissions, type Permission } from '#api/access/index.js';
import { buildSchemaOfHouse } from '#api/house.js';
import { exampleRequest } from '../../support/example-input.js';
import { useHouse } from '../../support/house.js';

/**
 * Every query and mutation as one person of each role, on records of the own authority and of
 * another. Bạch Trúc (BT) is the own authority; Cồn Nguyệt (CN) the other.
 */
const it = useHouse();

/** One person of each role, and who never holds any role on Cồn Nguyệt. */
const people = {
  ADMINISTRATOR: 'P006',
  LEAD_AGENCY: 'P004',
  OBSERVER: 'P009',
  ISO_HEAD: 'P010',
  QUALITY_MANAGER: 'P011',
  ISO_SECRETARY: 'P016',
  UNIT_HEAD: 'P014',
  OFFICER: 'P021',
} as const;
type TestedRole = keyof typeof people;
/** Those whose roles end at the border of Bạch Trúc. */
const insiders: TestedRole[] = ['ISO_HEAD', 'QUALITY_MANAGER', 'UNIT_HEAD', 'OFFICER'];
const known = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT', 'TRANSITION_NOT_ALLOWED', 'RULE_VIOLATED', 'VERSION_CONFLICT', 'DUPLICATE', 'RATE_LIMITED'];
/** They end the session the rest of the test works with. */
const endsSession = ['signOut', 'signOutEverywhere', 'signIn'];

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchemaOfHouse();
});

interface Door {
  operation: 'query' | 'mutation';
  field: GraphQLField<unknown, unknown>;
  permission: Permission;
}

const doors = (): Door[] =>
  (['query', 'mutation'] as const).flatMap((operation) => {
    const root = operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
    return Object.values(root.getFields())
      .filter((field) => !endsSession.includes(field.name))
      .map((field) => ({ operation, field, permission: field.extensions[permissionExtension] as Permission }));
  });

/** Whether someone with these roles may knock at all, read from the catalogue. */
const mayKnock = (roles: string[], permission: Permission) => {
  const holders: readonly string[] = permissions[permission];
  return holders.includes('ANYONE') || holders.includes('SIGNED_IN') || holders.some((holder) => roles.includes(holder));
};

describe.each(Object.keys(people) as TestedRole[])('%s', (role) => {
  test('is let in at the doors of the role and at no other', async () => {
    const person = await it.as(people[role]);
    const { roles } = (await person.ask('{ viewer { roles } }')).viewer;
    expect(roles).toContain(role);
    const wrong: string[] = [];
    for (const { operation, field, permission } of doors()) {
      const { query, variables } = exampleRequest(operation, field);
      const answer = await person.send(query, variables);
      const code = answer.errors?.[0]?.extensions.code;
      const isRefusedAtDoor = code === 'FORBIDDEN';
      if (code !== undefined && !known.includes(code)) wrong.push(`${field.name}: ${code} ${answer.errors![0]!.extensions.requestId ?? ''}`);
      if (!mayKnock(roles, permission) && !isRefusedAtDoor) wrong.push(`${field.name}: let in without ${permission}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('nobody', () => {
  test('is UNAUTHENTICATED everywhere but at the sign-in', async () => {
    const open: string[] = [];
    for (const { operation, field, permission } of doors()) {
      const { query, variables } = exampleRequest(operation, field);
      const answer = await it.nobody.send(query, variables);
      if (answer.errors?.[0]?.extensions.code !== 'UNAUTHENTICATED' && permission !== 'identity.viewer') open.push(field.name);
    }
    expect(open).toEqual([]);
  });
});

describe('someone of another authority', () => {
  test.each(insiders)('%s changes nothing there, and nothing there changes', async (role) => {
    const person = await it.as(people[role]);
    const wrong: string[] = [];
    for (const { operation, field } of doors().filter((door) => door.operation === 'mutation' && door.field.args.some((argument) => argument.name === 'input'))) {
      for (const record of await recordsOf(getNamedType(field.type).name, 'LH-CN')) {
        const { query, variables } = exampleRequest(operation, field, record);
        const usesRecord = JSON.stringify(variables).includes(record.id);
        if (!usesRecord) continue;
        const answer = await person.send(query, variables);
        const code = answer.errors?.[0]?.extensions.code ?? 'answered';
        // Values are made up, so a malformed one may be refused before the record is looked at.
        if (!['NOT_FOUND', 'FORBIDDEN', 'INVALID_INPUT'].includes(code)) wrong.push(`${field.name}: ${code}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await it.sql(`select verb from trail_entry where actor_id = (select id from person where code = $1) and at = $2 and authority_id = (select id from unit where code = 'LH-CN')`, people[role], it.clock.now())).toEqual([]);
  });
});

/** Up to three records of a GraphQL type that belong to an authority, found by their tables' columns. */
async function recordsOf(type: string, authorityCode: string): Promise<{ id: string; version: number }[]> {
  const meta = [...it.house.orm.getMetadata().getAll().values()].find((candidate) => candidate.className === type);
  if (!meta) return [];
  const version = meta.properties['version' as never] ? 't.version' : '1';
  const path = authorityPath(type, 't');
  if (!path) return [];
  return it.sql(`select t.id, ${version} as version from "${meta.tableName}" t ${path} join unit a on a.id = owner.authority_id and a.code = $1 limit 3`, authorityCode);
}

/** How a table leads to the authority of its rows: directly, or through the record it is part of. */
function authorityPath(type: string, alias: string): string | undefined {
  const metas = [...it.house.orm.getMetadata().getAll().values()];
  const meta = metas.find((candidate) => candidate.className === type)!;
  if (meta.properties['authority' as never]) return `join "${meta.tableName}" owner on owner.id = ${alias}.id`;
  const parent = Object.values(meta.properties).find(
    (property: any) => property.kind === 'm:1' && property.targetMeta?.properties['authority'] && !['Unit', 'Person'].includes(property.targetMeta.className),
  ) as any;
  return parent && `join "${parent.targetMeta.tableName}" owner on owner.id = ${alias}."${parent.fieldNames[0]}"`;
}
