import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { IconButton, Notice } from '../ui';
import { Icon } from '../ui/icon';
import type { AnswerStore } from './answer-store';
import { mayAttach, uploadPhoto } from './upload-photo';
import { useSelfInspectionWords } from './words';
import styles from './photos.module.css';

/** Photos of an answer: taken on the spot or chosen, sent at once, shown small. */
export function Photos(props: { code: string; store: AnswerStore; required: boolean }) {
  const t = useSelfInspectionWords();
  const id = createUniqueId();
  const [names, setNames] = createSignal<Record<string, string>>({});
  const [busy, setBusy] = createSignal(false);
  const [fault, setFault] = createSignal<string>();
  const ids = () => props.store.answers[props.code]?.attachmentIds ?? [];
  const nameOf = (photo: string) =>
    names()[photo] ?? props.store.server().find(({ questionCode }) => questionCode === props.code)?.attachments.find((each) => each.id === photo)?.name ?? t.photos;
  const put = (attachmentIds: string[]) => props.store.write(props.code, { attachmentIds });

  async function add(files: FileList | null) {
    setFault(undefined);
    setBusy(true);
    try {
      for (const file of files ?? []) {
        if (!mayAttach(props.store.answers[props.code])) break;
        const photo = await uploadPhoto(file);
        setNames((all) => ({ ...all, [photo.id]: photo.name }));
        if (!ids().includes(photo.id)) put([...ids(), photo.id]);
      }
    } catch (error) {
      setFault((error instanceof Error && !(error instanceof TypeError) && error.message) || t.photoFailed);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class={styles.photos}>
      <ul class={styles.list}>
        <For each={ids()}>
          {(photo) => (
            <li class={styles.photo}>
              <a href={`/attachments/${photo}`} target="_blank" rel="noreferrer">
                <img src={`/attachments/${photo}`} alt={nameOf(photo)} loading="lazy" />
              </a>
              <IconButton icon="close" label={t.removePhoto(nameOf(photo))} onClick={() => put(ids().filter((each) => each !== photo))} />
            </li>
          )}
        </For>
      </ul>
      <label class={styles.add} for={id} aria-busy={busy()}>
        <Icon name="camera" />
        <span>
          {busy() ? t.sendingPhoto : t.addPhoto}
          <Show when={props.required}> *</Show>
        </span>
        <input
          id={id}
          type="file"
          accept="image/*"
          multiple
          disabled={busy()}
          onChange={(event) => {
            const input = event.currentTarget;
            void add(input.files).then(() => (input.value = ''));
          }}
        />
      </label>
      <p class={styles.small}>{t.noPhotoFaces}</p>
      <Show when={fault()}>
        <Notice tone="warning" live>
          {fault()}
        </Notice>
      </Show>
    </div>
  );
}
