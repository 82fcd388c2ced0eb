import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { reachingRoles, type Grant, type Viewer } from '../access/index.js';

/** A session ends so long after its start. */
export const sessionHours = 12;

/** A new session token and the hash of it that is kept. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOfToken(token) };
}

export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Who is behind a session cookie, with today's roles and what they cover: one SQL statement.
 * @returns null for an unknown, ended or expired session, or an account that is closed
 */
export async function viewerOf(em: SqlEntityManager, token: string, now: Date, today: string): Promise<Viewer | null> {
  const { rows } = await sql<{ value: Omit<Viewer, 'memberOf'> & { postAuthorityIds: string[]; grants: Grant[] } }>`
    select json_build_object(
      'accountId', a.id, 'sessionId', s.id, 'personId', p.id, 'fullName', p.full_name, 'userName', a.user_name, 'isPasswordGiven', a.is_password_given,
      'unitId', home.unit_id, 'authorityId', home.authority_id,
      'postAuthorityIds', (
        select coalesce(json_agg(distinct u.authority_id), '[]') from post o join unit u on u.id = o.unit_id
        where o.person_id = p.id and o.from_date <= ${today} and (o.to_date is null or o.to_date >= ${today}) and u.authority_id is not null),
      'grants', (
        select coalesce(json_agg(json_build_object(
          'id', g.id, 'role', g.role, 'unitId', u.id, 'unitName', u.name, 'authorityId', u.authority_id,
          'unitIds', (select coalesce(json_agg(below.id), '[]') from unit below
            where below.path <@ u.path and below.authority_id is not distinct from u.authority_id),
          'authorityIds', (select coalesce(json_agg(below.id), '[]') from unit below
            where below.is_authority and below.path <@ u.path and (below.id = u.id or g.role = any(${reachingRoles}::text[])))
        ) order by g.role, g.id), '[]')
        from role_grant g join unit u on u.id = g.unit_id
        where g.person_id = p.id and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today}))
    ) as value
    from session s join account a on a.id = s.account_id join person p on p.id = a.person_id
    left join lateral (
      select o.unit_id, u.authority_id from post o join unit u on u.id = o.unit_id
      where o.person_id = p.id and o.from_date <= ${today} and (o.to_date is null or o.to_date >= ${today})
      order by o.from_date desc, o.id limit 1) home on true
    where s.token_hash = ${hashOfToken(token)} and s.expires_at > ${now} and a.is_active and p.is_active`.execute(
    em.getKysely(),
  );
  const found = rows[0]?.value;
  if (!found) return null;
  const { postAuthorityIds, ...viewer } = found;
  const granted = viewer.grants.flatMap((grant) =>
    grant.authorityId ? [grant.authorityId, ...grant.authorityIds] : grant.authorityIds,
  );
  return { ...viewer, memberOf: [...new Set([...postAuthorityIds, ...granted])] };
}
