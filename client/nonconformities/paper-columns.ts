import { formatDate } from '../i18n';
import type { Column } from '../ui/columns';
import type { Whole } from './types';
import { actionStateWord } from './state-labels';
import type { Words } from './words.vi';

type Action = Whole['actions'][number];

/** Whether an action corrects the gap itself, and not its cause. */
export const isCorrection = ({ kind }: Action): boolean => kind === 'CORRECTION';

/** The state of an action and what came of it, in words. */
export const resultOf = ({ result, state }: Action): string =>
  [actionStateWord(state), result].filter(Boolean).join('. ');

/** A line of part 2 of the form: what was done at once or planned to correct the gap. */
export interface Correction {
  what?: string | null;
  person?: string;
  /** A day. */
  due?: string | null;
  result: string;
}

/** Part 2 of the form BM.QT.ISO.04.01. */
export const correctionColumns = (t: Words) =>
  [
    { key: 'order', header: t.paper.order, value: (_, at) => at + 1 },
    { key: 'what', header: t.paper.what, value: (line) => line.what },
    { key: 'person', header: t.paper.person, value: (line) => line.person },
    { key: 'due', header: t.due, value: (line) => line.due, kind: 'date' },
    { key: 'result', header: t.paper.result, value: (line) => line.result },
  ] as const satisfies readonly Column<Correction>[];

/** Part 4 of the form BM.QT.ISO.04.01: the planned actions. */
export const plannedColumns = (t: Words) =>
  [
    { key: 'order', header: t.paper.order, value: (_, at) => at + 1 },
    { key: 'what', header: t.paper.what, value: (action) => action.title },
    { key: 'owner', header: t.owner, value: (action) => action.owner.fullName },
    { key: 'due', header: t.due, value: (action) => dueWords(t, action) },
    { key: 'proof', header: t.proof, value: (action) => action.evidence },
    { key: 'state', header: t.actionState, value: (action) => actionStateWord(action.state) },
  ] as const satisfies readonly Column<Action>[];

/** The due date, and from when it was put off. */
function dueWords(t: Words, { dueOn, extensions }: Action): string {
  const first = extensions.find(({ decision }) => decision === 'GRANTED');
  return first ? t.paper.extendedFrom(formatDate(dueOn), formatDate(first.fromDay)) : formatDate(dueOn);
}
