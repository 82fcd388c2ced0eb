import { Migration } from '@mikro-orm/migrations';

/** Who has read a revision; when a draft was saved; a discarded draft gives its number back. */
export default class RevisionsAcknowledgements extends Migration {
  override up(): void {
    this.addSql(
      `create table "acknowledgement" ("id" uuid not null, "revision_id" uuid not null, "person_id" uuid not null, "content_hash" text not null, "at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(`create index "acknowledgement_person_id_index" on "acknowledgement" ("person_id")`);
    this.addSql(
      `alter table "acknowledgement" add constraint "acknowledgement_revision_id_person_id_unique" unique ("revision_id", "person_id")`,
    );
    this.addSql(
      `alter table "acknowledgement" add constraint "acknowledgement_revision_id_foreign" foreign key ("revision_id") references "revision" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "acknowledgement" add constraint "acknowledgement_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(`alter table "revision" add "saved_at" timestamptz(3)`);
    this.addSql(`update "revision" set "saved_at" = "state_since"`);
    this.addSql(`alter table "revision" alter column "saved_at" set not null`);
    this.addSql(`create index "revision_document_id_index" on "revision" ("document_id")`);
    this.addSql(`alter table "revision" drop constraint "revision_document_id_issue_number_amendment_number_unique"`);
    this.addSql(
      `create unique index revision_number on revision (document_id, issue_number, amendment_number) where state <> 'DISCARDED'`,
    );
  }
}
