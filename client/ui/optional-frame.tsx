import { children, Show, type JSX } from 'solid-js';

/**
 * Puts a frame around what a caller gives, and nothing where it gives nothing. It is made once:
 * reading a prop with elements twice would make them, and their dialogs and commands, twice.
 */
export function OptionalFrame(props: { children: JSX.Element; frame: (content: () => JSX.Element) => JSX.Element }) {
  const made = children(() => props.children);
  const isThere = () =>
    made.toArray().some((each) => each !== undefined && each !== null && typeof each !== 'boolean' && each !== '');
  return <Show when={isThere()}>{props.frame(made)}</Show>;
}

/** The buttons of a heading or a card, which paper leaves out; nothing where there are none. */
export function OptionalActions(props: { class: string | undefined; children: JSX.Element }) {
  return (
    <OptionalFrame
      frame={(actions) => (
        <div class={props.class} data-print="no">
          {actions()}
        </div>
      )}
    >
      {props.children}
    </OptionalFrame>
  );
}
