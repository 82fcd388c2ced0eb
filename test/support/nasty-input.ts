import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { randomUUID } from 'node:crypto';

/** A request with one value in it that no screen of ours would send. */
export interface NastyRequest {
  query: string;
  variables: Record<string, unknown>;
  /** Where the value stands and what it is, for the message of a failing test. */
  about: string;
}

/** Values that have broken programs before, by the scalar they are written as. */
const nasty: Record<string, unknown[]> = {
  String: [
    '',
    ' \t ',
    'a\u0000b',
    '\u0007\u001b[2J',
    '\ud800',
    `'; drop table person; --`,
    '%_\\%',
    'ử'.repeat(120_000),
  ],
  ID: [
    '',
    'nonsense',
    '\u0000',
    '00000000-0000-0000-0000-000000000000',
    randomUUID().toUpperCase(),
    'f'.repeat(100_000),
  ],
  Int: [0, -1, 2_147_483_647, -2_147_483_648],
  Float: [-1, 1e308, 5e-324],
  Date: ['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-31'],
  DateTime: ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
};

const plain: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2026-12-01',
  DateTime: '2026-12-01T08:00:00+07:00',
  String: 'Nội dung thử dài hơn mười ký tự',
};
/** More entries than any list of ours takes. */
const tooMany = 10_000;

/** An ordinary value of an input type with every field filled in, optional ones too. */
function ordinary(type: GraphQLInputType, name: string, record: { id: string; version: number }): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [ordinary(inner.ofType, name, record)];
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter((field) => field.name !== 'idempotencyKey');
    return Object.fromEntries(fields.map((field) => [field.name, ordinary(field.type, field.name, record)]));
  }
  if (inner.name === 'ID') return name === 'id' ? record.id : randomUUID();
  if (name === 'version') return record.version;
  return plain[inner.name];
}

/** The same value with one nasty one in its place, for every place and every nasty value. */
function* spoiled(type: GraphQLInputType, whole: unknown, path: string): Generator<{ value: unknown; about: string }> {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const [entry] = whole as unknown[];
    for (const { value, about } of spoiled(inner.ofType, entry, `${path}.0`)) yield { value: [value], about };
    yield { value: Array.from({ length: tooMany }, () => entry), about: `${path} with ${tooMany} entries` };
    yield { value: [], about: `${path} empty` };
    yield { value: [entry, entry], about: `${path} twice the same` };
  } else if (isInputObjectType(inner)) {
    const fields = whole as Record<string, unknown>;
    for (const [name, given] of Object.entries(fields)) {
      for (const { value, about } of spoiled(inner.getFields()[name]!.type, given, `${path}.${name}`))
        yield { value: { ...fields, [name]: value }, about };
    }
  } else {
    for (const value of nasty[getNamedType(inner).name] ?? [])
      yield { value, about: `${path} = ${JSON.stringify(value).slice(0, 40)}` };
  }
}

/** Requests for a root field, each with one nasty value among ordinary ones. */
export function* nastyRequests(
  operation: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  record: { id: string; version: number },
): Generator<NastyRequest> {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const isObject = isObjectType(getNamedType(field.type));
  const query = `
    ${operation} ${declared && `(${declared})`} {
      ${field.name}${passed && `(${passed})`}${isObject ? ' { __typename }' : ''} }`;
  const variables = Object.fromEntries(
    field.args.map((argument) => [
      argument.name,
      argument.name === 'after' ? null : ordinary(argument.type, argument.name, record),
    ]),
  );
  yield { query, variables, about: `${field.name} with ordinary values` };
  for (const argument of field.args) {
    const whole = argument.name === 'after' ? cursorOf('x', 'y') : variables[argument.name];
    for (const { value, about } of spoiled(argument.type, whole, argument.name))
      yield { query, variables: { ...variables, [argument.name]: value }, about: `${field.name}: ${about}` };
    if (argument.name !== 'after') continue;
    for (const value of [
      cursorOf('nonsense', randomUUID()),
      cursorOf('2026-11-21', 'nonsense'),
      cursorOf('99999999999', randomUUID()),
      cursorOf('a\u0000', randomUUID()),
    ]) {
      yield { query, variables: { ...variables, after: value }, about: `${field.name}: forged cursor` };
    }
  }
}

const cursorOf = (value: string, id: string) => Buffer.from(JSON.stringify([value, id])).toString('base64');
