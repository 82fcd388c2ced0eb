import { describe, expect, test } from 'vitest';
import { samplePassword, useServer } from '../../support/server.js';

const it = useServer();
const account = 'query ($personId: ID!) { accountOf(personId: $personId) { userName isActive isPasswordGiven } }';

const administrator = () => it.as('toantd.khcn');
const idOf = async (code: string): Promise<string> =>
  (await it.sql(`select id from person where code = $1`, code))[0]!.id;
const idBehind = async (userName: string): Promise<string> =>
  (await it.sql(`select person_id from account where user_name = $1`, userName))[0]!.person_id;
/** Somebody of the province who has no account yet. */
const newcomer = async (): Promise<string> =>
  (
    await it.sql(
      `
        select p.id from person p where p.is_active and not exists (select 1 from account a
        where a.person_id = p.id) order by p.code limit 1`,
    )
  )[0]!.id;
const accounts = () => it.sql(`select user_name, password_hash, is_active from account order by user_name`);

describe('an administrator gives an account', () => {
  test('with a password that signs in, and is in no row of the trail', async () => {
    const personId = await newcomer();
    const given = await (
      await administrator()
    ).run('giveAccount', { personId, userName: 'moi.den' }, 'userName password');
    expect(given.userName).toBe('moi.den');
    expect(await it.nobody.run('signIn', given, 'userName isPasswordGiven')).toEqual({
      userName: 'moi.den',
      isPasswordGiven: true,
    });
    expect(await (await administrator()).ask(account, { personId })).toEqual({
      accountOf: { userName: 'moi.den', isActive: true, isPasswordGiven: true },
    });
    const entries = await it.sql(
      `select actor_name, changes::text from trail_entry where verb = 'identity.giveAccount'`,
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]!.actor_name).toBe('Trần Duy Toản');
    expect(entries[0]!.changes).not.toMatch(/argon2|password_?hash/i);
  });

  test.each([
    [
      'a person who has one',
      async () => ({ personId: await idBehind('thuybp.bt'), userName: 'thuy.hai' }),
      'DUPLICATE',
    ],
    ['a name that is taken', async () => ({ personId: await newcomer(), userName: 'thuybp.bt' }), 'DUPLICATE'],
    ['a name with capitals', async () => ({ personId: await newcomer(), userName: 'ThuyBP' }), 'INVALID_INPUT'],
    ['a name that is too short', async () => ({ personId: await newcomer(), userName: 'ab' }), 'INVALID_INPUT'],
    ['nobody', async () => ({ personId: '00000000-0000-7000-8000-000000000000', userName: 'khong.ai' }), 'NOT_FOUND'],
  ])('but not for %s', async (_who, input, code) => {
    const before = await accounts();
    expect(await (await administrator()).runRefused('giveAccount', await input())).toMatchObject({ code });
    expect(await accounts()).toEqual(before);
  });
});

describe('a new password', () => {
  test('ends every session, and is changed by its owner', async () => {
    const personId = await idBehind('khoind.nt');
    const session = await it.signIn('khoind.nt');
    const given = await (await administrator()).run('resetPassword', { personId }, 'userName password');
    expect(await session.ask('{ viewer { userName } }')).toEqual({ viewer: null });
    expect(await it.nobody.runRefused('signIn', { userName: 'khoind.nt', password: samplePassword })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const again = await it.signIn('khoind.nt');
    const newPassword = 'mây trắng bay qua núi';
    await again.run('changePassword', { currentPassword: given.password, newPassword });
    expect(await again.ask('{ viewer { isPasswordGiven } }')).toEqual({ viewer: { isPasswordGiven: false } });
    expect(
      await it.sql(
        `
          select actor_name, verb from trail_entry
          where verb in ('identity.resetPassword', 'identity.changePassword') order by at`,
      ),
    ).toEqual([
      { actor_name: 'Trần Duy Toản', verb: 'identity.resetPassword' },
      { actor_name: 'Nguyễn Duy Khôi', verb: 'identity.changePassword' },
    ]);
  });

  test('signs nothing: the administrator knows it too', async () => {
    const [audit] = await it.sql(
      `
        select a.id, a.version, p.code from audit a join role_grant g on g.unit_id = a.authority_id
        and g.role = 'ISO_HEAD' join person p on p.id = g.person_id where a.state = 'REPORTED' limit 1`,
    );
    const head = await it.signIn(audit!.code);
    const personId = await idOf(audit!.code);
    const given = await (await administrator()).run('resetPassword', { personId }, 'userName password');
    const fresh = await it.signIn(audit!.code);
    expect(await head.ask('{ viewer { userName } }')).toEqual({ viewer: null });
    expect(
      await fresh.runRefused('acceptReport', {
        id: audit!.id,
        version: audit!.version,
        password: given.password,
      }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'password',
      message: expect.stringContaining('Hãy đổi mật khẩu'),
    });
    expect(await it.sql(`select state from audit where id = $1`, audit!.id)).toEqual([{ state: 'REPORTED' }]);
  });
});

describe('closing an account', () => {
  test('ends its sessions and keeps what was done; a new password opens it again', async () => {
    const personId = await idBehind('oanhpx.nt');
    const session = await it.signIn('oanhpx.nt');
    await (await administrator()).run('closeAccount', { personId, reason: 'Nghỉ hưu từ tháng này' });
    expect(await session.ask('{ viewer { userName } }')).toEqual({ viewer: null });
    expect(await it.sql(`select reason from trail_entry where verb = 'identity.closeAccount'`)).toEqual([
      { reason: 'Nghỉ hưu từ tháng này' },
    ]);
    const given = await (await administrator()).run('resetPassword', { personId }, 'userName password');
    expect(await it.nobody.run('signIn', given, 'userName')).toMatchObject({ userName: 'oanhpx.nt' });
  });

  test.each([
    [
      'one’s own',
      async () => ({ personId: await idBehind('toantd.khcn'), reason: 'Tôi muốn nghỉ việc' }),
      'INVALID_INPUT',
    ],
    ['without a reason', async () => ({ personId: await idBehind('phunb.bt'), reason: 'nghỉ' }), 'INVALID_INPUT'],
    [
      'of somebody without one',
      async () => ({ personId: await newcomer(), reason: 'Nghỉ hưu từ tháng này' }),
      'NOT_FOUND',
    ],
  ])('is refused for %s', async (_what, input, code) => {
    const before = await accounts();
    expect(await (await administrator()).runRefused('closeAccount', await input())).toMatchObject({ code });
    expect(await accounts()).toEqual(before);
  });
});

test('nobody but an administrator sees or changes accounts', async () => {
  const personId = await idBehind('phunb.bt');
  const before = await accounts();
  for (const who of ['tanmq.khcn', 'thuybp.bt', 'sangpn.nv']) {
    const person = await it.as(who);
    expect(await person.refused(account, { personId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await person.runRefused('resetPassword', { personId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await person.runRefused('closeAccount', { personId, reason: 'Không còn làm việc' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await person.runRefused('giveAccount', { personId, userName: 'them.nua' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  expect(await accounts()).toEqual(before);
});

describe('an administrator of one ward', () => {
  test('bug: any administrator could reset any password: the role reaches no further than its units', async () => {
    await it.sql(`
      insert into role_grant (id, person_id, role, unit_id, from_date, reason)
      select gen_random_uuid(), a.person_id, 'ADMINISTRATOR', u.id, '2026-01-01', 'Quản trị của phường'
      from account a, unit u where a.user_name = 'quyendk.bt' and u.code = 'LH-BT'`);
    const ofWard = await it.as('quyendk.bt');
    expect((await ofWard.ask(account, { personId: await idBehind('ngandk.bt') })).accountOf).toMatchObject({
      userName: 'ngandk.bt',
    });
    const before = await accounts();
    for (const who of ['oanhpx.nt', 'toantd.khcn', 'tanmq.khcn']) {
      const personId = await idBehind(who);
      expect(await ofWard.refused(account, { personId }), who).toMatchObject({ code: 'FORBIDDEN' });
      expect(await ofWard.runRefused('resetPassword', { personId }), who).toMatchObject({ code: 'FORBIDDEN' });
      expect(
        await ofWard.runRefused('closeAccount', { personId, reason: 'Đã chuyển công tác khỏi tỉnh' }),
        who,
      ).toMatchObject({ code: 'FORBIDDEN' });
    }
    const [stranger] = await it.sql(`
        select p.id from person p join post po on po.person_id = p.id join unit u on u.id = po.unit_id
        join unit au on au.id = u.authority_id and au.code = 'LH-NT'
      where not exists (select 1 from account a where a.person_id = p.id) limit 1`);
    expect(await ofWard.runRefused('giveAccount', { personId: stranger!.id, userName: 'nguoi.la' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await accounts()).toEqual(before);
    expect(
      await ofWard.run('resetPassword', { personId: await idBehind('ngandk.bt') }, 'userName password'),
    ).toMatchObject({
      userName: 'ngandk.bt',
    });
  });

  test('who holds no post is left to an administrator of the whole tree', async () => {
    const [{ id: personId }] = (await it.sql<{ id: string }>(
      `
        insert into person (id, code, full_name, is_active) values (gen_random_uuid(), 'P900', 'Lê Mới', true)
        returning id`,
    )) as [{ id: string }];
    expect(await it.runRefused('quyendk.bt', 'giveAccount', { personId, userName: 'le.moi' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(
      await (await administrator()).run('giveAccount', { personId, userName: 'le.moi' }, 'userName password'),
    ).toMatchObject({ userName: 'le.moi' });
  });
});
