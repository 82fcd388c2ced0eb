import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseBlocking, refuseProblems } from '../../api/rules/checks.js';
import { weightedScore } from '../../api/rules/score.js';
import { refusalOf } from './lifecycle-table.js';

const item = fc.record({ weight: fc.integer({ min: 1, max: 3 }), value: fc.double({ min: 0, max: 1, noNaN: true }) });

test('the heavier question counts more', () => {
  expect(
    weightedScore([
      { weight: 3, value: 1 },
      { weight: 1, value: 0 },
    ]),
  ).toBe(0.75);
});
test('where nothing applies there is no score, not nought', () => {
  expect(weightedScore([])).toBeNull();
});
test('all good is exactly 100 %, and a score lies between the worst and the best', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), (items) => {
      const score = weightedScore(items)!;
      expect(score).toBeGreaterThanOrEqual(Math.min(...items.map((i) => i.value)) - 1e-9);
      expect(score).toBeLessThanOrEqual(Math.max(...items.map((i) => i.value)) + 1e-9);
      expect(weightedScore(items.map(({ weight }) => ({ weight, value: 1 })))).toBe(1);
    }),
  );
});
test('a weight of nought and a value above one are faults of the program', () => {
  expect(() => weightedScore([{ weight: 0, value: 1 }])).toThrow(RangeError);
  expect(() => weightedScore([{ weight: 1, value: 1.1 }])).toThrow(RangeError);
  expect(() => weightedScore([{ weight: 1, value: NaN }])).toThrow(RangeError);
});
test('a blocking check result refuses with its code; a warning does not', () => {
  const result = (code: string, severity: 'BLOCKING' | 'WARNING') => ({
    code,
    severity,
    words: { vi: `${code}.`, en: `${code}.` },
  });
  expect(() => refuseBlocking([result('FORM_UNUSED', 'WARNING')])).not.toThrow();
  const refusal = refusalOf(() =>
    refuseBlocking([result('FORM_UNUSED', 'WARNING'), result('OVER_LIMIT', 'BLOCKING'), result('CYCLE', 'BLOCKING')]),
  );
  expect(refusal.code).toBe('RULE_VIOLATED');
  expect(refusal.detail.rule).toBe('OVER_LIMIT');
  expect(refusal.detail.problems).toHaveLength(2);
  expect(refusal.words.en).toBe('OVER_LIMIT. (and 1 more to put right)');
});
test('all faults of an input are reported at once, the first with its field', () => {
  const words = { vi: 'Hãy điền.', en: 'Fill this in.' };
  expect(() => refuseProblems([])).not.toThrow();
  const refusal = refusalOf(() =>
    refuseProblems([
      { field: 'a', words },
      { field: 'b', words },
    ]),
  );
  expect(refusal.detail).toEqual({
    field: 'a',
    problems: [
      { field: 'a', words },
      { field: 'b', words },
    ],
  });
});
