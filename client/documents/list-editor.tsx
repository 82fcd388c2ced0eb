import { For, type JSX } from 'solid-js';
import { Button, IconButton } from '../ui';
import { moveEntry } from './step-editing';
import { useDocumentWords } from './words';
import styles from './edit.module.css';

export interface ListEditorProps<T extends object> {
  entries: readonly T[];
  onChange: (entries: T[]) => void;
  /** A new entry. */
  fresh: () => T;
  /** The fields of an entry; the index follows when it is moved. */
  row: (index: () => number, entry: T) => JSX.Element;
  /** Where the order says nothing, entries are not moved. */
  fixedOrder?: boolean;
}

/** A list of small entries that can be added, moved and removed. */
export function ListEditor<T extends object>(props: ListEditorProps<T>) {
  const t = useDocumentWords();
  return (
    <div class={styles.entries}>
      <For each={props.entries}>
        {(entry, index) => (
          <div class={styles.entry}>
            <div class={styles.fields}>{props.row(index, entry)}</div>
            <div class={styles.tools}>
              {!props.fixedOrder && (
                <>
                  <IconButton
                    icon="up"
                    label={t.moveUp(t.row(index() + 1))}
                    disabled={index() === 0}
                    onClick={() => props.onChange(moveEntry(props.entries, index(), -1))}
                  />
                  <IconButton
                    icon="down"
                    label={t.moveDown(t.row(index() + 1))}
                    disabled={index() === props.entries.length - 1}
                    onClick={() => props.onChange(moveEntry(props.entries, index(), 1))}
                  />
                </>
              )}
              <IconButton
                icon="trash"
                label={t.remove(t.row(index() + 1))}
                onClick={() => props.onChange(props.entries.filter((each) => each !== entry))}
              />
            </div>
          </div>
        )}
      </For>
      <div>
        <Button icon="plus" size="s" onClick={() => props.onChange([...props.entries, props.fresh()])}>
          {t.add}
        </Button>
      </div>
    </div>
  );
}
