import { Migration } from '@mikro-orm/migrations';

/** Audit programmes and rounds, audits with their teams, work sheets and findings. */
export default class Audits extends Migration {
  override up(): void {
    // The document at the far end of the chain of copies: itself where it is no copy (independence rule R03).
    this.addSql(`create function document_origin(start uuid) returns uuid language sql stable parallel safe as $$
      with recursive chain as (
        select id, copied_from_id from public.document where id = start
        union all select d.id, d.copied_from_id from chain join public.document d on d.id = chain.copied_from_id
      ) select id from chain where copied_from_id is null $$`);
    this.addSql(
      `create table "programme" ("id" uuid not null, "year" int not null, "lead_agency_id" uuid not null, "title" text not null, "purpose" text not null, "scope" text not null, "state" text not null, "edition" int not null, "approved_at" timestamptz(3) null, "reason" text null, "state_since" timestamptz(3) not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(
      `alter table "programme" add constraint "programme_lead_agency_id_year_unique" unique ("lead_agency_id", "year")`,
    );
    this.addSql(
      `create table "round" ("id" uuid not null, "programme_id" uuid null, "kind" text not null, "number" text not null, "title" text not null, "lead_agency_id" uuid not null, "from_date" date not null, "to_date" date not null, "clause_set_id" uuid not null, "settings" jsonb not null, "plan_version" int not null, "state" text not null, "repair" jsonb null, "previous_id" uuid null, "approved_at" timestamptz(3) null, "conclusion" text null, "reason" text null, "state_since" timestamptz(3) not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "round_programme_id_index" on "round" ("programme_id")`);
    this.addSql(`create index "round_from_date_id_index" on "round" ("from_date", "id")`);
    this.addSql(
      `alter table "round" add constraint "round_lead_agency_id_number_unique" unique ("lead_agency_id", "number")`,
    );
    this.addSql(
      `create table "audit" ("id" uuid not null, "round_id" uuid not null, "number" text not null, "position" int not null, "authority_id" uuid not null, "unit_id" uuid not null, "state" text not null, "dates" text[] not null, "length" text not null, "start_time" text not null, "scope_clauses" text[] not null, "agenda" jsonb not null, "opening_minutes" text null, "team_agreement" text null, "closing_minutes" text null, "report" jsonb not null, "announced_at" timestamptz(3) null, "opened_at" timestamptz(3) null, "reported_at" timestamptz(3) null, "closed_at" timestamptz(3) null, "reason" text null, "state_since" timestamptz(3) not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "audit_unit_id_index" on "audit" ("unit_id")`);
    this.addSql(`create index "audit_authority_id_state_index" on "audit" ("authority_id", "state")`);
    this.addSql(`alter table "audit" add constraint "audit_round_id_unit_id_unique" unique ("round_id", "unit_id")`);
    this.addSql(
      `create table "team_member" ("id" uuid not null, "audit_id" uuid not null, "person_id" uuid not null, "part" text not null, "position" int not null, primary key ("id"))`,
    );
    this.addSql(`create index "team_member_person_id_index" on "team_member" ("person_id")`);
    this.addSql(
      `alter table "team_member" add constraint "team_member_audit_id_person_id_unique" unique ("audit_id", "person_id")`,
    );
    this.addSql(
      `create table "finding" ("id" uuid not null, "audit_id" uuid not null, "position" int not null, "category" text null, "clause_id" uuid null, "procedure_id" uuid null, "procedure_code" text null, "step_code" text null, "unit_id" uuid not null, "requirement" text not null, "evidence" text not null, "gap" text not null, "author_id" uuid not null, "detected_on" date not null, "state" text not null, "agreed_by_id" uuid null, "agreed_at" timestamptz(3) null, "shown_at" timestamptz(3) null, "answer_due_on" date null, "answer" text null, "answered_by_id" uuid null, "answered_at" timestamptz(3) null, "by_silence" boolean not null, "upheld" boolean not null, "reason" text null, "nonconformity_id" uuid null, "state_since" timestamptz(3) not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "finding_clause_id_index" on "finding" ("clause_id")`);
    this.addSql(`create index "finding_procedure_id_index" on "finding" ("procedure_id")`);
    this.addSql(`create index "finding_author_id_index" on "finding" ("author_id")`);
    this.addSql(`alter table "finding" add constraint "finding_nonconformity_id_unique" unique ("nonconformity_id")`);
    this.addSql(`create index "finding_state_answer_due_on_index" on "finding" ("state", "answer_due_on")`);
    this.addSql(
      `alter table "finding" add constraint "finding_audit_id_position_unique" unique ("audit_id", "position")`,
    );
    this.addSql(
      `create table "check_item" ("id" uuid not null, "audit_id" uuid not null, "position" int not null, "key" text not null, "clause_id" uuid null, "procedure_id" uuid null, "procedure_code" text null, "step_code" text null, "unit_id" uuid null, "question" text not null, "samples" text[] not null, "result" text not null, "reason_not_checked" text null, "evidence" text null, "by_id" uuid null, "at" timestamptz(3) null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(
      `alter table "check_item" add constraint "check_item_audit_id_position_unique" unique ("audit_id", "position")`,
    );
    this.addSql(
      `create table "finding_check_item" ("finding_id" uuid not null, "check_item_id" uuid not null, primary key ("finding_id", "check_item_id"))`,
    );
    this.addSql(
      `create table "audit_procedure" ("id" uuid not null, "audit_id" uuid not null, "document_id" uuid not null, "code" text not null, "title" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "audit_procedure_document_id_index" on "audit_procedure" ("document_id")`);
    this.addSql(
      `alter table "audit_procedure" add constraint "audit_procedure_audit_id_document_id_unique" unique ("audit_id", "document_id")`,
    );
    this.addSql(
      `alter table "programme" add constraint "programme_lead_agency_id_foreign" foreign key ("lead_agency_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "round" add constraint "round_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "round" add constraint "round_lead_agency_id_foreign" foreign key ("lead_agency_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "round" add constraint "round_clause_set_id_foreign" foreign key ("clause_set_id") references "clause_set" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "round" add constraint "round_previous_id_foreign" foreign key ("previous_id") references "round" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "audit" add constraint "audit_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "audit" add constraint "audit_authority_id_foreign" foreign key ("authority_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "audit" add constraint "audit_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_clause_id_foreign" foreign key ("clause_id") references "clause" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_procedure_id_foreign" foreign key ("procedure_id") references "document" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_author_id_foreign" foreign key ("author_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_agreed_by_id_foreign" foreign key ("agreed_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_nonconformity_id_foreign" foreign key ("nonconformity_id") references "nonconformity" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "check_item" add constraint "check_item_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "check_item" add constraint "check_item_clause_id_foreign" foreign key ("clause_id") references "clause" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "check_item" add constraint "check_item_procedure_id_foreign" foreign key ("procedure_id") references "document" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "check_item" add constraint "check_item_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "check_item" add constraint "check_item_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "finding_check_item" add constraint "finding_check_item_finding_id_foreign" foreign key ("finding_id") references "finding" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "finding_check_item" add constraint "finding_check_item_check_item_id_foreign" foreign key ("check_item_id") references "check_item" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "audit_procedure" add constraint "audit_procedure_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "audit_procedure" add constraint "audit_procedure_document_id_foreign" foreign key ("document_id") references "document" ("id") on delete restrict`,
    );
  }
}
