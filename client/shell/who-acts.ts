import { wordsOfActor } from '../../api/access/rules/roles';
import type { Lifecycle } from '../../api/rules/lifecycle';
import { actorsToAct, type TaskTable } from '../../api/rules/tasks';
import type { Condition } from '../../api/rules/parts';
import { said } from '../i18n';

type NamedParts = Parameters<typeof wordsOfActor>[0];

/** The rules of one type of records, as `rules/work.ts` of a module has them. */
export type WorkRules = NamedParts & {
  // oxlint-disable-next-line typescript/no-explicit-any -- states, events and actors of any module
  lifecycle: Lifecycle<any, any, any, any>;
  gates?: Record<string, Condition>;
  tasks: TaskTable<never, string, string>;
};

/** A day that has come: screens name who acts even before the day on which the act is due. */
const whenDue = '9999-12-31';

/** Who must act on a record now, as words in the middle of a sentence, each once. */
export function actingWords(work: WorkRules, record: { state: string; [fact: string]: unknown }): string[] {
  const actors = actorsToAct(work, record, whenDue);
  return [...new Set(actors.map((actor) => said(wordsOfActor(work, actor))))];
}

/** The words, joined, as the beginning of a sentence. */
export function asSentence(words: readonly string[], joiner: string): string {
  const text = [...new Set(words)].join(joiner);
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
