import 'reflect-metadata';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Account, hashPassword, randomPassword } from '../identity/index.js';
import { Person, RoleGrant, Unit } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { localDate } from '../rules/calendar.js';
import { withDatabase } from './with-database.js';

/**
 * Makes the first account in an empty database: `DATABASE_URL=… npm run account:first -- <user name> "<full
 * name>" "<province or agency>"` makes the top unit, a person and the account of an administrator, and prints
 * the password once. Refuses in a database that has accounts.
 */
const [userName = '', fullName = '', unitName = ''] = process.argv.slice(2).map((text) => text.trim());
if (!/^[a-z0-9.-]{3,50}$/.test(userName) || fullName.length < 2 || unitName.length < 2) {
  console.error('Write: npm run account:first -- <user name, small letters> "<full name>" "<province or agency>"');
  process.exit(2);
}
if (!process.env['DATABASE_URL']) {
  console.error('Set DATABASE_URL to your own PostgreSQL: the embedded database has its sample accounts.');
  process.exit(2);
}

await withDatabase(async (orm) => {
  const em = orm.em.fork();
  const { rows } = await sql`select 1 from account limit 1`.execute(em.getKysely());
  if (rows.length > 0) {
    console.error('This database has accounts already; nothing was changed. Ask its administrator.');
    process.exitCode = 1;
  } else {
    console.log(
      `\nUser name: ${userName}\nPassword:  ${await make(em)}\n\nIt must be changed after the first sign-in.`,
    );
  }
});

async function make(em: SqlEntityManager): Promise<string> {
  const password = randomPassword();
  const now = new Date();
  const unit = em.create(Unit, {
    id: newId(),
    code: 'TOP',
    name: unitName,
    nameEn: unitName,
    kind: 'PROVINCE',
    path: 'TOP',
    isAuthority: false,
    position: 0,
    activeFrom: localDate(now),
  });
  const person = em.create(Person, { id: newId(), code: 'P001', fullName, isActive: true });
  em.create(RoleGrant, {
    id: newId(),
    person,
    role: 'ADMINISTRATOR',
    unit,
    from: localDate(now),
    reason: 'First account',
  });
  em.create(Account, {
    id: newId(),
    person,
    userName,
    passwordHash: await hashPassword(password),
    passwordChangedAt: now,
    isActive: true,
    isPasswordGiven: true,
    version: 1,
  });
  await em.flush();
  return password;
}
