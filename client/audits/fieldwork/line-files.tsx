import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { useCommand } from '../../graphql';
import { uploadFile, UploadRefused } from '../../graphql/upload';
import { AddLineFilesDocument, RemoveLineFilesDocument } from '../../graphql/generated/audits/fieldwork/sheet';
import { Button, ConfirmDialog, Icon, IconButton, Notice, toast } from '../../ui';
import { useFieldworkWords } from './words';
import styles from './line-files.module.css';

/** A photo or paper as pages read it. */
export interface LineFile {
  id: string;
  name: string;
  type: string;
}

const accepted = 'image/*,application/pdf,.docx,.xlsx';
/** Photos that every browser draws; others are named. */
const drawn: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** Photos small, papers by name; each opens in a page of its own. */
export function FileList(props: { files: readonly LineFile[]; onRemove?: (file: LineFile) => void }) {
  const t = useFieldworkWords();
  return (
    <ul class={styles.list}>
      <For each={props.files}>
        {(file) => (
          <li class={styles.file}>
            <a href={`/attachments/${file.id}`} target="_blank" rel="noreferrer">
              <Show
                when={drawn.includes(file.type)}
                fallback={
                  <span class={styles.paper}>
                    <Icon name="document" size="s" /> {file.name}
                  </span>
                }
              >
                <img src={`/attachments/${file.id}`} alt={file.name} loading="lazy" />
              </Show>
            </a>
            <Show when={props.onRemove}>
              <IconButton icon="close" label={t.files.remove(file.name)} onClick={() => props.onRemove?.(file)} />
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

/**
 * The photos and papers of a line: taken on the spot or chosen, sent at once. What did not get through waits
 * for another try.
 */
export function LineFiles(props: { lineId: string; files: readonly LineFile[]; editable: boolean }) {
  const t = useFieldworkWords();
  const id = createUniqueId();
  const remove = useCommand(RemoveLineFilesDocument);
  const [leaving, setLeaving] = createSignal<LineFile>();
  const sending = useSending(props);
  return (
    <Show when={props.editable || props.files.length > 0}>
      <section class={styles.files} aria-labelledby={id}>
        <p id={id} class={styles.label}>
          {t.files.title}
        </p>
        <Show when={props.files.length > 0}>
          <FileList files={props.files} onRemove={props.editable ? setLeaving : undefined} />
        </Show>
        <Show when={props.editable}>
          <p class={styles.hint}>{t.files.hint}</p>
          <Pick sending={sending} />
        </Show>
        <Show when={sending.fault()}>
          {(fault) => (
            <Notice
              tone="danger"
              live
              actions={
                <Show when={sending.left() > 0}>
                  <Button size="s" icon="refresh" busy={sending.busy()} onClick={() => void sending.again()}>
                    {t.files.again(sending.left())}
                  </Button>
                </Show>
              }
            >
              {fault()}
            </Notice>
          )}
        </Show>
        <Show when={leaving()}>
          {(file) => (
            <ConfirmDialog
              open
              danger
              title={t.files.removeTitle}
              confirm={t.files.removeIt}
              command={remove}
              onClose={() => setLeaving(undefined)}
              onConfirm={async () => {
                const done = await remove.run({ id: props.lineId, attachmentIds: [file().id] });
                if (done) toast(t.files.removed);
                return Boolean(done);
              }}
            >
              <p>{t.files.removeText(file().name)}</p>
            </ConfirmDialog>
          )}
        </Show>
      </section>
    </Show>
  );
}

/** The camera where there is one in the hand, and the files of the device. */
function Pick(props: { sending: ReturnType<typeof useSending> }) {
  const t = useFieldworkWords();
  const hasCamera = window.matchMedia('(pointer: coarse)').matches;
  let camera!: HTMLInputElement;
  let files!: HTMLInputElement;
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    void props.sending.send(chosen);
  };
  const hidden = { type: 'file', multiple: true, hidden: true, tabindex: '-1' } as const;
  return (
    <div class={styles.pick}>
      <input
        ref={camera}
        {...hidden}
        accept="image/*"
        capture="environment"
        aria-label={t.files.photo}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={files}
        {...hidden}
        accept={accepted}
        aria-label={t.files.choose}
        onChange={(event) => take(event.currentTarget)}
      />
      <Show when={hasCamera}>
        <Button icon="camera" busy={props.sending.busy()} onClick={() => camera.click()}>
          {t.files.photo}
        </Button>
      </Show>
      <Button icon="attach" busy={props.sending.busy()} onClick={() => files.click()}>
        {t.files.choose}
      </Button>
    </div>
  );
}

/** Sends files one after the other, each put on the line as soon as the server has it. */
function useSending(props: { lineId: string }) {
  const t = useFieldworkWords();
  const add = useCommand(AddLineFilesDocument);
  const [waiting, setWaiting] = createSignal<readonly File[]>([]);
  const [busy, setBusy] = createSignal(false);
  const [fault, setFault] = createSignal<string>();
  async function again() {
    setBusy(true);
    setFault(undefined);
    while (waiting().length > 0) {
      const [file, ...rest] = waiting() as [File, ...File[]];
      const refusal = await put(file);
      // A lost connection keeps the file for another try; a file that is refused would be refused again.
      if (refusal === undefined || refusal !== 'NETWORK') setWaiting(rest);
      if (refusal !== undefined) setFault(refusal === 'NETWORK' ? t.files.lost : `${file.name}: ${refusal}`);
      if (refusal === 'NETWORK') break;
    }
    setBusy(false);
  }
  /** Nothing when it is on the line, NETWORK, or the refusal in words. */
  async function put(file: File): Promise<string | undefined> {
    try {
      const { id } = await uploadFile(file);
      if (await add.run({ id: props.lineId, attachmentIds: [id] })) return undefined;
      return add.refusal?.code === 'NETWORK' ? 'NETWORK' : (add.refusal?.message ?? t.files.lost);
    } catch (error) {
      return error instanceof UploadRefused ? error.message : 'NETWORK';
    }
  }
  const send = async (files: readonly File[]) => {
    setWaiting([...waiting(), ...files]);
    if (!busy()) await again();
  };
  return { send, again, busy, fault, left: () => waiting().length };
}
