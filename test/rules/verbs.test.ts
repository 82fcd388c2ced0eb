import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formerVerbs, permissions, verbs } from '../../api/access/rules/index.js';

const api = path.resolve(import.meta.dirname, '../../api');
const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(api, file), 'utf8'));

test('a former verb is no verb any more', () => {
  expect(formerVerbs.filter((verb) => verb in verbs)).toEqual([]);
});

test('every permission is needed by a verb or stated by a query', () => {
  const stated = sources.flatMap((text) => [...text.matchAll(/@Allows\('([\w.]+)'\)/g)].map(([, name]) => name!));
  const needed = new Set([...stated, ...Object.values(verbs)]);
  expect(Object.keys(permissions).filter((permission) => !needed.has(permission))).toEqual([]);
});
