import type { RunningServer } from '#api/server.js';

/** Counts the SQL statements a server sends. */
export interface StatementCounter {
  /** Statements that were sent while the work was done. */
  during(work: () => Promise<unknown>): Promise<number>;
}

/** Begins to count on every connection of the server's pool. */
export async function countStatements(server: RunningServer): Promise<StatementCounter> {
  let statements = 0;
  const pool = await server.orm.em.getConnection().getNativeClient();
  const seen = new WeakSet<object>();
  pool.on('acquire', (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      statements += 1;
      return query(...args);
    }) as typeof client.query;
  });
  return {
    async during(work) {
      statements = 0;
      await work();
      return statements;
    },
  };
}
