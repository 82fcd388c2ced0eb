import { expect, test } from 'vitest';
import { mutation } from '../../support/commands.js';
import { samplePassword, useServer } from '../../support/server.js';

const it = useServer();

test('two changes of a password at once are one change and one conflict, no fault of ours', async () => {
  const devices = await Promise.all([it.signIn('quyentm.bt'), it.signIn('quyentm.bt')]);
  const answers = await Promise.all(
    devices.map((device, index) =>
      device.send(mutation('changePassword'), {
        input: { currentPassword: samplePassword, newPassword: `mot cau de nho so ${index}` },
      }),
    ),
  );
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'answered');
  expect(codes).toContain('answered');
  expect(['VERSION_CONFLICT', 'UNAUTHENTICATED', 'INVALID_INPUT']).toContain(codes.find((code) => code !== 'answered'));
});

test('thirty people who give their passwords at once do not hold each other up for ever', async () => {
  const people = await Promise.all(Array.from({ length: 30 }, (_, n) => it.as(`P${String(n + 100)}`)));
  const refusals = await Promise.all(
    people.map((person) =>
      person.runRefused('changePassword', { currentPassword: 'not this one', newPassword: 'mot cau de nho khac' }),
    ),
  );
  expect(refusals.map(({ code }) => code)).toEqual(people.map(() => 'INVALID_INPUT'));
  expect((await fetch(`${it.server.url}/readyz`)).status).toBe(200);
});
