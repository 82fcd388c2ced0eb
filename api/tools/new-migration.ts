import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entities } from '../server.js';
import { projectFile } from '../platform/config.js';
import { schemaDifference } from '../platform/database/difference.js';
import { startEmbedded } from '../platform/database/embedded.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/orm.js';

/**
 * Writes a migration with the difference between what the migrations make and what the entities
 * declare: `npm run migration:new -- add-retention`. Read it, mend it, keep it.
 */
const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Name the intent in small letters and hyphens: npm run migration:new -- add-retention');
  process.exit(1);
}
const dataDir = mkdtempSync(path.join(tmpdir(), 'soat-migration-'));
const database = await startEmbedded(dataDir);
const orm = await openDatabase(database.url, entities);
try {
  await migrate(orm);
  const statements = await schemaDifference(orm);
  if (statements.length === 0) {
    console.log('The entities and the migrations agree; nothing to write.');
  } else {
    const stamp = new Date().toISOString().replace(/[-:]/g, '').slice(0, 13).replace('T', '-');
    const file = `migrations/${stamp}-${name}.ts`;
    writeFileSync(projectFile(file), source(statements));
    console.log(`${file} is written`);
  }
} finally {
  await orm.close();
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function source(statements: string[]): string {
  const lines = statements.map((statement) => `    this.addSql(\`${statement.replaceAll('`', '\\`')}\`);`);
  return [
    `import { Migration } from '@mikro-orm/migrations';`,
    '',
    'export default class extends Migration {',
    '  override up(): void {',
    ...lines,
    '  }',
    '}',
    '',
  ].join('\n');
}
