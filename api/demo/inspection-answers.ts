import { readTable } from '../platform/tsv.js';
import type { LocalDate } from '../rules/calendar.js';
import {
  evaluateForm,
  noValue,
  toAnswer,
  type CompiledForm,
  type FormResult,
  type Question,
  type WrittenAnswer,
  type WrittenValue,
} from '../self-inspection/rules/index.js';
import { pick } from './random.js';

/** How a unit goes about its self-inspection. */
export interface Character {
  /** How often an answer is good. */
  good: number;
  /** How often it is submitted late, and not at all. */
  late: number;
  missed: number;
  /** Minutes spent on a form, as a share of those planned. */
  pace: number;
}

/** Most units are honest; some always give themselves full marks; some are slack. */
export const characters = {
  steady: { good: 0.965, late: 0.04, missed: 0.01, pace: 1.1 },
  honest: { good: 0.88, late: 0.08, missed: 0.02, pace: 1.4 },
  shiny: { good: 1, late: 0.02, missed: 0, pace: 0.2 },
  slack: { good: 0.82, late: 0.3, missed: 0.12, pace: 0.7 },
} satisfies Record<string, Character>;

type Kind = 'GOOD' | 'BAD';

const notes = readTable<'subject' | 'kind' | 'note_vi'>('api/demo/data/sample-inspection-notes.tsv');
const notesOf = (question: Question, kind: Kind) => {
  const of = (subject: string) =>
    notes.filter((row) => row.subject === subject && row.kind === kind).map((row) => row.note_vi);
  const own = of(question.code);
  return own.length > 0 ? own : of(question.group);
};

/** Answers of a unit with that character, with the form they give. Hidden questions are left unanswered. */
export function sampleAnswers(
  form: CompiledForm,
  { good }: Character,
  day: LocalDate,
  random: () => number,
): { answers: Map<string, WrittenAnswer>; result: FormResult } {
  const written = new Map(form.questions.map((question) => [question.code, sampleAnswer(question, good, day, random)]));
  const result = evaluateAnswers(form, written);
  for (const { question, status } of result.items) if (status === 'NOT_SHOWN') written.delete(question.code);
  return { answers: written, result };
}

/** What the form engine says of answers as they are written down. */
export const evaluateAnswers = (form: CompiledForm, written: ReadonlyMap<string, WrittenAnswer>): FormResult =>
  evaluateForm(form, Object.fromEntries([...written].map(([code, answer]) => [code, toAnswer(answer)])));

/** What a photo shows, by question; the counter where the question is not named. */
const pictures: Record<string, string> = {
  A01: 'bang-niem-yet.png',
  A07: 'bang-niem-yet.png',
  A08: 'bang-niem-yet.png',
  A09: 'bang-niem-yet.png',
  A04: 'man-hinh.png',
  I01: 'man-hinh.png',
  I02: 'tu-ho-so.png',
  K03: 'tu-ho-so.png',
};

/**
 * The answers with a photo at each question that wants one.
 * @param attach makes an attachment of a picture and gives its id
 */
export function withPhotos(
  { questions }: CompiledForm,
  answers: ReadonlyMap<string, WrittenAnswer>,
  attach: (picture: string) => string,
): Map<string, WrittenAnswer> {
  const wanted = new Set(questions.filter(({ evidence }) => evidence === 'PHOTO').map(({ code }) => code));
  const photographed = (code: string, answer: WrittenAnswer) => wanted.has(code) && answer.choice !== 'NA';
  return new Map(
    [...answers].map(([code, answer]) => [
      code,
      photographed(code, answer)
        ? { ...answer, attachmentIds: [attach(pictures[code] ?? 'quay-mot-cua.png')] }
        : answer,
    ]),
  );
}

function sampleAnswer(question: Question, goodShare: number, day: LocalDate, random: () => number): WrittenAnswer {
  if (goodShare < 1 && random() < 0.04 && question.code !== 'C01')
    return { ...noValue, choice: 'NA', note: null, dossiers: [], attachmentIds: [] };
  const isGood = random() < goodShare;
  const kind: Kind = isGood ? 'GOOD' : 'BAD';
  const wantsNote = !isGood || question.evidence === 'NOTE' || question.evidence === 'PHOTO';
  const note = wantsNote ? pick(random, notesOf(question, kind)) : null;
  const dossiers = question.evidence === 'DOSSIER' ? dossierCodes(isGood ? 2 : 1, day, random) : [];
  return { ...sampleValue(question, isGood, random), note, dossiers, attachmentIds: [] };
}

function sampleValue({ good, code }: Question, isGood: boolean, random: () => number): WrittenValue {
  switch (good.kind) {
    case 'YES':
      return { ...noValue, choice: isGood ? 'YES' : 'NO' };
    case 'SHARE':
      return {
        ...noValue,
        number: isGood ? good.sample : Math.max(0, good.needed - 1 - Math.floor(random() * 2)),
        sample: good.sample,
      };
    case 'BOUND':
      return { ...noValue, number: boundValue(good.op, good.bound, isGood, code, random) };
  }
}

function boundValue(op: '>=' | '<=', bound: number, isGood: boolean, code: string, random: () => number): number {
  if (op === '<=') return isGood ? bound : bound + 1 + Math.floor(random() * 2);
  // On most weeks no dossier is late at all.
  if (isGood && code === 'C01' && random() < 0.6) return 100;
  const distance = isGood ? (100 - bound) * random() : -(2 + bound * 0.06 * random());
  return Math.round((bound + distance) * 10) / 10;
}

/** Codes as the one-stop system gives them: agency, day, running number. */
function dossierCodes(count: number, day: LocalDate, random: () => number): string[] {
  const date = day.slice(2).replaceAll('-', '');
  return Array.from(
    { length: count },
    () => `H29.36-${date}-${String(1 + Math.floor(random() * 260)).padStart(4, '0')}`,
  );
}
