import { createEffect, on, onCleanup, untrack } from 'solid-js';

const prefix = 'soat.draft.';
/** Sixty days in milliseconds. */
const maxAgeMs = 60 * 24 * 60 * 60 * 1000;
let owner = '';

interface Draft<T> {
  at: string;
  values: T;
  /** The saved record that the values were typed over. */
  base?: Saved<T>;
}

/** A record as it was saved: its version, and its values as a form holds them. */
export interface Saved<T> {
  version: number;
  values: T;
}

/** Says whose drafts are meant: on a shared computer nobody sees what another one typed. */
export function setDraftOwner(userName: string | undefined): void {
  owner = userName ?? '';
}

/** The person whose drafts are meant; empty before somebody signs in. */
export const draftOwner = (): string => owner;

const keyOf = (key: string) => `${prefix}${owner}.${key}`;

/** The draft kept under a key, unless it is older than sixty days. */
export function loadDraft<T>(key: string): Draft<T> | undefined {
  try {
    const text = localStorage.getItem(keyOf(key));
    if (!text) return undefined;
    const draft = JSON.parse(text) as Draft<T>;
    if (Date.now() - Date.parse(draft.at) < maxAgeMs) return draft;
    localStorage.removeItem(keyOf(key));
  } catch {
    // Storage refused or unreadable: there is no draft then.
  }
  return undefined;
}

/** Keeps values under a key on this device, with the saved record that they were typed over. */
export function storeDraft<T>(key: string, values: T, base?: Saved<T>): void {
  try {
    localStorage.setItem(keyOf(key), JSON.stringify({ at: new Date().toISOString(), values, base }));
  } catch {
    // Storage full or refused: the form still warns before it is left.
  }
}

/** Removes the draft kept under a key. */
export function removeDraft(key: string): void {
  try {
    localStorage.removeItem(keyOf(key));
  } catch {
    // Nothing was kept.
  }
}

/**
 * Saves a draft a moment after each change, when the page is hidden, and when the form goes.
 * @param key under which it is kept
 * @param follow read to notice changes
 * @param draft what to keep now; undefined when nothing was typed
 */
export function useSavedDraft<T>(
  key: string,
  follow: () => unknown,
  draft: () => { values: T; base?: Saved<T> } | undefined,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    const now = untrack(draft);
    if (now) storeDraft(key, now.values, now.base);
  };
  createEffect(
    on(
      follow,
      () => {
        clearTimeout(timer);
        timer = setTimeout(save, 400);
      },
      { defer: true },
    ),
  );
  window.addEventListener('pagehide', save);
  onCleanup(() => {
    save();
    window.removeEventListener('pagehide', save);
  });
}
