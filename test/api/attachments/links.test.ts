import { Configuration } from '@mikro-orm/postgresql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import AttachmentLinks from '../../../migrations/20261201-0300-attachment-links.js';
import { useServer } from '../../support/server.js';

const it = useServer();

const links = () =>
  it.sql('select subject_type, subject_id, attachment_id, position from attachment_link order by 1, 2, 4');
const nothing = '0198f000-0000-7000-8000-000000000000';
const insertLink = `insert into attachment_link (id, attachment_id, subject_type, subject_id, position)
  select gen_random_uuid(), id, $1, $2::uuid, $3::int from attachment order by id limit 1`;

describe('a link', () => {
  test('is not made to a record that is not there, nor to a type that has no table', async () => {
    await expect(it.sql(insertLink, 'CheckItem', nothing, 1)).rejects.toMatchObject({ code: '23503' });
    await expect(it.sql(insertLink, 'Nothing', nothing, 1)).rejects.toMatchObject({ code: '42P01' });
  });

  test('goes with its record, and an attachment that is carried stays', async () => {
    const [line] = await it.sql<{ id: string }>(`select c.id from check_item c
      where not exists (select 1 from finding_check_item f where f.check_item_id = c.id) order by c.id limit 1`);
    await it.sql(insertLink, 'CheckItem', line!.id, 1);
    const ofLine = () => it.sql('select attachment_id from attachment_link where subject_id = $1', line!.id);
    expect(await ofLine()).toHaveLength(1);
    await expect(
      it.sql('delete from attachment where id in (select attachment_id from attachment_link)'),
    ).rejects.toMatchObject({ code: '23001' });
    await it.sql('delete from check_item where id = $1', line!.id);
    expect(await ofLine()).toEqual([]);
  });
});

test('every type that carries attachments has the trigger that takes them off with a record', async () => {
  const api = path.resolve(import.meta.dirname, '../../../api');
  const carriers = readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== path.join('attachments', 'carrier.ts'))
    .flatMap((file) => [...readFileSync(path.join(api, file), 'utf8').matchAll(/\battachmentsOf\((\w+)/g)])
    .map(([, type]) => type!);
  const triggers = await it.sql<{ definition: string }>(
    `select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = 'take_off_attachments'`,
  );
  expect(carriers.length).toBeGreaterThan(3);
  const has = (type: string) =>
    triggers.some(({ definition }) => definition.includes(`take_off_attachments('${type}')`));
  expect(carriers.filter((type) => !has(type))).toEqual([]);
});

test('the migration copies what lines, actions, answers and revisions carried', async () => {
  await it.sql(`insert into attachment_link (id, attachment_id, subject_type, subject_id, position)
    select gen_random_uuid(), a.id, 'CheckItem', c.id, a.at from (select id from check_item order by id limit 3) c
      cross join (select id, row_number() over (order by uploaded_at, id) as at from attachment
        order by uploaded_at, id limit 2) a
    union all
    select gen_random_uuid(), a.id, 'Revision', r.id, 1 from (select id from revision order by id limit 3) r
      cross join (select id from attachment order by id limit 1) a`);
  const carried = await links();
  expect(new Set(carried.map(({ subject_type: type }) => type)).size).toBe(4);
  for (const [type, table] of [
    ['CorrectiveAction', 'corrective_action'],
    ['InspectionAnswer', 'inspection_answer'],
  ]) {
    await it.sql(`update ${table} r set attachment_ids = l.ids from (
      select subject_id, array_agg(attachment_id order by position) as ids
      from attachment_link where subject_type = '${type}' group by 1) l where l.subject_id = r.id`);
  }
  await it.sql(`insert into check_item_attachment (id, check_item_id, attachment_id)
    select id, subject_id, attachment_id from attachment_link where subject_type = 'CheckItem'`);
  await it.sql(`update revision r set file_id = l.attachment_id from attachment_link l
    where l.subject_type = 'Revision' and l.subject_id = r.id`);
  await it.sql('drop table attachment_link');
  await it.sql('drop function attachment_link_has_record, take_off_attachments cascade');

  const migration = new AttachmentLinks(it.server.orm.em.getDriver() as never, new Configuration({}, false));
  migration.up();
  for (const statement of migration.getQueries() as string[]) await it.sql(statement);
  expect(await links()).toEqual(carried);
});
