import type { GraphQLField, GraphQLSchema } from 'graphql';
import { permissionExtension, permissions, type Permission } from '#api/access/index.js';
import type { TestServer } from './server.js';

/** A root field with the permission it states. */
export interface Operation {
  operation: 'query' | 'mutation';
  field: GraphQLField<unknown, unknown>;
  permission: Permission;
}

/** They end or change the session that the rest of a test works with. */
const endsSession = ['signOut', 'signOutEverywhere', 'signIn'];

/** Every query and mutation of the schema, but for those that open and end sessions. */
export const operationsOf = (schema: GraphQLSchema): Operation[] =>
  (['query', 'mutation'] as const).flatMap((operation) => {
    const root = operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
    return Object.values(root.getFields())
      .filter((field) => !endsSession.includes(field.name))
      .map((field) => ({ operation, field, permission: field.extensions[permissionExtension] as Permission }));
  });

/** Whether someone with these roles may send the request at all, by the catalogue. */
export function mayCall(roles: readonly string[], permission: Permission): boolean {
  const holders: readonly string[] = permissions[permission];
  return (
    holders.includes('ANYONE') || holders.includes('SIGNED_IN') || holders.some((holder) => roles.includes(holder))
  );
}

/** Up to three records of a GraphQL type that belong to an authority, found by their tables' columns. */
export async function recordsOf(
  it: TestServer,
  type: string,
  authorityCode: string,
): Promise<{ id: string; version: number }[]> {
  const metas = [...it.server.orm.getMetadata().getAll().values()];
  const meta = metas.find((candidate) => candidate.className === type);
  if (!meta) return [];
  const version = meta.properties['version' as never] ? 't.version' : '1';
  const path = ownerPath(meta);
  if (!path) return [];
  return it.sql(`select t.id, ${version} as version from "${meta.tableName}" t ${path} limit 3`, authorityCode);
}

/** How a table leads to the authority of its rows: directly, or through the record it is part of. */
function ownerPath(meta: { tableName: string; properties: object }): string | undefined {
  const properties = Object.values(meta.properties) as any[];
  for (const name of ['authority', 'leadAgency', 'owner']) {
    const own = properties.find((property) => property.name === name && property.targetMeta?.className === 'Unit');
    if (own) return `join unit a on a.id = t."${own.fieldNames[0]}" and a.code = $1`;
  }
  for (const property of properties) {
    if (property.kind !== 'm:1' || ['Unit', 'Person'].includes(property.targetMeta?.className)) continue;
    const above = property.targetMeta?.properties['authority'] ?? property.targetMeta?.properties['owner'];
    if (above?.targetMeta?.className !== 'Unit') continue;
    return `
      join "${property.targetMeta.tableName}" up on up.id = t."${property.fieldNames[0]}"
      join unit a on a.id = up."${above.fieldNames[0]}" and a.code = $1`;
  }
  return undefined;
}
