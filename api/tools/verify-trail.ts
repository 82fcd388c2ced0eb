import 'reflect-metadata';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { entities } from '../house.js';
import { readConfig } from '../platform/config.js';
import { startEmbedded } from '../platform/database/embedded.js';
import { openDatabase } from '../platform/database/orm.js';
import { verifyChain, type Anchor } from '../trail/index.js';

/**
 * Checks the sealed trail, and every anchor given: `npm run trail:verify -- 1204:9f3c…`.
 * Ends with 1 when something was changed, removed or cut.
 */
function anchorOf(text: string): Anchor {
  const [, position, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!position || !hash) {
    console.error(`"${text}" is no anchor. Write it as it was shown: position, colon, 64 characters.`);
    process.exit(2);
  }
  return { position: Number(position), hash };
}

const anchors = process.argv.slice(2).map(anchorOf);
const config = readConfig();
const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataDir) : undefined;
const orm = await openDatabase(config.databaseUrl ?? embedded!.url, entities);
try {
  const found = await verifyChain(orm.em.fork() as SqlEntityManager, anchors);
  for (const fault of found.faults) console.log(fault);
  console.log(`${found.sealed} entries sealed, ${found.unsealed} waiting, ${found.faults.length} faults`);
  if (found.anchor) console.log(`anchor ${found.anchor.position}:${found.anchor.hash}`);
  process.exitCode = found.faults.length === 0 ? 0 : 1;
} finally {
  await orm.close();
  await embedded?.stop();
}
