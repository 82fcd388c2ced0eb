import * as v from 'valibot';
import type { InputProblem } from '../../rules/checks.js';
import { Refusal, type Wording } from '../../rules/refusal.js';

/** What one field of an input must fulfil. */
interface FieldRule {
  schema: v.GenericSchema;
  /** What is said when it does not. */
  words: Wording;
}

/** The message when a value does not fit; `each`: the rule is about every entry of a list. */
export type RuleWords = Wording & { each?: boolean };

/** Rules by input class and property, in the order in which they are checked. */
const rules = new Map<object, Map<string, FieldRule[]>>();

/**
 * A rule of a field of an input or of arguments. The first broken rule is reported. A value that is null or
 * left out is not checked here: the type of the field says whether that is allowed.
 * @param schema what the value must fulfil; its own messages are not used
 */
export function Valid(schema: v.GenericSchema, { each = false, ...words }: RuleWords): PropertyDecorator {
  return (target, property) => {
    const ofClass = rules.get(target.constructor) ?? new Map<string, FieldRule[]>();
    rules.set(target.constructor, ofClass);
    const rule = { schema: each ? v.array(schema) : schema, words };
    ofClass.set(String(property), [...(ofClass.get(String(property)) ?? []), rule]);
  };
}

/**
 * A text of an input: trimmed before it is counted.
 * @param min fewest characters; 1 means that it must not be empty
 * @param max most characters
 */
export function Text(min: number, max: number, options: { each?: boolean } = {}): PropertyDecorator {
  const words: Wording =
    min > 1
      ? { vi: `Hãy viết từ ${min} đến ${max} ký tự.`, en: `Write ${min} to ${max} characters.` }
      : {
          vi: min === 1 ? `Không được để trống, nhiều nhất ${max} ký tự.` : `Nhiều nhất ${max} ký tự.`,
          en: min === 1 ? `Must not be empty, at most ${max} characters.` : `At most ${max} characters.`,
        };
  return Valid(v.pipe(v.string(), v.maxLength(max), v.trim(), v.minLength(min)), { ...words, ...options });
}

/** A text of at most so many characters, blanks included. */
export const MaxLength = (max: number, words: RuleWords): PropertyDecorator =>
  Valid(
    v.pipe(
      v.string(),
      v.check((text) => [...text].length <= max),
    ),
    words,
  );

/** A text of that form. */
export const Matches = (pattern: RegExp, words: RuleWords): PropertyDecorator =>
  Valid(v.pipe(v.string(), v.regex(pattern)), words);

/** One of these texts. */
export const IsIn = (values: readonly string[], words: RuleWords): PropertyDecorator =>
  Valid(v.picklist(values), words);

/** UUID by RFC 9562, of any version. */
const uuid =
  /^(?:[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|0{8}(?:-0{4}){3}-0{12}|f{8}(?:-f{4}){3}-f{12})$/i;

/** An id. */
export const IsUUID = (words: RuleWords): PropertyDecorator => Valid(v.pipe(v.string(), v.regex(uuid)), words);

/** A number from here on. */
export const Min = (least: number, words: RuleWords): PropertyDecorator =>
  Valid(v.pipe(v.number(), v.minValue(least)), words);

/** A number up to here. */
export const Max = (most: number, words: RuleWords): PropertyDecorator =>
  Valid(v.pipe(v.number(), v.maxValue(most)), words);

/** A list of at least so many entries. */
export const ArrayMinSize = (least: number, words: Wording): PropertyDecorator =>
  Valid(v.pipe(v.array(v.unknown()), v.minLength(least)), words);

/** A list of at most so many entries. */
export const ArrayMaxSize = (most: number, words: Wording): PropertyDecorator =>
  Valid(v.pipe(v.array(v.unknown()), v.maxLength(most)), words);

/** A list in which nothing stands twice. */
export const ArrayUnique = (words: Wording): PropertyDecorator =>
  Valid(
    v.pipe(
      v.array(v.unknown()),
      v.check((entries) => new Set(entries).size === entries.length),
    ),
    words,
  );

const someInvalid: Wording = {
  vi: 'Có thông tin chưa đúng. Hãy xem lại các ô được đánh dấu.',
  en: 'Some of what was given is not valid. Look at the marked fields.',
};

/**
 * Checks an argument by the rules of its class and of the inputs in it.
 * @throws Refusal INVALID_INPUT on the first field at fault, such as `actions.0.dueOn`, with one entry for each
 *   field in `problems`
 */
export function validateArgument(argument: unknown): void {
  const problems = problemsIn(argument, []);
  const [first] = problems;
  if (!first) return;
  throw new Refusal('INVALID_INPUT', problems.length === 1 ? first.words : someInvalid, {
    field: first.field,
    problems,
  });
}

function problemsIn(value: unknown, path: readonly (string | number)[]): InputProblem[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => problemsIn(entry, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const ofClass = rulesOf(Object.getPrototypeOf(value) as object | null);
  return Object.entries(value).flatMap(([name, content]: [string, unknown]) => {
    if (content === null || content === undefined) return [];
    const here = [...path, name];
    const broken = ofClass.get(name)?.find(({ schema }) => !v.is(schema, content));
    return broken ? [{ field: here.join('.'), words: broken.words }] : problemsIn(content, here);
  });
}

/** The rules of an input class and of those that it extends. */
function rulesOf(prototype: object | null): ReadonlyMap<string, FieldRule[]> {
  if (prototype === null) return new Map();
  const own = rules.get(prototype.constructor) ?? [];
  return new Map([...rulesOf(Object.getPrototypeOf(prototype) as object | null), ...own]);
}
