import { createEffect, createMemo, createSignal, For, on, onCleanup, Show, splitProps } from 'solid-js';
import { fold } from '../i18n/fold';
import { Field, type FieldProps } from './field';
import { Icon } from './icon';
import type { Option } from './inputs';
import { placeUnder } from './place';
import { useUiWords } from './words';
import fieldStyles from './field.module.css';
import styles from './combobox.module.css';

export interface ComboboxProps extends FieldProps {
  /** The chosen option, or null. */
  value: Option | null;
  onChange: (value: Option | null) => void;
  /** All there is, where it is not much: searched here, with or without diacritics. */
  options?: readonly Option[];
  /** Asks for what fits the text, where there is much; called a moment after typing. */
  search?: (text: string) => Promise<readonly Option[]>;
  placeholder?: string;
  /** Something is always chosen: it can be changed, not taken away. */
  clearable?: boolean;
}

/** Most options that are shown; who wants another types. */
const maxShown = 200;

/** What stands in the box: a name without the spaces that set it in beneath another. */
const nameOf = (option: Option | null) => option?.label.trim() ?? '';

/**
 * Choosing one of many by typing: people, units, procedures, clauses. The pattern "editable combobox with
 * list autocomplete" of the WAI-ARIA Authoring Practices: the focus stays in the input, `aria-activedescendant`
 * names the marked option, and the first that fits is marked while one types. Why it is our own: docs/decisions/010.
 */
export function Combobox(props: ComboboxProps) {
  const t = useUiWords();
  const [field] = splitProps(props, ['label', 'hint', 'error', 'required', 'name', 'disabled', 'hideLabel'] as const);
  const [text, setText] = createSignal('');
  const [open, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(0);
  const [found, setFound] = createSignal<readonly Option[]>([]);
  const [searching, setSearching] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  let input!: HTMLInputElement;
  let list!: HTMLDivElement;
  let release: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  createEffect(
    on(
      () => props.value,
      (value) => setText(nameOf(value)),
    ),
  );

  const typed = () => (props.value && text() === nameOf(props.value) ? '' : text().trim());
  const shown = createMemo<readonly Option[]>(() => {
    if (props.search) return found();
    const wanted = fold(typed()).split(/\s+/);
    return (props.options ?? [])
      .filter((option) => wanted.every((word) => fold(`${option.label} ${option.detail ?? ''}`).includes(word)))
      .slice(0, maxShown);
  });

  function ask(wait: number) {
    if (!props.search) return;
    clearTimeout(timer);
    setSearching(true);
    const request = (asked += 1);
    timer = setTimeout(() => {
      props.search!(typed()).then(
        (options) => request === asked && (setFound(options), setFailed(false), setSearching(false), setActive(0)),
        () => request === asked && (setFound([]), setFailed(true), setSearching(false)),
      );
    }, wait);
  }

  function show() {
    if (open() || props.disabled) return;
    setOpen(true);
    setActive(
      Math.max(
        0,
        shown().findIndex(({ value }) => value === props.value?.value),
      ),
    );
    list.showPopover();
    release = placeUnder(input, list, { atLeastAsWide: true });
    showActive();
    ask(0);
  }
  function showActive() {
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }
  function hide() {
    if (!open()) return;
    setOpen(false);
    release?.();
    if (list.isConnected) list.hidePopover();
  }
  function choose(option: Option | undefined) {
    if (!option || option.disabled) return;
    props.onChange(option);
    setText(nameOf(option));
    hide();
  }
  onCleanup(() => {
    release?.();
    clearTimeout(timer);
  });

  function move(to: number) {
    const count = shown().length;
    if (count === 0) return;
    setActive((to + count) % count);
    showActive();
  }
  function onKeyDown(event: KeyboardEvent) {
    const keys: Record<string, () => void> = {
      ArrowDown: () => (open() ? move(active() + 1) : show()),
      ArrowUp: () => (open() ? move(active() - 1) : show()),
      Enter: () => choose(shown()[active()]),
      Escape: () => (hide(), setText(nameOf(props.value))),
    };
    const act = keys[event.key];
    if (!act || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && !open())) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  function onBlur() {
    hide();
    if (text().trim() === '' && props.value && props.clearable !== false) props.onChange(null);
    else setText(nameOf(props.value));
  }

  return (
    <Field {...field} chosen>
      {(ids) => (
        <div class={styles.box}>
          <input
            ref={input}
            id={ids.id}
            class={fieldStyles.input}
            type="text"
            role="combobox"
            name={props.name}
            value={text()}
            placeholder={props.placeholder ?? t.typeToSearch}
            disabled={props.disabled}
            required={props.required}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
            aria-expanded={open()}
            aria-controls={`${ids.id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={open() && shown().length > 0 ? `${ids.id}-${active()}` : undefined}
            autocomplete="off"
            onInput={(event) => {
              setText(event.currentTarget.value);
              setActive(0);
              show();
              ask(250);
            }}
            onClick={show}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
          />
          <Show
            when={props.value && !props.disabled && props.clearable !== false}
            fallback={<Icon name="chevron" class={styles.mark} />}
          >
            <button
              type="button"
              class={fieldStyles.inside}
              aria-label={t.clear}
              onClick={() => {
                props.onChange(null);
                setText('');
                input.focus();
              }}
            >
              <Icon name="close" size="s" />
            </button>
          </Show>
          <div
            ref={list}
            id={`${ids.id}-list`}
            popover="manual"
            role="listbox"
            aria-label={t.choices}
            class={styles.list}
            onMouseDown={(event) => event.preventDefault()}
          >
            <For each={open() ? shown() : []}>
              {(option, at) => (
                <div
                  id={`${ids.id}-${at()}`}
                  role="option"
                  class={styles.option}
                  aria-selected={at() === active()}
                  aria-disabled={option.disabled}
                  onMouseMove={() => setActive(at())}
                  onClick={() => choose(option)}
                >
                  <span>{option.label}</span>
                  <Show when={option.detail}>
                    <span class={styles.detail}>{option.detail}</span>
                  </Show>
                </div>
              )}
            </For>
            <Show when={open() && (searching() || shown().length === 0)}>
              <div class={styles.empty} role="option" aria-disabled="true" aria-selected="false">
                {searching() ? t.searching : failed() ? t.tryAgain : t.noResults}
              </div>
            </Show>
          </div>
          <span class="visually-hidden" role="status">
            {open() && !searching() ? t.results(shown().length) : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
