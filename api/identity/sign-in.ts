import { refuse } from '../rules/refusal.js';
import { newId } from '../platform/ids.js';
import type { Context } from '../access/index.js';
import { sql } from 'kysely';
import { TrailEntry } from '../trail/index.js';
import { Account, Session } from './account.js';
import { hashPassword, isPassword } from './passwords.js';
import { newToken, sessionHours, viewerOf } from './sessions.js';
import { forgetOldGuesses, throttle } from './throttle.js';

/** The password is compared with this hash if there is no such account, so that the answer takes the same time. */
const nobody = hashPassword('nobody has this password');

/**
 * Opens a session for a user name and password and sets its cookie. It is no `command()`, because nobody is
 * signed in yet.
 * @throws Refusal INVALID_INPUT when they do not fit (it does not say which), RATE_LIMITED after many failures
 */
export async function signIn(ctx: Context, input: { userName: string; password: string }): Promise<void> {
  const userName = input.userName.trim().toLowerCase();
  const guess = await throttle(ctx.services.orm, userName, ctx.ip);
  const em = ctx.services.orm.em.fork();
  const account = await em.findOne(
    Account,
    { userName, isActive: true, person: { isActive: true } },
    { populate: ['person'] },
  );
  const fits = await isPassword(input.password, account?.passwordHash ?? (await nobody));
  if (!account || !fits) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra lại bộ gõ và phím Caps Lock.',
        en: 'User name or password is wrong. Check the keyboard and Caps Lock.',
      },
      { field: 'password' },
    );
  }
  await guess.succeeded();
  const { token, tokenHash } = newToken();
  const expiresAt = new Date(ctx.now.getTime() + sessionHours * 3_600_000);
  const session = em.create(Session, {
    id: newId(ctx.now),
    account,
    tokenHash,
    startedAt: ctx.now,
    expiresAt,
    userAgent: ctx.userAgent.slice(0, 300),
  });
  em.create(TrailEntry, {
    id: newId(ctx.now),
    at: ctx.now,
    actorId: account.person.id,
    actorName: account.person.$.fullName,
    verb: 'identity.signIn',
    subjectType: 'Session',
    subjectId: session.id,
    unitId: null,
    authorityId: null,
    reason: null,
    changes: [],
    position: null,
    previousHash: null,
    hash: null,
  });
  await em.flush();
  await sql`delete from session where expires_at < ${ctx.now}`.execute(em.getKysely());
  await forgetOldGuesses(em);
  ctx.reply.setSession(token, sessionHours * 3_600);
  ctx.viewer = await viewerOf(em, token, ctx.now, ctx.today);
}
