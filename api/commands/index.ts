import { defineModule } from '../platform/module.js';
import { forgetReceipts } from './forget-receipts.js';
import { Receipt } from './receipt.js';

export { answer, perform } from './answer.js';
export { command, systemCommand, verbsOfCommands, type CommandResult, type Command } from './command.js';
export type { Change, CommandEntry } from './entry.js';
export { entryWriter, Tx, type EntryDetails } from './tx.js';

/** The one way to change data: one transaction with permission, receipt and trail entry. */
export const commands = defineModule({
  name: 'commands',
  entities: [Receipt],
  jobs: [{ name: 'commands.forgetReceipts', cron: '25 18 * * *', run: forgetReceipts }],
});
