import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { readFileSync } from 'node:fs';
import { Account, hashPassword } from '../identity/index.js';
import { newId } from '../platform/ids.js';
import { projectFile } from '../platform/config.js';
import { insertRows } from './insert.js';
import type { SampleOrganization } from './sample-types.js';

/** One line of accounts.json: who can sign in to the sample. */
export interface SampleAccount {
  userName: string;
  password: string;
  /** Code of the person in sample-people.tsv. */
  personCode: string;
  fullName: string;
  roles: string[];
  unit: string;
}

/** The sample accounts (api/demo/accounts.json). */
export const sampleAccounts = (): SampleAccount[] =>
  JSON.parse(readFileSync(projectFile('api/demo/accounts.json'), 'utf8')) as SampleAccount[];

/** Makes the sample accounts. One hash serves all: they share an openly printed password. */
export async function insertAccounts(em: SqlEntityManager, { people }: SampleOrganization): Promise<void> {
  const accounts = sampleAccounts();
  const hashes = new Map<string, string>();
  for (const { password } of accounts) {
    if (!hashes.has(password)) hashes.set(password, await hashPassword(password));
  }
  await insertRows(
    em,
    Account,
    accounts.map((account) => ({
      id: newId(),
      person_id: people.get(account.personCode)!.id,
      user_name: account.userName,
      password_hash: hashes.get(account.password),
      is_password_given: false,
      password_changed_at: '2026-01-05T01:00:00Z',
      is_active: true,
      version: 1,
    })),
  );
}
