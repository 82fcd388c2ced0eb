import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { startServer } from '#api/server.js';
import { fillWithSample } from '#api/demo/index.js';
import { readConfig } from '#api/platform/config.js';
import { startEmbedded } from '#api/platform/database/embedded.js';
import { sampleClock } from './clock.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server with the template databases. */
    databaseUrl: string;
    /** Where the servers of the run keep their files; those of the sample are there. */
    dataDir: string;
  }
}

/** Database with the sample province; every test file gets a copy of its own. */
const sampleDatabase = 'sample';

/** The server of the run. */
interface Server {
  url: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** Vitest loads this file once for each project; what they share stands where all of them find it. */
const shared = globalThis as { soatTests?: { users: number; server: Promise<Server> } };

/**
 * Gives every project of the run the one PostgreSQL with the template that test files copy.
 * Whoever ends last stops it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.soatTests ??= { users: 0, server: start() };
  const run = shared.soatTests;
  run.users += 1;
  const server = await run.server;
  project.provide('databaseUrl', server.url);
  project.provide('dataDir', server.dataDir);
  return async () => {
    run.users -= 1;
    if (run.users === 0) await server.stop();
  };
}

/** Starts PostgreSQL in a folder of its own and fills the template. */
async function start(): Promise<Server> {
  const dataDir = mkdtempSync(path.join(folderOfDatabases(), 'soat-test-'));
  const { url, stop } = await startEmbedded(dataDir);
  await tune(url);
  await createDatabase(url, sampleDatabase);
  const server = await startServer({ ...readConfig({}), port: 0, dataDir }, on(url, sampleDatabase), {
    clock: sampleClock(),
    jobs: false,
    log: pino({ level: 'silent' }),
    prepare: fillWithSample,
  });
  await server.stop();
  // Copies take the statistics with them: nobody gathers any later.
  await rowsOf(on(url, sampleDatabase), 'vacuum analyze');
  return {
    url,
    dataDir,
    async stop() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** In memory where the machine has plenty of it, as the databases are copied a hundred times; else on the disk. */
function folderOfDatabases(): string {
  const [memory, plenty] = ['/dev/shm', 4 * 1024 ** 3];
  try {
    const { bavail, bsize } = statfsSync(memory);
    return Math.min(bavail * bsize, process.availableMemory()) > plenty ? memory : tmpdir();
  } catch {
    // Systems other than Linux have no such folder.
    return tmpdir();
  }
}

/**
 * Settings for databases that live for seconds: nothing waits for the disk, as no test misses what a power cut
 * takes, nothing is tidied up behind the tests, and the kernel copies the files of a template.
 */
async function tune(url: string): Promise<void> {
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    checkpoint_timeout: '1h',
    max_wal_size: '1GB',
    ...(process.platform === 'linux' && { file_copy_method: 'clone' }),
  };
  await withClient(url, async (query) => {
    for (const [name, value] of Object.entries(settings)) await query(`alter system set ${name} = '${value}'`);
    await query('select pg_reload_conf()');
  });
}

/** The same server, another database. */
export function on(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** Makes an empty database. */
export async function createDatabase(url: string, name: string): Promise<void> {
  await rowsOf(url, `create database "${name}"`);
}

/** Makes a database with the sample province. */
export async function copySample(url: string, name: string): Promise<void> {
  await rowsOf(url, `create database "${name}" template "${sampleDatabase}" strategy file_copy`);
}

/** Removes a database that nobody uses any more. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await rowsOf(url, `drop database if exists "${name}" with (force)`);
}

/** Rows of a query on a connection of its own. */
export async function rowsOf<Row = Record<string, unknown>>(url: string, text: string): Promise<Row[]> {
  return withClient(url, (query) => query<Row>(text));
}

async function withClient<Result>(
  url: string,
  work: (query: <Row>(text: string) => Promise<Row[]>) => Promise<Result>,
): Promise<Result> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async <Row>(text: string) => (await client.query(text)).rows as Row[]);
  } finally {
    await client.end();
  }
}
