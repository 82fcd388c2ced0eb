import { Length, ValidateBy, type ValidationError, type ValidationOptions } from 'class-validator';
import type { Words } from '../../rules/refusal.js';

/** Both languages of a message travel through class-validator as one string. */
const separator = '\u001f';

/** The message of a validation decorator, in both languages. */
export const say = (vi: string, en: string): { message: string } => ({ message: vi + separator + en });

/**
 * A text of an input: trimmed before it is counted.
 * @param min fewest characters; 1 means that it must not be empty
 * @param max most characters
 */
export function Text(min: number, max: number, options: ValidationOptions = {}): PropertyDecorator {
  const message =
    min > 1
      ? say(`Hãy viết từ ${min} đến ${max} ký tự.`, `Write ${min} to ${max} characters.`)
      : say(
          min === 1 ? `Không được để trống, nhiều nhất ${max} ký tự.` : `Nhiều nhất ${max} ký tự.`,
          min === 1 ? `Must not be empty, at most ${max} characters.` : `At most ${max} characters.`,
        );
  return ValidateBy(
    {
      name: 'text',
      validator: {
        validate: (value) => typeof value === 'string' && value.trim().length >= min && value.length <= max,
      },
    },
    { ...message, ...options },
  );
}

export { Length };

/** What is wrong with one field. */
export interface FieldProblem {
  field: string;
  words: Words;
}

/** Flattens class-validator's tree into one line a field, `actions.0.dueOn`. */
export function problemsOf(errors: ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).map((message) => {
      const [vi = message, en] = message.split(separator);
      return { field, words: en === undefined ? unknownWords : { vi, en } };
    });
    return [...own.slice(0, 1), ...problemsOf(error.children ?? [], field)];
  });
}

const unknownWords: Words = { vi: 'Giá trị không hợp lệ.', en: 'This value is not valid.' };
