import { describe, expect, test } from 'vitest';
import { lastDayToDeclare, mayDeclareOn, replacementsOf, requireInTime } from '../../../../api/audits/rules/index.js';

describe('R14: the last day to declare a conflict', () => {
  test.each([
    ['five days before the audit', ['2026-12-09'], null, '2026-12-04'],
    ['counted from the first day of several', ['2026-12-11', '2026-12-09'], null, '2026-12-04'],
    ['for who joined in time, as for everybody', ['2026-12-09'], '2026-12-03', '2026-12-04'],
    ['for who joined on the last day or later, the day before the audit', ['2026-12-09'], '2026-12-04', '2026-12-08'],
    ['without days there is none', [], null, null],
  ])('%s', (_what, dates, joinedOn, expected) => expect(lastDayToDeclare(dates, joinedOn)).toBe(expected));

  test('holds to the end of that day', () => {
    expect(mayDeclareOn('2026-12-04', ['2026-12-09'])).toBe(true);
    expect(mayDeclareOn('2026-12-05', ['2026-12-09'])).toBe(false);
    expect(mayDeclareOn('2026-12-08', ['2026-12-09'], '2026-12-06')).toBe(true);
    expect(mayDeclareOn('2030-01-01', [])).toBe(true);
  });

  test('after it the refusal names the rule, the day, and what can still be done', () => {
    expect(() => requireInTime('2026-12-05', ['2026-12-09'], null)).toThrow(
      expect.objectContaining({
        code: 'RULE_VIOLATED',
        detail: { rule: 'R14' },
        words: expect.objectContaining({ vi: expect.stringMatching(/04\/12\/2026.*đơn vị chủ trì/) }),
      }),
    );
  });
});

describe('who replaces whom when a team changes', () => {
  const team = [
    { personId: 'a', part: 'LEAD' },
    { personId: 'b', part: 'AUDITOR' },
    { personId: 'c', part: 'SECRETARY' },
  ] as const;
  test.each([
    [
      'nobody, when only parts change',
      [{ personId: 'b', part: 'LEAD' }, { personId: 'a', part: 'AUDITOR' }, team[2]],
      [],
    ],
    [
      'who takes over the part',
      [team[0], { personId: 'y', part: 'SECRETARY' }, { personId: 'x', part: 'AUDITOR' }],
      [
        { leftId: 'b', joinedId: 'x', part: 'AUDITOR' },
        { leftId: 'c', joinedId: 'y', part: 'SECRETARY' },
      ],
    ],
    [
      'the next one, when nobody has the part',
      [team[0], team[2], { personId: 'x', part: 'TRAINEE' }],
      [{ leftId: 'b', joinedId: 'x', part: 'TRAINEE' }],
    ],
    ['nobody, when the team gets smaller', [team[0], team[2]], [{ leftId: 'b', joinedId: null, part: 'AUDITOR' }]],
    [
      'somebody comes in addition',
      [...team, { personId: 'x', part: 'TRAINEE' }],
      [{ leftId: null, joinedId: 'x', part: 'TRAINEE' }],
    ],
  ] as const)('%s', (_what, after, expected) => expect(replacementsOf(team, after)).toEqual(expected));
});
