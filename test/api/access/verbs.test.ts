import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { allTaskKinds, kindsOfTasks, permissionExtension, verbExtension, verbs, type Verb } from '#api/access/index.js';
import { verbsOfCommands } from '#api/commands/index.js';
import { buildSchema } from '#api/server.js';

/** Verbs that people ask for without a mutation, and why. */
const withoutMutation: Partial<Record<Verb, string>> = {
  'attachment.upload': 'files come over HTTP, one after the other',
};
/** Verbs without a command of their own, and why. */
const withoutCommand: Partial<Record<Verb, string>> = {
  'identity.signIn': 'nobody is signed in yet, and a command has a person',
};

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema();
});

const api = path.resolve(import.meta.dirname, '../../../api');

/** What the first group of the pattern finds in the files of the API. */
const writtenIn = (isRead: (file: string) => boolean, pattern: RegExp): string[] =>
  readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter(isRead)
    .flatMap((file) => [...readFileSync(path.join(api, file), 'utf8').matchAll(pattern)])
    .map(([, found]) => found!);

const mutations = () => Object.values(schema.getMutationType()!.getFields());

test('every mutation performs a verb, and needs its permission', () => {
  const wrong = mutations().filter(({ extensions }) => {
    const verb = extensions[verbExtension] as Verb | undefined;
    return verb === undefined || verbs[verb] !== extensions[permissionExtension];
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('every verb of a person is performed by one mutation', () => {
  const performed = mutations().map(({ extensions }) => extensions[verbExtension] as Verb);
  const asked = (Object.keys(verbs) as Verb[]).filter((verb) => verbs[verb] !== null && !(verb in withoutMutation));
  expect(performed.toSorted()).toEqual(asked.toSorted());
});

test('every verb is fired: by a command, or in an entry that follows from another verb', () => {
  const following = writtenIn((file) => file.endsWith('.ts') && !file.startsWith('demo'), /verb: '([\w.]+)'/g);
  const fired = new Set<string>([...verbsOfCommands(), ...following]);
  expect(Object.keys(verbs).filter((verb) => !fired.has(verb))).toEqual([]);
  const commands = verbsOfCommands();
  const personal = (Object.keys(verbs) as Verb[]).filter((verb) => verbs[verb] !== null && !(verb in withoutCommand));
  expect(personal.filter((verb) => !commands.has(verb))).toEqual([]);
});

test('My work names the kinds of tasks of the catalogue and no others', () => {
  const modules = [...new Set(allTaskKinds.map((kind) => kind.split('.')[0]!))].join('|');
  const written = writtenIn((file) => file.endsWith('/tasks.ts'), new RegExp(`'((?:${modules})\\.[a-zA-Z]+)'`, 'g'));
  expect([...new Set([...kindsOfTasks(), ...written])].toSorted()).toEqual([...allTaskKinds].toSorted());
});
