import 'reflect-metadata';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';
import { pino, type Logger } from 'pino';
import { guard } from './access/index.js';
import { contextOf } from './identity/index.js';
import { systemClock, type Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/orm.js';
import { schemaOf } from './platform/graphql/schema.js';
import { serveGraphql } from './platform/graphql/server.js';
import { createHttp, serveClient } from './platform/http/server.js';
import { migrateJobs, runJobsOnce, startJobs } from './platform/jobs/jobs.js';
import type { Services } from './platform/module.js';
import { modules } from './modules.js';
import { loadStandards } from './standards/index.js';

/** A running server. */
export interface RunningServer extends Services {
  /** Its address on this machine, such as `http://127.0.0.1:4000`. */
  url: string;
  stop(): Promise<void>;
}

/** Options for tests: they set the clock and run no background jobs. */
export interface ServerOptions {
  clock?: Clock;
  log?: Logger;
  /** False: no background jobs run; a test runs those it is about. */
  jobs?: boolean;
  /** Work on the migrated database before anything is served, such as loading sample data. */
  prepare?: (services: Services) => Promise<void>;
}

/** All entities of all modules. */
export const entities = modules.flatMap((module) => module.entities ?? []);

/** The schema of all modules. */
export const buildSchema = () => schemaOf(modules, guard as never);

/**
 * Opens the server: database → migrations → modules → schema → http → jobs.
 * @param databaseUrl a PostgreSQL, given or embedded
 */
export async function startServer(
  config: Config,
  databaseUrl: string,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const log = options.log ?? pino({ level: config.logLevel });
  for (const module of modules) module.contribute?.();
  const orm = await openDatabase(databaseUrl, entities);
  try {
    return await openOn({ config, orm, clock: options.clock ?? systemClock, log }, options);
  } catch (error) {
    // Whoever started the database stops it only when no connection is open any more.
    await orm.close();
    throw error;
  }
}

async function openOn(services: Services, options: ServerOptions): Promise<RunningServer> {
  const { config, orm, log } = services;
  await migrate(orm, async () => {
    await migrateJobs(services);
    await loadStandards(orm.em.fork());
    await options.prepare?.(services);
  });

  const http = await createHttp(log, () => orm.isConnected());
  const open = (request: FastifyRequest, reply: FastifyReply) => contextOf(services, request, reply);
  await serveGraphql(http, await buildSchema(), log, open);
  for (const module of modules) module.routes?.(http, services, open);
  await serveClient(http);
  await http.listen({ port: config.port, host: config.host });

  const stopJobs = options.jobs === false ? async () => {} : await withJobs(services);
  const { port } = http.server.address() as AddressInfo;
  return {
    ...services,
    url: `http://${reachedAt(config.host)}:${port}`,
    async stop() {
      await stopJobs();
      await http.close();
      await orm.close();
    },
  };
}

/** The host as a program on this machine writes it: for a server that listens on every address, the local one. */
function reachedAt(host: string): string {
  const named = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return named.includes(':') ? `[${named}]` : named;
}

async function withJobs(services: Services): Promise<() => Promise<void>> {
  await runJobsOnce(services, modules);
  return startJobs(services, modules);
}
