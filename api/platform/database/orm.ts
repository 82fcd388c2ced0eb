import { MikroORM, type EntityClass, type MigrationObject, type Options } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFile } from '../config.js';

/**
 * Connections of one process. A command holds one and may need a second: see `commandsAtOnce` in
 * `api/commands/command.ts`.
 */
export const poolSize = 12;

/** Opens the database; nothing is changed in it. */
export async function openDatabase(url: string, entities: EntityClass<object>[]): Promise<MikroORM> {
  const options: Options = {
    clientUrl: url,
    entities,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    forceUtcTimezone: true,
    // A mistyped name is reported, not made into a new and empty database.
    ensureDatabase: false,
    pool: { min: 0, max: poolSize },
    // Whole-record checks of hydrated data cost more than they give; the database holds the types.
    validateRequired: false,
    schemaGenerator: {
      ignoreSchema: ['graphile_worker'],
      skipTables: ['migration', 'rate_limit'],
    },
    logger: () => {},
    migrations: {
      tableName: 'migration',
      migrationsList: await builtMigrations(),
      snapshot: false,
      transactional: true,
      disableForeignKeys: false,
    },
  };
  return MikroORM.init(options);
}

/**
 * The built migrations, oldest first. The ORM would look for them by a pattern, and find none below a folder such as
 * `soat (1)`.
 */
async function builtMigrations(): Promise<MigrationObject[]> {
  const folder = projectFile('.build/migrations');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .toSorted();
  return Promise.all(
    files.map(async (file) => {
      const built = (await import(pathToFileURL(path.join(folder, file)).href)) as {
        default: MigrationObject['class'];
      };
      return { name: path.basename(file, '.js'), class: built.default };
    }),
  );
}
