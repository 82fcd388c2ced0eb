import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { compileForm, type CompiledForm, type QuestionSource } from '../../api/self-inspection/rules/questions';
import { evaluateForm, type FormResult } from '../../api/self-inspection/rules/form-engine';
import { noValue, replaces, toAnswer, valueOf, type WrittenAnswer } from '../../api/self-inspection/rules/merge';
import { randomUuid, online, type Refusal } from '../graphql';
import type { InspectionQuery, SaveAnswersMutation } from '../graphql/generated/self-inspection/inspection';
import { loadDraft, removeDraft, storeDraft } from '../ui/drafts';

type Loaded = InspectionQuery['inspection'];
type ServerAnswer = Loaded['answers'][number];

/** An answer as it stands on this device. */
export interface LocalAnswer extends WrittenAnswer {
  id: string;
  questionCode: string;
  answeredAt: string;
  dossiers: string[];
  attachmentIds: string[];
}

/** How it stands with what was typed: on the server, on its way, kept here for want of a connection, refused. */
export type SaveState = 'saved' | 'saving' | 'kept' | 'refused';

/** What the store needs of the transport. */
export interface Sender {
  run(input: {
    id: string;
    answers: LocalAnswer[];
    note?: string;
    noteAt?: string;
  }): Promise<SaveAnswersMutation | undefined>;
  readonly refusal: Refusal | undefined;
}

/** The pause after which what was typed is sent, and between attempts when it does not get through. */
const pause = 500;
const retryAfter = [3_000, 6_000, 15_000, 30_000, 60_000];

interface Kept {
  answers: Record<string, LocalAnswer>;
  note?: { text: string; at: string };
}

const localOf = ({
  id,
  questionCode,
  note,
  dossiers,
  attachmentIds,
  answeredAt,
  ...answer
}: ServerAnswer): LocalAnswer => ({
  id,
  questionCode,
  ...valueOf(answer),
  note,
  dossiers: [...dossiers],
  attachmentIds: [...attachmentIds],
  answeredAt,
});
const dated = ({ answeredAt }: { answeredAt: string }) => ({ answeredAt: new Date(answeredAt) });

/** Now, or just after the answer that is changed: a device whose clock is behind must not lose to what its owner corrects. */
const after = (before: LocalAnswer | undefined) =>
  new Date(Math.max(Date.now(), before ? Date.parse(before.answeredAt) + 1 : 0)).toISOString();

/** The form of the questions, in their order. */
export const formOf = (questions: Loaded['templateVersion']['questions']): CompiledForm =>
  compileForm(
    questions.map(
      (question) =>
        ({ ...question, group: question.groupCode, shownWhen: question.shownWhen ?? null }) satisfies QuestionSource &
          object,
    ),
  );

/**
 * The answers of a form while it is filled in: judged as one types, kept on this device at once,
 * sent to the server a moment later, and again until they get through.
 */
export function createAnswerStore(inspection: Loaded, sender: Sender) {
  const draftKey = `inspection:${inspection.id}`;
  const kept = loadDraft<Kept>(draftKey)?.values ?? { answers: {} };
  const form = formOf(inspection.templateVersion.questions);
  const known = Object.fromEntries(inspection.answers.map((answer) => [answer.questionCode, localOf(answer)]));
  const unsent = Object.fromEntries(
    Object.entries(kept.answers).filter(
      ([code, answer]) => !known[code] || replaces(dated(answer), dated(known[code])),
    ),
  );
  const [answers, setAnswers] = createStore<Record<string, LocalAnswer | undefined>>({ ...known, ...unsent });
  const [note, setNote] = createSignal(kept.note?.text ?? inspection.note ?? '');
  const [version, setVersion] = createSignal(inspection.version);
  const [state, setState] = createSignal<SaveState>(Object.keys(unsent).length > 0 || kept.note ? 'kept' : 'saved');
  const [server, setServer] = createSignal<readonly ServerAnswer[]>(inspection.answers);
  const pending = new Map<string, LocalAnswer>(Object.entries(unsent));
  let pendingNote = kept.note;
  let noteSentAt = '';
  let attempts = 0;
  let sending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const result = createMemo<FormResult>(() =>
    evaluateForm(
      form,
      Object.fromEntries(form.questions.map(({ code }) => [code, answers[code] && toAnswer(answers[code])])),
    ),
  );

  /** Keeps what waits here beside what waits in another tab, until the server has either. */
  function keep(): void {
    const elsewhere = loadDraft<Kept>(draftKey)?.values ?? { answers: {} };
    const waiting = new Map(Object.entries(elsewhere.answers));
    for (const [code, answer] of pending)
      if (!waiting.has(code) || replaces(dated(answer), dated(waiting.get(code)!))) waiting.set(code, answer);
    for (const there of server())
      if (waiting.has(there.questionCode) && !replaces(dated(waiting.get(there.questionCode)!), dated(there)))
        waiting.delete(there.questionCode);
    const newest = [elsewhere.note, pendingNote]
      .filter((each) => each && each.at > noteSentAt)
      .toSorted((a, b) => a!.at.localeCompare(b!.at))
      .at(-1);
    if (waiting.size === 0 && !newest) removeDraft(draftKey);
    else storeDraft(draftKey, { answers: Object.fromEntries(waiting), ...(newest && { note: newest }) } satisfies Kept);
  }

  function schedule(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  }

  async function flush(): Promise<void> {
    if (sending || (pending.size === 0 && !pendingNote)) return;
    sending = true;
    const batch = [...pending.values()];
    const sentNote = pendingNote;
    setState('saving');
    const done = await sender.run({
      id: inspection.id,
      answers: batch,
      ...(sentNote && { note: sentNote.text, noteAt: sentNote.at }),
    });
    sending = false;
    if (!done) return failed();
    attempts = 0;
    for (const answer of batch)
      if (pending.get(answer.questionCode)?.answeredAt === answer.answeredAt) pending.delete(answer.questionCode);
    noteSentAt = sentNote?.at ?? noteSentAt;
    if (pendingNote === sentNote) pendingNote = undefined;
    take(done.saveAnswers);
    keep();
    if (pending.size > 0 || pendingNote) schedule(0);
    else setState('saved');
  }

  function failed(): void {
    const code = sender.refusal?.code;
    if (code !== 'NETWORK' && code !== 'INTERNAL' && code !== 'RATE_LIMITED' && code !== 'UNAUTHENTICATED')
      return void setState('refused');
    setState('kept');
    schedule(retryAfter[Math.min(attempts, retryAfter.length - 1)]!);
    attempts += 1;
  }

  /** What another device answered meanwhile comes in with the answer of the server. */
  function take({ version: newVersion, answers: fresh }: SaveAnswersMutation['saveAnswers']): void {
    setVersion(newVersion);
    setServer(fresh);
    for (const answer of fresh) {
      const own = answers[answer.questionCode];
      if (!own || replaces(dated(answer), dated(own))) setAnswers(answer.questionCode, localOf(answer));
      else if (own.id !== answer.id) setAnswers(answer.questionCode, 'id', answer.id);
    }
  }

  createEffect(on(online, (isOnline) => isOnline && (pending.size > 0 || pendingNote) && schedule(0)));
  const keepNow = () => keep();
  window.addEventListener('pagehide', keepNow);
  onCleanup(() => {
    window.removeEventListener('pagehide', keepNow);
    clearTimeout(timer);
    keep();
    if (state() !== 'refused') void flush();
  });

  return {
    form,
    answers: answers as Readonly<Record<string, LocalAnswer | undefined>>,
    /** The whole form, judged by the same engine as on the server. */
    result,
    note,
    version,
    state,
    /** The answers as the server has them: with attachments, reasons, nonconformities. */
    server,
    /** Sends now what is not sent yet. */
    flush,
    /** Takes in what a command on one answer gave back. */
    learn(answer: ServerAnswer): void {
      setServer((all) => all.map((each) => (each.id === answer.id ? answer : each)));
    },
    /** Answers a question, or changes the evidence of its answer. */
    write(code: string, change: Partial<WrittenAnswer>): void {
      const before = answers[code];
      const blank = {
        id: randomUuid(),
        questionCode: code,
        ...noValue,
        note: null,
        dossiers: [],
        attachmentIds: [],
      };
      const answer = { ...blank, ...(before && unwrap(before)), ...change, answeredAt: after(before) } as LocalAnswer;
      setAnswers(code, answer);
      pending.set(code, { ...answer });
      keep();
      setState('saving');
      schedule(pause);
    },
    writeNote(text: string): void {
      setNote(text);
      pendingNote = { text, at: new Date().toISOString() };
      keep();
      setState('saving');
      schedule(pause);
    },
  };
}

export type AnswerStore = ReturnType<typeof createAnswerStore>;
