import { describe, expect, test } from 'vitest';
import {
  actionLifecycle,
  dueAfterReturn,
  isActionEventOpen,
  nextDueOn,
  nonconformityLifecycle,
  type DueFacts,
  type NonconformityEnd,
  type NonconformityState,
} from '../../../api/nonconformities/rules/index.js';
import { calendar } from '../tables.js';

const facts: DueFacts = {
  state: 'ISSUED',
  since: '2026-11-23',
  planDueOn: '2027-01-06',
  actionsDueOn: '2027-01-25',
  effectivenessDueOn: null,
  openActionsDueOn: [],
};
const due = (change: Partial<DueFacts>) => nextDueOn({ ...facts, ...change }, calendar);

/** What is due in each open state with these facts. */
const dueWithoutMore: Record<Exclude<NonconformityState, NonconformityEnd>, string> = {
  ISSUED: '2027-01-06',
  DISPUTED: '2026-12-01',
  RESPONDED: '2026-12-01',
  PLAN_APPROVED: '2027-01-25',
  ACTIONS_DONE: '2026-12-08',
  VERIFIED: '2026-12-08',
};

describe('the next due date', () => {
  test.each(Object.entries(dueWithoutMore))('in the state %s is %s', (state, day) => {
    expect(due({ state: state as NonconformityState })).toBe(day);
  });
  test('is that of the plan while the unit must answer, and a few days after a late return', () => {
    expect(due({})).toBe('2027-01-06');
    expect(due({ since: '2027-01-05' })).toBe('2027-01-12');
  });
  test('gives five working days to decide, ten to verify (24/11/2026 is a day off)', () => {
    expect(due({ state: 'RESPONDED' })).toBe('2026-12-01');
    expect(due({ state: 'DISPUTED' })).toBe('2026-12-01');
    expect(due({ state: 'ACTIONS_DONE' })).toBe('2026-12-08');
  });
  test('is that of the first open action while the plan is carried out', () => {
    expect(due({ state: 'PLAN_APPROVED', openActionsDueOn: ['2026-12-20', '2026-12-15'] })).toBe('2026-12-15');
    expect(due({ state: 'PLAN_APPROVED' })).toBe('2027-01-25');
  });
  test('lies after the day from which the effect can be judged', () => {
    expect(due({ state: 'VERIFIED', effectivenessDueOn: '2027-02-23' })).toBe('2027-03-09');
  });
  test('is none once nothing is due', () => {
    const ends = nonconformityLifecycle.states.filter((each) => nonconformityLifecycle.isTerminal(each));
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.map((state) => due({ state }))).toEqual(ends.map(() => null));
  });
  test('of an action that is given back is never past', () => {
    expect(dueAfterReturn('2026-12-15', '2026-12-28', calendar)).toBe('2027-01-05');
    expect(dueAfterReturn('2027-01-15', '2026-12-28', calendar)).toBe('2027-01-15');
  });
});

describe('what may happen to an action', () => {
  test('is work while the plan is carried out, and judgement while it is verified', () => {
    expect(isActionEventOpen('reportDone', 'PLAN_APPROVED')).toBe(true);
    expect(isActionEventOpen('accept', 'PLAN_APPROVED')).toBe(false);
    expect(isActionEventOpen('accept', 'ACTIONS_DONE')).toBe(true);
    expect(isActionEventOpen('askExtension', 'ACTIONS_DONE')).toBe(false);
  });
  const others = nonconformityLifecycle.states.filter((state) => !['PLAN_APPROVED', 'ACTIONS_DONE'].includes(state));
  test.each(others)('is nothing while it is %s', (state) => {
    expect(actionLifecycle.events.filter((event) => isActionEventOpen(event, state))).toEqual([]);
  });
});
