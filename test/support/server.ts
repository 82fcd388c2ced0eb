import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { sessionCookie } from '#api/identity/request-context.js';
import { startServer, type RunningServer } from '#api/server.js';
import { readConfig, type Config } from '#api/platform/config.js';
import { sampleClock, type TestClock } from './clock.js';
import { mutation, variablesOf } from './commands.js';
import { copySample, dropDatabase, on } from './database.js';
import { countStatements, type StatementCounter } from './statements.js';
import { writesOf } from './writes.js';

/** The answer of a GraphQL request, errors and all. */
export interface GraphqlAnswer<Data = Record<string, any>> {
  data: Data | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; field?: string; rule?: string; requestId?: string; problems?: unknown[] };
  }[];
}

/** A person (or nobody) talking to the API over HTTP. */
export interface Caller {
  /** Cookie of the session, for requests besides GraphQL. */
  cookie: string;
  /** Sends a request and gives the whole answer. */
  send<Data = Record<string, any>>(query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer<Data>>;
  /** Sends a request that must succeed and gives its data. */
  ask<Data = Record<string, any>>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Sends a request that must be refused and gives its first error's code, field and rule. */
  refused(query: string, variables?: Record<string, unknown>): Promise<Refused>;
  /** Sends the mutation of this name, which must succeed, and gives its answer with these fields. */
  run<Answer = any>(name: string, input: object, fields?: string): Promise<Answer>;
  /** Sends the mutation of this name, which must be refused. */
  runRefused(name: string, input: object): Promise<Refused>;
}

/** What is looked at of a refusal. */
export interface Refused {
  code: string;
  field?: string;
  rule?: string;
  message: string;
}

/** A server of the test file's own, on a copy of the sample province. */
export interface TestServer {
  readonly server: RunningServer;
  readonly clock: TestClock;
  /** The person with this user name of the sample accounts, or the person with this code (an account is made). */
  as(userNameOrCode: string): Promise<Caller>;
  /** A fresh session of the person. */
  signIn(userNameOrCode: string): Promise<Caller>;
  nobody: Caller;
  /** Sends a request as the person: it must be refused, and no row may be written by it. */
  refused(userNameOrCode: string, query: string, variables: Record<string, unknown>): Promise<Refused>;
  /** {@link Caller.run} as the person. */
  run<Answer = any>(userNameOrCode: string, name: string, input: object, fields?: string): Promise<Answer>;
  /** {@link Caller.runRefused} as the person; no row may be written by it. */
  runRefused(userNameOrCode: string, name: string, input: object): Promise<Refused>;
  /** How many rows of each table were written since this was first asked; sessions and receipts are left out. */
  written(): Promise<Record<string, number>>;
  /** Rows of a query on the test file's database. */
  sql<Row = Record<string, any>>(text: string, ...values: unknown[]): Promise<Row[]>;
  /** Runs a job of a module now, by the test's clock. */
  runJob(name: string): Promise<void>;
  /** SQL statements that were sent while the work was done. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
}

/** The password of every sample account. */
export const samplePassword = 'lam-hong-vui-ve';

/** Opens a server for the test file, on its own copy of the sample province, and closes it after. */
export function useServer(settings: Partial<Config> = {}): TestServer {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const clock = sampleClock();
  const callers = new Map<string, Promise<Caller>>();
  let server: RunningServer;
  let counter: StatementCounter;

  beforeAll(async () => {
    await copySample(inject('databaseUrl'), name);
    server = await startServer(
      { ...readConfig({}), port: 0, dataDir: inject('dataDir'), ...settings },
      on(inject('databaseUrl'), name),
      { clock, jobs: false, log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }) },
    );
    counter = await countStatements(server);
  });
  afterAll(async () => {
    await server?.stop();
    await dropDatabase(inject('databaseUrl'), name);
  });

  const rows = async <Row>(text: string, values: unknown[]): Promise<Row[]> => {
    const pool = await server.orm.em.getConnection().getNativeClient();
    return (await pool.query(text, values)).rows as Row[];
  };
  const written = writesOf((text, ...values) => rows(text, values));
  const as = (who: string): Promise<Caller> => {
    const known = callers.get(who) ?? signedIn(server, who, clock, rows);
    callers.set(who, known);
    return known;
  };
  const refused = async (who: string, query: string, variables: Record<string, unknown>): Promise<Refused> => {
    const person = await as(who);
    const before = await written();
    const refusal = await person.refused(query, variables);
    expect(await written(), `${who} was refused, and something was written`).toEqual(before);
    return refusal;
  };
  return {
    clock,
    written,
    get server() {
      return server;
    },
    get nobody() {
      return caller(server, '');
    },
    as,
    refused,
    run: async (who, name, input, fields) => (await as(who)).run(name, input, fields),
    runRefused: (who, name, input) => refused(who, mutation(name), variablesOf(name, input)),
    signIn: (who) => signedIn(server, who, clock, rows),
    sql: (text, ...values) => rows(text, values),
    async runJob(job) {
      const { modules } = await import('#api/modules.js');
      const found = modules.flatMap((module) => module.jobs ?? []).find((candidate) => candidate.name === job);
      if (!found) throw new Error(`There is no job ${job}`);
      await found.run(server);
    },
    countStatements: (work) => counter.during(work),
  };
}

async function signedIn(
  server: RunningServer,
  who: string,
  clock: TestClock,
  rows: <Row>(text: string, values: unknown[]) => Promise<Row[]>,
): Promise<Caller> {
  const isCode = /^P\d{3}$/.test(who);
  if (isCode) {
    await rows(
      `insert into account (id, person_id, user_name, password_hash, password_changed_at, is_active, version)
       select gen_random_uuid(), p.id, lower(p.code), (select password_hash from account
         limit 1), now(), true, 1 from person p
       where p.code = $1 and not exists (select 1 from account a where a.person_id = p.id)`,
      [who],
    );
  }
  const token = randomBytes(32).toString('base64url');
  const made = await rows(
    `insert into session (id, account_id, token_hash, started_at, expires_at, user_agent)
     select gen_random_uuid(), a.id, $1, $2::timestamptz, $2::timestamptz + interval '10 years', 'test'
     from account a join person p on p.id = a.person_id where ${isCode ? 'p.code' : 'a.user_name'} = $3 returning id`,
    [createHash('sha256').update(token).digest('hex'), clock.now(), who],
  );
  if (made.length !== 1) throw new Error(`No account of ${who} in the sample`);
  return caller(server, `${sessionCookie}=${token}`);
}

function caller(server: RunningServer, cookie: string): Caller {
  const send = async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<Data>> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'vi', cookie },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<Data>;
  };
  const ask = async <Data>(query: string, variables?: Record<string, unknown>): Promise<Data> => {
    const answer = await send<Data>(query, variables);
    expect(answer.errors, JSON.stringify(answer.errors)).toBeUndefined();
    return answer.data!;
  };
  const refused = async (query: string, variables?: Record<string, unknown>): Promise<Refused> => {
    const answer = await send(query, variables);
    expect(answer.errors, `answered instead of refusing: ${JSON.stringify(answer.data)}`).toBeDefined();
    const { message, extensions } = answer.errors![0]!;
    const { code, field, rule } = extensions;
    return { code, message, ...(field && { field }), ...(rule && { rule }) };
  };
  return {
    cookie,
    send,
    ask,
    refused,
    run: async <Answer>(name: string, input: object, fields?: string) =>
      (await ask<Record<string, Answer>>(mutation(name, fields), variablesOf(name, input)))[name]!,
    runRefused: (name, input) => refused(mutation(name), variablesOf(name, input)),
  };
}
