import { Migration } from '@mikro-orm/migrations';

/** Documents with their procedures; nonconformities with their actions; number series. */
export default class DocumentsNonconformities extends Migration {
  override up(): void {
    this.addSql(
      `create table "number_series" ("authority_id" uuid not null, "series" text not null, "year" int not null, "last" int not null, primary key ("authority_id", "series", "year"))`,
    );
    this.addSql(
      `create table "document" ("id" uuid not null, "authority_id" uuid not null, "code" text not null, "title" text not null, "kind" text not null, "owner_unit_id" uuid not null, "office_kinds" text[] not null, "clauses" text[] not null, "clause_set_code" text not null, "review_cycle_months" int null, "retention" text null, "copied_from_id" uuid null, "created_at" timestamptz(3) not null, "version" int not null default 1, "search" text generated always as (fold(code || ' ' || title)) stored null, primary key ("id"))`,
    );
    this.addSql(`create index "document_copied_from_id_index" on "document" ("copied_from_id")`);
    this.addSql(
      `alter table "document" add constraint "document_authority_id_code_unique" unique ("authority_id", "code")`,
    );
    this.addSql(
      `create table "revision" ("id" uuid not null, "document_id" uuid not null, "issue_number" int not null, "amendment_number" int not null, "state" text not null, "sections" jsonb not null, "change_rows" jsonb not null, "drafter_id" uuid not null, "reviewer_id" uuid null, "approver_id" uuid null, "effective_on" date null, "content_hash" text null, "submitted_at" timestamptz(3) null, "reviewed_at" timestamptz(3) null, "approved_at" timestamptz(3) null, "reason" text null, "state_since" timestamptz(3) not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "revision_drafter_id_index" on "revision" ("drafter_id")`);
    this.addSql(`create index "revision_reviewer_id_index" on "revision" ("reviewer_id")`);
    this.addSql(`create index "revision_approver_id_index" on "revision" ("approver_id")`);
    this.addSql(`create index "revision_state_effective_on_index" on "revision" ("state", "effective_on")`);
    this.addSql(
      `alter table "revision" add constraint "revision_document_id_issue_number_amendment_number_unique" unique ("document_id", "issue_number", "amendment_number")`,
    );
    this.addSql(
      `create table "procedure" ("id" uuid not null, "revision_id" uuid not null, "national_code" text null, "field" text null, "limit_unit" text not null, "limit_value" int null, "limit_note" text null, "fee" text null, "received_at" text null, "conditions" text null, "dossier_count" int null, "channels" text[] not null, "legal_bases" jsonb not null, "dossier_parts" jsonb not null, "forms" jsonb not null, "records" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`alter table "procedure" add constraint "procedure_revision_id_unique" unique ("revision_id")`);
    this.addSql(`create index "procedure_field_index" on "procedure" ("field")`);
    this.addSql(
      `create table "procedure_step" ("id" uuid not null, "procedure_id" uuid not null, "position" int not null, "code" text not null, "after" text[] not null, "content" text not null, "role_name" text not null, "role_key" text not null, "unit_kind" text not null, "hours" double precision not null, "output" text not null, "form_codes" text[] not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "procedure_step" add constraint "procedure_step_procedure_id_code_unique" unique ("procedure_id", "code")`,
    );
    this.addSql(
      `create table "nonconformity" ("id" uuid not null, "authority_id" uuid not null, "unit_id" uuid not null, "issuer_id" uuid not null, "number" text not null, "source" text not null, "source_id" uuid null, "severity" text not null, "state" text not null, "requirement" text not null, "evidence" text not null, "gap" text not null, "clause_id" uuid null, "procedure_id" uuid null, "procedure_revision_id" uuid null, "step_code" text null, "detected_on" date not null, "detected_by_id" uuid not null, "issued_at" timestamptz(3) not null, "state_since" timestamptz(3) not null, "plan_due_on" date not null, "actions_due_on" date not null, "effectiveness_due_on" date null, "due_on" date null, "correction" text null, "whys" text[] not null, "responder_id" uuid null, "responded_at" timestamptz(3) null, "plan_approver_id" uuid null, "plan_approved_at" timestamptz(3) null, "verifier_id" uuid null, "verified_at" timestamptz(3) null, "verified_on_site" boolean null, "verification_note" text null, "effectiveness_note" text null, "reason" text null, "closed_at" timestamptz(3) null, "follow_up_of_id" uuid null, "version" int not null default 1, "search" text generated always as (fold(number || ' ' || gap || ' ' || evidence)) stored null, primary key ("id"))`,
    );
    this.addSql(`create index "nonconformity_unit_id_index" on "nonconformity" ("unit_id")`);
    this.addSql(`create index "nonconformity_source_id_index" on "nonconformity" ("source_id")`);
    this.addSql(`create index "nonconformity_clause_id_index" on "nonconformity" ("clause_id")`);
    this.addSql(`create index "nonconformity_procedure_id_index" on "nonconformity" ("procedure_id")`);
    this.addSql(`create index "nonconformity_due_on_index" on "nonconformity" ("due_on")`);
    this.addSql(`create index "nonconformity_follow_up_of_id_index" on "nonconformity" ("follow_up_of_id")`);
    this.addSql(`create index "nonconformity_issued_at_id_index" on "nonconformity" ("issued_at", "id")`);
    this.addSql(`create index "nonconformity_authority_id_state_index" on "nonconformity" ("authority_id", "state")`);
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_authority_id_number_unique" unique ("authority_id", "number")`,
    );
    this.addSql(
      `create table "corrective_action" ("id" uuid not null, "nonconformity_id" uuid not null, "position" int not null, "kind" text not null, "title" text not null, "owner_id" uuid not null, "due_on" date not null, "state" text not null, "result" text null, "evidence" text null, "done_at" timestamptz(3) null, "extension_to" date null, "extension_reason" text null, "extensions" int not null default 0, "reason" text null, "state_since" timestamptz(3) not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "corrective_action_nonconformity_id_index" on "corrective_action" ("nonconformity_id")`);
    this.addSql(`create index "corrective_action_owner_id_state_index" on "corrective_action" ("owner_id", "state")`);
    this.addSql(
      `alter table "document" add constraint "document_authority_id_foreign" foreign key ("authority_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "document" add constraint "document_owner_unit_id_foreign" foreign key ("owner_unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "document" add constraint "document_copied_from_id_foreign" foreign key ("copied_from_id") references "document" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "revision" add constraint "revision_document_id_foreign" foreign key ("document_id") references "document" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "revision" add constraint "revision_drafter_id_foreign" foreign key ("drafter_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "revision" add constraint "revision_reviewer_id_foreign" foreign key ("reviewer_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "revision" add constraint "revision_approver_id_foreign" foreign key ("approver_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "procedure" add constraint "procedure_revision_id_foreign" foreign key ("revision_id") references "revision" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "procedure_step" add constraint "procedure_step_procedure_id_foreign" foreign key ("procedure_id") references "procedure" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_authority_id_foreign" foreign key ("authority_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_issuer_id_foreign" foreign key ("issuer_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_clause_id_foreign" foreign key ("clause_id") references "clause" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_procedure_id_foreign" foreign key ("procedure_id") references "document" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_procedure_revision_id_foreign" foreign key ("procedure_revision_id") references "revision" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_detected_by_id_foreign" foreign key ("detected_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_responder_id_foreign" foreign key ("responder_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_plan_approver_id_foreign" foreign key ("plan_approver_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_verifier_id_foreign" foreign key ("verifier_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_follow_up_of_id_foreign" foreign key ("follow_up_of_id") references "nonconformity" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "corrective_action" add constraint "corrective_action_nonconformity_id_foreign" foreign key ("nonconformity_id") references "nonconformity" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "corrective_action" add constraint "corrective_action_owner_id_foreign" foreign key ("owner_id") references "person" ("id") on delete restrict`,
    );
    // One revision in force, and one on its way, for each document.
    this.addSql(`create unique index revision_one_effective on revision (document_id) where state = 'EFFECTIVE'`);
    this.addSql(
      `create unique index revision_one_open on revision (document_id) where state in ('DRAFT', 'IN_REVIEW', 'REVIEWED', 'APPROVED')`,
    );
    this.addSql('create index document_search on document using gin (search gin_trgm_ops)');
    this.addSql('create index nonconformity_search on nonconformity using gin (search gin_trgm_ops)');
  }
}
