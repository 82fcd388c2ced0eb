import { Migration } from '@mikro-orm/migrations';

/**
 * Versions of round plans are kept; who appointed a team is known (R15); numbers of audits are unique
 * in an authority, and INTERNAL rounds have a series of their own; auditors declare conflicts with a
 * unit or a person, each once while it stands (R06).
 */
export default class RulesOfRounds extends Migration {
  override up(): void {
    this.addSql(
      `create table "round_plan" ("id" uuid not null, "round_id" uuid not null, "plan_version" int not null, "entries" jsonb not null, "changes" jsonb not null, "reason" text null, "signed_by_name" text not null, "at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "round_plan" add constraint "round_plan_round_id_plan_version_unique" unique ("round_id", "plan_version")`,
    );
    this.addSql(
      `alter table "auditor_conflict" add "person_id" uuid null, add "declared_at" timestamptz(3) null, add "withdrawn_at" timestamptz(3) null, add "withdrawn_reason" text null, add "version" int not null default 1`,
    );
    this.addSql(
      `alter table "auditor_conflict" add constraint "auditor_conflict_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(`alter table "auditor_conflict" alter column "unit_id" drop not null`);
    this.addSql(
      `alter table auditor_conflict add constraint auditor_conflict_with_one check (num_nonnulls(unit_id, person_id) = 1)`,
    );
    this.addSql(
      `create unique index auditor_conflict_one_standing on auditor_conflict (auditor_id, coalesce(unit_id, person_id)) where withdrawn_at is null`,
    );
    this.addSql(`create index "auditor_conflict_person_id_index" on "auditor_conflict" ("person_id")`);
    this.addSql(`alter table "audit" add "appointed_by_id" uuid null`);
    this.addSql(
      `alter table "audit" add constraint "audit_appointed_by_id_foreign" foreign key ("appointed_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(`update round set number = 'DGNB' || substr(number, 3) where kind = 'INTERNAL' and number like 'DG-%'`);
    this.addSql(
      `update audit set number = 'DGNB' || substr(audit.number, 3) from round r where r.id = audit.round_id and r.kind = 'INTERNAL' and audit.number like 'DG-%'`,
    );
    this.addSql(`insert into number_series (authority_id, series, year, last)
      select lead_agency_id, 'DGNB', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) from round where kind = 'INTERNAL' group by 1, 3`);
    this.addSql(`update round set repair = null where repair is not null`);
    this.addSql(
      `alter table "audit" add constraint "audit_authority_id_number_unique" unique ("authority_id", "number") deferrable initially deferred`,
    );
    this.addSql(
      `alter table "round_plan" add constraint "round_plan_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete restrict`,
    );
  }
}
