import { registerEnumType } from 'type-graphql';
import type { Lifecycle } from '../../rules/lifecycle.js';

/** An enum of the schema: each value under its own name. */
export type EnumOf<Value extends string> = { readonly [V in Value]: V };

/** The values of an enum: `ValueOf<typeof AuditActs>`. */
export type ValueOf<Enum> = Enum[keyof Enum];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function register<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): EnumOf<Value> {
  const names = Object.keys(values) as Value[];
  const enumOf = Object.fromEntries(names.map((value) => [value, value])) as EnumOf<Value>;
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType(enumOf, { name, description, valuesConfig: valuesConfig as never });
  return enumOf;
}

/**
 * The states of a lifecycle as an enum of the schema. Its descriptions are the lifecycle's own words:
 * what a state is called, what happens next and who must act.
 * @param name of the enum in the schema, such as `AuditState`
 */
export function stateEnum<State extends string>(
  {
    thing,
    initial,
    open,
    states,
    words,
  }: Pick<Lifecycle<State, string, string>, 'thing' | 'initial' | 'open' | 'states' | 'words'>,
  name: string,
): EnumOf<State> {
  const ends = states.filter((state) => !open.includes(state));
  const described = states.map((state) => [state, `${words[state].label.en}. ${words[state].whatNext.en}`]);
  return register(
    name,
    `State of ${thing.en}. It begins as ${initial}; nothing follows ${ends.join(', ')}.`,
    Object.fromEntries(described) as Record<State, string>,
  );
}

/**
 * What `viewerCan` of a record may contain, as an enum of the schema: the events of its lifecycle, with the
 * names that the trail uses, and other acts.
 * @param name of the enum in the schema, such as `AuditAct`
 * @param others further acts, each with its description
 */
export function actEnum<Event extends string, Other extends string = never>(
  name: string,
  { thing, events, verbs }: Pick<Lifecycle<string, Event, never>, 'thing' | 'events' | 'verbs'>,
  others: Readonly<Record<Other, string>> = {} as Record<Other, string>,
): EnumOf<Event | Other> {
  const described = events.map((event) => [event, `${capital(verbs[event].en)}.`]);
  return register(name, `What a viewer may do with ${thing.en}.`, {
    ...(Object.fromEntries(described) as Record<Event, string>),
    ...others,
  });
}

/**
 * What `viewerCan` of a record without a lifecycle may contain.
 * @param thing what the record is called in the middle of a sentence
 */
export const plainActEnum = <Act extends string>(
  name: string,
  thing: string,
  acts: Readonly<Record<Act, string>>,
): EnumOf<Act> => register(name, `What a viewer may do with ${thing}.`, acts);
