import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonical } from '../rules/canonical.js';

/** A trail entry as the chain sees it. */
interface Link {
  id: string;
  at: string;
  actor_id: string | null;
  actor_name: string;
  verb: string;
  subject_type: string;
  subject_id: string;
  unit_id: string | null;
  authority_id: string | null;
  reason: string | null;
  changes: unknown;
}

interface SealedLink extends Link {
  position: number;
  previous_hash: string;
  hash: string;
}

/** A position of the chain with its hash, which somebody keeps in another place: `position:hash`. */
export interface Anchor {
  position: number;
  hash: string;
}

/** Hash before the first entry. */
export const genesis = '0'.repeat(64);
const sealLock = 7_140_627;
const batch = 500;

const columns = sql`
  id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, actor_id, actor_name, verb,
  subject_type, subject_id, unit_id, authority_id, reason, changes`;

function hashOf(link: Link, previous: string): string {
  const { id, at, actor_id, actor_name, verb, subject_type, subject_id, unit_id, authority_id, reason, changes } = link;
  return createHash('sha256')
    .update(
      canonical([
        previous,
        id,
        at,
        actor_id,
        actor_name,
        verb,
        subject_type,
        subject_id,
        unit_id,
        authority_id,
        reason,
        changes,
      ]),
    )
    .digest('hex');
}

/**
 * Gives unsealed entries their position in the chain, in batches and not in the commands, so that commands
 * never wait for each other. It takes all unsealed entries, so that an entry that commits late is not skipped.
 * @returns how many entries were sealed
 */
export async function seal(em: SqlEntityManager): Promise<number> {
  for (let sealed = 0; ;) {
    const done = await em.fork().transactional((tx) => sealBatch(tx));
    sealed += done;
    if (done < batch) return sealed;
  }
}

async function sealBatch(em: SqlEntityManager): Promise<number> {
  const kysely = em.getKysely();
  await sql`select pg_advisory_xact_lock(${sealLock})`.execute(kysely);
  const anchor = await newestAnchor(em);
  const { rows } = await sql<Link>`
    select ${columns}
    from trail_entry
    where position is null
    order by trail_entry.at, id
    limit ${batch}`.execute(kysely);
  let previous = anchor?.hash ?? genesis;
  let position = anchor?.position ?? 0;
  const seals = rows.map((link) => {
    const hash = hashOf(link, previous);
    const made = { id: link.id, position: ++position, previous_hash: previous, hash };
    previous = hash;
    return made;
  });
  if (seals.length > 0) {
    await sql`
      update trail_entry t set position = s.position, previous_hash = s.previous_hash, hash = s.hash
      from json_to_recordset(${JSON.stringify(seals)}::json) as s(id uuid, position int, previous_hash text, hash text)
      where t.id = s.id`.execute(kysely);
  }
  return seals.length;
}

/** The newest sealed position, or null for an empty chain. */
export async function newestAnchor(em: SqlEntityManager): Promise<Anchor | null> {
  const { rows } = await sql<Anchor>`
    select position, hash
    from trail_entry
    where position is not null
    order by position desc
    limit 1`.execute(em.getKysely());
  return rows[0] ?? null;
}

/** What a verification found. */
export interface ChainReport {
  /** How many entries were checked. */
  sealed: number;
  unsealed: number;
  anchor: Anchor | null;
  /** One line a fault, empty for a sound chain. */
  faults: string[];
}

/**
 * Checks every hash of the chain and every anchor that is given. A changed entry does not match its hash, and a
 * removed one leaves a gap in the numbers. That the last entries were removed shows only when an anchor was
 * kept in another place.
 */
export async function verifyChain(em: SqlEntityManager, anchors: Anchor[]): Promise<ChainReport> {
  const kysely = em.getKysely();
  const faults: string[] = [];
  const open = Map.groupBy(anchors, (anchor) => anchor.position);
  let previous = genesis;
  let position = 0;
  for (;;) {
    const { rows } = await sql<SealedLink>`
      select ${columns}, position, previous_hash, hash
      from trail_entry
      where position > ${position}
      order by position
      limit ${batch}`.execute(kysely);
    for (const link of rows) {
      if (link.position !== position + 1) faults.push(`Entries ${position + 1} to ${link.position - 1} are missing.`);
      if (link.previous_hash !== previous) faults.push(`Entry ${link.position} does not follow the one before it.`);
      if (hashOf(link, link.previous_hash) !== link.hash)
        faults.push(`Entry ${link.position} was changed after it was sealed.`);
      const kept = open.get(link.position) ?? [];
      if (kept.some(({ hash }) => hash !== link.hash))
        faults.push(`Entry ${link.position} is not the one that the anchor was taken from.`);
      open.delete(link.position);
      position = link.position;
      previous = link.hash;
    }
    if (rows.length < batch) break;
  }
  for (const missing of open.keys()) {
    faults.push(
      missing > position
        ? `The anchor of entry ${missing} is beyond the end of the chain: its tail was cut.`
        : `The entry of anchor ${missing} is gone.`,
    );
  }
  const { rows: unsealed } = await sql<{
    count: number;
  }>`select count(*)::int as count from trail_entry where position is null`.execute(kysely);
  return {
    sealed: position,
    unsealed: unsealed[0]!.count,
    anchor: position > 0 ? { position, hash: previous } : null,
    faults,
  };
}
