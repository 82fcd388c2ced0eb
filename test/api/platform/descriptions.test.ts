import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLType,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { projectFile } from '#api/platform/config.js';
import { schema } from '../../support/schema.js';

const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

/** Names that say it all, wherever they stand. */
const evident =
  'id version name nameEn fullName title titleEn code number year email phone password edges node pageInfo input sha256'.split(
    ' ',
  );

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** `round: Round`, `findings: [Finding]`, `state: AuditState`: the type says it, and has a description. */
function isNamedAfterItsType(name: string, type: GraphQLType): boolean {
  const of = getNamedType(type).name.replace(/Input$/, '');
  return [lower(of), `${lower(of)}s`].includes(name) || of.endsWith(capital(name));
}

const saysItself = (name: string, type: GraphQLType) => evident.includes(name) || isNamedAfterItsType(name, type);

/** What has no description, with the path that names it. */
function undescribed(type: GraphQLNamedType): string[] {
  const own =
    type.description || type === schema.getQueryType() || type === schema.getMutationType() ? [] : [type.name];
  if (isEnumType(type))
    return [
      ...own,
      ...type.getValues().flatMap(({ name, description }) => (description ? [] : [`${type.name}.${name}`])),
    ];
  if (isInputObjectType(type))
    return [
      ...own,
      ...Object.values(type.getFields()).flatMap((field) =>
        field.description || saysItself(field.name, field.type) ? [] : [`${type.name}.${field.name}`],
      ),
    ];
  if (!isObjectType(type)) return own;
  const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
  const fields = Object.values(type.getFields());
  return [
    ...own,
    ...fields.flatMap((field) =>
      field.description || (!isRoot && saysItself(field.name, field.type)) ? [] : [`${type.name}.${field.name}`],
    ),
    ...fields.flatMap((field) =>
      field.args.flatMap((arg) =>
        arg.description || saysItself(arg.name, arg.type) ? [] : [`${type.name}.${field.name}(${arg.name})`],
      ),
    ),
  ];
}

/** Every description, with what it is of. */
const descriptions = types.flatMap((type) => [
  [type.name, type.description ?? ''] as const,
  ...(isEnumType(type)
    ? type.getValues()
    : isInputObjectType(type) || isObjectType(type)
      ? Object.values(type.getFields())
      : []
  ).map(({ name, description }) => [`${type.name}.${name}`, description ?? ''] as const),
]);

describe('the API explains itself', () => {
  test('every type, field, argument and enum value has a description where its name does not say it', () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  test('a description is for callers: it names no source file and ends as a sentence does', () => {
    const badly = descriptions.filter(
      ([, text]) => text && (/\.(ts|mjs|tsv|md)\b|docs\/|\{@/.test(text) || !/[.:)…`]$/.test(text)),
    );
    expect(badly).toEqual([]);
  });
});

test('a sentence stands once: fields and types get their description from the docstring', () => {
  const sources = readdirSync(projectFile('api'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const written = sources.filter((name) =>
    /@(?:Field|FieldResolver|Query|Mutation|ObjectType|InputType|ArgsType)\([^;@]{0,300}?\bdescription:/.test(
      readFileSync(projectFile(`api/${name}`), 'utf8'),
    ),
  );
  expect(written).toEqual([]);
});
