import { Migration } from '@mikro-orm/migrations';

/** What the lists of a whole province are sorted, searched and guarded by. */
export default class ListsAtSize extends Migration {
  override up(): void {
    this.addSql(`alter table "unit" add "search" text null generated always as (fold(name)) stored`);
    this.addSql(`alter table "audit" add "search" text null generated always as (fold(number)) stored`);
    this.#documents();
    this.addSql(`create index procedure_by_national_code on procedure (national_code text_pattern_ops)`);
  }

  /** A document knows how it stands: looking at the revisions of every document for every list took a second. */
  #documents(): void {
    this.addSql(
      `alter table "document" add "standing" text not null default 'DISCARDED', add "effective_on" date null`,
    );
    this.addSql(`create function document_standing(ids uuid[]) returns void language sql
      as $$ update document d set standing = s.standing, effective_on = s.effective_on
        from (select r.document_id, max(r.effective_on) filter (where r.state = 'EFFECTIVE') as effective_on,
            case when bool_or(r.state = 'EFFECTIVE') then 'IN_FORCE' when bool_or(r.state = 'WITHDRAWN') then 'WITHDRAWN'
              when bool_or(r.state in ('DRAFT', 'IN_REVIEW', 'REVIEWED', 'APPROVED')) then 'UNDER_WAY' else 'DISCARDED' end as standing
          from revision r where r.document_id = any(ids) group by r.document_id) s
        where d.id = s.document_id and (d.standing, d.effective_on) is distinct from (s.standing, s.effective_on) $$`);
    this.addSql(`create function revision_moves_document() returns trigger language plpgsql
      as $$ begin perform document_standing(array(select distinct document_id from moved)); return null; end $$`);
    this.addSql(
      `create trigger revision_made after insert on revision referencing new table as moved for each statement execute function revision_moves_document()`,
    );
    this.addSql(
      `create trigger revision_moved after update on revision referencing new table as moved for each statement execute function revision_moves_document()`,
    );
    this.addSql(`select document_standing(array(select id from document))`);
    this.addSql(`create index document_by_code on document (code collate "vi-VN-x-icu", id)`);
    this.addSql(`create index document_by_title on document (title collate "vi-VN-x-icu", id)`);
    this.addSql(`create index document_by_age on document (created_at, id)`);
    this.addSql(`create index document_by_effect on document (coalesce(effective_on, '0001-01-01'::date), id)`);
    this.addSql(`create index document_by_owner on document (owner_unit_id)`);
  }
}
