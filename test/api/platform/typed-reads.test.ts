import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Person, Post, Unit } from '#api/organization/index.js';
import { alias, many, one, Reads, type ColumnOf, type PathOf } from '#api/platform/reads/index.js';
import { inForceOn } from '#api/organization/index.js';

/** The compiler is the judge of most of this file: `npm run check` fails for an error that does not come. */

test('a column is one of the entity: small letters, references with _id, names of their own', () => {
  const columns: ColumnOf<Post>[] = ['id', 'person_id', 'unit_id', 'title', 'from_date', 'to_date'];
  // @ts-expect-error the property is called so, the column is not
  columns.push('from');
  // @ts-expect-error a list has no column
  const list: ColumnOf<Person> = 'posts';
  // @ts-expect-error a typing mistake
  alias(Unit, 'u')('authorty_id');
  expect([columns.length, list]).toEqual([7, 'posts']);
});

test('a row written in SQL names its columns, and fits where they are asked for', () => {
  const post = alias(Post, 'po');
  expect(inForceOn(post, '2026-11-30')).toBeDefined();
  // @ts-expect-error a unit has no dates of its own under these names
  expect(inForceOn(alias(Unit, 'u'), '2026-11-30')).toBeDefined();
});

test('a path leads over references and lists, three of them at most', () => {
  const paths: PathOf<Post>[] = ['title', 'unit.authority.id', 'person.grants.role', 'unit.parent.authority.code'];
  // @ts-expect-error nothing of that name
  paths.push('unit.authorty.id');
  // @ts-expect-error a reference is no value
  paths.push('unit');
  expect(paths).toHaveLength(6);
});

test('both sides of a relation are typed', () => {
  const reads = new Reads<{ today: string }>();
  reads.define(Person, {
    visible: (person) => sql`${person('is_active')}`,
    fields: {
      first: one(() => Post, {
        on: (person, post) => sql`${post('person_id')} = ${person('id')}`,
        orderBy: (post) => post('from_date'),
      }),
      wrong: many(() => Unit, {
        // @ts-expect-error a unit has no such column
        on: (person, unit) => sql`${unit('person_id')} = ${person('id')}`,
      }),
      // @ts-expect-error a person has no such property
      viewerCan: { needs: ['unit.id'] },
    },
  });
  expect(reads.isGuarded(Person)).toBe(true);
});

test('bug: a later module could silently replace who sees a type, or how a field is read', () => {
  const reads = new Reads<object>();
  reads.define(Unit, {
    visible: () => sql`true`,
    restrictedFields: { latitude: () => sql`true` },
    fields: { posts: { needs: ['code'] } },
  });
  expect(() => reads.define(Unit, { visible: () => sql`false` })).toThrow('Unit: who may see it');
  expect(() => reads.define(Unit, { fields: { posts: { needs: ['name'] } } })).toThrow('Unit: how to read posts');
  expect(() => reads.define(Unit, { restrictedFields: { latitude: () => sql`false` } })).toThrow(
    'Unit: who may see latitude',
  );
  reads.define(Unit, { fields: { children: { needs: ['code'] } } });
});
