import { sql } from 'kysely';
import { command, type Tx } from '../commands/index.js';
import { refuse } from '../rules/refusal.js';
import { Account } from './account.js';
import { hashPassword, isPassword, shortestPassword } from './passwords.js';
import { throttle } from './throttle.js';

/**
 * Checks the password of a signature against the viewer's own; wrong ones count as failed sign-ins.
 * @throws Refusal INVALID_INPUT on `password` while the password is one that an administrator gave, because the
 *   administrator knows it too
 */
export async function signsWith(tx: Tx, password: string): Promise<boolean> {
  const account = await tx.em.findOneOrFail(Account, tx.viewer.accountId);
  if (!account.isPasswordGiven) return isOwnPassword(tx, account, password);
  return refuse(
    'INVALID_INPUT',
    {
      vi: 'Mật khẩu này do quản trị cấp. Hãy đổi mật khẩu ở “Tài khoản của tôi” rồi mới ký.',
      en: 'An administrator gave you this password. Change it in “My account” before you sign.',
    },
    { field: 'password' },
  );
}

async function isOwnPassword(tx: Tx, account: Account, password: string): Promise<boolean> {
  const guess = await throttle(tx.ctx!.services.orm, account.userName, tx.ctx!.ip);
  const fits = await isPassword(password, account.passwordHash);
  if (fits) await guess.succeeded();
  return fits;
}

/**
 * Sets a new password and ends every other session.
 * @throws Refusal INVALID_INPUT on `currentPassword` or `newPassword`, RATE_LIMITED
 */
export const changePassword = command(
  'identity.changePassword',
  async (tx, input: { currentPassword: string; newPassword: string }) => {
    const account = await tx.em.findOneOrFail(Account, tx.viewer.accountId);
    if (!(await isOwnPassword(tx, account, input.currentPassword))) {
      refuse(
        'INVALID_INPUT',
        { vi: 'Mật khẩu hiện tại không đúng. Hãy nhập lại.', en: 'This is not your current password. Enter it again.' },
        { field: 'currentPassword' },
      );
    }
    assertGood(input.newPassword, input.currentPassword, account.userName);
    account.passwordHash = await hashPassword(input.newPassword);
    account.passwordChangedAt = tx.now;
    account.isPasswordGiven = false;
    await sql`delete from session where account_id = ${account.id} and id <> ${tx.viewer.sessionId}`.execute(tx.kysely);
    tx.record(account);
    return account;
  },
);

/** Long enough, not the old one, not the user's name (NIST SP 800-63B asks for length, not for odd characters). */
function assertGood(password: string, old: string, userName: string): void {
  const field = 'newPassword';
  if ([...password].length < shortestPassword) {
    refuse(
      'INVALID_INPUT',
      {
        vi: `Mật khẩu mới cần ít nhất ${shortestPassword} ký tự. Có thể dùng một câu dễ nhớ.`,
        en: `The new password needs at least ${shortestPassword} characters. A sentence is easy to remember.`,
      },
      { field },
    );
  }
  if (password === old) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.', en: 'The new password must differ from the current one.' },
      { field },
    );
  }
  if (password.toLowerCase().includes(userName)) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Mật khẩu mới không được chứa tên đăng nhập.', en: 'The new password must not contain the user name.' },
      { field },
    );
  }
}
