import type { RunningHouse } from '#api/house.js';

/** Counts the SQL statements a house sends. */
export interface StatementCounter {
  /** Statements that were sent while the work was done. */
  during(work: () => Promise<unknown>): Promise<number>;
}

/** Begins to count on every connection of the house's pool. */
export async function countStatements(house: RunningHouse): Promise<StatementCounter> {
  let statements = 0;
  const pool = await house.orm.em.getConnection().getNativeClient();
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
