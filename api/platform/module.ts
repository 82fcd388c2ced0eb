import type { EntityClass, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from './clock.js';
import type { Logger } from 'pino';
import type { Config } from './config.js';

/** The services of a running process: given to jobs and to routes of modules. */
export interface Services {
  config: Config;
  orm: MikroORM;
  clock: Clock;
  log: Logger;
}

/** Work that is done in the background at set times. With several processes, one of them does it. */
export interface Job {
  /** Name in the queue, such as `documents.takeEffect`. */
  name: string;
  /** When to run: a crontab line in UTC, seven hours behind Vietnam. Also run once at every start. */
  cron: string;
  run(services: Services): Promise<void>;
}

/** Opens the context of a request: who asks, when, in which language. Its shape is `access`'s. */
export type OpenRequest = (request: FastifyRequest, reply: FastifyReply) => Promise<object>;

/** One capability of the product; see CONTRIBUTING.md. */
export interface Module {
  name: string;
  entities?: EntityClass<object>[];
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- resolver classes of type-graphql
  resolvers?: Function[];
  jobs?: Job[];
  /** HTTP routes besides GraphQL, such as uploads. */
  routes?: (http: FastifyInstance, services: Services, open: OpenRequest) => void;
  /** Fills the points that earlier modules name. Run once, before the schema is built. */
  contribute?: () => void;
}

/** Declares a module. */
export const defineModule = (module: Module): Module => module;

/** A point that one module names and later modules fill. */
export interface ExtensionPoint<T> {
  name: string;
  contribute(value: T): void;
  readonly all: readonly T[];
}

/**
 * Names a point that later modules fill from their `contribute`.
 * @param name module and point, such as `documents.submitCheck`
 */
export function defineExtensionPoint<T>(name: string): ExtensionPoint<T> {
  const all: T[] = [];
  return {
    name,
    all,
    contribute(value) {
      if (!all.includes(value)) all.push(value);
    },
  };
}
