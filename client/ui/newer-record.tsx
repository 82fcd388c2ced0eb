import { For, onMount, Show } from 'solid-js';
import { Button } from './button';
import type { NewerField } from './newer-record-state';
import { Notice } from './notice';
import { useUiWords } from './words';

export interface NewerRecordProps {
  /** What somebody else wrote, where it can be shown by field. */
  fields: readonly NewerField[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** The record was saved elsewhere while one typed: shows what stands there now, and asks before anything is written over. */
export function NewerRecord(props: NewerRecordProps) {
  const t = useUiWords();
  let element!: HTMLDivElement;
  onMount(() => element.scrollIntoView({ block: 'center' }));
  return (
    <div ref={element}>
      <Notice
        tone="warning"
        live
        title={t.newerTitle}
        actions={
          <>
            <Button size="s" onClick={() => props.onTakeTheirs()}>
              {t.newerTake}
            </Button>
            <Button size="s" onClick={() => props.onKeepMine()}>
              {t.newerKeep}
            </Button>
          </>
        }
      >
        <p>{t.newerText}</p>
        <Show when={props.fields.length > 0}>
          <ul>
            <For each={props.fields}>
              {(field) => (
                <li>
                  <strong>{field.label}</strong>: {field.text}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Notice>
    </div>
  );
}
