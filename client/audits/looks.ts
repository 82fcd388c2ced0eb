import { actorWords, type Actor } from '../../api/audits/rules/actors';
import type { Lifecycle } from '../../api/rules/lifecycle';
import { clauseTitle } from '../../api/standards/rules/clause-title';
import { language, said } from '../i18n';

/** Number and title of a clause, in the language of the screen. */
export const clauseLabel = (clause: { number: string; title: string; titleEn: string }): string =>
  `${clause.number} ${clauseTitle(clause, language())}`;

/** Events that go back or aside: whoever may fire them need not. */
export const asides: readonly string[] = [
  'cancel',
  'reopen',
  'reopenFieldwork',
  'amendPlan',
  'return',
  'revise',
  'sendBack',
];

/** Who must act next in a state, in words; ways back and the system are left out. */
export function whoActs<S extends string, E extends string>(lifecycle: Lifecycle<S, E>, state: S): string | undefined {
  const actors = lifecycle
    .next(state)
    .filter(({ event }) => !asides.includes(event))
    .flatMap(({ by }) => by)
    .filter((actor) => actor !== 'SYSTEM');
  const named = [...new Set(actors)].map((actor) => said(actorWords[actor as Actor]));
  const text = named.join(', ');
  return text ? text.charAt(0).toLocaleUpperCase('vi') + text.slice(1) : undefined;
}
