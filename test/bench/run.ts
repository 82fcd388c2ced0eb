import 'reflect-metadata';
import path from 'node:path';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { measureFirstLoad } from './first-load.ts';
import { openBenchServer } from './server.ts';
import { fillLarge } from './large.ts';
import { measureLists, printWaits } from './lists.ts';
import { measureNonconformities } from './nonconformities.ts';
import { printFigures, type Figure } from './report.ts';
import { measureStarts, npmStart } from './starts.ts';
import { measureStatements } from './statements.ts';

/**
 * `npm run bench`: what the server costs, beside the bounds it is held to. Ends with 1 when one is missed.
 * `npm run bench -- lists`: how long people of a large province wait for each list; takes two minutes.
 */
const root = path.resolve(import.meta.dirname, '../..');
const [account] = JSON.parse(readFileSync(path.join(root, 'api/demo/accounts.json'), 'utf8')) as {
  userName: string;
  password: string;
}[];

if (process.argv.includes('lists')) await lists();
else await bounds();

async function lists(): Promise<void> {
  const bench = await openBenchServer();
  try {
    await fillLarge(bench.databaseUrl);
    const people = {
      officer: 'quyentm.bt',
      'quality manager': 'phunb.bt',
      'lead agency': 'huongtm.khcn',
      auditor: 'ngandk.bt',
    };
    const cookies: Record<string, string> = {};
    for (const [person, userName] of Object.entries(people))
      cookies[person] = await bench.signIn(userName, account!.password);
    printWaits(await measureLists(root, bench, cookies), Object.keys(people));
  } finally {
    await bench.close();
  }
}

async function bounds(): Promise<void> {
  const results: boolean[] = [];
  const report = (title: string, figures: Figure[]) => results.push(printFigures(title, figures));

  report('Starts', await measureStarts(root));

  const dataDir = mkdtempSync(path.join(tmpdir(), 'soat-bench-'));
  const server = await npmStart(root, dataDir);
  try {
    report('First load', await measureFirstLoad(server.url, account!));
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }

  const bench = await openBenchServer();
  try {
    const cookie = await bench.signIn(account!.userName, account!.password);
    report('Sample', [{ what: 'loading the sample province', value: bench.sampleSeconds, unit: 's', atMost: 10 }]);
    report('SQL statements of a list, the session included', await measureStatements(root, bench, cookie));
    const cookies = {
      'lead agency': await bench.signIn('huongtm.khcn', account!.password),
      ward: await bench.signIn('phunb.bt', account!.password),
    };
    report('A page of 50 out of 100,000 nonconformities', await measureNonconformities(bench, cookies));
  } finally {
    await bench.close();
  }

  process.exitCode = results.every(Boolean) ? 0 : 1;
}
