import { clientLists } from '../support/client-queries.ts';
import { countStatements } from '../support/statements.ts';
import { post, type BenchServer } from './server.ts';
import type { Figure } from './report.ts';

/** SQL statements of every list a screen asks for, the session's included. */
export async function measureStatements(root: string, { server }: BenchServer, cookie: string): Promise<Figure[]> {
  const counter = await countStatements(server);
  const figures: Figure[] = [];
  for (const { module, name, text, variables } of clientLists(root)) {
    const value = await counter.during(() =>
      post(server.url, cookie, text, variables).then((response) => response.text()),
    );
    figures.push({ what: `${module}: ${name}`, value, unit: 'statements', atMost: 3 });
  }
  return figures;
}
