import { Migration } from '@mikro-orm/migrations';

/** Conflicts of interest that auditees declare, and who replaced whom in a team (R14). */
export default class ConflictsAndReplacements extends Migration {
  override up(): void {
    this.addSql(
      `create table "team_replacement" ("id" uuid not null, "audit_id" uuid not null, "left_id" uuid null, "joined_id" uuid null, "part" text not null, "reason" text not null, "plan_version" int not null, "at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(`create index "team_replacement_audit_id_at_index" on "team_replacement" ("audit_id", "at")`);
    this.addSql(
      `create table "conflict_declaration" ("id" uuid not null, "audit_id" uuid not null, "unit_id" uuid not null, "authority_id" uuid not null, "person_id" uuid not null, "kind" text not null, "reason" text not null, "declared_by_id" uuid not null, "declared_at" timestamptz(3) not null, "withdrawn_at" timestamptz(3) null, "withdrawn_reason" text null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "conflict_declaration_audit_id_index" on "conflict_declaration" ("audit_id")`);
    this.addSql(`create index "conflict_declaration_person_id_index" on "conflict_declaration" ("person_id")`);
    this.addSql(
      `create index "conflict_declaration_unit_id_person_id_index" on "conflict_declaration" ("unit_id", "person_id")`,
    );
    this.addSql(
      `alter table "team_replacement" add constraint "team_replacement_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "team_replacement" add constraint "team_replacement_left_id_foreign" foreign key ("left_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "team_replacement" add constraint "team_replacement_joined_id_foreign" foreign key ("joined_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_authority_id_foreign" foreign key ("authority_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_declared_by_id_foreign" foreign key ("declared_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `create unique index conflict_declaration_one_standing on conflict_declaration (unit_id, person_id) where withdrawn_at is null`,
    );
  }
}
