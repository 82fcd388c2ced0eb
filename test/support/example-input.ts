import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { randomUUID } from 'node:crypto';

/** What an example request is about. */
export interface ExampleOptions {
  /** Id of the record, for every `id` argument and field. */
  id?: string;
  /** Its version. */
  version?: number;
  /** Ids for other required fields, by their names, such as `auditId`. */
  named?: Record<string, string>;
}

/** A request for a root field, with made-up values for everything it requires. */
export interface ExampleRequest {
  query: string;
  variables: Record<string, unknown>;
}

const text = 'Nội dung thử dài hơn mười ký tự';

function scalar(name: string, path: string, { id, version, named }: ExampleOptions): unknown {
  const field = path.split('.').at(-1)!;
  if (name === 'ID') return (field === 'id' ? id : named?.[field]) ?? randomUUID();
  if (name === 'Int') return field === 'version' ? (version ?? 1) : 1;
  if (name === 'Float') return 1;
  if (name === 'Boolean') return true;
  if (name === 'Date') return '2026-12-01';
  if (name === 'DateTime') return '2026-12-01T08:00:00+07:00';
  if (name === 'JSON') return {};
  return text;
}

/** A made-up value of an input type; optional fields of inputs are left out. */
function valueOf(type: GraphQLInputType, path: string, options: ExampleOptions): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [valueOf(inner.ofType, path, options)];
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) {
    const required = Object.values(inner.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(
      required.map((field) => [field.name, valueOf(field.type, `${path}.${field.name}`, options)]),
    );
  }
  return scalar(inner.name, path, options);
}

/** A request for the field with everything required filled in, asking for as little as possible. */
export function exampleRequest(
  operation: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  options: ExampleOptions = {},
): ExampleRequest {
  const required = field.args.filter(
    (argument: GraphQLArgument) => isNonNullType(argument.type) && argument.defaultValue === undefined,
  );
  const declared = required.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = required.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const isObject = isObjectType(getNamedType(field.type));
  return {
    query: `
      ${operation} ${declared && `(${declared})`} {
        ${field.name}${passed && `(${passed})`}${isObject ? ' { __typename }' : ''} }`,
    variables: Object.fromEntries(
      required.map((argument) => [argument.name, valueOf(argument.type, argument.name, options)]),
    ),
  };
}
