import { createEffect, createSignal, Show, splitProps, type JSX } from 'solid-js';
import { Field, inputAttributes, type FieldProps } from './field';
import { Icon } from './icon';
import { useUiWords } from './words';
import styles from './field.module.css';

const fieldKeys = ['label', 'hint', 'error', 'required', 'name', 'disabled', 'hideLabel'] as const;

export interface TextInputProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  autocomplete?: string;
  inputmode?: JSX.InputHTMLAttributes<HTMLInputElement>['inputmode'];
  maxLength?: number;
  placeholder?: string;
  autofocus?: boolean;
  /** Narrower than the column, where the answer is short: width in characters. */
  width?: number;
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const [field] = splitProps(props, fieldKeys);
  return (
    <Field {...field}>
      {(ids) => (
        <input
          {...inputAttributes(props, ids)}
          type={props.type ?? 'text'}
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          autocomplete={props.autocomplete ?? 'off'}
          inputmode={props.inputmode}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          autofocus={props.autofocus}
          style={props.width ? { 'max-width': `${props.width + 3}ch` } : undefined}
        />
      )}
    </Field>
  );
}

export interface PasswordInputProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  autocomplete: 'current-password' | 'new-password';
  autofocus?: boolean;
}

/** A password, with a button that shows it: long passwords are typed on phones. */
export function PasswordInput(props: PasswordInputProps) {
  const t = useUiWords();
  const [shown, setShown] = createSignal(false);
  const [field] = splitProps(props, fieldKeys);
  return (
    <Field {...field}>
      {(ids) => (
        <div class={styles.withButton}>
          <input
            {...inputAttributes(props, ids)}
            type={shown() ? 'text' : 'password'}
            value={props.value}
            onInput={(event) => props.onChange(event.currentTarget.value)}
            autocomplete={props.autocomplete}
            autocapitalize="off"
            spellcheck={false}
            autofocus={props.autofocus}
          />
          <button
            type="button"
            class={styles.inside}
            aria-pressed={shown()}
            aria-label={shown() ? t.hidePassword : t.showPassword}
            onClick={() => setShown(!shown())}
          >
            <Icon name={shown() ? 'eye-off' : 'eye'} />
          </button>
        </div>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Lines shown when empty. */
  rows?: number;
  /** Also shows how many characters are left. */
  maxLength?: number;
  placeholder?: string;
}

/** Several lines of text; grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const t = useUiWords();
  const [field] = splitProps(props, fieldKeys);
  let area!: HTMLTextAreaElement;
  createEffect(() => {
    void props.value;
    area.style.height = 'auto';
    if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + 2}px`;
  });
  return (
    <Field
      {...field}
      extra={
        <Show when={props.maxLength}>
          {(max) => (
            <p class={styles.hint} aria-hidden="true">
              {t.characters(props.value.length, max())}
            </p>
          )}
        </Show>
      }
    >
      {(ids) => (
        <textarea
          {...inputAttributes(props, ids)}
          ref={area}
          rows={props.rows ?? 3}
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
        />
      )}
    </Field>
  );
}

export interface NumberInputProps extends FieldProps {
  /** null while empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Said after the number: "ngày", "%". */
  unit?: string;
}

/** A number; a comma is read as the decimal mark, as in Vietnamese. */
export function NumberInput(props: NumberInputProps) {
  const [field] = splitProps(props, fieldKeys);
  const shown = () => (props.value === null ? '' : String(props.value).replace('.', ','));
  function read(text: string) {
    const value = Number(text.trim().replace(',', '.'));
    if (text.trim() === '') props.onChange(null);
    else if (Number.isFinite(value))
      props.onChange(Math.min(props.max ?? Infinity, Math.max(props.min ?? -Infinity, value)));
  }
  return (
    <Field {...field}>
      {(ids) => (
        <div class={styles.withUnit}>
          <input
            {...inputAttributes(props, ids)}
            type="text"
            inputmode={props.step !== undefined && props.step < 1 ? 'decimal' : 'numeric'}
            value={shown()}
            onChange={(event) => {
              read(event.currentTarget.value);
              event.currentTarget.value = shown();
            }}
            autocomplete="off"
          />
          <Show when={props.unit}>
            <span>{props.unit}</span>
          </Show>
        </div>
      )}
    </Field>
  );
}

/** One of several things to choose from. */
export interface Option {
  value: string;
  label: string;
  /** A second line: the unit of a person, the code of a document. */
  detail?: string;
  disabled?: boolean;
}
