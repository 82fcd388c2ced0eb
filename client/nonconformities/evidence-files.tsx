import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { Button, Icon, IconButton, Notice } from '../ui';
import { useNonconformityWords } from './words';
import styles from './evidence-files.module.css';

/** An upload that shows what was done. */
export interface EvidenceFile {
  id: string;
  name: string;
}

const accepted = 'image/*,application/pdf,.docx,.xlsx';
const largest = 15 * 1024 * 1024;

/** Photos and papers as evidence: each is sent as soon as it is chosen. */
export function EvidenceFiles(props: { value: readonly EvidenceFile[]; onChange: (files: EvidenceFile[]) => void }) {
  const t = useNonconformityWords();
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
        const sent = await upload(file, t.fileTooLarge);
        all = [...all.filter((each) => each.id !== sent.id), sent];
        props.onChange(all);
      }
    } catch (error) {
      setFault(error instanceof UploadFault ? error.message : t.fileNotSent);
    } finally {
      setSending(false);
      input.value = '';
    }
  }

  return (
    <div class={styles.files}>
      <p class={styles.label} id={id}>{t.files}</p>
      <p class={styles.hint}>{t.filesHint}</p>
      <ul class={styles.list} aria-labelledby={id}>
        <For each={props.value}>
          {(file) => (
            <li class={styles.file}>
              <Icon name="attach" size="s" />
              <span class={styles.name}>{file.name}</span>
              <IconButton icon="close" label={t.removeFile(file.name)} onClick={() => props.onChange(props.value.filter((each) => each.id !== file.id))} />
            </li>
          )}
        </For>
      </ul>
      <input ref={input} type="file" multiple accept={accepted} hidden aria-hidden="true" tabindex="-1" onChange={(event) => void add([...(event.currentTarget.files ?? [])])} />
      <div>
        <Button icon="camera" busy={sending()} onClick={() => input.click()}>
          {t.addFile}
        </Button>
      </div>
      <Show when={fault()}>
        <Notice tone="danger" live>{fault()}</Notice>
      </Show>
    </div>
  );
}

class UploadFault extends Error {}

async function upload(file: File, tooLarge: string): Promise<EvidenceFile> {
  if (file.size > largest) throw new UploadFault(tooLarge);
  const content = await file.arrayBuffer();
  const answer = await fetch(`/attachments/${await sha256(content)}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'content-type': file.type || 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: content,
  });
  const body = (await answer.json()) as EvidenceFile & { errors?: { message: string }[] };
  if (body.errors?.[0]) throw new UploadFault(body.errors[0].message);
  return { id: body.id, name: body.name };
}

async function sha256(content: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', content);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
