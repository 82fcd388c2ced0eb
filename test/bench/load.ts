import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { Pool } from 'pg';

/** What is asked again and again: a GraphQL request over HTTP, or a statement sent straight to PostgreSQL. */
export type Load =
  | { kind: 'http'; url: string; cookie: string; query: string }
  | { kind: 'sql'; databaseUrl: string; text: string; values: unknown[] };

interface Run {
  load: Load;
  /** Requests under way at a time. */
  concurrency: number;
  seconds: number;
  warmUpSeconds: number;
}

/** Requests answered in a second, asked from a thread of its own so that asking does not slow the answering. */
export function requestsPerSecond(run: Run): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: run });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function measure({ load, concurrency, seconds, warmUpSeconds }: Run): Promise<number> {
  const { ask, close } = load.kind === 'http' ? overHttp(load) : overSql(load, concurrency);
  const during = async (time: number) => {
    const end = performance.now() + time * 1000;
    let answered = 0;
    await Promise.all(
      Array.from({ length: concurrency }, async () => {
        while (performance.now() < end) {
          await ask();
          answered += 1;
        }
      }),
    );
    return answered / time;
  };
  await during(warmUpSeconds);
  const rate = await during(seconds);
  await close();
  return rate;
}

function overHttp({ url, cookie, query }: Load & { kind: 'http' }) {
  const body = JSON.stringify({ query });
  const ask = async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body,
    });
    const answer = (await response.json()) as { errors?: unknown };
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  };
  return { ask, close: async () => {} };
}

function overSql({ databaseUrl, text, values }: Load & { kind: 'sql' }, concurrency: number) {
  const pool = new Pool({ connectionString: databaseUrl, max: concurrency });
  return { ask: () => pool.query(text, values), close: () => pool.end() };
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows, not for threads
if (!isMainThread) parentPort!.postMessage(await measure(workerData as Run));
