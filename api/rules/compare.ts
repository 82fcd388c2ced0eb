import type { Wording } from './refusal.js';

/** One difference between two revisions. */
export interface ContentChange {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** Part of the paper, such as `SCOPE` or `STEPS`. */
  part: string;
  /** Title of the part. */
  title: Wording;
  /** The entry in it that differs, such as `B3`; null when the part is one text. */
  entry: string | null;
  /** The old content, in words; null if it is new. */
  before: string | null;
  /** The new content; null if it was removed. */
  after: string | null;
}

/** A list whose entries are compared one by one. */
export interface ComparedList<T> {
  part: string;
  title: Wording;
  /** The key by which an entry is recognised in both revisions. */
  key: (entry: T) => string;
  /** The entry in words; two entries with the same words are equal. */
  words: (entry: T) => string;
}

/** Differences of one text; blank counts as nothing. */
export function compareText(
  part: string,
  title: Wording,
  before: string | null | undefined,
  after: string | null | undefined,
): ContentChange[] {
  const was = before?.trim() || null;
  const is = after?.trim() || null;
  if (was === is) return [];
  return [
    {
      kind: was === null ? 'ADDED' : is === null ? 'REMOVED' : 'CHANGED',
      part,
      title,
      entry: null,
      before: was,
      after: is,
    },
  ];
}

/** Differences of a list: removed entries at their old place, new and changed ones in the new order. */
export function compareLists<T>(
  { part, title, key, words }: ComparedList<T>,
  before: readonly T[],
  after: readonly T[],
): ContentChange[] {
  const was = new Map(before.map((entry) => [key(entry), words(entry)]));
  const is = new Map(after.map((entry) => [key(entry), words(entry)]));
  const removed = [...was]
    .filter(([entry]) => !is.has(entry))
    .map(([entry, text]) => ({ kind: 'REMOVED' as const, part, title, entry, before: text, after: null }));
  const others = [...is].flatMap(([entry, text]): ContentChange[] => {
    const old = was.get(entry) ?? null;
    return old === text
      ? []
      : [{ kind: old === null ? 'ADDED' : 'CHANGED', part, title, entry, before: old, after: text }];
  });
  return [...removed, ...others];
}
