import { createMemo, createSignal } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { Refusal } from '../refusal';
import { loadDraft, removeDraft, useSavedDraft, type Saved } from './drafts';
import type { RegisteredField } from './form-context';
import { useNewerRecord, type NewerField } from './newer-record-state';
import { isEmpty, readPath } from './values';
import { useUiWords } from './words';

/** What {@link FormState.bind} gives to an input: spread it into the widget. */
export interface FieldBinding<Value> {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
}

/** A field at fault, for the summary above the form. */
export interface FieldFault {
  name: string;
  label: string;
  message: string;
}

/** The checks of a form: path of the value → what is wrong with it, or nothing. */
export type Checks<T> = (values: T) => Record<string, string | false | null | undefined>;

export interface FormOptions<T> {
  /** What the form starts with. */
  initial: T;
  /** Checks beyond "required", which the inputs' own `required` covers. */
  check?: Checks<T>;
  /**
   * Keeps what is typed on this device under this key until it is sent, such as `respond:<id>`.
   * Never use it in a form with a password.
   */
  draft?: string;
  /**
   * The record as it stands on the server now, for a form that changes one. The form keeps the version
   * it was made from ({@link FormState.version}); when somebody saves meanwhile, `Form` shows what
   * changed and asks, so that a newer text is never written over unseen.
   */
  live?: () => Saved<T>;
}

/** The state of a form: what is typed, what is wrong, whether anything is unsent. */
export interface FormState<T extends object> {
  /** The values now; reading a property follows it. */
  readonly values: T;
  /** Ties an input to a value: `{...form.bind('dueOn')}`; a path reaches into lists: `bind<string>('actions.0.text')`. */
  bind<K extends keyof T & string>(path: K): FieldBinding<T[K]>;
  bind<Value>(path: string): FieldBinding<Value>;
  /** Sets a value from code. */
  set<K extends keyof T>(key: K, value: T[K]): void;
  /** The version of the record that these values were made from: what a command is to be sent with. */
  readonly version: number;
  /** Something was typed that is not sent yet. */
  readonly dirty: boolean;
  /** The draft that was opened again: when it was kept, or undefined. */
  readonly restoredAt: string | undefined;
  /** Everything that is wrong now, in the order of the page; empty when it may be sent. */
  faults(): FieldFault[];
  /** What is wrong with one value, once the person has tried to send or the server has refused. */
  errorOf(path: string): string | undefined;
  /** After it was sent: nothing is unsent any more, the draft goes. */
  saved(): void;
  /** Back to the start, or to other values; the draft goes. */
  reset(values?: T): void;
  /** Used by `Form`. */
  readonly parts: {
    register(name: string, field: RegisteredField): () => void;
    attempt(): void;
    refuse(refusal: Refusal | undefined): void;
    has(path: string): boolean;
    hasDraft: boolean;
    /** What was saved meanwhile, field by field; undefined while nothing was. */
    newer(): NewerField[] | undefined;
    /** Goes on with what is typed, over the newer record. */
    keepMine(): void;
    /** Takes the newer record, and leaves what was typed. */
    takeTheirs(): void;
  };
}

/** Makes the state of a form; give it to `<Form form={…}>`. Call it in a component. */
export function createForm<T extends object>(options: FormOptions<T>): FormState<T> {
  const t = useUiWords();
  const kept = options.draft ? loadDraft<T>(options.draft) : undefined;
  const fresh = (values: T): T => structuredClone(unwrap(values));
  const [values, setValues] = createStore<T>({ ...fresh(options.initial), ...kept?.values });
  const [restoredAt, setRestoredAt] = createSignal(kept?.at);
  const [dirty, setDirty] = createSignal(kept !== undefined);
  const [attempted, setAttempted] = createSignal(false);
  const [refused, setRefused] = createSignal<{ refusal: Refusal; changed: Set<string> }>();
  const [fields, setFields] = createSignal<ReadonlyMap<string, RegisteredField>>(new Map());

  const checked = createMemo(() => options.check?.(values) ?? {});
  const ownError = (path: string): string | undefined => {
    const field = fields().get(path);
    const value = readPath(values, path);
    const message = field?.fault() || checked()[path];
    if (message) return message;
    if (!field?.required() || !isEmpty(value)) return undefined;
    return field.chosen ? t.choose(field.label()) : t.fillIn(field.label());
  };
  const errorOf = (path: string): string | undefined => {
    const fromServer = refused();
    if (fromServer && !fromServer.changed.has(path)) {
      const message = fromServer.refusal.fieldError(path);
      if (message) return message;
    }
    return attempted() ? ownError(path) : undefined;
  };

  function change(path: string, value: unknown) {
    const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    (setValues as (...args: unknown[]) => void)(...keys, value);
    setDirty(true);
    const fromServer = refused();
    if (fromServer) setRefused({ refusal: fromServer.refusal, changed: new Set([...fromServer.changed, path]) });
  }

  function forgetDraft() {
    if (options.draft) removeDraft(options.draft);
    setRestoredAt(undefined);
    setDirty(false);
  }

  function reset(next?: T) {
    setValues(fresh(next ?? options.initial) as never);
    setAttempted(false);
    setRefused(undefined);
    forgetDraft();
  }

  const record = useNewerRecord<T>({
    live: options.live,
    base: kept?.base,
    isDirty: dirty,
    reset,
    fields,
  });
  if (options.draft) {
    useSavedDraft(
      options.draft,
      () => JSON.stringify(values),
      () => (dirty() ? { values: unwrap(values), base: record.base() } : undefined),
    );
  }

  return {
    values,
    get version() {
      return record.base()?.version ?? 0;
    },
    bind: (path: string) => ({
      name: path,
      get value() {
        return readPath(values, path) as never;
      },
      onChange: (value: unknown) => change(path, value),
      get error() {
        return errorOf(path);
      },
    }),
    set: (key, value) => change(String(key), value),
    get dirty() {
      return dirty();
    },
    get restoredAt() {
      return restoredAt();
    },
    faults() {
      const paths = new Set([...fields().keys(), ...Object.keys(checked())]);
      return [...paths].flatMap((name) => {
        const message = ownError(name);
        return message ? [{ name, label: fields().get(name)?.label() ?? '', message }] : [];
      });
    },
    errorOf,
    saved: forgetDraft,
    reset,
    parts: {
      register(name, field) {
        setFields((known) => new Map(known).set(name, field));
        return () =>
          setFields((known) => {
            const rest = new Map(known);
            if (rest.get(name) === field) rest.delete(name);
            return rest;
          });
      },
      attempt: () => setAttempted(true),
      refuse: (refusal) => setRefused(refusal && { refusal, changed: new Set<string>() }),
      has: (path) => fields().has(path),
      hasDraft: options.draft !== undefined,
      newer: record.changedFields,
      keepMine: record.keepMine,
      takeTheirs: record.takeTheirs,
    },
  } as FormState<T>;
}
