import { Migration } from '@mikro-orm/migrations';

/**
 * What a nonconformity must be able to tell later: every request for more time with its answer, how
 * far an action had come, every round of verification, who judged the effect, who corrected it when,
 * and what kind of cause it had.
 */
export default class NonconformityRounds extends Migration {
  override up(): void {
    this.addSql(
      `create table "action_progress" ("id" uuid not null, "action_id" uuid not null, "by_id" uuid not null, "at" timestamptz(3) not null, "note" text not null, "percent" int null, primary key ("id"))`,
    );
    this.addSql(`create index "action_progress_action_id_at_index" on "action_progress" ("action_id", "at")`);
    this.addSql(
      `create table "action_extension" ("id" uuid not null, "action_id" uuid not null, "asked_by_id" uuid not null, "asked_at" timestamptz(3) not null, "from_day" date not null, "to_day" date not null, "reason" text not null, "decision" text null, "decided_by_id" uuid null, "decided_at" timestamptz(3) null, "decision_reason" text null, primary key ("id"))`,
    );
    this.addSql(
      `create index "action_extension_action_id_asked_at_index" on "action_extension" ("action_id", "asked_at")`,
    );
    this.addSql(
      `create table "verification" ("id" uuid not null, "nonconformity_id" uuid not null, "by_id" uuid not null, "at" timestamptz(3) not null, "passed" boolean not null, "on_site" boolean null, "note" text null, primary key ("id"))`,
    );
    this.addSql(`create index "verification_nonconformity_id_at_index" on "verification" ("nonconformity_id", "at")`);
    this.addSql(
      `alter table "nonconformity" add "corrected_by_id" uuid null, add "corrected_on" date null, add "cause_category" text null, add "effect_judge_id" uuid null, add "effect_judged_at" timestamptz(3) null`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_corrected_by_id_foreign" foreign key ("corrected_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "nonconformity" add constraint "nonconformity_effect_judge_id_foreign" foreign key ("effect_judge_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "action_progress" add constraint "action_progress_action_id_foreign" foreign key ("action_id") references "corrective_action" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "action_progress" add constraint "action_progress_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "action_extension" add constraint "action_extension_action_id_foreign" foreign key ("action_id") references "corrective_action" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "action_extension" add constraint "action_extension_asked_by_id_foreign" foreign key ("asked_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "action_extension" add constraint "action_extension_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "verification" add constraint "verification_nonconformity_id_foreign" foreign key ("nonconformity_id") references "nonconformity" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "verification" add constraint "verification_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete restrict`,
    );

    // One request for more time waits at a time, and what is decided says when.
    this.addSql(
      `create unique index action_extension_one_waits on action_extension (action_id) where decision is null`,
    );
    this.addSql(
      `alter table action_extension add constraint action_extension_decided check ((decision is null) = (decided_at is null))`,
    );
    this.addSql(
      `alter table action_progress add constraint action_progress_percent check (percent >= 0 and percent <= 100)`,
    );

    // What is known of the past: the request that waits, the last verification and those sent back, who closed it.
    this.addSql(`insert into action_extension (id, action_id, asked_by_id, asked_at, from_day, to_day, reason)
      select gen_random_uuid(), a.id, a.owner_id, a.state_since, a.due_on, a.extension_to, coalesce(a.extension_reason, '') from corrective_action a where a.extension_to is not null`);
    this.addSql(`insert into verification (id, nonconformity_id, by_id, at, passed, on_site, note)
      select gen_random_uuid(), n.id, n.verifier_id, n.verified_at, true, n.verified_on_site, n.verification_note from nonconformity n where n.verifier_id is not null and n.verified_at is not null
      union all
      select gen_random_uuid(), t.subject_id, t.actor_id, t.at, false, null, t.reason from trail_entry t join nonconformity n on n.id = t.subject_id
      where t.verb = 'nonconformity.returnResult' and t.actor_id is not null`);
    this.addSql(`update nonconformity n set effect_judge_id = t.actor_id, effect_judged_at = t.at from trail_entry t
      where t.subject_id = n.id and t.verb in ('nonconformity.confirmEffective', 'nonconformity.findIneffective')`);
    this.addSql(
      `update nonconformity set corrected_by_id = responder_id, corrected_on = (responded_at at time zone 'Asia/Ho_Chi_Minh')::date where correction is not null`,
    );
    this.addSql(`alter table "corrective_action" drop column "extension_reason", drop column "extensions"`);
  }
}
