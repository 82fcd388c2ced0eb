import { entryWriter } from '../commands/index.js';
import { defineModule } from '../platform/module.js';
import { newestAnchor, seal } from './chain.js';
import './reads.js';
import { TrailResolver } from './resolver.js';
import { Signature } from './signature.js';
import { TrailEntry } from './trail-entry.js';

export { seal, verifyChain, type Anchor } from './chain.js';
export { signedBy } from './in-sql.js';
export { contentHash, passwordCheck, sign, Signature, signerTitle } from './signature.js';
export { entryVisibility, type EntryVisibility } from './visibility.js';
export { TrailEntry } from './trail-entry.js';

/** Who did what when, chained so that tampering shows; signatures. */
export const trail = defineModule({
  name: 'trail',
  entities: [TrailEntry, Signature],
  resolvers: [TrailResolver],
  contribute: () =>
    entryWriter.contribute((tx, entry) =>
      tx.create(TrailEntry, { ...entry, position: null, previousHash: null, hash: null }),
    ),
  jobs: [
    {
      name: 'trail.seal',
      cron: '* * * * *',
      run: async ({ orm }) => {
        await seal(orm.em.fork());
      },
    },
    {
      name: 'trail.anchor',
      cron: '55 16 * * *',
      run: async ({ orm, log }) => {
        const anchor = await newestAnchor(orm.em.fork());
        // Written whatever the level of the log is: it proves later that the tail was not cut.
        if (anchor)
          log
            .child({}, { level: 'info' })
            .info({ anchor: `${anchor.position}:${anchor.hash}` }, 'trail anchor of the day');
      },
    },
  ],
});
