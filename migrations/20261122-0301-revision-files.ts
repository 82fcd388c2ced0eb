import { Migration } from '@mikro-orm/migrations';

/** A revision may hold its content in an uploaded file; the index finds who may see an upload through its revisions. */
export default class RevisionFiles extends Migration {
  override up(): void {
    this.addSql(`alter table "revision" add "file_id" uuid null`);
    this.addSql(
      `alter table "revision" add constraint "revision_file_id_foreign" foreign key ("file_id") references "attachment" ("id") on delete restrict`,
    );
    this.addSql(`create index "revision_file_id_index" on "revision" ("file_id")`);
  }
}
