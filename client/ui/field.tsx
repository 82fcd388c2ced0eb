import { createUniqueId, onCleanup, Show, useContext, type JSX } from 'solid-js';
import { FormContext } from './form-context';
import { Icon } from './icon';
import { useUiWords } from './words';
import styles from './field.module.css';

/** What every input of a form takes, besides its value. */
export interface FieldProps {
  label: string;
  /** One sentence that says what to write, before anything is wrong. */
  hint?: JSX.Element;
  /** What is wrong and what to do; comes from `form.bind()` inside a form. */
  error?: string;
  /** What is typed and cannot be taken as a value: the form around it is not sent. */
  fault?: string;
  required?: boolean;
  /** Path of the value in the form; `form.bind()` gives it. */
  name?: string;
  disabled?: boolean;
  /** Keeps the label for those who listen, where the place already says it. */
  hideLabel?: boolean;
}

/** Ids that tie an input to its label, hint and error. */
export interface FieldIds {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

/** What a native input takes from its field; spread it into the element. */
export const inputAttributes = (props: FieldProps, ids: FieldIds) => ({
  class: styles.input,
  get id() {
    return ids.id;
  },
  get name() {
    return props.name;
  },
  get required() {
    return props.required;
  },
  get disabled() {
    return props.disabled;
  },
  get 'aria-invalid'() {
    return ids.invalid;
  },
  get 'aria-describedby'() {
    return ids.describedBy;
  },
});

/**
 * Registers with the form around it which values are wanted, and by what name the error summary calls them.
 * @returns whether a field that is not required is marked: most of what a form asks for is required
 */
export function useFieldInForm(props: FieldProps, chosen = false): boolean {
  const form = useContext(FormContext);
  if (!form || !props.name) return false;
  onCleanup(
    form.register(props.name, {
      label: () => props.label,
      required: () => Boolean(props.required && !props.disabled),
      fault: () => props.fault,
      chosen,
    }),
  );
  return !form.allOptional;
}

function useIds(props: FieldProps): FieldIds {
  const id = createUniqueId();
  return {
    id,
    get describedBy() {
      return [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
    },
    get invalid() {
      return Boolean(props.error);
    },
  };
}

/** The name of a field, and that it may be left out. */
function LabelText(props: { field: FieldProps; inForm: boolean }) {
  const t = useUiWords();
  return (
    <>
      {props.field.label}
      <Show when={props.inForm && !props.field.required && !props.field.disabled}>
        <span class={styles.optional}> ({t.optional})</span>
      </Show>
    </>
  );
}

function Hint(props: { field: FieldProps; ids: FieldIds }) {
  return (
    <Show when={props.field.hint}>
      <p id={`${props.ids.id}-hint`} class={styles.hint}>
        {props.field.hint}
      </p>
    </Show>
  );
}

/** Label, hint and error around one input. The inputs below use it; use it yourself only for a new kind of input. */
export function Field(
  props: FieldProps & { children: (ids: FieldIds) => JSX.Element; extra?: JSX.Element; chosen?: boolean },
) {
  const ids = useIds(props);
  const inForm = useFieldInForm(props, props.chosen);
  return (
    <div class={styles.field} data-field={props.name}>
      <label for={ids.id} class={props.hideLabel ? 'visually-hidden' : styles.label}>
        <LabelText field={props} inForm={inForm} />
      </label>
      <Hint field={props} ids={ids} />
      {props.children(ids)}
      {props.extra}
      <FieldError id={`${ids.id}-error`} error={props.error} />
    </div>
  );
}

/** A group of choices with one label: a `fieldset`. */
export function FieldGroup(props: FieldProps & { children: (ids: FieldIds) => JSX.Element; class?: string }) {
  const ids = useIds(props);
  const inForm = useFieldInForm(props, true);
  return (
    <fieldset
      class={`${styles.field} ${props.class ?? ''}`}
      data-field={props.name}
      aria-describedby={ids.describedBy}
      disabled={props.disabled}
    >
      <legend class={props.hideLabel ? 'visually-hidden' : styles.label}>
        <LabelText field={props} inForm={inForm} />
      </legend>
      <Hint field={props} ids={ids} />
      {props.children(ids)}
      <FieldError id={`${ids.id}-error`} error={props.error} />
    </fieldset>
  );
}

function FieldError(props: { id: string; error?: string }) {
  return (
    <Show when={props.error}>
      <p id={props.id} class={styles.error}>
        <Icon name="danger" size="s" />
        <span>{props.error}</span>
      </p>
    </Show>
  );
}
