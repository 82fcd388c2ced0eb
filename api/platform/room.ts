import type { EntityClass, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from './clock.js';
import type { Logger } from 'pino';
import type { Config } from './config.js';

/** What a running process has in hand: given to jobs and to routes of rooms. */
export interface House {
  config: Config;
  orm: MikroORM;
  clock: Clock;
  log: Logger;
}

/** Work that is done in the background, once in a while, by whichever process comes first. */
export interface Job {
  /** Name in the queue, such as `documents.takeEffect`. */
  name: string;
  /** When to run: a crontab line in UTC, seven hours behind Vietnam. Also run once at every start. */
  cron: string;
  run(house: House): Promise<void>;
}

/** Opens the context of a request: who asks, when, in which language. Its shape is `access`'s. */
export type OpenRequest = (request: FastifyRequest, reply: FastifyReply) => Promise<object>;

/** One capability of the product; see CONTRIBUTING.md. */
export interface Room {
  name: string;
  entities?: EntityClass<object>[];
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- resolver classes of type-graphql
  resolvers?: Function[];
  jobs?: Job[];
  /** HTTP routes besides GraphQL, such as uploads. */
  routes?: (http: FastifyInstance, house: House, open: OpenRequest) => void;
  /** Fills the points that earlier rooms name. Run once, before the schema is built. */
  contribute?: () => void;
}

/** Declares a room. */
export const defineRoom = (room: Room): Room => room;

/** A point that one room names and later rooms fill. */
export interface Point<T> {
  name: string;
  fill(value: T): void;
  readonly all: readonly T[];
}

/**
 * Names a point that later rooms fill from their `contribute`.
 * @param name room and point, such as `documents.submitCheck`
 */
export function definePoint<T>(name: string): Point<T> {
  const all: T[] = [];
  return {
    name,
    all,
    fill(value) {
      if (!all.includes(value)) all.push(value);
    },
  };
}
