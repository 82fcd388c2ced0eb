import type { MikroORM } from '@mikro-orm/postgresql';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../rules/refusal.js';

/** Wrong passwords that are forgiven, and how long they are remembered (seconds). */
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
 * Slows guessing down: the sixth wrong password for a name, or the sixty-first from one address, begins
 * a pause. Counted in the database, so every process knows.
 * @returns what to call when the password was wrong, and when it was right
 * @throws Refusal RATE_LIMITED with the seconds to wait
 */
export async function throttle(orm: MikroORM, userName: string, ip: string): Promise<{ failed(): Promise<void>; succeeded(): Promise<void> }> {
  const { name, address } = await limiters(orm);
  const [byName, byAddress] = await Promise.all([name.get(userName), address.get(ip)]);
  if (byName && byName.consumedPoints > perName.points) refusePause(byName.msBeforeNext);
  if (byAddress && byAddress.consumedPoints > perAddress.points) refusePause(byAddress.msBeforeNext);
  return {
    async failed() {
      await Promise.all([consume(name, userName), consume(address, ip)]);
    },
    async succeeded() {
      await name.delete(userName);
    },
  };
}

/** Reaching the limit rejects with the state of the limiter; the next attempt is refused for it. */
async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  await limiter.consume(key).catch((reason: RateLimiterRes | Error) => {
    if (reason instanceof Error) throw reason;
  });
}
