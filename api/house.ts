import 'reflect-metadata';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { pino, type Logger } from 'pino';
import { guard, type Context } from './access/index.js';
import { viewerOf } from './identity/index.js';
import { systemClock, type Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/orm.js';
import type { Language } from './platform/graphql/errors.js';
import { schemaOf } from './platform/graphql/schema.js';
import { serveGraphql } from './platform/graphql/server.js';
import { createHttp, serveClient } from './platform/http/server.js';
import { migrateJobs, runJobsOnce, startJobs } from './platform/jobs/jobs.js';
import type { House } from './platform/room.js';
import { localDate } from './rules/calendar.js';
import { rooms } from './rooms.js';
import { loadStandards } from './standards/index.js';

/** Name of the session cookie. */
export const sessionCookie = 'soat_session';

/** A running house. */
export interface RunningHouse extends House {
  /** Where it is reached from this machine, such as `http://127.0.0.1:4000`. */
  url: string;
  stop(): Promise<void>;
}

/** What may differ from the ordinary: tests set the clock and leave the background work out. */
export interface HouseOptions {
  clock?: Clock;
  log?: Logger;
  /** False: no background jobs run; a test runs those it is about. */
  jobs?: boolean;
  /** Work on the migrated database before anything is served, such as loading sample data. */
  prepare?: (house: House) => Promise<void>;
}

/** All entities of all rooms. */
export const entities = rooms.flatMap((room) => room.entities ?? []);

/** The schema of all rooms. */
export const buildSchemaOfHouse = () => schemaOf(rooms, guard as never);

/**
 * Opens the house: database → migrations → rooms → schema → http → jobs.
 * @param databaseUrl a PostgreSQL, given or embedded
 */
export async function openHouse(
  config: Config,
  databaseUrl: string,
  options: HouseOptions = {},
): Promise<RunningHouse> {
  const log = options.log ?? pino({ level: config.logLevel });
  for (const room of rooms) room.contribute?.();
  const orm = await openDatabase(databaseUrl, entities);
  try {
    return await openOn({ config, orm, clock: options.clock ?? systemClock, log }, options);
  } catch (error) {
    // Whoever started the database stops it only when nobody is connected any more.
    await orm.close();
    throw error;
  }
}

async function openOn(house: House, options: HouseOptions): Promise<RunningHouse> {
  const { config, orm, log } = house;
  await migrate(orm, async () => {
    await migrateJobs(house);
    await loadStandards(orm.em.fork() as SqlEntityManager);
    await options.prepare?.(house);
  });

  const http = await createHttp(log, () => orm.isConnected());
  const open = (request: FastifyRequest, reply: FastifyReply) => contextOf(house, request, reply);
  await serveGraphql(http, await buildSchemaOfHouse(), log, open);
  for (const room of rooms) room.routes?.(http, house, open);
  await serveClient(http);
  await http.listen({ port: config.port, host: config.host });

  const stopJobs = options.jobs === false ? async () => {} : await withJobs(house);
  const { port } = http.server.address() as AddressInfo;
  return {
    ...house,
    url: `http://${reachedAt(config.host)}:${port}`,
    async stop() {
      await stopJobs();
      await http.close();
      await orm.close();
    },
  };
}

/** How a program on this machine names the host: a house that listens on every address is opened at one. */
function reachedAt(host: string): string {
  const named = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return named.includes(':') ? `[${named}]` : named;
}

async function withJobs(house: House): Promise<() => Promise<void>> {
  await runJobsOnce(house, rooms);
  return startJobs(house, rooms);
}

async function contextOf(house: House, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const now = house.clock.now();
  const today = localDate(now);
  const em = house.orm.em.fork() as SqlEntityManager;
  const token = request.cookies[sessionCookie];
  const secure = house.config.publicUrl.startsWith('https:');
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    house,
    em,
    viewer: token ? await viewerOf(em, token, now, today) : null,
    language: languageOf(request.headers['accept-language']),
    requestId: randomUUID(),
    now,
    today,
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    reply: {
      // Counted from the browser's own now: its clock need not agree with the house's.
      setSession: (value, seconds) => void reply.setCookie(sessionCookie, value, { ...cookie, maxAge: seconds }),
      clearSession: () => void reply.clearCookie(sessionCookie, cookie),
    },
  };
}

const languageOf = (header: string | undefined): Language => (/^en\b/i.test(header ?? '') ? 'en' : 'vi');
