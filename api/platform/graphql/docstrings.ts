import { readFileSync } from 'node:fs';
import { getMetadataStorage } from 'type-graphql';

/** What the docstrings of one class or enum say, read from the sources when the API was built. */
interface Docstrings {
  text?: string;
  members: Record<string, string>;
}

interface AllDocstrings {
  classes: Record<string, Docstrings>;
  enums: Record<string, Docstrings>;
}

const read = (): AllDocstrings =>
  JSON.parse(readFileSync(new URL('../../docstrings.json', import.meta.url), 'utf8')) as AllDocstrings;

/** The description of an input: it names the commands that take it. */
function inputOf(input: Function): string | undefined {
  const { mutations, params } = getMetadataStorage();
  const commands = mutations.filter(({ target, methodName }) =>
    params.some(
      (param) =>
        param.kind === 'arg' && param.target === target && param.methodName === methodName && param.getType() === input,
    ),
  );
  const names = commands.map(({ schemaName }) => `\`${schemaName}\``).toSorted();
  return names.length > 0 ? `Input of ${names.join(', ')}.` : undefined;
}

/**
 * Gives every type, field, argument and enum of the schema that has no description the docstring of
 * the class, property, method or constant that declares it. To be called before the schema is built.
 */
export function describeByDocstrings(): void {
  const { classes, enums } = read();
  const storage = getMetadataStorage();
  for (const type of [...storage.objectTypes, ...storage.inputTypes, ...storage.interfaceTypes])
    describe(type, classes[type.target.name]?.text);
  for (const field of storage.fields) describe(field, classes[field.target.name]?.members[field.name]);
  for (const method of [...storage.queries, ...storage.mutations, ...storage.fieldResolvers])
    describe(method, classes[method.target.name]?.members[method.methodName]);
  for (const type of storage.inputTypes) describe(type, inputOf(type.target));
  for (const each of storage.enums) {
    describe(each, enums[each.name]?.text);
    for (const [value, text] of Object.entries(enums[each.name]?.members ?? {}))
      each.valuesConfig = { ...each.valuesConfig, [value]: { description: text, ...each.valuesConfig[value] } };
  }
}

function describe(item: { description?: string | undefined }, text: string | undefined): void {
  if (item.description === undefined && text !== undefined) item.description = text;
}
