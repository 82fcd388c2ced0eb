import { createUniqueId, For, Show, type JSX } from 'solid-js';
import { OptionalFrame, OptionalActions } from './optional-frame';
import styles from './layout.module.css';

export interface PageSectionProps {
  title?: string;
  /** A sentence beneath the title. */
  lead?: JSX.Element;
  actions?: JSX.Element;
  children: JSX.Element;
  /** Without frame and background: for what brings its own, such as a table. */
  bare?: boolean;
  /** Id for links to this part of the page. */
  id?: string;
}

/** A part of a page: a card with a title. */
export function PageSection(props: PageSectionProps) {
  const id = createUniqueId();
  return (
    <section
      class={`${styles.section} ${props.bare ? styles.bare : styles.card}`}
      aria-labelledby={props.title ? id : undefined}
      id={props.id}
    >
      <Head {...props} id={id} />
      {props.children}
    </section>
  );
}

/** Title and lead to the left, actions to the right; nothing where there is neither. */
function Head(props: PageSectionProps & { id: string }) {
  const words = () => (
    <div>
      <Show when={props.title}>
        <h2 id={props.id} class={styles.title}>
          {props.title}
        </h2>
      </Show>
      <Show when={props.lead}>
        <p class={styles.lead}>{props.lead}</p>
      </Show>
    </div>
  );
  return (
    <OptionalFrame frame={(made) => <div class={styles.head}>{made()}</div>}>
      <Show when={props.title}>{words()}</Show>
      <OptionalActions class={styles.actions}>{props.actions}</OptionalActions>
    </OptionalFrame>
  );
}

/** Things below each other with even distance. */
export function Stack(props: { children: JSX.Element; gap?: 's' | 'm' | 'l' }) {
  return <div class={`${styles.stack} ${styles[`gap-${props.gap ?? 'm'}`]}`}>{props.children}</div>;
}

/** Cards side by side where there is room; `min` is the least width of one, in rem. */
export function Grid(props: { children: JSX.Element; min?: number }) {
  return (
    <div class={styles.grid} style={{ '--least': `${props.min ?? 18}rem` }}>
      {props.children}
    </div>
  );
}

/** Main column and a narrower one beside it; below it on small screens. */
export function Columns(props: { main: JSX.Element; side: JSX.Element }) {
  return (
    <div class={styles.columns}>
      <div class={styles.stack}>{props.main}</div>
      <aside class={styles.stack}>{props.side}</aside>
    </div>
  );
}

/** One fact of a record: what it is, and its value; facts without a value are left out. */
export interface Fact {
  term: string;
  value: JSX.Element;
  /** Takes the whole width: for long texts. */
  wide?: boolean;
}

/** Facts of a record. */
export function DescriptionList(props: { facts: readonly (Fact | false | null | undefined)[] }) {
  const shown = () =>
    props.facts.filter(
      (fact): fact is Fact =>
        Boolean(fact) &&
        (fact as Fact).value !== null &&
        (fact as Fact).value !== undefined &&
        (fact as Fact).value !== '',
    );
  return (
    <dl class={styles.facts}>
      <For each={shown()}>
        {(fact) => (
          <div class={fact.wide ? styles.wideFact : undefined}>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

/** Text as it was typed, with its line breaks. */
export function Prose(props: { children: JSX.Element }) {
  return <div class={styles.prose}>{props.children}</div>;
}
