import { createSignal } from 'solid-js';

/** Light, dark, or as the device says. */
export type Theme = 'light' | 'dark' | 'system';

const storageKey = 'soat.theme';

function stored(): Theme {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

const [theme, set] = createSignal<Theme>(stored());

/** The theme chosen on this device. */
export { theme };

function apply(value: Theme) {
  if (value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

/** Chooses a theme and remembers it on this device. */
export function setTheme(value: Theme): void {
  try {
    localStorage.setItem(storageKey, value);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
  apply(value);
  set(value);
}

apply(theme());
