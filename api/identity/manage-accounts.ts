import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Person } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { command, systemCommand, type Tx } from '../commands/index.js';
import { Account } from './account.js';
import { hashPassword } from './passwords.js';
import { assertReaches } from './reach.js';

/** A password that nobody can guess: 120 random bits, in letters that are easy to type on a phone. */
export const randomPassword = () => randomBytes(15).toString('base64url');

/**
 * Gives a person an account, with a password that the administrator sees once and passes on.
 * @throws Refusal NOT_FOUND (no such person), FORBIDDEN (the person is outside the administrator's units),
 *   DUPLICATE (the person or the name has an account already)
 */
export const giveAccount = command(
  'identity.giveAccount',
  async (tx, { personId, userName, password }: { personId: string; userName: string; password: string }) => {
    const person = await tx.find(Person, personId);
    await assertReaches(tx.kysely, tx.viewer, personId);
    if (!person.isActive)
      refuse(
        'INVALID_INPUT',
        {
          vi: 'Người này không còn làm việc, không cấp tài khoản được.',
          en: 'This person no longer works here and cannot be given an account.',
        },
        { field: 'personId' },
      );
    const [own, same] = await Promise.all([
      tx.em.count(Account, { person: personId }),
      tx.em.count(Account, { userName }),
    ]);
    if (own > 0)
      refuse(
        'DUPLICATE',
        {
          vi: 'Người này đã có tài khoản. Nếu quên mật khẩu, hãy cấp lại mật khẩu.',
          en: 'This person has an account. Give a new password if it was forgotten.',
        },
        { field: 'personId' },
      );
    if (same > 0)
      refuse(
        'DUPLICATE',
        {
          vi: `Tên đăng nhập “${userName}” đã có người dùng. Hãy chọn tên khác.`,
          en: `The user name “${userName}” is taken. Choose another.`,
        },
        { field: 'userName' },
      );
    const account = tx.em.create(Account, {
      id: newId(),
      person,
      userName,
      passwordHash: await hashPassword(password),
      passwordChangedAt: tx.now,
      isActive: true,
      isPasswordGiven: true,
      version: 1,
    });
    tx.record(account);
    return account;
  },
);

/**
 * Sets a new password that the administrator sees once and passes on, opens the account if it was closed, and
 * ends its sessions.
 * @throws Refusal NOT_FOUND when the person has no account, FORBIDDEN for a person outside the administrator's
 *   units
 */
export const resetPassword = command(
  'identity.resetPassword',
  async (tx, { personId, password }: { personId: string; password: string }) =>
    setGiven(tx, await accountOfPerson(tx, personId), password),
);

/** The same from the command line of the server, for an administrator who is locked out. */
export const resetPasswordAtServer = systemCommand(
  'identity.resetPassword',
  async (tx, { userName, password }: { userName: string; password: string }) =>
    setGiven(tx, (await tx.em.findOne(Account, { userName })) ?? refuseUnknown(), password),
);

async function setGiven(tx: Tx, account: Account, password: string): Promise<Account> {
  account.passwordHash = await hashPassword(password);
  Object.assign(account, { passwordChangedAt: tx.now, isPasswordGiven: true, isActive: true });
  await endSessions(tx, account);
  tx.record(account);
  return account;
}

/**
 * Closes the account of a person who has left, and ends its sessions. Everything the person did is kept.
 * @throws Refusal NOT_FOUND without an account, FORBIDDEN for a person outside the administrator's units,
 *   INVALID_INPUT for the own one
 */
export const closeAccount = command(
  'identity.closeAccount',
  async (tx, { personId, reason }: { personId: string; reason: string }) => {
    const account = await accountOfPerson(tx, personId);
    if (account.id === tx.viewer.accountId) {
      refuse(
        'INVALID_INPUT',
        {
          vi: 'Không tự đóng tài khoản của mình được. Hãy nhờ một quản trị khác.',
          en: 'You cannot close your own account. Ask another administrator.',
        },
        { field: 'personId' },
      );
    }
    account.isActive = false;
    await endSessions(tx, account);
    tx.record(account, { reason });
    return account;
  },
);

async function accountOfPerson(tx: Tx, personId: string): Promise<Account> {
  const account = (await tx.em.findOne(Account, { person: personId })) ?? refuseUnknown();
  await assertReaches(tx.kysely, tx.viewer, personId);
  return account;
}

function refuseUnknown(): never {
  refuse('NOT_FOUND', { vi: 'Người này chưa có tài khoản.', en: 'There is no such account.' });
}

async function endSessions(tx: Tx, { id }: Account): Promise<void> {
  await sql`delete from session where account_id = ${id}`.execute(tx.kysely);
}
