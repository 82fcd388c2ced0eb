import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noValue, replaces, toAnswer } from '../../../api/self-inspection/rules/index.js';

const blank = { ...noValue, dossiers: [], attachmentIds: [] };

describe('what is written down, as the form engine reads it', () => {
  test('is a choice, a number or a count', () => {
    expect(toAnswer({ ...blank, choice: 'NO', note: 'Thiếu' })).toEqual({
      value: 'NO',
      sample: null,
      note: 'Thiếu',
      photos: 0,
      dossiers: [],
    });
    expect(toAnswer({ ...blank, number: 4, sample: 5 })).toMatchObject({ value: 4, sample: 5 });
    expect(toAnswer({ ...blank, number: 0 })).toMatchObject({ value: 0 });
    expect(toAnswer({ ...blank, choice: 'NA', attachmentIds: ['a', 'b'] })).toMatchObject({ value: 'NA', photos: 2 });
  });
  test('is no answer yet with only a note', () => expect(toAnswer({ ...blank, note: 'Đang xem' })).toBeUndefined());
});

describe('answers of several devices', () => {
  const written = fc.record({
    answeredAt: fc.date({ min: new Date('2026-11-01'), max: new Date('2026-11-30'), noInvalidDate: true }),
    value: fc.integer(),
  });
  const merged = (all: { answeredAt: Date; value: number }[]) =>
    all.reduce<{ answeredAt: Date; value: number } | undefined>(
      (kept, sent) => (!kept || replaces(sent, kept) ? sent : kept),
      undefined,
    );

  test('the newest holds, in whatever order they arrive and however often', () => {
    const distinct = fc.uniqueArray(written, { selector: ({ answeredAt }) => answeredAt.getTime(), minLength: 1 });
    fc.assert(
      fc.property(distinct, fc.integer(), (all, seed) => {
        const shuffled = [...all, ...all].toSorted(
          (a, b) => (a.value ^ seed) - (b.value ^ seed) || a.answeredAt.getTime() - b.answeredAt.getTime(),
        );
        const newest = all.reduce((a, b) => (a.answeredAt > b.answeredAt ? a : b));
        expect(merged(shuffled)).toEqual(newest);
        expect(merged(all)).toEqual(newest);
      }),
    );
  });
});
