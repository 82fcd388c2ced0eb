import { Migration } from '@mikro-orm/migrations';

/** Passwords that administrators hand over. */
export default class GivenPasswords extends Migration {
  override up(): void {
    this.addSql(`alter table "account" add column "is_password_given" boolean not null default false`);
  }
}
