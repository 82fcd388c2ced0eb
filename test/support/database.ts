import { mkdtempSync, rmSync } from 'node:fs';
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
    /** Where the houses of the run keep their files; those of the sample are there. */
    dataDir: string;
  }
}

/** Database with the sample province; every test file gets a copy of its own. */
export const sampleDatabase = 'sample';

/** Starts one PostgreSQL for the run and fills the template that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'soat-test-'));
  const database = await startEmbedded(dataDir);
  await forgo(database.url);
  await createDatabase(database.url, sampleDatabase);
  const server = await startServer({ ...readConfig({}), port: 0, dataDir }, on(database.url, sampleDatabase), {
    clock: sampleClock(),
    jobs: false,
    log: pino({ level: 'silent' }),
    prepare: fillWithSample,
  });
  await server.stop();
  project.provide('databaseUrl', database.url);
  project.provide('dataDir', dataDir);
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** What is lost in a power cut is missed by no test: nothing waits for the disk. */
async function forgo(url: string): Promise<void> {
  await withClient(url, async (query) => {
    for (const caution of ['fsync', 'synchronous_commit', 'full_page_writes'])
      await query(`alter system set ${caution} = off`);
    await query('select pg_reload_conf()');
  });
}

/** The same server, another database. */
export function on(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** Makes a database, as a copy of another where one is named. */
export async function createDatabase(url: string, name: string, template?: string): Promise<void> {
  await withClient(url, (query) =>
    query(`create database "${name}"${template ? ` template "${template}" strategy file_copy` : ''}`),
  );
}

/** Removes a database that nobody uses any more. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, (query) => query(`drop database if exists "${name}" with (force)`));
}

async function withClient(
  url: string,
  work: (query: (text: string) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work((text) => client.query(text));
  } finally {
    await client.end();
  }
}
