import { describe, expect, test } from 'vitest';
import { roles } from '../../api/access/rules/roles.js';
import { auditParts, findingParts, programmeParts, roundParts } from '../../api/audits/rules/index.js';
import { revisionParts } from '../../api/documents/rules/index.js';
import { actionParts, nonconformityParts } from '../../api/nonconformities/rules/index.js';
import { inspectionParts } from '../../api/self-inspection/rules/index.js';
import type { Lifecycle } from '../../api/rules/lifecycle.js';
import { languageCodes } from '../../api/rules/languages.js';
import { Refusal } from '../../api/rules/refusal.js';

/** One line of the table of a lifecycle, copied from the domain description. */
export type TransitionRow = [from: string, event: string, by: string[], needs: string[], to: string];

/** Whoever may be an actor of any lifecycle. */
const actors = [
  ...new Set<string>([
    ...roles,
    ...[
      nonconformityParts,
      actionParts,
      inspectionParts,
      revisionParts,
      programmeParts,
      roundParts,
      auditParts,
      findingParts,
    ].flatMap(({ parts }) => Object.keys(parts)),
    'SYSTEM',
  ]),
];

/**
 * Tests a lifecycle against lines written independently of it: every state with every event and
 * every actor, the needs, the ends, and that every word is there in every language.
 */
export function testLifecycle<S extends string, E extends string, By extends string, End extends S>(
  lifecycle: Lifecycle<S, E, By, End>,
  lines: TransitionRow[],
  ends: string[],
): void {
  const lineOf = (state: string, event: string) => lines.find(([from, name]) => from === state && name === event);

  describe(`lifecycle of the ${lifecycle.name}`, () => {
    test('has no line twice, and no state or event beyond the table', () => {
      expect(new Set(lines.map(([from, event]) => `${from} ${event}`)).size).toBe(lines.length);
      expect(new Set(lines.map(([, event]) => event))).toEqual(new Set<string>(lifecycle.events));
      expect(new Set(lines.flatMap(([from, , , , to]) => [from, to]))).toEqual(new Set<string>(lifecycle.states));
    });

    test.each(lines)('%s –%s→, by %s', (state, event, by, needs, to) => {
      const transition = lifecycle.transition(state as S, event as E);
      expect(transition.to).toBe(to);
      expect([...transition.needs].sort()).toEqual([...needs].sort());
      expect(
        actors.filter((actor) => lifecycle.eventsFor(state as S, [actor as By]).includes(event as E)).sort(),
      ).toEqual([...by].sort());
    });

    const others = lifecycle.states.flatMap((state) =>
      lifecycle.events.filter((event) => !lineOf(state, event)).map((event) => ({ state, event })),
    );
    test.each(others)('$state does not $event', ({ state, event }) => {
      const refusal = refusalOf(() => lifecycle.transition(state, event));
      expect(refusal.code).toBe('TRANSITION_NOT_ALLOWED');
      for (const language of languageCodes)
        expect(refusal.words[language]).toContain(lifecycle.words[state].label[language]);
      for (const actor of actors) expect(lifecycle.eventsFor(state, [actor as By])).not.toContain(event);
    });

    test('ends where it should', () => {
      expect(lifecycle.states.filter((state) => lifecycle.isTerminal(state)).sort()).toEqual([...ends].sort());
    });

    test('has words for every state and event, in every language', () => {
      const words = [
        ...lifecycle.states.flatMap((state) => [lifecycle.words[state].label, lifecycle.words[state].whatNext]),
        ...lifecycle.events.map((event) => lifecycle.verbs[event]),
      ];
      for (const each of words) for (const language of languageCodes) expect(each[language], language).toMatch(/\S/);
    });
  });
}

/** The refusal that something throws; fails the test if it throws nothing or something else. */
export function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
