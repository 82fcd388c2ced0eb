import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { uploadFile, UploadRefused } from '../graphql/upload';
import { Button, Icon, IconButton, Notice } from '../ui';
import { defineWords } from '../i18n';
import { words } from './attach-words.vi';
import styles from './attach-files.module.css';

/** Apart from the words of the frame, which every page loads. */
const useAttachWords = defineWords(words, { en: () => import('./attach-words.en') });

/** An upload as a form holds it. */
export interface AttachedFile {
  id: string;
  name: string;
}

const accepted = 'image/*,application/pdf,.docx,.xlsx';

/** The photos and papers that a record carries, in a form: each is sent as soon as it is chosen. */
export function AttachFiles(props: {
  label: string;
  value: readonly AttachedFile[];
  onChange: (files: AttachedFile[]) => void;
}) {
  const t = useAttachWords();
  const id = createUniqueId();
  const [sending, setSending] = createSignal(false);
  const [fault, setFault] = createSignal<string>();
  let input!: HTMLInputElement;

  async function add(files: readonly File[]) {
    setSending(true);
    setFault(undefined);
    try {
      let all = [...props.value];
      for (const file of files) {
        const { id: sentId, name } = await uploadFile(file);
        all = [...all.filter((each) => each.id !== sentId), { id: sentId, name }];
        props.onChange(all);
      }
    } catch (error) {
      setFault(error instanceof UploadRefused ? error.message || t.tooLarge : t.notSent);
    } finally {
      setSending(false);
      input.value = '';
    }
  }

  return (
    <div class={styles.files}>
      <p class={styles.label} id={id}>
        {props.label}
      </p>
      <p class={styles.hint}>{t.hint}</p>
      <ul class={styles.list} aria-labelledby={id}>
        <For each={props.value}>
          {(file) => (
            <li class={styles.file}>
              <Icon name="attach" size="s" />
              <span class={styles.name}>{file.name}</span>
              <IconButton
                icon="close"
                label={t.remove(file.name)}
                onClick={() => props.onChange(props.value.filter((each) => each.id !== file.id))}
              />
            </li>
          )}
        </For>
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        accept={accepted}
        hidden
        aria-hidden="true"
        tabindex="-1"
        onChange={(event) => void add([...(event.currentTarget.files ?? [])])}
      />
      <div>
        <Button icon="camera" busy={sending()} onClick={() => input.click()}>
          {t.add}
        </Button>
      </div>
      <Show when={fault()}>
        <Notice tone="danger" live>
          {fault()}
        </Notice>
      </Show>
    </div>
  );
}
