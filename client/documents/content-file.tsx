import { createSignal, Show } from 'solid-js';
import { uploadFile, UploadRefused } from '../graphql/upload';
import type { RevisionBodyFragment } from '../graphql/generated/documents/documents';
import { formatBytes } from '../i18n';
import { Button, Buttons, FieldGroup, Icon, LinkButton, Notice } from '../ui';
import type { ChosenFile } from './draft-values';
import { useDocumentWords } from './words';
import styles from './content-file.module.css';

/** The uploaded file of a revision. */
export type ContentFile = NonNullable<RevisionBodyFragment['file']>;

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const typeOf = (name: string): string | undefined => types[name.split('.').at(-1)!.toLowerCase()];
const largest = 15 * 1024 * 1024;

/** Name, kind and size of a file, with the way to its content: a PDF opens, a Word file is downloaded. */
export function FileLink(props: { file: ChosenFile }) {
  const t = useDocumentWords();
  const isPdf = () => props.file.type === types['pdf'];
  const address = () => `/attachments/${props.file.id}`;
  return (
    <div class={styles.file}>
      <Icon name="document" />
      <div class={styles.about}>
        <p class={styles.name}>{props.file.name}</p>
        <p class={styles.size}>{`${isPdf() ? t.filePdf : t.fileWord} · ${formatBytes(props.file.size)}`}</p>
      </div>
      <div data-print="no">
        <Show
          when={isPdf()}
          fallback={
            <LinkButton size="s" icon="download" href={address()} download={props.file.name}>
              {t.downloadFile}
            </LinkButton>
          }
        >
          <a class={styles.open} href={address()} target="_blank" rel="noopener">
            <Icon name="eye" />
            {t.openFile}
          </a>
        </Show>
      </div>
    </div>
  );
}

export interface ContentFileFieldProps {
  label: string;
  hint: string;
  value: ChosenFile | null;
  onChange: (file: ChosenFile | null) => void;
  error?: string | undefined;
}

/** Chooses the file that holds the content: sent at once, exchanged, taken away. */
export function ContentFileField(props: ContentFileFieldProps) {
  const t = useDocumentWords();
  const [sending, setSending] = createSignal(false);
  const [fault, setFault] = createSignal<string>();
  let input!: HTMLInputElement;

  async function choose(file: File | undefined) {
    if (!file) return;
    setFault(undefined);
    const type = typeOf(file.name);
    if (!type) return void setFault(t.fileWrongKind(file.name));
    if (file.size > largest) return void setFault(t.fileTooLarge(formatBytes(file.size)));
    setSending(true);
    try {
      const { id, name, size } = await uploadFile(file, type);
      props.onChange({ id, name, size, type });
    } catch (error) {
      setFault(error instanceof UploadRefused ? error.message : t.fileNotSent);
    } finally {
      setSending(false);
    }
  }

  return (
    <FieldGroup label={props.label} hint={props.hint} name="fileId" error={props.error}>
      {() => (
        <div class={styles.field}>
          <Show when={props.value}>{(file) => <FileLink file={file()} />}</Show>
          <input
            ref={input}
            type="file"
            accept=".pdf,.docx"
            hidden
            aria-hidden="true"
            tabindex="-1"
            onChange={(event) => void choose(event.currentTarget.files?.[0]).then(() => (input.value = ''))}
          />
          <Buttons>
            <Button icon="attach" busy={sending()} onClick={() => input.click()}>
              {props.value ? t.changeFile : t.chooseFile}
            </Button>
            <Show when={props.value}>
              <Button look="quiet" icon="trash" onClick={() => props.onChange(null)}>
                {t.removeFile}
              </Button>
            </Show>
          </Buttons>
          <Show when={fault()}>
            <Notice tone="danger" live>
              {fault()}
            </Notice>
          </Show>
        </div>
      )}
    </FieldGroup>
  );
}
