import { createEffect, createSignal, on, Show, splitProps } from 'solid-js';
import { formatDate } from '../i18n/dates';
import { readDay } from '../i18n/read-day';
import { Field, inputAttributes, type FieldProps } from './field';
import { Icon } from './icon';
import { useUiWords } from './words';
import styles from './field.module.css';

export interface DateInputProps extends FieldProps {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string) => void;
  /** First day that the calendar offers. */
  min?: string;
  /** Last day that the calendar offers. */
  max?: string;
}

const fieldKeys = ['label', 'hint', 'error', 'required', 'name', 'disabled', 'hideLabel'] as const;

/**
 * A day, written as dd/MM/yyyy or chosen in the browser's calendar. The browser's own field would show
 * it in the order of the browser's language, which in an office is often mm/dd/yyyy.
 */
export function DateInput(props: DateInputProps) {
  const t = useUiWords();
  const [field] = splitProps(props, fieldKeys);
  /** What stands in the field as it was typed, until it is left as a day. */
  const [typed, setTyped] = createSignal<string>();
  const [wasLeft, setWasLeft] = createSignal(false);
  let calendar!: HTMLInputElement;
  let reported = props.value;

  const report = (value: string) => {
    reported = value;
    props.onChange(value);
  };
  const type = (text: string) => {
    setTyped(text);
    const value = readDay(text) ?? '';
    if (value !== props.value) report(value);
  };
  const fault = () => ((typed() ?? '').trim() && !readDay(typed()!) ? t.noDay : undefined);
  const leave = () => {
    setWasLeft(true);
    if (!fault()) setTyped(undefined);
  };
  const choose = (value: string) => {
    setTyped(undefined);
    report(value);
  };
  // Set from elsewhere, such as by a form that starts anew: what was typed is over.
  createEffect(
    on(
      () => props.value,
      (value) => value !== reported && (setTyped(undefined), (reported = value)),
      { defer: true },
    ),
  );

  return (
    <Field {...field} error={field.error ?? (wasLeft() ? fault() : undefined)} fault={fault()} chosen>
      {(ids) => (
        <div class={styles.withUnit}>
          <div class={`${styles.withButton} ${styles.date}`}>
            <input
              {...inputAttributes(props, ids)}
              inputmode="numeric"
              placeholder={t.dayPlaceholder}
              autocomplete="off"
              value={typed() ?? formatDate(props.value)}
              onInput={(event) => type(event.currentTarget.value)}
              onBlur={leave}
            />
            <input
              ref={calendar}
              class={styles.calendar}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              value={props.value}
              min={props.min}
              max={props.max}
              disabled={props.disabled}
              onInput={(event) => choose(event.currentTarget.value)}
            />
            <button
              type="button"
              class={styles.inside}
              aria-label={t.openCalendar}
              disabled={props.disabled}
              onClick={() => calendar.showPicker?.()}
            >
              <Icon name="calendar" />
            </button>
          </div>
          <Show when={props.value}>
            <span class={styles.hint}>{t.weekdays[new Date(`${props.value}T00:00:00Z`).getUTCDay()]}</span>
          </Show>
        </div>
      )}
    </Field>
  );
}
