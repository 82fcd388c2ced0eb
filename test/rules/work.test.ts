import { describe, expect, test } from 'vitest';
import { roles, wordsOfActor } from '../../api/access/rules/roles.js';
import { languageCodes } from '../../api/rules/languages.js';
import { defineLifecycle, terminal } from '../../api/rules/lifecycle.js';
import { defineParts } from '../../api/rules/parts.js';
import { defineWork, taskKinds, tasksIn } from '../../api/rules/tasks.js';
import { words as english } from '../../client/my-work/words.en.js';
import { words as vietnamese } from '../../client/my-work/words.vi.js';
import { works } from './works.js';

describe.each(works.map((work) => [work.kind, work] as const))('who acts: %s', (_kind, work) => {
  test('every actor of an event or a task has words in every language', () => {
    const actors = work.lifecycle.states.flatMap((state) => [
      ...work.lifecycle.next(state as never).flatMap(({ by }) => by as readonly string[]),
      ...tasksIn(work.tasks as never, state).flatMap(({ of = [] }) => of as readonly string[]),
    ]);
    expect(actors.length).toBeGreaterThan(work.lifecycle.open.length);
    for (const actor of actors) {
      const words = wordsOfActor(work, actor);
      for (const language of languageCodes) expect(words[language], `${actor}, ${language}`).toMatch(/\S/);
    }
  });

  test('every task has words in My work', () => {
    const kinds = taskKinds(work as never);
    expect(kinds.length).toBeGreaterThan(1);
    for (const words of [vietnamese, english]) expect(kinds.filter((kind) => !(kind in words.kinds))).toEqual([]);
  });
});

describe('what is said of who acts is checked at the start', () => {
  const label = { vi: 'x', en: 'x' };
  const stateWords = { label, whatNext: label };
  const lifecycle = defineLifecycle<'OPEN' | 'ON_HOLD' | 'CLOSED', 'close' | 'hold', 'UNIT_HEAD' | 'OWNER', 'CLOSED'>(
    'case',
    {
      thing: label,
      initial: 'OPEN',
      states: {
        OPEN: { close: { to: 'CLOSED', by: ['UNIT_HEAD'] }, hold: { to: 'ON_HOLD', by: ['OWNER'] } },
        ON_HOLD: { close: { to: 'CLOSED', by: ['UNIT_HEAD'] } },
        CLOSED: terminal,
      },
      words: { OPEN: stateWords, ON_HOLD: stateWords, CLOSED: stateWords },
      verbs: { close: label, hold: label },
    },
  );
  const parts = defineParts<(typeof roles)[number], 'OWNER'>({
    places: { here: { unit: 'unit.id', authority: 'authority.id' } },
    parts: { OWNER: { words: label, any: [{ person: 'owner.id' }] } },
  });
  const close = [{ event: 'close', due: null }] as const;
  const define = (tasks: object, change: object = {}) =>
    defineWork(roles, { kind: 'case', lifecycle, parts, tasks, ...change } as never);

  test('a task for every open state passes', () => {
    expect(() => define({ OPEN: close, ON_HOLD: close })).not.toThrow();
  });
  test('an open state without a task does not', () => {
    expect(() => define({ OPEN: close })).toThrow('nothing is to be done in ON_HOLD');
    expect(() => define({ OPEN: close, ON_HOLD: [] })).toThrow('nothing is to be done in ON_HOLD');
  });
  test('nor does an end with one', () => {
    expect(() => define({ OPEN: close, ON_HOLD: close, CLOSED: close })).toThrow('CLOSED is an end');
  });
  test('nor a task that cannot be done there, by a person or by the system', () => {
    expect(() => define({ OPEN: close, ON_HOLD: [{ event: 'hold', due: null }] })).toThrow('hold is not possible');
    expect(() => define({ OPEN: close, ON_HOLD: { system: 'close' } })).toThrow('the system does not close');
  });
  test('nor somebody who is neither a role nor a part', () => {
    expect(() => define({ OPEN: close, ON_HOLD: [{ ...close[0], of: ['STRANGER'] }] })).toThrow('STRANGER');
    const without = defineParts({ places: parts.places, parts: {} });
    expect(() => define({ OPEN: close, ON_HOLD: close }, { parts: without })).toThrow('OWNER may hold');
  });
  test('bug: a task part with the name of a part took its place, and more people had the task', () => {
    const taskParts = { OWNER: { words: label, any: [{ roles: ['UNIT_HEAD'], at: 'here' }] } };
    expect(() => define({ OPEN: close, ON_HOLD: close }, { taskParts })).toThrow('OWNER is a part and a task part');
  });
  test('nor a role at a place that is not there', () => {
    const away = { words: label, any: [{ roles: ['UNIT_HEAD'] as const, at: 'elsewhere' }] };
    expect(() => defineParts({ places: parts.places, parts: { OWNER: away } })).toThrow('no place elsewhere');
  });
});
