import { MikroORM, type EntityClass, type Options } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import path from 'node:path';
import { projectFile } from '../config.js';

/** Opens the database; nothing is changed in it. */
export function openDatabase(url: string, entities: EntityClass<object>[], poolSize = 12): Promise<MikroORM> {
  const options: Options = {
    clientUrl: url,
    entities,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    forceUtcTimezone: true,
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
      path: path.join(projectFile('.build'), 'migrations'),
      pathTs: projectFile('migrations'),
      glob: '!(*.d).{js,ts}',
      snapshot: false,
      transactional: true,
      disableForeignKeys: false,
    },
  };
  return MikroORM.init(options);
}
