import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Plan } from '#api/audits/index.js';
import { afterEach, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { bachTrucTeam, cast, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);
const why = 'Khai để thử quy tắc R06';

/** The member of the team declares a conflict with a unit or a person, by code. */
async function declared(unit: string | null, person: string | null): Promise<void> {
  await it.sql(
    `insert into auditor_conflict (id, auditor_id, unit_id, person_id, reason, version)
     select gen_random_uuid(), a.id, (select id from unit where code = $2), (select id from person
       where code = $3), $4, 1
     from auditor a join person p on p.id = a.person_id where p.code = $1`,
    cast.member,
    unit,
    person,
    why,
  );
}

/** What R06 says of Nguyệt Thủy's team in a fresh plan, and whom its open conflicts name: they never differ. */
async function keptAway(): Promise<string[]> {
  const { id, audits } = await story.round(['LH-NT']);
  await it.sql(
    `insert into team_member (id, audit_id, person_id, part, position)
     select gen_random_uuid(), $1, p.id, t.part, t.position - 1
     from unnest($2::text[], $3::text[]) with ordinality t (code, part, position) join person p on p.code = t.code`,
    audits['LH-NT'],
    bachTrucTeam.map(({ code }) => code),
    bachTrucTeam.map(({ part }) => part),
  );
  const plan = await Plan.load((it.server.orm.em.fork() as SqlEntityManager).getKysely(), id, '2026-11-23');
  const broken = plan.violations().filter(({ rule }) => rule === 'R06');
  const { audit } = await (
    await it.as(cast.arranger)
  ).ask('query ($id: ID!) { audit(id: $id) { openConflicts { personId } } }', { id: audits['LH-NT'] });
  const ids = broken.map(({ personId }) => personId!);
  expect(audit.openConflicts.map(({ personId }: { personId: string }) => personId)).toEqual(ids);
  const rows = await it.sql<{ code: string }>('select code from person where id = any($1)', ids);
  return rows.map(({ code }) => code);
}

afterEach(async () => {
  await it.sql('delete from auditor_conflict where reason = $1', why);
  await it.sql('delete from role_grant where reason = $1', why);
});

test('R06: without a conflict nobody is kept away', async () => expect(await keptAway()).toEqual([]));

test('R06: a conflict with the auditee keeps its author away', async () => {
  await declared('LH-NT', null);
  expect(await keptAway()).toEqual([cast.member]);
});

test('R06 misses a conflict with an office of the auditee: it counts for the whole', async () => {
  await declared('LH-NT-KT', null);
  expect(await keptAway()).toEqual([cast.member]);
});

test.each(['ISO_HEAD', 'UNIT_HEAD', 'QUALITY_MANAGER', 'ISO_SECRETARY'])(
  'R06: with whoever holds the role %s right at the auditee, without a post there',
  async (role) => {
    await it.sql(
      `insert into role_grant (id, person_id, role, unit_id, from_date, reason, given_by)
       select gen_random_uuid(), p.id, $1, u.id, '2026-11-01', $2, p.id
       from person p, unit u where p.code = $3 and u.code = 'LH-NT'`,
      role,
      why,
      cast.stranger,
    );
    await declared(null, cast.stranger);
    expect(await keptAway()).toEqual([cast.member]);
  },
);

test('R06: with somebody who holds a post in an office of the auditee, though neither leader nor key person', async () => {
  const [clerk] = await it.sql<{ code: string }>(
    `
      select p.code from person p join post o on o.person_id = p.id and o.to_date is null
      join unit u on u.id = o.unit_id
     where u.code like 'LH-NT-%' and not exists (select 1 from role_grant g where g.person_id = p.id
       and g.role <> 'OFFICER')
     order by p.code limit 1`,
  );
  await declared(null, clerk!.code);
  expect(await keptAway()).toEqual([cast.member]);
});

test('R06: with another unit, or somebody elsewhere, does not matter', async () => {
  await declared('LH-GM', null);
  await declared(null, cast.stranger);
  expect(await keptAway()).toEqual([]);
});

test('R06: a conflict that is withdrawn keeps nobody away', async () => {
  await declared('LH-NT', null);
  await it.sql(`update auditor_conflict set withdrawn_at = now() where reason = $1`, why);
  expect(await keptAway()).toEqual([]);
});
