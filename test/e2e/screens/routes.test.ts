import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { everyScreen } from '../../support/screens.js';

test('every route of the client is among the screens', async () => {
  const screens = await everyScreen();
  const client = path.resolve(import.meta.dirname, '../../../client');
  const modules = readdirSync(client)
    .map((module) => path.join(client, module, 'index.ts'))
    .filter((file) => existsSync(file));
  const routes = modules.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\{ path: '([^']+)', component/g)].map(([, route]) => route!),
  );
  const isShown = (route: string) =>
    screens.some(({ address }) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/?]+')}(\\?|$)`).test(address));
  expect(routes.length).toBeGreaterThan(40);
  expect(routes.filter((route) => !isShown(route))).toEqual(['/sign-in']);
});
