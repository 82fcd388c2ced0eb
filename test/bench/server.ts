import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { fillWithSample } from '#api/demo/index.js';
import { startServer, type RunningServer } from '#api/server.js';
import { readConfig } from '#api/platform/config.js';
import { startEmbedded } from '#api/platform/database/embedded.js';

/** A server in this process, on a database of its own with the sample province. */
export interface BenchServer {
  server: RunningServer;
  databaseUrl: string;
  /** Seconds that loading the sample took. */
  sampleSeconds: number;
  /** Cookie of a fresh session of a sample account. */
  signIn(userName: string, password: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens a server for measuring; nothing runs in its background. */
export async function openBenchServer(): Promise<BenchServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'soat-bench-'));
  const database = await startEmbedded(dataDir);
  let sampleSeconds = 0;
  const server = await startServer({ ...readConfig({}), port: 0, dataDir }, database.url, {
    jobs: false,
    log: pino({ level: 'error' }),
    async prepare(opened) {
      const begun = performance.now();
      await fillWithSample(opened);
      sampleSeconds = (performance.now() - begun) / 1000;
    },
  });
  return {
    server,
    databaseUrl: database.url,
    sampleSeconds,
    async signIn(userName, password) {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { userName } }';
      const response = await post(server.url, '', query, { input: { userName, password } });
      return response.headers.get('set-cookie')!.split(';')[0]!;
    },
    async close() {
      await server.stop();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Sends a GraphQL request as the holder of a session cookie. */
export function post(
  url: string,
  cookie: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
}
