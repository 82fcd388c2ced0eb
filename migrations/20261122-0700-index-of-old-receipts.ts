import { Migration } from '@mikro-orm/migrations';

/** Receipts are deleted by age. */
export default class IndexOfOldReceipts extends Migration {
  override up(): void {
    this.addSql(`create index "receipt_at_index" on "receipt" ("at")`);
  }
}
