import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Item } from '../../api/self-inspection/rules/form-engine';
import { online } from '../graphql';
import { prepareFile, sendFile, UploadRefused } from '../graphql/upload';
import { dropFile, isKept, keepFile, keptFiles, type KeptFile } from '../offline/kept-files';
import { draftOwner } from '../ui/drafts';
import type { AnswerStore } from './answer-store';

/** A photo that the server does not have yet. */
export interface UnsentPhoto extends KeptFile {
  /** The question that it answers. */
  code: string;
  /** False where the device refuses to keep files: it then lasts as long as the page. */
  isStored: boolean;
}

const most = 10;
const retryAfter = 30_000;

/**
 * The photos of a form on their way: kept on this device before anything else, sent one after the
 * other, again when the connection is back or the form is opened anew, and removed once the answer
 * carries them. The server knows a photo by its hash, so one whose answer got lost is not there twice.
 * @param words what to say of a photo that the server refuses without a word
 */
export function createPhotoQueue(inspectionId: string, store: AnswerStore, words: { refused: string }) {
  const place = `${draftOwner()}/inspection:${inspectionId}/`;
  const [unsent, setUnsent] = createSignal<readonly UnsentPhoto[]>([]);
  const [sending, setSending] = createSignal(false);
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  const [names, setNames] = createSignal<Readonly<Record<string, string>>>({});
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;

  const attached = (code: string) => store.answers[code]?.attachmentIds ?? [];
  const unsentOf = (code: string) => unsent().filter((photo) => photo.code === code);
  const mayAdd = (code: string) => attached(code).length + unsentOf(code).length < most;
  const forget = (key: string) => setUnsent((all) => all.filter((photo) => photo.key !== key));

  /** Takes in photos, keeps them, and begins to send. */
  async function add(code: string, files: Iterable<File>): Promise<void> {
    setFaults((all) => ({ ...all, [code]: '' }));
    for (const file of files) {
      if (!mayAdd(code)) break;
      const photo = await prepareFile(file);
      const kept: KeptFile = { ...photo, key: `${place}${code}/${photo.sha256}`, keptAt: Date.now() };
      const isStored = await keepFile(kept);
      setUnsent((all) => [...all.filter(({ key }) => key !== kept.key), { ...kept, code, isStored }]);
    }
    await send();
  }

  /** Sends what waits, in one window at a time. */
  async function send(): Promise<void> {
    clearTimeout(timer);
    if (sending() || isGone || unsent().length === 0) return;
    setSending(true);
    const isThrough = await alone(`soat.photos.${inspectionId}`, sendAll).finally(() => setSending(false));
    if (unsent().length > 0 && !isGone) timer = setTimeout(() => void send(), isThrough ? 0 : retryAfter);
  }

  /** @returns false when one did not get through; those after it wait with it */
  async function sendAll(): Promise<boolean> {
    for (let photo = unsent()[0]; photo; photo = unsent()[0]) {
      if (isGone) return false;
      if ((!photo.isStored || (await isKept(photo.key))) && !(await sendOne(photo))) return false;
      forget(photo.key);
      await dropFile(photo.key);
    }
    return true;
  }

  async function sendOne(photo: UnsentPhoto): Promise<boolean> {
    try {
      const { id, name } = await sendFile(photo);
      setNames((all) => ({ ...all, [id]: name }));
      const wanted = unsent().some(({ key }) => key === photo.key);
      if (wanted && !attached(photo.code).includes(id))
        store.write(photo.code, { attachmentIds: [...attached(photo.code), id] });
      return true;
    } catch (error) {
      if (!(error instanceof UploadRefused)) return false;
      setFaults((all) => ({ ...all, [photo.code]: error.message || words.refused }));
      return true;
    }
  }

  void keptFiles(place).then((kept) => {
    const found = kept.map((file) => ({ ...file, code: file.key.slice(place.length).split('/')[0]!, isStored: true }));
    setUnsent((all) => [...found.filter(({ key }) => all.every((photo) => photo.key !== key)), ...all]);
    return send();
  });
  createEffect(on(online, (isOnline) => isOnline && void send(), { defer: true }));
  onCleanup(() => {
    isGone = true;
    clearTimeout(timer);
  });

  return {
    unsent,
    unsentOf,
    sending,
    add,
    mayAdd,
    /** What is wrong with an answer, but for a photo that is only on its way. */
    problemsOf: ({ question: { code }, problems }: Item) =>
      problems.filter(({ field }) => !(field.endsWith('.photos') && unsentOf(code).length > 0)),
    /** Sends now what waits. */
    send,
    /** What the server said of a photo that it did not take. */
    fault: (code: string) => faults()[code] || undefined,
    /** The name of a photo that was sent from this page. */
    nameOf: (id: string) => names()[id],
    /** Takes back a photo that is not sent yet. */
    async remove({ key }: UnsentPhoto): Promise<void> {
      forget(key);
      await dropFile(key);
    },
  };
}

export type PhotoQueue = ReturnType<typeof createPhotoQueue>;

/** Does work that no other window does at the same time, where the browser knows of locks. */
const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work();
