import { describe, expect, test } from 'vitest';
import { defineLifecycle, terminal, type LifecycleDefinition } from '../../api/rules/lifecycle.js';
import { refusalOf } from './lifecycle-table.js';

type State = 'OPEN' | 'SENT' | 'CLOSED';
type Event = 'send' | 'close' | 'lapse';
const words = (name: string) => ({
  label: { vi: `${name} vi`, en: name },
  whatNext: { vi: `Sau ${name}.`, en: `After ${name}.` },
});
const letter: LifecycleDefinition<State, Event, 'OFFICER' | 'SYSTEM'> = {
  thing: { vi: 'công văn', en: 'the letter' },
  initial: 'OPEN',
  states: {
    OPEN: { send: { to: 'SENT', by: ['OFFICER'], needs: ['sign'] } },
    SENT: { lapse: { to: 'CLOSED', by: ['SYSTEM'] } },
    CLOSED: terminal,
  },
  words: { OPEN: words('Open'), SENT: words('Sent'), CLOSED: words('Closed') },
  verbs: { send: { vi: 'gửi', en: 'send' }, close: { vi: 'đóng', en: 'close' }, lapse: { vi: 'hết hạn', en: 'lapse' } },
};
const define = (change: object) => () => defineLifecycle('letter', { ...letter, ...change });
const lifecycle = defineLifecycle('letter', letter);

describe('a lifecycle that is written wrongly does not start', () => {
  test('unknown initial state', () => {
    expect(define({ initial: 'NEW' })).toThrow('initial state NEW does not exist');
  });
  test('a target that does not exist', () => {
    expect(define({ states: { ...letter.states, SENT: { lapse: { to: 'GONE', by: ['SYSTEM'] } } } })).toThrow(
      'GONE, which does not exist',
    );
  });
  test('a state that cannot be reached', () => {
    expect(define({ states: { ...letter.states, LOST: terminal } })).toThrow('LOST cannot be reached');
  });
  test('a state without a way out that is not terminal', () => {
    expect(define({ states: { ...letter.states, SENT: {} } })).toThrow('SENT is a dead end');
  });
  test('states that only lead to each other', () => {
    expect(define({ states: { ...letter.states, SENT: { send: { to: 'OPEN', by: ['OFFICER'] } } } })).toThrow(
      /dead end|cannot be reached/,
    );
    expect(
      define({
        states: {
          OPEN: { send: { to: 'SENT', by: ['OFFICER'] }, close: { to: 'CLOSED', by: ['OFFICER'] } },
          SENT: { send: { to: 'SENT', by: ['OFFICER'] } },
          CLOSED: terminal,
        },
      }),
    ).toThrow('no way leads to an end');
  });
  test('a move that nobody may make', () => {
    expect(define({ states: { ...letter.states, SENT: { lapse: { to: 'CLOSED', by: [] } } } })).toThrow(
      'nobody may lapse',
    );
  });
  test('an event without words', () => {
    expect(define({ verbs: { send: letter.verbs.send } })).toThrow('lapse has no words');
  });
});

describe('a lifecycle says what comes next', () => {
  test('its open states, its ends, its events', () => {
    expect(lifecycle.open).toEqual(['OPEN', 'SENT']);
    expect(lifecycle.isTerminal('CLOSED')).toBe(true);
    expect(lifecycle.events).toEqual(['send', 'close', 'lapse']);
  });
  test('who may do what', () => {
    expect(lifecycle.next('OPEN')).toEqual([
      { event: 'send', from: 'OPEN', to: 'SENT', by: ['OFFICER'], needs: ['sign'] },
    ]);
    expect(lifecycle.eventsFor('OPEN', ['OFFICER'])).toEqual(['send']);
    expect(lifecycle.eventsFor('SENT', ['OFFICER'])).toEqual([]);
  });
  test('a refusal names the state and what can be done', () => {
    expect(refusalOf(() => lifecycle.transition('OPEN', 'close')).words).toEqual({
      vi: 'Chưa thể đóng: công văn đang ở trạng thái “Open vi”. Lúc này có thể: gửi.',
      en: 'It is not possible to close now: the letter is “Open”. What can be done: send.',
    });
  });
  test('where people can do nothing, the refusal says what to wait for', () => {
    expect(refusalOf(() => lifecycle.transition('SENT', 'close')).words.en).toContain('After Sent.');
    expect(refusalOf(() => lifecycle.transition('CLOSED', 'send')).words.vi).toContain('Sau Closed.');
  });
  test('a state that is not in the table is a fault of the program, not of the person', () => {
    expect(() => lifecycle.transition('NOWHERE' as State, 'send')).toThrow('there is no state NOWHERE');
  });
});
