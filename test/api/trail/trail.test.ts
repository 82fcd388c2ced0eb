import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '#api/trail/index.js';
import { samplePassword, useServer } from '../../support/server.js';
import { formIdOf, look } from '../self-inspection/fixtures.js';

const it = useServer();
const em = () => it.server.orm.em.fork();
const good = { currentPassword: samplePassword, newPassword: 'nắng sớm bên sông Lam' };

/** Something that leaves a trail entry. */
const leaveTrail = async () =>
  it
    .run('P019', 'changePassword', { currentPassword: samplePassword, newPassword: samplePassword + randomUUID() })
    .finally(restorePassword);
const restorePassword = () =>
  it.sql(`update account set password_hash = (select password_hash from account where user_name = 'thuybp.bt')`);

describe('a command', () => {
  test('sent twice with one idempotency key is carried out once', async () => {
    const person = await it.as('phunb.bt');
    const idempotencyKey = randomUUID();
    const count = () =>
      it.sql(
        `
          select count(*)::int as n from trail_entry where verb = 'identity.changePassword'
          and actor_name = 'Nguyễn Bá Phú'`,
      );
    const input = { ...good, idempotencyKey };
    const answers = await Promise.all([person.run('changePassword', input), person.run('changePassword', input)]);
    expect(answers).toEqual([true, true]);
    expect(await count()).toEqual([{ n: 1 }]);
    expect(
      await person.refused(
        `
          mutation ($key: ID!) { changePassword(input: { currentPassword: "a", newPassword: "b", idempotencyKey:
            $key }) }`,
        { key: 'no uuid' },
      ),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'idempotencyKey' });
    await restorePassword();
  });

  test('with a key that was used for something else is refused; another person may use the same key', async () => {
    const [{ id: unitId } = { id: '' }] = await it.sql<{ id: string }>(`select id from unit where code = 'LH-CN'`);
    const [first, second] = [await it.as('toanhv.bt'), await it.as('ngandk.bt')];
    const input = { unitId, reason: 'Em ruột làm ở đơn vị này', idempotencyKey: randomUUID() };
    const made = await first.run('declareOwnConflict', input, 'id');
    expect(await first.run('declareOwnConflict', input, 'id')).toEqual(made);
    const count = () => it.sql(`select count(*)::int as n from auditor_conflict`);
    const before = await count();
    const used = { code: 'INVALID_INPUT', field: 'idempotencyKey' };
    expect(await first.runRefused('declareOwnConflict', { ...input, reason: 'Một lý do khác hẳn' })).toMatchObject(
      used,
    );
    expect(
      await first.runRefused('withdrawOwnConflict', {
        id: made.id,
        version: 1,
        reason: input.reason,
        idempotencyKey: input.idempotencyKey,
      }),
    ).toMatchObject(used);
    expect(await count()).toEqual(before);
    expect((await second.run('declareOwnConflict', input, 'id')).id).not.toBe(made.id);
  });

  test('with a key that was used for another verb is refused, although the input is the same', async () => {
    const id = await formIdOf(it, 'LH-BT', 'WEEKLY', 'DUE').catch(() => formIdOf(it, 'LH-BT', 'MONTHLY', 'DUE'));
    const head = await it.as('P010');
    const { version } = await look(head, id);
    const input = { id, version, idempotencyKey: randomUUID() };
    await head.run('beginInspection', input);
    expect(await head.runRefused('acceptInspection', input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'idempotencyKey',
    });
  });

  test('that is refused leaves neither change nor trail nor receipt', async () => {
    const person = await it.as('thuybp.bt');
    const state = () =>
      it.sql(
        `
          select (select count(*)::int from trail_entry) as entries, (select count(*)::int
          from receipt) as receipts, (select password_hash from account where user_name = 'thuybp.bt') as hash`,
      );
    const before = await state();
    expect(
      await person.runRefused('changePassword', {
        currentPassword: 'wrong',
        newPassword: good.newPassword,
        idempotencyKey: randomUUID(),
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'currentPassword' });
    expect(
      await person.runRefused('changePassword', { currentPassword: samplePassword, newPassword: 'short' }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'newPassword' });
    expect(await state()).toEqual(before);
  });

  test('never writes a password or its hash into the trail', async () => {
    await leaveTrail();
    const [entry] = await it.sql(
      `select changes::text from trail_entry where verb = 'identity.changePassword' order by at desc limit 1`,
    );
    expect(entry!['changes']).not.toContain('argon2');
    expect(entry!['changes']).not.toContain(samplePassword);
  });
});

describe('receipts', () => {
  const keep = (many: number, at: Date) =>
    it.sql(
      `insert into receipt (key, actor_id, verb, input_hash, answer_id, at)
    select gen_random_uuid(), gen_random_uuid(), 'test.old', '', gen_random_uuid(), $1::timestamptz
      from generate_series(1, $2::int)`,
      at,
      many,
    );
  const kept = async () =>
    (await it.sql<{ n: number }>(`select count(*)::int as n from receipt where verb = 'test.old'`))[0]!.n;

  test('are kept for thirty days, then deleted, more than one batch of them', async () => {
    const start = it.clock.now();
    await keep(2_500, start);
    it.clock.set(new Date(start.getTime() + 30 * 86_400_000));
    await keep(7, it.clock.now());
    await it.runJob('commands.forgetReceipts');
    expect(await kept()).toBe(2_507);
    it.clock.set(new Date(start.getTime() + 30 * 86_400_000 + 1_000));
    await it.runJob('commands.forgetReceipts');
    expect(await kept()).toBe(7);
    it.clock.set(start);
  });

  test('of younger requests still answer when the job has run', async () => {
    const person = await it.as('phunb.bt');
    const input = { ...good, idempotencyKey: randomUUID() };
    const entries = () => it.sql(`select count(*)::int as n from trail_entry where verb = 'identity.changePassword'`);
    await person.run('changePassword', input);
    const before = await entries();
    await it.runJob('commands.forgetReceipts');
    expect(await person.run('changePassword', input)).toBe(true);
    expect(await entries()).toEqual(before);
    await restorePassword();
  });
});

describe('the sealed trail', () => {
  test('holds, and says so', async () => {
    await leaveTrail();
    await it.runJob('trail.seal');
    const found = await verifyChain(em(), []);
    expect(found).toMatchObject({ faults: [], unsealed: 0 });
    expect(found.sealed).toBeGreaterThan(0);
    expect(await verifyChain(em(), [found.anchor!])).toMatchObject({ faults: [] });
  });

  test('an entry that commits late is sealed with the next batch, in order of position', async () => {
    await it.runJob('trail.seal');
    await leaveTrail();
    await it.sql(
      `
        insert into trail_entry (id, at, actor_name, verb, subject_type, subject_id, changes)
        values (gen_random_uuid(), '2026-01-01', 'late', 'test.late', 'Unit', gen_random_uuid(), '[]')`,
    );
    await it.runJob('trail.seal');
    expect(await verifyChain(em(), [])).toMatchObject({ faults: [], unsealed: 0 });
  });

  test('is one chain although three processes seal at once', async () => {
    await it.sql(`insert into trail_entry (id, at, actor_name, verb, subject_type, subject_id, changes)
      select gen_random_uuid(), now() + n * interval '1 second', 'many', 'test.many', 'Unit', gen_random_uuid(), '[]'
        from generate_series(1, 1200) n`);
    await Promise.all([it.runJob('trail.seal'), it.runJob('trail.seal'), it.runJob('trail.seal')]);
    expect(await verifyChain(em(), [])).toMatchObject({ faults: [], unsealed: 0 });
  });

  test('cannot be changed or deleted through the database', async () => {
    await expect(it.sql(`update trail_entry set actor_name = 'somebody else'`)).rejects.toThrow('never changed');
    await expect(it.sql('delete from trail_entry')).rejects.toThrow('never changed');
    await expect(it.sql('truncate trail_entry')).rejects.toThrow('never changed');
  });

  test('shows an entry that was changed behind its back, one that is gone, and a cut tail', async () => {
    await leaveTrail();
    await leaveTrail();
    await it.runJob('trail.seal');
    const { anchor } = await verifyChain(em(), []);
    await it.sql('alter table trail_entry disable trigger trail_entry_stays');
    await it.sql(`update trail_entry set reason = 'forged' where position = 1`);
    expect((await verifyChain(em(), [])).faults).toEqual(['Entry 1 was changed after it was sealed.']);
    await it.sql(`update trail_entry set reason = null where position = 1`);
    // Each entry keeps its own hash when two change places: only the link to the one before shows it.
    const swap = () =>
      it.sql(
        `
          update trail_entry
          set position = case position when 2 then 3000002 when 3 then 3000003 else 5 - (position - 3000000) end
          where position in (2, 3, 3000002, 3000003)`,
      );
    await swap();
    await swap();
    expect((await verifyChain(em(), [])).faults).toContain('Entry 2 does not follow the one before it.');
    await swap();
    await swap();
    expect((await verifyChain(em(), [])).faults).toEqual([]);
    await it.sql('delete from trail_entry where position = $1', anchor!.position);
    expect((await verifyChain(em(), [])).faults).toEqual([]);
    expect((await verifyChain(em(), [anchor!])).faults).toEqual([
      `The anchor of entry ${anchor!.position} is beyond the end of the chain: its tail was cut.`,
    ]);
    const forged = { position: 2, hash: '0'.repeat(64) };
    const [second] = await it.sql<{ position: number; hash: string }>(
      'select position, hash from trail_entry where position = 2',
    );
    expect((await verifyChain(em(), [forged, second!])).faults).toEqual([
      'Entry 2 is not the one that the anchor was taken from.',
    ]);
    await it.sql('delete from trail_entry where position = 2');
    expect((await verifyChain(em(), [second!])).faults).toContain('The entry of anchor 2 is gone.');
    expect((await verifyChain(em(), [])).faults[0]).toBe('Entries 2 to 2 are missing.');
    await it.sql('alter table trail_entry enable trigger trail_entry_stays');
  });

  test('its newest place is printed under signed papers: whoever is signed in reads it, nobody else', async () => {
    for (const who of ['toantd.khcn', 'quyentm.bt']) {
      const { trailAnchor } = await (await it.as(who)).ask('{ trailAnchor { position hash } }');
      expect(trailAnchor.hash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(await it.nobody.refused('{ trailAnchor { position } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('the history of a record that the viewer may not see is NOT_FOUND', async () => {
    const person = await it.as('thuybp.bt');
    const history = 'query ($type: String!, $id: ID!) { history(subjectType: $type, subjectId: $id) { verb } }';
    expect(await person.refused(history, { type: 'Account', id: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await person.refused(history, { type: 'Person', id: 'nonsense' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
