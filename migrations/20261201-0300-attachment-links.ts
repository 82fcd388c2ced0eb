import { Migration } from '@mikro-orm/migrations';

/**
 * One table for what records of every type carry. What was kept in a table, two columns of ids and a reference is
 * copied here; the old places stay as they were, unused.
 */
export default class AttachmentLinks extends Migration {
  override up(): void {
    this.addSql(`
      create table "attachment_link" (
        "id" uuid not null,
        "attachment_id" uuid not null,
        "subject_type" text not null,
        "subject_id" uuid not null,
        "position" int not null,
        primary key ("id"))`);
    this.addSql(`
      alter table "attachment_link"
        add constraint "attachment_link_attachment_id_foreign"
        foreign key ("attachment_id") references "attachment" ("id") on delete restrict`);
    this.addSql(`
      alter table "attachment_link"
        add constraint "attachment_link_subject_type_subject_id_attachment_id_unique"
        unique ("subject_type", "subject_id", "attachment_id")`);
    this.addSql(`create index "attachment_link_attachment_id_index" on "attachment_link" ("attachment_id")`);

    this.addSql(`
      insert into attachment_link (id, attachment_id, subject_type, subject_id, position)
      select old.id, old.attachment_id, 'CheckItem', old.check_item_id,
        row_number() over (partition by old.check_item_id order by a.uploaded_at, a.id)
      from check_item_attachment old join attachment a on a.id = old.attachment_id`);
    for (const [type, table] of [
      ['CorrectiveAction', 'corrective_action'],
      ['InspectionAnswer', 'inspection_answer'],
    ] as const) {
      this.addSql(`
        insert into attachment_link (id, attachment_id, subject_type, subject_id, position)
        select gen_random_uuid(), old.attachment_id, '${type}', old.id,
          row_number() over (partition by old.id order by old.at)
        from (
          select r.id, given.attachment_id, min(given.at) as at
          from ${table} r cross join unnest(r.attachment_ids) with ordinality given(attachment_id, at)
          group by 1, 2) old
        join attachment a on a.id = old.attachment_id`);
    }
    this.addSql(`
      insert into attachment_link (id, attachment_id, subject_type, subject_id, position)
      select gen_random_uuid(), r.file_id, 'Revision', r.id, 1 from revision r where r.file_id is not null`);

    this.addSql(`alter table "inspection_answer" alter column "attachment_ids" set default '{}'`);
    const unused = 'unused since 20261201-0300: see attachment_link';
    this.addSql(`comment on table "check_item_attachment" is '${unused}'`);
    this.addSql(`comment on column "corrective_action"."attachment_ids" is '${unused}'`);
    this.addSql(`comment on column "inspection_answer"."attachment_ids" is '${unused}'`);
    this.addSql(`comment on column "revision"."file_id" is '${unused}'`);

    // The table of a type is named as the ORM names it: CheckItem is check_item.
    this.addSql(`
      create function attachment_link_has_record() returns trigger language plpgsql as $$
      declare
        subject_table text := lower(regexp_replace(new.subject_type, '(?<!^)([A-Z])', '_\\1', 'g'));
        is_there boolean;
      begin
        execute format('select exists (select 1 from %I where id = $1)', subject_table) into is_there using new.subject_id;
        if not is_there then
          raise exception '% % is not there to carry an attachment', new.subject_type, new.subject_id
            using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$`);
    // When the transaction ends: the record may be written after its links.
    this.addSql(`
      create constraint trigger attachment_link_has_record
        after insert or update on attachment_link deferrable initially deferred
        for each row execute function attachment_link_has_record()`);
    this.addSql(`
      create function take_off_attachments() returns trigger language plpgsql as $$
      begin
        delete from attachment_link where subject_type = tg_argv[0] and subject_id = old.id;
        return null;
      end $$`);
    for (const [type, table] of [
      ['CheckItem', 'check_item'],
      ['CorrectiveAction', 'corrective_action'],
      ['InspectionAnswer', 'inspection_answer'],
      ['Revision', 'revision'],
    ] as const) {
      this.addSql(`
        create trigger take_off_attachments after delete on ${table}
          for each row execute function take_off_attachments('${type}')`);
    }
  }
}
