import { Migration } from '@mikro-orm/migrations';

/** Uploaded files. */
export default class Attachments extends Migration {
  override up(): void {
    this.addSql(
      `create table "attachment" ("id" uuid not null, "sha256" text not null, "name" text not null, "type" text not null, "size" int not null, "uploaded_by_id" uuid not null, "uploaded_at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "attachment" add constraint "attachment_sha256_uploaded_by_id_name_unique" unique ("sha256", "uploaded_by_id", "name")`,
    );
    this.addSql(
      `alter table "attachment" add constraint "attachment_uploaded_by_id_foreign" foreign key ("uploaded_by_id") references "person" ("id") on delete restrict`,
    );
  }
}
