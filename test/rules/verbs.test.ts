import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formerVerbs, permissions, verbs } from '../../api/access/rules/index.js';

const root = path.resolve(import.meta.dirname, '../..');
const textsIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'));

test('a former verb is no verb any more', () => {
  expect(formerVerbs.filter((verb) => verb in verbs)).toEqual([]);
});

test('every permission is needed by a verb, stated by a query or asked for by a screen', () => {
  const stated = textsIn('api').flatMap((text) => [...text.matchAll(/@Allows\('([\w.]+)'\)/g)]);
  const asked = textsIn('client').flatMap((text) => [
    ...text.matchAll(/(?:may\(viewer\(\), |grantsFor\(viewer\(\), |permission: )'([\w.]+)'/g),
  ]);
  expect(asked.length).toBeGreaterThan(10);
  const needed = new Set<string | null>([...[...stated, ...asked].map(([, name]) => name!), ...Object.values(verbs)]);
  expect(Object.keys(permissions).filter((permission) => !needed.has(permission))).toEqual([]);
});
