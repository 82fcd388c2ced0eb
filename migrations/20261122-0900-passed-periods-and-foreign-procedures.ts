import { Migration } from '@mikro-orm/migrations';

/**
 * The newest period of a schedule is found by index, so that passed periods can be made up for. Questions of drafts could point at a procedure of another authority. Drafts lose it; published
 * versions are frozen, and raising a nonconformity from them leaves it out.
 */
export default class PassedPeriodsAndForeignProcedures extends Migration {
  override up(): void {
    this.addSql(
      `create index "inspection_schedule_id_period_start_index" on "inspection" ("schedule_id", "period_start")`,
    );
    this.addSql(`update "inspection_question" q set "procedure_id" = null
      from "inspection_template_version" v join "inspection_template" t on t."id" = v."template_id", "document" d
      where v."id" = q."template_version_id" and v."state" = 'DRAFT' and d."id" = q."procedure_id" and d."authority_id" <> t."owner_id"`);
  }
}
