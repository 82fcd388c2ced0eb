import 'reflect-metadata';
import type { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../server.js';
import { readConfig, type Config } from '../platform/config.js';
import { startEmbedded } from '../platform/database/embedded.js';
import { openDatabase } from '../platform/database/orm.js';
import { explainStart } from '../platform/explain-start.js';

/**
 * Runs a command-line tool on the database of the settings, an external or the embedded one, and closes it. A
 * wrong setting or a missing database is reported as at the start of the server; the process then ends with 1.
 */
export async function withDatabase(work: (orm: MikroORM, config: Config) => Promise<void>): Promise<void> {
  try {
    const config = readConfig();
    const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataDir) : undefined;
    try {
      const orm = await openDatabase(config.databaseUrl ?? embedded!.url, entities);
      await work(orm, config).finally(() => orm.close());
    } finally {
      await embedded?.stop();
    }
  } catch (error) {
    console.error(explainStart(error, process.env));
    process.exitCode = 1;
  }
}
