import { Migration } from '@mikro-orm/migrations';

/** Where a nonconformity came from, uploads of actions, and what the register is sorted and guarded by. */
export default class NonconformityWork extends Migration {
  override up(): void {
    this.addSql(`alter table "nonconformity" add "source_record_id" uuid null, add "source_reference" text null`);
    this.addSql(`create index "nonconformity_detected_by_id_index" on "nonconformity" ("detected_by_id")`);
    this.addSql(`create index "nonconformity_responder_id_index" on "nonconformity" ("responder_id")`);
    this.addSql(`create index "nonconformity_state_issued_at_index" on "nonconformity" ("state", "issued_at")`);
    this.addSql(`alter table "corrective_action" add "attachment_ids" uuid[] not null default '{}'`);
    // A source record raises one nonconformity, also when two people close it at once.
    this.addSql(
      `create unique index nonconformity_once_a_source on nonconformity (source, source_id) where source_id is not null`,
    );
    // KPH-2026-1000 comes after KPH-2026-999.
    this.addSql(`create collation "natural" (provider = icu, locale = 'und-u-kn')`);
    this.addSql(`create index nonconformity_by_number on nonconformity (number collate "natural", id)`);
    this.addSql(`create index nonconformity_by_due on nonconformity (coalesce(due_on, 'infinity'::date), id)`);
    this.addSql(`create index corrective_action_attachments on corrective_action using gin (attachment_ids)`);
  }
}
