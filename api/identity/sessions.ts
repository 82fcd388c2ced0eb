import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { reachingRoles, type Grant, type Viewer } from '../access/index.js';
import { unitName } from '../organization/index.js';
import { preparedRows } from '../platform/database/prepared.js';

/** A session ends so long after its start. */
export const sessionHours = 12;

/** A new session token, and its hash, which is stored. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOfToken(token) };
}

export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');

type ReadViewer = Omit<Viewer, 'memberOf'> & { postAuthorityIds: string[]; grants: Grant[] };

/**
 * The person of a session cookie, with today's roles and the units they cover, in one SQL statement.
 * @returns null for an unknown, ended or expired session, or an account that is closed
 */
export async function viewerOf(em: SqlEntityManager, token: string, now: Date, today: string): Promise<Viewer | null> {
  const query = sql<{ value: ReadViewer }>`
    select json_build_object(
      'accountId', a.id,
      'sessionId', s.id,
      'personId', p.id,
      'fullName', p.full_name,
      'userName', a.user_name,
      'isPasswordGiven', a.is_password_given,
      'unitId', home.unit_id,
      'authorityId', home.authority_id,
      'postAuthorityIds', (
        select coalesce(json_agg(distinct o.authority_id), '[]')
        from posts_on(${today}) o
        where o.person_id = p.id and o.authority_id is not null),
      'grants', (
        select coalesce(json_agg(json_build_object(
          'id', g.grant_id,
          'role', g.role,
          'unitId', g.unit_id,
          'unitName', ${unitName(sql.ref('g.unit_id'))},
          'authorityId', g.authority_id,
          'unitIds', (
            select coalesce(json_agg(below.id), '[]')
            from place below
            where below.path <@ g.path and below.authority_id is not distinct from g.authority_id),
          'authorityIds', (
            select coalesce(json_agg(below.id), '[]')
            from place below
            where below.is_authority
              and below.path <@ g.path
              and (below.id = g.unit_id or g.role = any(${reachingRoles}::text[])))
        ) order by g.role, g.grant_id), '[]')
        from roles_on(${today}) g
        where g.person_id = p.id)
    ) as value
    from session s
    join account a on a.id = s.account_id
    join people p on p.id = a.person_id
    left join lateral (
      select o.unit_id, o.authority_id
      from posts_on(${today}) o
      where o.person_id = p.id
      order by o.from_date desc, o.post_id
      limit 1) home on true
    where s.token_hash = ${hashOfToken(token)}
      and s.expires_at > ${now}
      and a.is_active
      and p.is_active`;
  const rows = await preparedRows(em, 'viewer', query);
  const found = rows[0]?.value;
  if (!found) return null;
  const { postAuthorityIds, ...viewer } = found;
  const granted = viewer.grants.flatMap((grant) =>
    grant.authorityId ? [grant.authorityId, ...grant.authorityIds] : grant.authorityIds,
  );
  return { ...viewer, memberOf: [...new Set([...postAuthorityIds, ...granted])] };
}
