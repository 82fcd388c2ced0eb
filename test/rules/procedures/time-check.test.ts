import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  longestPath,
  stepGraph,
  timeCheck,
  workingWindow,
  type CheckedContent,
  type Step,
} from '../../../api/procedures/rules/index.js';

const step = (code: string, after: string[] = [], change: Partial<Step> = {}): Step => ({
  code,
  after,
  content: 'Thẩm tra',
  roleName: 'Công chức',
  roleKey: 'OFFICER',
  unitKind: 'OFFICE',
  hours: 4,
  output: '',
  formCodes: [],
  ...change,
});
const check = (steps: Step[], change: Partial<CheckedContent> = {}) =>
  timeCheck({ steps, forms: [], limit: { value: 2, unit: 'WORKING_DAYS' }, ...change });
const codes = (...args: Parameters<typeof check>) =>
  check(...args).map(({ code, stepCode }) => (stepCode ? `${code} ${stepCode}` : code));

describe('the working window of a limit', () => {
  const calendarDays = (value: number) => workingWindow({ value, unit: 'CALENDAR_DAYS' });
  test('counts 8 hours for every working day', () => {
    expect(workingWindow({ value: 10, unit: 'WORKING_DAYS' })).toBe(80);
    expect(workingWindow({ value: 1, unit: 'SAME_DAY' })).toBe(8);
    expect(workingWindow({ value: null, unit: 'SAME_DAY' })).toBe(8);
    expect(workingWindow({ value: null, unit: 'NONE' })).toBeNull();
  });
  test('takes the worst weekends for calendar days', () => {
    expect([1, 2, 3, 7, 10, 15, 20, 30, 45].map(calendarDays)).toEqual([0, 0, 8, 40, 48, 80, 112, 160, 248]);
  });
  test('agrees with counting weekdays from every day of the week', () => {
    for (let n = 1; n <= 60; n += 1) {
      const worst = Math.min(
        ...[0, 1, 2, 3, 4, 5, 6].map(
          (start) => Array.from({ length: n }, (_, i) => (start + i) % 7).filter((day) => day < 5).length,
        ),
      );
      expect(calendarDays(n), `${n} days`).toBe(worst * 8);
    }
  });
  test('needs the number of days', () =>
    expect(() => workingWindow({ value: null, unit: 'WORKING_DAYS' })).toThrow(RangeError));
});

describe('the longest path', () => {
  test('goes through the slower of two parallel branches', () => {
    expect(
      longestPath([
        step('B1'),
        step('B2', ['B1'], { hours: 10 }),
        step('B3', ['B1'], { hours: 3 }),
        step('B4', ['B2', 'B3']),
      ]),
    ).toEqual({ hours: 18, codes: ['B1', 'B2', 'B4'] });
  });
  test('does not depend on the order in which the steps are written', () => {
    expect(longestPath([step('B3', ['B2']), step('B2', ['B1']), step('B1')])).toEqual({
      hours: 12,
      codes: ['B1', 'B2', 'B3'],
    });
  });
  test('of no steps is nothing', () => expect(longestPath([])).toEqual({ hours: 0, codes: [] }));

  const anyGraph = fc
    .array(fc.record({ hours: fc.integer({ min: 1, max: 40 }), picks: fc.array(fc.nat(), { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 9,
    })
    .map((list) =>
      list.map(({ hours, picks }, index) =>
        step(`B${index}`, index === 0 ? [] : [...new Set(picks.map((pick) => `B${pick % index}`))], { hours }),
      ),
    );
  /** All paths, one by one. */
  const slow = (steps: Step[], { code, hours }: Step): number =>
    hours + Math.max(0, ...steps.filter(({ after }) => after.includes(code)).map((next) => slow(steps, next)));
  test('is as long as the longest of all paths tried one by one', () => {
    fc.assert(
      fc.property(anyGraph, (steps) => {
        const { hours, codes: path } = longestPath(steps);
        expect(hours).toBe(Math.max(...steps.map((first) => slow(steps, first))));
        expect(path.reduce((sum, code) => sum + steps.find((one) => one.code === code)!.hours, 0)).toBe(hours);
        path
          .slice(1)
          .forEach((code, index) => expect(steps.find((one) => one.code === code)!.after).toContain(path[index]));
      }),
    );
  });
  test('the order puts every step after those before it', () => {
    fc.assert(
      fc.property(anyGraph, fc.infiniteStream(fc.nat()), (steps, randoms) => {
        const shuffled = [...steps].sort(() => (randoms.next().value! % 3) - 1);
        const order = stepGraph(shuffled).ordered.map(({ code }) => code);
        expect(order).toHaveLength(steps.length);
        for (const { code, after } of steps)
          for (const earlier of after) expect(order.indexOf(earlier)).toBeLessThan(order.indexOf(code));
      }),
    );
  });
});

describe('the time check finds', () => {
  test('nothing in a procedure that is in order', () => expect(codes([step('B1'), step('B2', ['B1'])])).toEqual([]));
  test('no steps', () => expect(codes([])).toEqual(['NO_STEPS']));
  test('a longest path over the limit, with the hours to cut', () => {
    const [finding] = check([step('B1', [], { hours: 10 }), step('B2', ['B1'], { hours: 8.5 })]);
    expect(finding).toMatchObject({ code: 'OVER_LIMIT', severity: 'BLOCKING' });
    expect(finding!.words.vi).toBe(
      'Đường dài nhất B1 → B2 cần 18,5 giờ làm việc, thời hạn chỉ cho 16 giờ: hãy rút ngắn 2,5 giờ.',
    );
  });
  test('exactly the limit is in time, and without a limit there is none to break', () => {
    expect(codes([step('B1', [], { hours: 16 })])).toEqual([]);
    expect(codes([step('B1', [], { hours: 999 })], { limit: { value: null, unit: 'NONE' } })).toEqual([]);
  });
  test('a limit without its number', () =>
    expect(codes([step('B1')], { limit: { value: null, unit: 'CALENDAR_DAYS' } })).toEqual(['NO_LIMIT_VALUE']));
  test('steps in a circle, and says nothing about their time', () => {
    expect(codes([step('B1'), step('B2', ['B1', 'B3'], { hours: 99 }), step('B3', ['B2'])])).toEqual(['CYCLE']);
    expect(
      check([step('B1'), step('B2', ['B1', 'B3']), step('B3', ['B2']), step('B4', ['B3'])])[0]!.words.en,
    ).toContain('The steps B2, B3 form a circle');
    expect(check([step('B1', ['B1'])])[0]!.words.vi).toContain('B1 nối thành vòng');
  });
  test('a predecessor that does not exist', () =>
    expect(codes([step('B1'), step('B2', ['B9'])])).toEqual(['UNKNOWN_PREDECESSOR B2']));
  test('a code twice', () => expect(codes([step('B1'), step('B1', ['B1'])])).toContain('DUPLICATE_STEP B1'));
  test('several first steps', () => expect(codes([step('B1'), step('B2')])).toEqual(['SEVERAL_STARTS']));
  test('a step without role, office or time', () => {
    expect(codes([step('B1', [], { roleName: '', roleKey: '' })])).toEqual(['MISSING_ROLE B1']);
    expect(codes([step('B1', [], { unitKind: ' ' })])).toEqual(['MISSING_OFFICE B1']);
    for (const hours of [0, -1, NaN, Infinity]) expect(codes([step('B1', [], { hours })])).toContain('WRONG_HOURS B1');
  });
  test('a form that is used and not listed, and one that is listed and not used', () => {
    const forms = [{ code: 'M01', title: 'Tờ khai' }];
    expect(codes([step('B1', [], { formCodes: ['M01', 'M02'] })], { forms })).toEqual(['FORM_UNLISTED B1']);
    expect(check([step('B1')], { forms })[0]).toMatchObject({ code: 'FORM_UNUSED', severity: 'WARNING' });
  });
  test('one-stop forms need not be listed', () =>
    expect(codes([step('B1', [], { formCodes: ['TT03-01', 'TT03-06'] })])).toEqual([]));
});
