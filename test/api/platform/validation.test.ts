import { expect, test } from 'vitest';
import { ArrayMaxSize, IsUUID, Matches, Min, Text, validateArgument } from '#api/platform/graphql/validation.js';
import { Refusal } from '#api/rules/refusal.js';

class Entry {
  code?: string;
  count?: number | null;
}
class Base {
  key?: string;
}
class Input extends Base {
  title?: string;
  ids?: string[];
  entries?: Entry[];
}
Text(1, 40)(Entry.prototype, 'code');
Matches(/^[a-z]+$/, { vi: 'Chỉ gồm chữ thường.', en: 'Small letters only.' })(Entry.prototype, 'code');
Min(1, { vi: 'Ít nhất 1.', en: 'At least 1.' })(Entry.prototype, 'count');
IsUUID({ vi: 'Mã phải là UUID.', en: 'The id must be a UUID.' })(Base.prototype, 'key');
Text(3, 10)(Input.prototype, 'title');
IsUUID({ each: true, vi: 'Mã phải là UUID.', en: 'The id must be a UUID.' })(Input.prototype, 'ids');
ArrayMaxSize(2, { vi: 'Nhiều nhất 2 mục.', en: 'At most 2 entries.' })(Input.prototype, 'entries');

const entry = (values: Entry) => Object.assign(new Entry(), values);
const refusalOf = (values: Input): Refusal | null => {
  try {
    validateArgument(Object.assign(new Input(), values));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
const problemsOf = (values: Input) =>
  refusalOf(values)?.detail.problems?.map(({ field, words }) => `${field}: ${words.en}`) ?? [];

test('what fits passes, and so do scalars, null and what was left out', () => {
  const id = '0192f5c8-7b1e-7d3a-9c4e-2b6f0a1d8e57';
  expect(refusalOf({ title: ' ba chữ ', ids: [id], entries: [entry({ code: 'a', count: null })] })).toBeNull();
  expect(refusalOf({})).toBeNull();
  for (const scalar of ['text', 7, null, undefined, new Date(0)]) expect(validateArgument(scalar)).toBeUndefined();
});

test('one fault is reported in its own words, in both languages', () => {
  expect(refusalOf({ title: '  ab  ' })).toMatchObject({
    code: 'INVALID_INPUT',
    words: { vi: 'Hãy viết từ 3 đến 10 ký tự.', en: 'Write 3 to 10 characters.' },
    detail: { field: 'title' },
  });
});

test('every field at fault is reported once, by its path: nested entries too, own fields before inherited ones', () => {
  const faults = { title: '', ids: ['x'], entries: [entry({ code: 'ok' }), entry({ code: '', count: 0 })], key: 'x' };
  expect(problemsOf(faults)).toEqual([
    'title: Write 3 to 10 characters.',
    'ids: The id must be a UUID.',
    'entries.1.code: Must not be empty, at most 40 characters.',
    'entries.1.count: At least 1.',
    'key: The id must be a UUID.',
  ]);
  expect(refusalOf(faults)?.words.en).toBe('Some of what was given is not valid. Look at the marked fields.');
});

test('a list that is too long is reported, not what is in it', () => {
  expect(problemsOf({ entries: [1, 2, 3].map(() => entry({ code: '' })) })).toEqual(['entries: At most 2 entries.']);
});

test('bug: both languages of a message travelled in one string, parted by a control character', () => {
  const refusal = refusalOf({ title: '', ids: ['x'] })!;
  const sentences = [refusal.words, ...refusal.detail.problems!.map(({ words }) => words)].flatMap(({ vi, en }) => [
    vi,
    en,
  ]);
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  expect(sentences.filter((text) => /[\u0000-\u001f]/.test(text))).toEqual([]);
});
