import { createSignal } from 'solid-js';
import type { Language } from '../../api/rules/refusal';

export type { Language };

const storageKey = 'soat.language';

function stored(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
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
