import { createMemo, For, Show, splitProps } from 'solid-js';
import { Combobox } from './combobox';
import { Field, type FieldProps } from './field';
import { Icon } from './icon';
import type { Option } from './inputs';
import { useUiWords } from './words';
import styles from './field.module.css';

export interface SelectProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** What stands for "nothing chosen"; null leaves that out. */
  empty?: string | null;
}

const fieldKeys = ['label', 'hint', 'error', 'required', 'name', 'disabled', 'hideLabel'] as const;

/** Most options that a person reads through; more are searched. */
const maxListed = 12;

/** One of several: the native list while they are few, a {@link Combobox} to type into when there are more. */
export function Select(props: SelectProps) {
  return (
    <Show when={props.options.length > maxListed} fallback={<NativeSelect {...props} />}>
      <SearchedSelect {...props} />
    </Show>
  );
}

/** The native list, which every phone knows how to show, however long it is. */
export function NativeSelect(props: SelectProps) {
  const t = useUiWords();
  const [field] = splitProps(props, fieldKeys);
  return (
    <Field {...field} required={props.required || props.empty === null} chosen>
      {(ids) => (
        <div class={styles.select}>
          <select
            id={ids.id}
            class={styles.input}
            name={props.name}
            onChange={(event) => props.onChange(event.currentTarget.value)}
            required={props.required}
            disabled={props.disabled}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
          >
            <Show when={props.empty !== null}>
              <option value="" selected={props.value === ''}>
                {props.empty ?? t.pleaseChoose}
              </option>
            </Show>
            <For each={props.options}>
              {(option) => (
                <option value={option.value} selected={option.value === props.value} disabled={option.disabled}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <Icon name="chevron" />
        </div>
      )}
    </Field>
  );
}

function SearchedSelect(props: SelectProps) {
  const [field] = splitProps(props, fieldKeys);
  const chosen = createMemo(() => props.options.find(({ value }) => value === props.value) ?? null);
  return (
    <Combobox
      {...field}
      required={props.required || props.empty === null}
      options={props.options}
      value={chosen()}
      placeholder={props.empty ?? undefined}
      clearable={props.empty !== null}
      onChange={(option) => props.onChange(option?.value ?? '')}
    />
  );
}
