import { Migration } from '@mikro-orm/migrations';

/** What units came out of; any number of certificates for an auditor: the one there was is moved. */
export default class PredecessorsAndCertificates extends Migration {
  override up(): void {
    this.addSql(
      `create table "auditor_certificate" ("id" uuid not null, "auditor_id" uuid not null, "number" text not null, "issuer" text null, "edition" text null, "issued_on" date not null, "valid_until" date not null, primary key ("id"))`,
    );
    this.addSql(`create index "auditor_certificate_auditor_id_index" on "auditor_certificate" ("auditor_id")`);
    this.addSql(
      `create table "unit_succession" ("unit_id" uuid not null, "predecessor_id" uuid not null, primary key ("unit_id", "predecessor_id"))`,
    );
    this.addSql(`create index "unit_succession_predecessor_id_index" on "unit_succession" ("predecessor_id")`);
    this.addSql(
      `insert into auditor_certificate (id, auditor_id, number, issued_on, valid_until) select uuidv7(), id, certificate_number, certificate_date, certificate_valid_until from auditor`,
    );
    this.addSql(
      `alter table "auditor" drop column "certificate_number", drop column "certificate_date", drop column "certificate_valid_until"`,
    );
    this.addSql(
      `alter table "auditor_certificate" add constraint "auditor_certificate_auditor_id_foreign" foreign key ("auditor_id") references "auditor" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "unit_succession" add constraint "unit_succession_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "unit_succession" add constraint "unit_succession_predecessor_id_foreign" foreign key ("predecessor_id") references "unit" ("id") on update cascade on delete restrict`,
    );
    this.addSql(
      `alter table "unit_succession" add constraint "unit_succession_of_another" check (unit_id <> predecessor_id)`,
    );
  }
}
