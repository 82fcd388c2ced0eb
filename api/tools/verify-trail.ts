import 'reflect-metadata';
import { verifyChain, type Anchor } from '../trail/index.js';
import { withDatabase } from './with-database.js';

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
await withDatabase(async (orm) => {
  const found = await verifyChain(orm.em.fork(), anchors);
  for (const fault of found.faults) console.log(fault);
  console.log(`${found.sealed} entries sealed, ${found.unsealed} waiting, ${found.faults.length} faults`);
  if (found.anchor) console.log(`anchor ${found.anchor.position}:${found.anchor.hash}`);
  process.exitCode = found.faults.length === 0 ? 0 : 1;
});
