import { Migration } from '@mikro-orm/migrations';

/** Photos and papers on the lines of a work sheet. */
export default class FilesOfCheckItems extends Migration {
  override up(): void {
    this.addSql(
      `create table "check_item_attachment" ("id" uuid not null, "check_item_id" uuid not null, "attachment_id" uuid not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "check_item_attachment_attachment_id_index" on "check_item_attachment" ("attachment_id")`,
    );
    this.addSql(
      `alter table "check_item_attachment" add constraint "check_item_attachment_check_item_id_attachment_id_unique" unique ("check_item_id", "attachment_id")`,
    );
    this.addSql(
      `alter table "check_item_attachment" add constraint "check_item_attachment_check_item_id_foreign" foreign key ("check_item_id") references "check_item" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "check_item_attachment" add constraint "check_item_attachment_attachment_id_foreign" foreign key ("attachment_id") references "attachment" ("id") on delete restrict`,
    );
  }
}
