import 'reflect-metadata';
import { pino } from 'pino';
import { randomPassword, resetPasswordAtServer } from '../identity/index.js';
import { systemClock } from '../platform/clock.js';
import { Refusal } from '../rules/refusal.js';
import { withDatabase } from './with-database.js';

/**
 * `npm run account:reset -- <user name>`: a new password for a person whom no administrator can help, such as
 * the only administrator. The password is shown once; the trail records the change.
 */
const userName = process.argv[2]?.trim().toLowerCase() ?? '';
if (!userName) {
  console.error('Write: npm run account:reset -- <user name>');
  process.exit(2);
}
await withDatabase(async (orm, config) => {
  const password = randomPassword();
  try {
    await resetPasswordAtServer(
      { config, orm, clock: systemClock, log: pino({ level: config.logLevel }) },
      { userName, password },
    );
    console.log(`\nUser name: ${userName}\nPassword:  ${password}\n\nIt must be changed after the next sign-in.`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`There is no account "${userName}"; nothing was changed.`);
    process.exitCode = 1;
  }
});
