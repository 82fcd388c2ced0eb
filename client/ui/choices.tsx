import { createMemo, createSignal, For, Show, splitProps, untrack, type JSX } from 'solid-js';
import { fold } from '../i18n/fold';
import { FieldGroup, useFieldInForm, type FieldProps } from './field';
import { Icon } from './icon';
import { TextInput, type Option } from './inputs';
import { toneVariables, type Tone } from './tone';
import { useUiWords } from './words';
import styles from './field.module.css';

const fieldKeys = ['label', 'hint', 'error', 'required', 'name', 'disabled', 'hideLabel'] as const;

function ChoiceText(props: { option: Option }) {
  return (
    <span>
      {props.option.label}
      <Show when={props.option.detail}>
        <span class={styles.detail}>{props.option.detail}</span>
      </Show>
    </span>
  );
}

export interface CheckboxProps {
  label: JSX.Element;
  value: boolean;
  onChange: (value: boolean) => void;
  hint?: string;
  error?: string;
  name?: string;
  disabled?: boolean;
}

/** Yes or no to one sentence. */
export function Checkbox(props: CheckboxProps) {
  useFieldInForm({
    get label() {
      return typeof props.label === 'string' ? props.label : '';
    },
    name: props.name,
  });
  return (
    <div class={styles.field} data-field={props.name}>
      <label class={styles.choice}>
        <input
          type="checkbox"
          name={props.name}
          checked={props.value}
          disabled={props.disabled}
          aria-invalid={props.error ? 'true' : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>
          {props.label}
          <Show when={props.hint}>
            <span class={styles.detail}>{props.hint}</span>
          </Show>
          <Show when={props.error}>
            <span class={styles.error}>{props.error}</span>
          </Show>
        </span>
      </label>
    </div>
  );
}

export interface RadioGroupProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
}

let groups = 0;

/** One of a few, all in sight, one below the other, with room for a second line. */
export function RadioGroup(props: RadioGroupProps) {
  const [field] = splitProps(props, fieldKeys);
  const group = `radio-${(groups += 1)}`;
  // A radio button cannot be taken back: what begins with an answer always has one.
  const isGiven = untrack(() => props.value !== '');
  return (
    <FieldGroup {...field} required={props.required || isGiven}>
      {() => (
        <div class={styles.choices}>
          <For each={props.options}>
            {(option) => (
              <label class={styles.choice}>
                <input
                  type="radio"
                  name={group}
                  value={option.value}
                  checked={option.value === props.value}
                  disabled={option.disabled}
                  onChange={() => props.onChange(option.value)}
                />
                <ChoiceText option={option} />
              </label>
            )}
          </For>
        </div>
      )}
    </FieldGroup>
  );
}

/** A choice with a tone: "Đạt" is green when chosen, "Không đạt" red. */
export interface SegmentOption extends Option {
  tone?: Tone;
}

export interface ChoiceGroupProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly SegmentOption[];
  /** Smaller, for a switch in a menu. */
  compact?: boolean;
}

/** One of two to five as big tiles, for answering on a phone. The chosen one also carries a tick. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const [field] = splitProps(props, fieldKeys);
  const group = `choice-${(groups += 1)}`;
  const isGiven = untrack(() => props.value !== '');
  return (
    <FieldGroup {...field} required={props.required || isGiven}>
      {() => (
        <div class={`${styles.segments} ${props.compact ? styles.compact : ''}`}>
          <For each={props.options}>
            {(option) => (
              <label
                class={styles.segment}
                style={
                  option.tone && {
                    '--segment-tone': toneVariables[option.tone].strong,
                    '--segment-soft': toneVariables[option.tone].soft,
                  }
                }
              >
                <input
                  type="radio"
                  name={group}
                  value={option.value}
                  checked={option.value === props.value}
                  disabled={option.disabled}
                  onChange={() => props.onChange(option.value)}
                />
                <Icon name="check" size="s" />
                <ChoiceText option={option} />
              </label>
            )}
          </For>
        </div>
      )}
    </FieldGroup>
  );
}

export interface CheckListProps extends FieldProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  options: readonly Option[];
}

/** Several of many. With more than eight there is a box that narrows them, with or without diacritics. */
export function CheckList(props: CheckListProps) {
  const t = useUiWords();
  const [field] = splitProps(props, fieldKeys);
  const [text, setText] = createSignal('');
  const shown = createMemo(() => {
    const wanted = fold(text().trim());
    return props.options.filter((option) => !wanted || fold(`${option.label} ${option.detail ?? ''}`).includes(wanted));
  });
  const toggle = (value: string, on: boolean) =>
    props.onChange(on ? [...props.value, value] : props.value.filter((each) => each !== value));
  return (
    <FieldGroup {...field} hint={props.hint ?? (props.value.length > 0 ? t.chosen(props.value.length) : undefined)}>
      {() => (
        <>
          <Show when={props.options.length > 8}>
            <TextInput
              label={t.search}
              hideLabel
              type="search"
              placeholder={t.search}
              value={text()}
              onChange={setText}
            />
          </Show>
          <div class={`${styles.choices} ${props.options.length > 8 ? styles.scroll : ''}`}>
            <For each={shown()} fallback={<p class={styles.hint}>{t.noResults}</p>}>
              {(option) => (
                <label class={styles.choice}>
                  <input
                    type="checkbox"
                    value={option.value}
                    checked={props.value.includes(option.value)}
                    disabled={option.disabled}
                    onChange={(event) => toggle(option.value, event.currentTarget.checked)}
                  />
                  <ChoiceText option={option} />
                </label>
              )}
            </For>
          </div>
        </>
      )}
    </FieldGroup>
  );
}
