import { Migration } from '@mikro-orm/migrations';

/** Who drafted a revision before the ISO secretary took the draft over still must not audit it (R03). */
export default class FormerDrafters extends Migration {
  override up(): void {
    this.addSql(`alter table "revision" add column "former_drafter_ids" uuid[] not null default '{}'`);
    this.addSql(`create index "revision_former_drafter_ids_index" on "revision" using gin ("former_drafter_ids")`);
    this.addSql(`create index "signature_person_id_subject_type_index" on "signature" ("person_id", "subject_type")`);
  }
}
