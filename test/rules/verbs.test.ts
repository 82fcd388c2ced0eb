import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formerVerbs, permissions, taskKinds, verbs } from '../../api/access/rules/index.js';

const api = path.resolve(import.meta.dirname, '../../api');
const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(api, file), 'utf8') }));

/** Verbs that are written where tasks are made: `'document.submit'` in SQL, or an event of a lifecycle. */
const inTasks = sources.filter(({ file }) => /(^|\/)tasks\.ts$/.test(file));

test('a former verb is no verb any more', () => {
  expect(formerVerbs.filter((verb) => verb in verbs)).toEqual([]);
});

test('every permission is needed by a verb or stated by a query', () => {
  const stated = sources.flatMap(({ text }) => [...text.matchAll(/@Allows\('([\w.]+)'\)/g)].map(([, name]) => name!));
  const needed = new Set([...stated, ...Object.values(verbs)]);
  expect(Object.keys(permissions).filter((permission) => !needed.has(permission))).toEqual([]);
});

test('My work names kinds of tasks of the catalogue and no others', () => {
  const modules = [...new Set(taskKinds.map((kind) => kind.split('.')[0]!))].join('|');
  const written = new RegExp(`'((?:${modules})\\.[a-zA-Z]+)'`, 'g');
  const named = new Set(inTasks.flatMap(({ text }) => [...text.matchAll(written)].map(([, kind]) => kind!)));
  // Nonconformities write an event of their lifecycle; the module goes before it.
  const nonconformities = inTasks.find(({ file }) => file.startsWith('nonconformities'))!.text;
  for (const [table, module] of [
    ['taskRules: TaskRule', 'nonconformity'],
    ['actionTaskRules: ActionTaskRule', 'correctiveAction'],
  ] as const) {
    const from = nonconformities.indexOf(`const ${table}`);
    const rules = nonconformities.slice(from, nonconformities.indexOf('\n];', from));
    for (const [, event] of rules.matchAll(/event: '(\w+)'/g)) named.add(`${module}.${event!}`);
  }
  expect([...named].toSorted()).toEqual([...taskKinds].toSorted());
});
