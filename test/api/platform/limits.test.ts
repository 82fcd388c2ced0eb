import { expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();

const listsWithin = (depth: number): string =>
  depth === 1 ? 'clauses { id }' : `clauses { set { ${listsWithin(depth - 1)} } }`;

test('lists within lists multiply: four of them are refused before they are read, three are answered', async () => {
  const person = await it.as('quyentm.bt');
  expect(await person.refused(`{ clauseSets { ${listsWithin(3)} } }`)).toMatchObject({ code: 'INVALID_INPUT' });
  expect((await person.ask(`{ clauseSets { ${listsWithin(2)} } }`)).clauseSets).toHaveLength(3);
});

test.each([
  [
    'fragments in a circle',
    'query { viewer { person { ...Post } } } fragment Post on Person { posts { person { ...Post } } }',
  ],
  ['a flood of aliases', `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: viewer { userName }`).join(' ')} }`],
  ['a flood of fields', `{ viewer { ${'userName '.repeat(4_000)} } }`],
  ['a flood of directives', `{ viewer { userName ${'@include(if: true) '.repeat(100)} } }`],
  ['a depth that no screen asks for', `{ units ${'{ parent '.repeat(13)} { id } ${'}'.repeat(13)} }`],
  ['a bracket that is missing', '{ viewer {'],
  ['a field that is not there', '{ nothing }'],
  ['a subscription', 'subscription { viewer }'],
  ['a page of a million', '{ documents(first: 1000000) { nodes { id } } }'],
  ['a page of minus one', '{ documents(first: -1) { nodes { id } } }'],
])('%s is INVALID_INPUT', async (_what, query) => {
  expect(await (await it.as('quyentm.bt')).refused(query)).toMatchObject({ code: 'INVALID_INPUT' });
});

test('GraphQL is asked with POST and JSON only, one request at a time, and not endlessly', async () => {
  const { cookie } = await it.as('quyentm.bt');
  const url = `${it.server.url}/graphql`;
  const send = (body: string, type = 'application/json') =>
    fetch(url, { method: 'POST', headers: { 'content-type': type, cookie }, body });
  const query = '{ viewer { userName } }';
  expect((await send(JSON.stringify({ query }))).status).toBe(200);
  expect((await fetch(`${url}?query=${encodeURIComponent(query)}`, { headers: { cookie } })).status).toBe(404);
  // A form of another site is sent with the cookie, but never as JSON.
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    expect((await send(JSON.stringify({ query }), type)).status).toBeGreaterThanOrEqual(400);
  expect((await send(JSON.stringify([{ query }, { query }]))).status).toBe(400);
  expect((await send(JSON.stringify({ query: `${query} #${'x'.repeat(3_000_000)}` }))).status).toBe(413);
});

test.each([
  ['a NUL', 'hộ\0tịch'],
  ['half of a character', 'hộ \ud800 tịch'],
  ['a text without end', 'ử'.repeat(120_000)],
])('%s is refused with its field, before the database sees it', async (_what, search) => {
  const person = await it.as('quyentm.bt');
  const list = 'query ($search: String) { documents(search: $search) { nodes { id } } }';
  expect(await person.refused(list, { search })).toMatchObject({ code: 'INVALID_INPUT', field: 'search' });
  expect(
    await person.runRefused('changePassword', { currentPassword: search, newPassword: 'mot cau de nho' }),
  ).toMatchObject({ code: 'INVALID_INPUT', field: 'currentPassword' });
});
