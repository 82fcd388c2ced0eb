import { createUniqueId, For, onCleanup, Show } from 'solid-js';
import { Badge, IconButton, Notice } from '../ui';
import { Icon } from '../ui/icon';
import type { AnswerStore } from './answer-store';
import type { PhotoQueue, UnsentPhoto } from './photo-queue';
import { useSelfInspectionWords } from './words';
import styles from './photos.module.css';

/** Photos of an answer: taken on the spot or chosen, kept on this device until they are sent, shown small. */
export function Photos(props: { code: string; store: AnswerStore; queue: PhotoQueue; required: boolean }) {
  const t = useSelfInspectionWords();
  const id = createUniqueId();
  const ids = () => props.store.answers[props.code]?.attachmentIds ?? [];
  const unsent = () => props.queue.unsentOf(props.code);
  const busy = () => unsent().length > 0 && props.queue.sending();
  const nameOf = (photo: string) =>
    props.queue.nameOf(photo) ??
    props.store
      .server()
      .find(({ questionCode }) => questionCode === props.code)
      ?.attachments.find((each) => each.id === photo)?.name ??
    t.photos;
  const remove = (photo: string) =>
    props.store.write(props.code, { attachmentIds: ids().filter((each) => each !== photo) });

  return (
    <div class={styles.photos}>
      <ul class={styles.list}>
        <For each={ids()}>
          {(photo) => (
            <li class={styles.photo}>
              <a href={`/attachments/${photo}`} target="_blank" rel="noreferrer">
                <img src={`/attachments/${photo}`} alt={nameOf(photo)} loading="lazy" />
              </a>
              <IconButton icon="close" label={t.removePhoto(nameOf(photo))} onClick={() => remove(photo)} />
            </li>
          )}
        </For>
        <For each={unsent()}>
          {(photo) => <Waiting photo={photo} onRemove={() => void props.queue.remove(photo)} />}
        </For>
      </ul>
      <Show when={unsent().length > 0 && !busy()}>
        <p class={styles.small} role="status">
          {unsent().every(({ isStored }) => isStored) ? t.photosKept : t.photosNotKept}
        </p>
      </Show>
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
          disabled={!props.queue.mayAdd(props.code)}
          onChange={(event) => {
            const input = event.currentTarget;
            void props.queue.add(props.code, [...(input.files ?? [])]);
            input.value = '';
          }}
        />
      </label>
      <p class={styles.small}>{t.noPhotoFaces}</p>
      <Show when={props.queue.fault(props.code)}>
        {(fault) => (
          <Notice tone="warning" live>
            {fault()}
          </Notice>
        )}
      </Show>
    </div>
  );
}

/** A photo that only this device has. */
function Waiting(props: { photo: UnsentPhoto; onRemove: () => void }) {
  const t = useSelfInspectionWords();
  const address = URL.createObjectURL(new Blob([props.photo.bytes], { type: props.photo.type }));
  onCleanup(() => URL.revokeObjectURL(address));
  return (
    <li class={styles.photo}>
      <span class={styles.waiting}>
        <img src={address} alt={props.photo.name} />
        <Badge tone="warning">{t.photoUnsent}</Badge>
      </span>
      <IconButton icon="close" label={t.removePhoto(props.photo.name)} onClick={() => props.onRemove()} />
    </li>
  );
}
