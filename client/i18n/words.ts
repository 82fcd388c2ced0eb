import { createSignal } from 'solid-js';
import { language } from './language';

/**
 * Makes the words of a module. Vietnamese comes with the screen; English is fetched when first asked
 * for, and Vietnamese stands until it is there.
 *
 * @param vi the source: `words.vi.ts`
 * @param loadEn `() => import('./words.en')`, whose `words` satisfy the type of `vi`
 * @returns `useWords`; what it gives follows the language switch wherever it is read in JSX:
 *   `const t = useWords(); <h1>{t.title}</h1>`
 */
export function defineWords<W extends object>(vi: W, loadEn: () => Promise<{ words: W }>): () => W {
  const [en, setEn] = createSignal<W>();
  let asked = false;
  const current = (): W => {
    if (language() === 'vi') return vi;
    if (!asked) {
      asked = true;
      loadEn().then(
        (module) => setEn(() => module.words),
        () => (asked = false),
      );
    }
    return en() ?? vi;
  };
  const words = new Proxy(vi, { get: (_, key) => Reflect.get(current(), key) as unknown });
  return () => words;
}

/** The words for a code that the server sent; undefined where the table has none for it. */
export function wordsFor<W>(table: Readonly<Record<string, W>>, code: string): W | undefined {
  return table[code];
}

/** One of the two sentences of `api/rules`: `said(lifecycle.words[state].label)`. Follows the switch. */
export function said(words: { vi: string; en: string }): string {
  return words[language()];
}
