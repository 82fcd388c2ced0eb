import { describe, expect, test } from 'vitest';
import { mutation } from '../../support/commands.js';
import { samplePassword, useServer } from '../../support/server.js';

const it = useServer();
const viewer = '{ viewer { userName } }';
const signIn = mutation('signIn', 'userName');

describe('a session', () => {
  test('its cookie is http-only, bound to this site, and kept for twelve hours by whatever clock the browser has', async () => {
    const response = await fetch(`${it.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: signIn, variables: { input: { userName: 'datpv.nt', password: samplePassword } } }),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^soat_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(
      await it.sql(`select count(*)::int as n from session where token_hash = $1`, 'never the token itself'),
    ).toEqual([{ n: 0 }]);
  });

  test('ends with signing out, here only', async () => {
    const [here, elsewhere] = [await it.signIn('khoind.nt'), await it.signIn('khoind.nt')];
    await here.run('signOut', {});
    expect(await here.ask(viewer)).toEqual({ viewer: null });
    expect(await elsewhere.ask(viewer)).toEqual({ viewer: { userName: 'khoind.nt' } });
    expect(await it.sql(`select actor_name from trail_entry where verb = 'identity.signOut'`)).toEqual([
      { actor_name: 'Nguyễn Duy Khôi' },
    ]);
  });

  test('ends everywhere when asked to', async () => {
    const [here, elsewhere] = [await it.signIn('lienhp.nt'), await it.signIn('lienhp.nt')];
    await here.run('signOutEverywhere', {});
    expect(await elsewhere.ask(viewer)).toEqual({ viewer: null });
  });

  test('ends after twelve hours', async () => {
    await it.nobody.run('signIn', { userName: 'vietnd.nt', password: samplePassword });
    const [session] = await it.sql(
      `
        select expires_at - started_at = interval '12 hours' as ok from session where user_agent <> 'test'
        order by id desc limit 1`,
    );
    expect(session).toEqual({ ok: true });
  });

  test('ends when the account is closed', async () => {
    const person = await it.signIn('oanhpx.nt');
    await it.sql(`update account set is_active = false where user_name = 'oanhpx.nt'`);
    expect(await person.ask(viewer)).toEqual({ viewer: null });
  });
});

describe('changing the password', () => {
  const newPassword = 'mưa rơi trên mái ngói';

  test('ends every other session, and only the new one signs in', async () => {
    const [here, elsewhere] = [await it.signIn('chinm.sk'), await it.signIn('chinm.sk')];
    await here.run('changePassword', { currentPassword: samplePassword, newPassword });
    expect(await here.ask(viewer)).toEqual({ viewer: { userName: 'chinm.sk' } });
    expect(await elsewhere.ask(viewer)).toEqual({ viewer: null });
    expect(await it.nobody.runRefused('signIn', { userName: 'chinm.sk', password: samplePassword })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(
      await it.nobody.ask(signIn, { input: { userName: 'chinm.sk', password: newPassword.normalize('NFD') } }),
    ).toEqual({ signIn: { userName: 'chinm.sk' } });
  });

  test.each([
    ['too short', 'ngắn quá'],
    ['the old one', samplePassword],
    ['holding the user name', 'phongnd.sk-2026-mùa-thu'],
  ])('refuses a new one that is %s', async (_what, chosen) => {
    const person = await it.as('phongnd.sk');
    expect(
      await person.runRefused('changePassword', { currentPassword: samplePassword, newPassword: chosen }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'newPassword' });
  });
});
