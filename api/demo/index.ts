import { sql } from 'kysely';
import { fileStore } from '../attachments/index.js';
import type { Services } from '../platform/module.js';
import { insertAccounts, sampleAccounts } from './accounts.js';
import { sampleConflicts } from './audit-conflicts.js';
import { signSampleAudits } from './audit-signatures.js';
import { linkNonconformities, sampleAudits } from './audits.js';
import { lookupIn, sampleDocuments } from './documents.js';
import { SampleFiles } from './files.js';
import { linkFailingAnswers } from './link-failing-answers.js';
import { sampleNonconformities } from './nonconformities.js';
import { sampleOrganization } from './organization.js';
import { sampleRoundPlans } from './round-plans.js';
import { sampleSelfInspection } from './self-inspection.js';

/** Fills an empty database with the invented province, in one transaction. Does nothing in one that has units. */
export async function fillWithSample(services: Services): Promise<void> {
  const { rows } = await sql`select 1 from unit limit 1`.execute(services.orm.em.fork().getKysely());
  if (rows.length > 0) return;
  await services.orm.em.fork().transactional(async (tx) => {
    const em = tx;
    const organization = await sampleOrganization(em);
    await insertAccounts(em, organization);
    const now = services.clock.now();
    const documents = await sampleDocuments(em, organization, now);
    const files = new SampleFiles();
    await sampleSelfInspection(em, organization, now, files);
    // What follows asks across these tables, which the planner would otherwise take for empty.
    await sql`analyze`.execute(em.getKysely());
    const issued = await sampleAudits(em, organization, now);
    await sampleConflicts(em, organization, now);
    await sampleRoundPlans(em, organization);
    await signSampleAudits(em);
    await sampleNonconformities(em, organization, now, issued, { procedures: lookupIn(documents), files });
    await linkNonconformities(em);
    await linkFailingAnswers(em);
    await files.insert(em, organization, fileStore(services));
  });
}

/** Prints the sample accounts that this database still has. */
export async function printAccounts(services: Services): Promise<void> {
  const { rows } = await sql<{ user_name: string }>`select user_name from account`.execute(
    services.orm.em.fork().getKysely(),
  );
  const known = new Set(rows.map((row) => row.user_name));
  const accounts = sampleAccounts().filter((account) => known.has(account.userName));
  if (accounts.length === 0) return;
  console.log('Tài khoản mẫu / sample accounts (api/demo/accounts.json):\n');
  for (const { userName, password, fullName, unit, roles } of accounts) {
    console.log(`  ${userName.padEnd(18)} ${password.padEnd(18)} ${fullName.padEnd(20)} ${unit} (${roles.join(', ')})`);
  }
  console.log('');
}
