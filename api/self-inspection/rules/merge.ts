import type { Answer } from './form-engine.js';

/**
 * The value of an answer as it is written down: a column for each part. A type of question whose answer is
 * neither a choice nor a number needs a part of its own here.
 */
export interface WrittenValue {
  choice: 'YES' | 'NO' | 'NA' | null;
  /** The number, or how many of the sample were good. */
  number: number | null;
  /** How many were looked at, beside `number`. */
  sample: number | null;
}

/** The value of a question that is not answered. */
export const noValue: Readonly<WrittenValue> = { choice: null, number: null, sample: null };

/** What each part says to the form engine; null for a part that only goes with another. */
const answerOf: {
  [Part in keyof WrittenValue]: ((part: NonNullable<WrittenValue[Part]>) => Answer['value']) | null;
} = {
  choice: (choice) => choice,
  number: (number) => number,
  sample: null,
};

const parts = Object.keys(noValue) as (keyof WrittenValue)[];

/** A record that has every part of a value: the compiler refuses an entity, input or fragment that lacks one. */
type WithValue<T> = T & Record<Exclude<keyof WrittenValue, keyof T>, never>;

/** Of a record the value of its answer. */
export const valueOf = <T extends Partial<WrittenValue>>(record: WithValue<T>): WrittenValue =>
  Object.fromEntries(parts.map((part) => [part, record[part] ?? null])) as unknown as WrittenValue;

/**
 * Whether a part is signed where it is not given, too. The parts of the first forms are; a part that came later
 * is not, so that signatures from before it still fit their content.
 */
const isSignedWhenMissing: Record<keyof WrittenValue, boolean> = { choice: true, number: true, sample: true };

/** Of the value of an answer what is signed. */
export const signedValue = (value: WrittenValue): Partial<WrittenValue> =>
  Object.fromEntries(
    parts.filter((part) => value[part] !== null || isSignedWhenMissing[part]).map((part) => [part, value[part]]),
  );

/** What comes with the value of an answer. */
export interface WrittenEvidence {
  note?: string | null;
  dossiers: readonly string[];
  attachmentIds: readonly string[];
}

/** An answer as it is written down and sent: a choice or a number, with its evidence. */
export interface WrittenAnswer extends WrittenValue, WrittenEvidence {}

/**
 * Whether an answer that a device sends replaces the saved one. The newest answer to a question counts, in
 * whatever order they arrive; the same answer sent again changes nothing.
 */
export function replaces(sent: { answeredAt: Date }, kept: { answeredAt: Date }): boolean {
  return sent.answeredAt > kept.answeredAt;
}

/** The answer for the form engine; undefined if there is no value, though there may be a note. */
export function toAnswer<T extends Partial<WrittenValue> & WrittenEvidence>(answer: WithValue<T>): Answer | undefined {
  const written = valueOf<T>(answer);
  const value = parts
    .map((part) => {
      const given = written[part];
      return given === null ? undefined : answerOf[part]?.(given as never);
    })
    .find((each) => each !== undefined);
  if (value === undefined) return undefined;
  const { note, dossiers, attachmentIds } = answer;
  return { value, sample: written.sample, note: note ?? null, photos: attachmentIds.length, dossiers };
}
