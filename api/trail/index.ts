import { defineRoom } from '../platform/room.js';
import { newestAnchor, seal } from './chain.js';
import { forgetReceipts } from './forget-receipts.js';
import { Receipt } from './receipt.js';
import { TrailResolver } from './resolver.js';
import { Signature } from './signature.js';
import { defineTrailReads } from './told.js';
import { TrailEntry } from './trail-entry.js';

export { command, systemCommand, type Answer } from './command.js';
export { seal, verifyChain, type Anchor } from './chain.js';
export { contentHash, passwordCheck, sign, Signature, titleOf } from './signature.js';
export { tellingRule, type TellingRule } from './told.js';
export { TrailEntry, type Change } from './trail-entry.js';
export { Tx, type Whereabouts } from './tx.js';

defineTrailReads();

/** Who did what when, chained so that tampering shows; signatures; the one way to change data. */
export const trail = defineRoom({
  name: 'trail',
  entities: [TrailEntry, Receipt, Signature],
  resolvers: [TrailResolver],
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
    { name: 'trail.forgetReceipts', cron: '25 18 * * *', run: forgetReceipts },
  ],
});
