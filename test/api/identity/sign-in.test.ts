import { describe, expect, test } from 'vitest';
import { samplePassword, useServer } from '../../support/server.js';

const it = useServer();

describe('signing in', () => {
  test('the head of a ward signs in and reads for which unit', async () => {
    const viewer = await it.nobody.run(
      'signIn',
      { userName: ' ThuyBP.bt ', password: samplePassword },
      'userName person { fullName } authority { name } roles',
    );
    expect(viewer).toEqual({
      userName: 'thuybp.bt',
      person: { fullName: 'Bùi Phương Thủy' },
      authority: { name: 'Phường Bạch Trúc' },
      roles: ['ISO_HEAD', 'UNIT_HEAD'],
    });
    expect(await it.sql(`select verb, actor_name from trail_entry where verb = 'identity.signIn'`)).toEqual([
      { verb: 'identity.signIn', actor_name: 'Bùi Phương Thủy' },
    ]);
  });

  test('a wrong password and an unknown name get the same words, and no session', async () => {
    const before = await it.sql('select count(*)::int as n from session');
    const wrong = await it.nobody.runRefused('signIn', { userName: 'phunb.bt', password: 'not the password' });
    const unknown = await it.nobody.runRefused('signIn', { userName: 'nobody.bt', password: 'not the password' });
    expect(wrong).toEqual({ code: 'INVALID_INPUT', field: 'password', message: unknown.message });
    expect(await it.sql('select count(*)::int as n from session')).toEqual(before);
  });

  test('five wrong passwords lead to a pause, even for the right one', async () => {
    for (let attempt = 0; attempt < 6; attempt++)
      await it.nobody.runRefused('signIn', { userName: 'lepn.bt', password: 'guess' });
    expect(await it.nobody.runRefused('signIn', { userName: 'lepn.bt', password: samplePassword })).toMatchObject({
      code: 'RATE_LIMITED',
    });
    expect(await it.nobody.runRefused('signIn', { userName: 'nobody.at.all', password: 'x' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('guesses that are sent all at once are counted one by one', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        it.nobody.runRefused('signIn', { userName: 'hangtp.ds', password: `guess ${n}` }),
      ),
    );
    expect(guesses.filter(({ code }) => code === 'INVALID_INPUT')).toHaveLength(5);
    expect(guesses.filter(({ code }) => code === 'RATE_LIMITED')).toHaveLength(25);
  });

  test('a right password clears what was guessed before, and does not count for the address', async () => {
    for (let attempt = 0; attempt < 4; attempt++)
      await it.nobody.runRefused('signIn', { userName: 'quandh.ds', password: 'guess' });
    const addressBefore = await it.sql(`select points from rate_limit where key like 'address:%'`);
    await it.nobody.run('signIn', { userName: 'quandh.ds', password: samplePassword });
    expect(await it.sql(`select points from rate_limit where key = 'name:quandh.ds'`)).toEqual([]);
    expect(await it.sql(`select points from rate_limit where key like 'address:%'`)).toEqual(addressBefore);
  });

  test('counters of guesses are forgotten when their time is over', async () => {
    await it.sql(`insert into rate_limit (key, points, expire) values ('name:nobody.ever', 1, 1000)`);
    await it.nobody.run('signIn', { userName: 'quandh.ds', password: samplePassword });
    expect(await it.sql(`select 1 from rate_limit where key = 'name:nobody.ever'`)).toEqual([]);
  });

  test('a request without a session is UNAUTHENTICATED', async () => {
    expect(await it.nobody.refused('{ units { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await it.nobody.ask('{ viewer { userName } }')).toEqual({ viewer: null });
  });
});
