import { createSignal, createUniqueId, For, Match, onCleanup, Show, Switch, type JSX } from 'solid-js';
import { Button } from './button';
import { CheckList } from './choices';
import { Combobox } from './combobox';
import { DateInput } from './date-input';
import type { Filters, FilterValues } from './filters';
import { Icon } from './icon';
import type { Option } from './inputs';
import { Select } from './select';
import { useUiWords } from './words';
import fieldStyles from './field.module.css';
import styles from './filter-bar.module.css';

/** One thing to filter by. */
export interface FilterField {
  /** Name of the filter in `useFilters`. */
  name: string;
  label: string;
  /** `select` gives one text, `find` one of many found by typing, `several` a list, `date` a `YYYY-MM-DD`. */
  kind?: 'select' | 'find' | 'several' | 'date';
  options?: readonly Option[];
}

export interface FilterBarProps<F extends FilterValues> {
  filters: Filters<F>;
  /** Name of the filter that the search box fills; no box when left out. */
  search?: keyof F & string;
  searchLabel?: string;
  fields?: readonly FilterField[];
}

/** A search box, a few filters and chips that say which are set. On a phone the filters fold away. */
export function FilterBar<F extends FilterValues>(props: FilterBarProps<F>) {
  const t = useUiWords();
  const panel = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const valueOf = (name: string) => props.filters.values[name] ?? '';
  const set = (name: string, value: string | string[]) => props.filters.set({ [name]: value } as Partial<F>);
  const fields = () => props.fields ?? [];
  const active = () =>
    fields().flatMap((field) => {
      const value = valueOf(field.name);
      const list = Array.isArray(value) ? value : value ? [value] : [];
      return list.map((each) => ({
        label: `${field.label}: ${field.options?.find((option) => option.value === each)?.label.trim() ?? each}`,
        remove: () => set(field.name, Array.isArray(value) ? value.filter((other) => other !== each) : ''),
      }));
    });
  return (
    <div class={styles.bar} data-print="no" role="search">
      <div class={styles.line}>
        <Show when={props.search}>
          {(name) => (
            <SearchBox
              label={props.searchLabel ?? t.search}
              value={String(valueOf(name()))}
              onSearch={(text) => props.filters.set({ [name()]: text } as Partial<F>, { replace: true })}
            />
          )}
        </Show>
        <Show when={fields().length > 0}>
          <Button
            class={styles.toggle}
            icon="filter"
            aria-expanded={open()}
            aria-controls={panel}
            onClick={() => setOpen(!open())}
          >
            {active().length > 0 ? `${t.filter} (${active().length})` : t.filter}
          </Button>
          <div id={panel} class={`${styles.fields} ${open() ? styles.open : ''}`}>
            <For each={fields()}>
              {(field) => (
                <FilterInput field={field} value={valueOf(field.name)} onChange={(value) => set(field.name, value)} />
              )}
            </For>
          </div>
        </Show>
      </div>
      <Show when={active().length > 0}>
        <ul class={styles.chips}>
          <For each={active()}>
            {(chip) => (
              <li>
                <button
                  type="button"
                  class={styles.chip}
                  aria-label={t.removeFilter(chip.label)}
                  onClick={() => chip.remove()}
                >
                  {chip.label}
                  <Icon name="close" size="s" />
                </button>
              </li>
            )}
          </For>
          <li>
            <Button look="quiet" size="s" onClick={() => props.filters.reset()}>
              {t.clearFilters}
            </Button>
          </li>
        </ul>
      </Show>
    </div>
  );
}

function FilterInput(props: {
  field: FilterField;
  value: string | readonly string[];
  onChange: (value: string | string[]) => void;
}) {
  const t = useUiWords();
  const options = () => props.field.options ?? [];
  const text = () => String(props.value);
  const chosen = () =>
    [props.value]
      .flat()
      .filter(Boolean)
      .map(
        (each) =>
          options()
            .find(({ value }) => value === each)
            ?.label.trim() ?? each,
      )
      .join(', ') || t.all;
  return (
    <Switch
      fallback={
        <Select label={props.field.label} empty={t.all} options={options()} value={text()} onChange={props.onChange} />
      }
    >
      <Match when={props.field.kind === 'find'}>
        <Combobox
          label={props.field.label}
          placeholder={t.all}
          options={options()}
          value={options().find(({ value }) => value === text()) ?? null}
          onChange={(option) => props.onChange(option?.value ?? '')}
        />
      </Match>
      <Match when={props.field.kind === 'date'}>
        <DateInput label={props.field.label} value={text()} onChange={props.onChange} />
      </Match>
      <Match when={props.field.kind === 'several'}>
        <Foldout label={props.field.label} chosen={chosen()}>
          <CheckList
            label={props.field.label}
            hideLabel
            options={options()}
            value={[props.value].flat().filter(Boolean)}
            onChange={props.onChange}
          />
        </Foldout>
      </Match>
    </Switch>
  );
}

/** A small panel under a button that says what is chosen; closes on Escape and on a tap beside it. */
function Foldout(props: { label: string; chosen: string; children: JSX.Element }) {
  const id = createUniqueId();
  let element!: HTMLDetailsElement;
  const close = (event: Event) => !element.contains(event.target as Node) && (element.open = false);
  document.addEventListener('pointerdown', close);
  onCleanup(() => document.removeEventListener('pointerdown', close));
  return (
    <div class={fieldStyles.field}>
      <span id={`${id}-label`} class={styles.name}>
        {props.label}
      </span>
      <details
        ref={element}
        class={styles.several}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !element.open) return;
          element.open = false;
          element.querySelector('summary')?.focus();
        }}
      >
        <summary aria-labelledby={`${id}-label ${id}-chosen`}>
          <span id={`${id}-chosen`} class={styles.chosen}>
            {props.chosen}
          </span>
          <Icon name="chevron" />
        </summary>
        <div class={styles.panel}>{props.children}</div>
      </details>
    </div>
  );
}

/** A box that searches as one types, after a short pause, and at once on Enter. */
export function SearchBox(props: { label: string; value: string; onSearch: (text: string) => void }) {
  const id = createUniqueId();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const search = (text: string, wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => text.trim() !== props.value && props.onSearch(text.trim()), wait);
  };
  return (
    <div class={styles.search}>
      <label for={id} class="visually-hidden">
        {props.label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        type="search"
        value={props.value}
        placeholder={props.label}
        autocomplete="off"
        enterkeyhint="search"
        onInput={(event) => search(event.currentTarget.value, 350)}
        onKeyDown={(event) => event.key === 'Enter' && search(event.currentTarget.value, 0)}
      />
    </div>
  );
}
