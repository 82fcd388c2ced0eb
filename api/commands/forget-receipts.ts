import { sql } from 'kysely';
import type { Services } from '../platform/module.js';

/** Days for which a request that is sent again gets the first answer. No client tries again for longer. */
export const receiptDays = 30;
/** Rows that one statement deletes, so that it never holds up commands for long. */
const batch = 1000;

/** Deletes receipts older than {@link receiptDays}, in batches, by the server's clock. */
export async function forgetReceipts({ orm, clock }: Services): Promise<void> {
  const before = new Date(clock.now().getTime() - receiptDays * 86_400_000);
  const kysely = orm.em.fork().getKysely();
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from receipt
      where (key, actor_id) in (
        select key, actor_id
        from receipt
        where at < ${before}
        order by at
        limit ${batch})`.execute(kysely);
    if (numAffectedRows < batch) return;
  }
}
