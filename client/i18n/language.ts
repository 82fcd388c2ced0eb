import { createSignal } from 'solid-js';
import { languageCodes, languageOf, languages, type Language } from '../../api/rules/languages';

export type { Language };

/** The languages to choose from, each under its own name. */
export const languageChoices = languageCodes.map((value) => ({ value, label: languages[value].name }));

const storageKey = 'soat.language';

function stored(): Language {
  try {
    return languageOf(localStorage.getItem(storageKey));
  } catch {
    return languageOf(null);
  }
}

const [language, set] = createSignal<Language>(stored());

/** The language of the interface now; reading it in a screen follows the switch. */
export { language };

/** Switches the language of the interface and remembers it on this device. */
export function setLanguage(next: Language): void {
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Private windows may refuse storage; the switch then lasts as long as the page.
  }
  document.documentElement.lang = next;
  set(next);
}

document.documentElement.lang = language();
