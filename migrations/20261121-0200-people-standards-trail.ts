import { Migration } from '@mikro-orm/migrations';

/** Units, people and their roles; accounts; clause sets; the trail. */
export default class PeopleStandardsTrail extends Migration {
  override up(): void {
    this.addSql(
      `create table "clause_set" ("id" uuid not null, "code" text not null, "title" text not null, "title_en" text not null, "is_draft" boolean not null, "is_current" boolean not null, primary key ("id"))`,
    );
    this.addSql(`alter table "clause_set" add constraint "clause_set_code_unique" unique ("code")`);
    this.addSql(
      `create table "clause" ("id" uuid not null, "set_id" uuid not null, "number" text not null, "title" text not null, "title_en" text not null, "parent_id" uuid null, "is_leaf" boolean not null, "is_auditable" boolean not null, "usual_unit" text null, "change" text null, "position" int not null, primary key ("id"))`,
    );
    this.addSql(`alter table "clause" add constraint "clause_set_id_number_unique" unique ("set_id", "number")`);
    this.addSql(
      `create table "clause_mapping" ("id" uuid not null, "from_id" uuid not null, "to_id" uuid not null, primary key ("id"))`,
    );
    this.addSql(`create index "clause_mapping_to_id_index" on "clause_mapping" ("to_id")`);
    this.addSql(
      `alter table "clause_mapping" add constraint "clause_mapping_from_id_to_id_unique" unique ("from_id", "to_id")`,
    );
    this.addSql(
      `create table "person" ("id" uuid not null, "code" text not null, "full_name" text not null, "search" text generated always as (fold(full_name || ' ' || code)) stored null, "email" text null, "phone" text null, "is_active" boolean not null, primary key ("id"))`,
    );
    this.addSql(`alter table "person" add constraint "person_code_unique" unique ("code")`);
    this.addSql(
      `create table "auditor" ("id" uuid not null, "person_id" uuid not null, "certificate_number" text not null, "certificate_date" date not null, "certificate_valid_until" date not null, "lead_qualified" boolean not null, "fields" text[] not null, "earlier_audits" int not null, "maximum_load" int not null, "unavailable_on" text[] not null, primary key ("id"))`,
    );
    this.addSql(`alter table "auditor" add constraint "auditor_person_id_unique" unique ("person_id")`);
    this.addSql(
      `create table "account" ("id" uuid not null, "person_id" uuid not null, "user_name" text not null, "password_hash" text not null, "password_changed_at" timestamptz(3) not null, "is_active" boolean not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`alter table "account" add constraint "account_person_id_unique" unique ("person_id")`);
    this.addSql(`alter table "account" add constraint "account_user_name_unique" unique ("user_name")`);
    this.addSql(
      `create table "receipt" ("key" uuid not null, "actor_id" uuid not null, "verb" text not null, "input_hash" text not null, "answer_id" uuid not null, "at" timestamptz(3) not null, primary key ("key", "actor_id"))`,
    );
    this.addSql(
      `create table "session" ("id" uuid not null, "account_id" uuid not null, "token_hash" text not null, "started_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "user_agent" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "session_account_id_index" on "session" ("account_id")`);
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash")`);
    this.addSql(
      `create table "signature" ("id" uuid not null, "person_id" uuid not null, "person_name" text not null, "person_title" text not null, "part" text not null, "subject_type" text not null, "subject_id" uuid not null, "content_hash" text not null, "at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(`create index "signature_subject_type_subject_id_index" on "signature" ("subject_type", "subject_id")`);
    this.addSql(
      `create table "trail_entry" ("id" uuid not null, "at" timestamptz(3) not null, "actor_id" uuid null, "actor_name" text not null, "verb" text not null, "subject_type" text not null, "subject_id" uuid not null, "unit_id" uuid null, "authority_id" uuid null, "reason" text null, "changes" jsonb not null, "position" int null, "previous_hash" text null, "hash" text null, primary key ("id"))`,
    );
    this.addSql(`alter table "trail_entry" add constraint "trail_entry_position_unique" unique ("position")`);
    this.addSql(
      `create index "trail_entry_subject_type_subject_id_at_index" on "trail_entry" ("subject_type", "subject_id", "at")`,
    );
    this.addSql(
      `create table "unit" ("id" uuid not null, "code" text not null, "name" text not null, "name_en" text not null, "kind" text not null, "office_kind" text null, "parent_id" uuid null, "authority_id" uuid null, "path" ltree not null, "is_authority" boolean not null, "cluster" text null, "latitude" double precision null, "longitude" double precision null, "reception_weekday" text null, "position" int not null, "active_from" date null, "active_to" date null, primary key ("id"))`,
    );
    this.addSql(`alter table "unit" add constraint "unit_code_unique" unique ("code")`);
    this.addSql(`create index "unit_path_index" on "unit" using gist ("path")`);
    this.addSql(
      `create table "role_grant" ("id" uuid not null, "person_id" uuid not null, "role" text not null, "unit_id" uuid not null, "from_date" date not null, "to_date" date null, "reason" text null, "given_by" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "role_grant_person_id_index" on "role_grant" ("person_id")`);
    this.addSql(`create index "role_grant_given_by_index" on "role_grant" ("given_by")`);
    this.addSql(`create index "role_grant_unit_id_role_index" on "role_grant" ("unit_id", "role")`);
    this.addSql(
      `create table "post" ("id" uuid not null, "person_id" uuid not null, "unit_id" uuid not null, "title" text not null, "from_date" date not null, "to_date" date null, primary key ("id"))`,
    );
    this.addSql(
      `create table "auditor_conflict" ("id" uuid not null, "auditor_id" uuid not null, "unit_id" uuid not null, "reason" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "auditor_conflict_auditor_id_index" on "auditor_conflict" ("auditor_id")`);
    this.addSql(
      `alter table "clause" add constraint "clause_set_id_foreign" foreign key ("set_id") references "clause_set" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "clause" add constraint "clause_parent_id_foreign" foreign key ("parent_id") references "clause" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "clause_mapping" add constraint "clause_mapping_from_id_foreign" foreign key ("from_id") references "clause" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "clause_mapping" add constraint "clause_mapping_to_id_foreign" foreign key ("to_id") references "clause" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "auditor" add constraint "auditor_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "account" add constraint "account_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "unit" add constraint "unit_parent_id_foreign" foreign key ("parent_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "unit" add constraint "unit_authority_id_foreign" foreign key ("authority_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "post" add constraint "post_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "post" add constraint "post_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "auditor_conflict" add constraint "auditor_conflict_auditor_id_foreign" foreign key ("auditor_id") references "auditor" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "auditor_conflict" add constraint "auditor_conflict_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql('create index person_search on person using gin (search gin_trgm_ops)');
    this.addSql('create index trail_entry_unsealed on trail_entry (at, id) where position is null');
    // Counted by the library that slows down guessing of passwords.
    this.addSql(
      'create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)',
    );
    this.addSql(`create function trail_entry_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.position is null
           and to_jsonb(new) - array['position', 'previous_hash', 'hash'] = to_jsonb(old) - array['position', 'previous_hash', 'hash'] then
          return new; -- sealing
        end if;
        raise exception 'The trail is never changed';
      end $$`);
    this.addSql(
      'create trigger trail_entry_stays before update or delete on trail_entry for each row execute function trail_entry_stays()',
    );
  }
}
