import { batch, createEffect, createMemo, createSignal, untrack, type Accessor } from 'solid-js';
import type { Saved } from './drafts';
import type { RegisteredField } from './form-context';
import { isSame, readPath, textOf } from './values';

/** A field that somebody else changed meanwhile, and what stands there now. */
export interface NewerField {
  label: string;
  text: string;
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * Follows the record behind a form: which saved version the values were made from, and whether
 * somebody has saved a newer one meanwhile.
 * @param form.live the record as it stands on the server now; nothing for a form that makes a new one
 * @param form.base the version that an opened draft was made from
 * @param form.reset puts other values into the form
 */
export function useNewerRecord<T extends object>(form: {
  live: (() => Saved<T>) | undefined;
  base: Saved<T> | undefined;
  isDirty: Accessor<boolean>;
  reset: (values: T) => void;
  fields: Accessor<ReadonlyMap<string, RegisteredField>>;
}) {
  const live = (): Saved<T> | undefined => form.live && copy(form.live());
  const [base, setBase] = createSignal(untrack(() => form.base ?? live()));
  const newer = createMemo(() => {
    const now = live();
    return now && now.version > (base()?.version ?? now.version) ? now : undefined;
  });
  // Where nothing was typed, or nothing of this form changed, there is nothing to ask.
  createEffect(() => {
    const now = newer();
    if (!now) return;
    if (!form.isDirty()) form.reset(now.values);
    if (!form.isDirty() || isSame(now.values, base()!.values)) setBase(now);
  });
  return {
    /** The saved record that the values were made from. */
    base,
    /** The fields that somebody else changed meanwhile; undefined while nobody saved. */
    changedFields(): NewerField[] | undefined {
      const now = newer();
      return (
        now &&
        [...form.fields()]
          .filter(([path]) => !isSame(readPath(now.values, path), readPath(base()!.values, path)))
          .map(([path, field]) => ({ label: field.label(), text: textOf(readPath(now.values, path)) }))
      );
    },
    /** Goes on with what is typed, over the newer record. */
    keepMine: () => void setBase(newer()),
    /** Takes the newer record, and leaves what was typed. */
    takeTheirs: () =>
      batch(() => {
        const now = newer()!;
        form.reset(now.values);
        setBase(now);
      }),
  };
}
