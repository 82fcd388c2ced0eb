import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../rules/refusal.js';

/** How many wrong passwords are allowed, and for how many seconds they are counted. */
const perName = { points: 5, duration: 15 * 60, blockDuration: 5 * 60 };
const perAddress = { points: 60, duration: 15 * 60, blockDuration: 5 * 60 };

interface Limiters {
  name: RateLimiterPostgres;
  address: RateLimiterPostgres;
}

const made = new WeakMap<MikroORM, Promise<Limiters>>();

function limiters(orm: MikroORM): Promise<Limiters> {
  const known = made.get(orm) ?? make(orm);
  made.set(orm, known);
  return known;
}

async function make(orm: MikroORM): Promise<Limiters> {
  const storeClient = await orm.em.getConnection().getNativeClient();
  const shared = { storeClient, tableName: 'rate_limit', tableCreated: true, clearExpiredByTimeout: false };
  return {
    name: new RateLimiterPostgres({ ...shared, ...perName, keyPrefix: 'name' }),
    address: new RateLimiterPostgres({ ...shared, ...perAddress, keyPrefix: 'address' }),
  };
}

function refusePause(msBeforeNext: number): never {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const minutes = Math.ceil(retryAfter / 60);
  refuse(
    'RATE_LIMITED',
    {
      vi: `Sai mật khẩu nhiều lần. Hãy đợi ${minutes} phút rồi thử lại, hoặc nhờ quản trị hệ thống đặt lại mật khẩu.`,
      en: `Too many wrong passwords. Wait ${minutes} minutes and try again, or ask the administrator for a new password.`,
    },
    { retryAfter },
  );
}

/**
 * Slows guessing down: after five wrong passwords for a name, or sixty from one address, one has to wait. They
 * are counted in the database, so that every process knows, and before the password is checked, because many
 * guesses that are sent at once would otherwise all be checked.
 * @returns what to call when the password was right
 * @throws Refusal RATE_LIMITED with the seconds to wait
 */
export async function throttle(orm: MikroORM, userName: string, ip: string): Promise<{ succeeded(): Promise<void> }> {
  const { name, address } = await limiters(orm);
  await take(name, userName);
  await take(address, ip);
  return {
    async succeeded() {
      await Promise.all([name.delete(userName), address.reward(ip)]);
    },
  };
}

/** At the limit, the limiter rejects with its state. */
async function take(limiter: RateLimiterPostgres, key: string): Promise<void> {
  await limiter.consume(key).catch((reason: RateLimiterRes | Error) => {
    if (reason instanceof Error) throw reason;
    refusePause(reason.msBeforeNext);
  });
}

/** Deletes the counters whose time is over: an attacker who tries many names leaves one for each. */
export async function forgetOldGuesses(em: SqlEntityManager): Promise<void> {
  await sql`delete from rate_limit where expire < ${Date.now()}`.execute(em.getKysely());
}
