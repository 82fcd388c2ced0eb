import { sql } from 'kysely';
import { command } from '../commands/index.js';
import { Account } from './account.js';

/** Ends this session. */
export const signOut = command('identity.signOut', async (tx) => {
  await sql`delete from session where id = ${tx.viewer.sessionId}`.execute(tx.kysely);
  const account = await tx.em.findOneOrFail(Account, tx.viewer.accountId);
  tx.record(account);
  return account;
});

/** Ends every session of the person, this one included. */
export const signOutEverywhere = command('identity.signOutEverywhere', async (tx) => {
  await sql`delete from session where account_id = ${tx.viewer.accountId}`.execute(tx.kysely);
  const account = await tx.em.findOneOrFail(Account, tx.viewer.accountId);
  tx.record(account);
  return account;
});
