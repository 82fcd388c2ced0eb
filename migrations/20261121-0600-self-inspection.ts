import { Migration } from '@mikro-orm/migrations';

/** Templates in versions with their questions, schedules, self-inspections with their answers. */
export default class SelfInspection extends Migration {
  override up(): void {
    this.addSql(
      `create table "inspection_template" ("id" uuid not null, "owner_id" uuid not null, "code" text not null, "title" text not null, "title_en" text not null, "frequency" text not null, "minutes" int not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(
      `alter table "inspection_template" add constraint "inspection_template_owner_id_code_unique" unique ("owner_id", "code")`,
    );
    this.addSql(
      `create table "inspection_template_version" ("id" uuid not null, "template_id" uuid not null, "number" int not null, "state" text not null, "published_by_id" uuid null, "published_at" timestamptz(3) null, "retired_at" timestamptz(3) null, "state_since" timestamptz(3) not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(
      `alter table "inspection_template_version" add constraint "inspection_template_version_template_id_number_unique" unique ("template_id", "number")`,
    );
    this.addSql(
      `create table "inspection_schedule" ("id" uuid not null, "owner_id" uuid not null, "template_id" uuid not null, "frequency" text not null, "unit_ids" uuid[] not null, "opens_after_days" int not null, "due_after_working_days" int not null, "late_after_working_days" int not null, "starts_on" date not null, "ends_on" date null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "inspection_schedule_owner_id_index" on "inspection_schedule" ("owner_id")`);
    this.addSql(`create index "inspection_schedule_template_id_index" on "inspection_schedule" ("template_id")`);
    this.addSql(`create index "inspection_schedule_unit_ids_index" on "inspection_schedule" using gin ("unit_ids")`);
    this.addSql(
      `create table "inspection" ("id" uuid not null, "kind" text not null, "unit_id" uuid not null, "authority_id" uuid not null, "schedule_id" uuid null, "template_id" uuid not null, "template_version_id" uuid not null, "period_key" text not null, "period_start" date not null, "period_end" date not null, "due_on" date not null, "late_until" date not null, "state" text not null, "state_since" timestamptz(3) not null, "substitute_id" uuid null, "begun_at" timestamptz(3) null, "shown" int not null default 0, "answered" int not null default 0, "saves" int not null default 0, "note" text null, "note_at" timestamptz(3) null, "submitted_by_id" uuid null, "submitted_at" timestamptz(3) null, "is_late" boolean not null default false, "score" double precision null, "group_scores" jsonb not null, "failed" text[] not null, "failed_critical" text[] not null, "decided_by_id" uuid null, "decided_at" timestamptz(3) null, "reason" text null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`create index "inspection_schedule_id_index" on "inspection" ("schedule_id")`);
    this.addSql(`create index "inspection_template_version_id_index" on "inspection" ("template_version_id")`);
    this.addSql(`create index "inspection_substitute_id_index" on "inspection" ("substitute_id")`);
    this.addSql(`create index "inspection_authority_id_state_index" on "inspection" ("authority_id", "state")`);
    this.addSql(`create index "inspection_due_on_id_index" on "inspection" ("due_on", "id")`);
    this.addSql(`create index "inspection_state_since_id_index" on "inspection" ("state_since", "id")`);
    this.addSql(`create index "inspection_state_late_until_index" on "inspection" ("state", "late_until")`);
    this.addSql(
      `alter table "inspection" add constraint "inspection_unit_id_template_id_period_key_unique" unique ("unit_id", "template_id", "period_key")`,
    );
    this.addSql(
      `create table "inspection_question" ("id" uuid not null, "template_version_id" uuid not null, "position" int not null, "code" text not null, "group_code" text not null, "group_title" text not null, "text" text not null, "text_en" text not null, "answer_type" text not null, "good_answer" text not null, "weight" double precision not null, "critical" boolean not null, "clause_id" uuid null, "procedure_id" uuid null, "evidence" text not null, "hint" text null, "shown_when" text null, "basis" text null, primary key ("id"))`,
    );
    this.addSql(`create index "inspection_question_procedure_id_index" on "inspection_question" ("procedure_id")`);
    this.addSql(`create index "inspection_question_clause_id_index" on "inspection_question" ("clause_id")`);
    this.addSql(
      `alter table "inspection_question" add constraint "inspection_question_template_version_id_code_unique" unique ("template_version_id", "code")`,
    );
    this.addSql(
      `create table "inspection_answer" ("id" uuid not null, "inspection_id" uuid not null, "question_id" uuid not null, "question_code" text not null, "choice" text null, "number" double precision null, "sample" int null, "note" text null, "dossiers" text[] not null, "attachment_ids" uuid[] not null, "answered_at" timestamptz(3) not null, "answered_by_id" uuid not null, "status" text not null, "value" double precision null, "return_reason" text null, "nonconformity_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "inspection_answer_question_id_index" on "inspection_answer" ("question_id")`);
    this.addSql(`create index "inspection_answer_nonconformity_id_index" on "inspection_answer" ("nonconformity_id")`);
    this.addSql(
      `alter table "inspection_answer" add constraint "inspection_answer_inspection_id_question_id_unique" unique ("inspection_id", "question_id")`,
    );
    this.addSql(
      `alter table "inspection_template" add constraint "inspection_template_owner_id_foreign" foreign key ("owner_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_template_version" add constraint "inspection_template_version_template_id_foreign" foreign key ("template_id") references "inspection_template" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_template_version" add constraint "inspection_template_version_published_by_id_foreign" foreign key ("published_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_schedule" add constraint "inspection_schedule_owner_id_foreign" foreign key ("owner_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_schedule" add constraint "inspection_schedule_template_id_foreign" foreign key ("template_id") references "inspection_template" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection" add constraint "inspection_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection" add constraint "inspection_authority_id_foreign" foreign key ("authority_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection" add constraint "inspection_schedule_id_foreign" foreign key ("schedule_id") references "inspection_schedule" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection" add constraint "inspection_template_id_foreign" foreign key ("template_id") references "inspection_template" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection" add constraint "inspection_template_version_id_foreign" foreign key ("template_version_id") references "inspection_template_version" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection" add constraint "inspection_substitute_id_foreign" foreign key ("substitute_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection" add constraint "inspection_submitted_by_id_foreign" foreign key ("submitted_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection" add constraint "inspection_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_question" add constraint "inspection_question_template_version_id_foreign" foreign key ("template_version_id") references "inspection_template_version" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "inspection_question" add constraint "inspection_question_clause_id_foreign" foreign key ("clause_id") references "clause" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_question" add constraint "inspection_question_procedure_id_foreign" foreign key ("procedure_id") references "document" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_answer" add constraint "inspection_answer_inspection_id_foreign" foreign key ("inspection_id") references "inspection" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "inspection_answer" add constraint "inspection_answer_question_id_foreign" foreign key ("question_id") references "inspection_question" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_answer" add constraint "inspection_answer_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "inspection_answer" add constraint "inspection_answer_nonconformity_id_foreign" foreign key ("nonconformity_id") references "nonconformity" ("id") on delete restrict`,
    );
    // One version in use, and one on its way, for each template.
    this.addSql(
      `create unique index inspection_template_one_published on inspection_template_version (template_id) where state = 'PUBLISHED'`,
    );
    this.addSql(
      `create unique index inspection_template_one_draft on inspection_template_version (template_id) where state = 'DRAFT'`,
    );
    this.addSql('create index inspection_answer_attachments on inspection_answer using gin (attachment_ids)');
    // The questions of a version that was published are frozen: scores given by them stay explicable.
    this.addSql(`create function inspection_question_frozen() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from inspection_template_version v where v.id = coalesce(new.template_version_id, old.template_version_id) and v.state <> 'DRAFT') then
          raise exception 'The questions of a published template version are frozen';
        end if;
        return coalesce(new, old);
      end $$`);
    this.addSql(`create trigger inspection_question_frozen before insert or update or delete on inspection_question
      for each row execute function inspection_question_frozen()`);
    // The period as people say it (api/self-inspection/rules/periods.ts, periodWords), for titles that are made in SQL.
    this.addSql(`create function period_vi(key text) returns text language sql immutable strict parallel safe as $$
      select case
        when key ~ '^\\d{4}-W' then 'tuần ' || substr(key, 7)::int || ' năm ' || left(key, 4)
        when key ~ '^\\d{4}-Q' then 'quý ' || substr(key, 7) || '/' || left(key, 4)
        when key ~ '^\\d{4}-\\d\\d$' then 'tháng ' || substr(key, 6) || '/' || left(key, 4)
        when length(key) = 10 then 'ngày ' || substr(key, 9) || '/' || substr(key, 6, 2) || '/' || left(key, 4)
        else 'năm ' || key end $$`);
  }
}
