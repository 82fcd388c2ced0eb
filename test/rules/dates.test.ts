import { expect, test } from 'vitest';
import { readDay } from '../../client/i18n/read-day.js';

test.each(['5/12/2026', '05/12/2026', ' 05.12.2026 ', '5-12-2026', '5 12 2026', '05122026', '2026-12-05'])(
  '“%s” is the fifth of December',
  (written) => {
    expect(readDay(written)).toBe('2026-12-05');
  },
);

test.each([
  '',
  '5/12',
  '5/12/26',
  '31/02/2026',
  '29/02/2027',
  '13/13/2026',
  '00/10/2026',
  '12/2026',
  '2026-13-01',
  'mai',
  '5/12/2026 8:00',
])('“%s” is no day', (written) => {
  expect(readDay(written)).toBeUndefined();
});

test('the last day of February is one in a leap year only', () => {
  expect(readDay('29/02/2028')).toBe('2028-02-29');
  expect(readDay('29/02/2100')).toBeUndefined();
});
