import { Migration } from '@mikro-orm/migrations';

/** Indexes for what every request asks: the posts of a person, the people and units of a unit, the forms of a period. */
export default class IndexesOfPostsAndUnits extends Migration {
  override up(): void {
    this.addSql(`create index "unit_parent_id_index" on "unit" ("parent_id")`);
    this.addSql(`create index "unit_authority_id_index" on "unit" ("authority_id")`);
    this.addSql(`create index "post_person_id_index" on "post" ("person_id")`);
    this.addSql(`create index "post_unit_id_index" on "post" ("unit_id")`);
    this.addSql(`create index "inspection_template_id_period_key_index" on "inspection" ("template_id", "period_key")`);
  }
}
