import { createSignal } from 'solid-js';
import type { Wording } from '../../api/rules/refusal';
import { language, type Language } from './language';

/**
 * Makes the words of a module. Vietnamese comes with the screen; another language is fetched when first
 * asked for, and Vietnamese stands until it is there.
 *
 * @param vi the source: `words.vi.ts`
 * @param others for each other language how to fetch it: `{ en: () => import('./words.en') }`. Its `words`
 *   satisfy the type of `vi`
 * @returns `useWords`; what it gives follows the language switch wherever it is read in JSX:
 *   `const t = useWords(); <h1>{t.title}</h1>`
 */
export function defineWords<W extends object>(
  vi: W,
  others: Readonly<Record<Exclude<Language, 'vi'>, () => Promise<{ words: W }>>>,
): () => W {
  const [fetched, setFetched] = createSignal<Partial<Record<Language, W>>>({ vi });
  const asked = new Set<Language>();
  const current = (): W => {
    const now = language();
    if (now !== 'vi' && !asked.has(now)) {
      asked.add(now);
      others[now]().then(
        ({ words }) => setFetched((before) => ({ ...before, [now]: words })),
        () => asked.delete(now),
      );
    }
    return fetched()[now] ?? vi;
  };
  const words = new Proxy(vi, { get: (_, key) => Reflect.get(current(), key) as unknown });
  return () => words;
}

/** The words for a code that the server sent; undefined where the table has none for it. */
export function wordsFor<W>(table: Readonly<Record<string, W>>, code: string): W | undefined {
  return table[code];
}

/** The sentence of `api/rules` in the language of the interface: `said(lifecycle.words[state].label)`. */
export function said(words: Wording): string {
  return words[language()];
}
