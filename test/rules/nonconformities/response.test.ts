import { describe, expect, test } from 'vitest';
import {
  actionsDueOn,
  actionWindow,
  defaultDueDates,
  effectivenessDueOn,
  nonconformityNumber,
  planDueOn,
  requireCompleteResponse,
  responseProblems,
  rootCause,
  type Response,
} from '../../../api/nonconformities/rules/index.js';
import { refusalOf } from '../lifecycle-table.js';
import { calendar } from '../tables.js';

const window = { today: '2026-11-23', latest: '2027-01-21' };
const complete: Response = {
  correction: 'Đã thu hồi tờ khai bản cũ tại quầy.',
  correctedById: 'lan',
  correctedOn: '2026-11-20',
  causeCategory: 'MATERIAL',
  whys: ['Quầy dùng bản in từ năm trước.', 'Không ai được giao thu hồi bản cũ.'],
  actions: [{ kind: 'CORRECTIVE', title: 'Giao văn thư thu hồi bản cũ', ownerId: 'lan', dueOn: '2026-12-15' }],
};
const fields = (change: Partial<Response>) =>
  responseProblems({ ...complete, ...change }, window).map(({ field }) => field);
const action = complete.actions[0]!;

describe('a response to a nonconformity', () => {
  test('is complete with correction, cause and a corrective action with owner and date', () => {
    expect(fields({})).toEqual([]);
    expect(() => requireCompleteResponse(complete, window)).not.toThrow();
  });
  test('needs a correction', () => {
    expect(fields({ correction: ' ' })).toEqual(['correction']);
    expect(fields({ correction: 'Đã sửa' })).toEqual(['correction']);
  });
  test('says who corrected it and by which day, and what kind of cause it had', () => {
    expect(fields({ correctedById: null, correctedOn: null, causeCategory: null })).toEqual([
      'correctedById',
      'correctedOn',
      'causeCategory',
    ]);
    expect(fields({ correctedOn: '2026-11-24' })).toEqual(['correctedOn']);
  });
  test('asks why one to five times', () => {
    expect(fields({ whys: [] })).toEqual(['whys']);
    expect(fields({ whys: Array(6).fill('Vì không có người theo dõi') })).toEqual(['whys']);
    expect(fields({ whys: Array(5).fill('Vì không có người theo dõi') })).toEqual([]);
    expect(fields({ whys: ['Vì không có người theo dõi', ' '] })).toEqual(['whys.1']);
  });
  test('takes the last why as the root cause', () => {
    expect(rootCause(complete.whys)).toBe('Không ai được giao thu hồi bản cũ.');
    expect(rootCause(['a', ' '])).toBe('a');
    expect(rootCause([])).toBeNull();
  });
  test('a correction alone is no corrective action', () => {
    expect(fields({ actions: [] })).toEqual(['actions']);
    expect(
      fields({
        actions: [
          { ...action, kind: 'CORRECTION' },
          { ...action, kind: 'PREVENTIVE' },
        ],
      }),
    ).toEqual(['actions']);
  });
  test('every action needs a title, an owner and a date', () => {
    expect(fields({ actions: [action, { kind: 'PREVENTIVE', title: '', ownerId: null, dueOn: null }] })).toEqual([
      'actions.1.title',
      'actions.1.ownerId',
      'actions.1.dueOn',
    ]);
  });
  test('an action is due from today to two months after issue', () => {
    const due = (dueOn: string) => fields({ actions: [{ ...action, dueOn }] });
    expect(due('2026-11-22')).toEqual(['actions.0.dueOn']);
    expect(due('2026-11-23')).toEqual([]);
    expect(due('2027-01-21')).toEqual([]);
    expect(due('2027-01-22')).toEqual(['actions.0.dueOn']);
    expect(due('2027-02-30')).toEqual(['actions.0.dueOn']);
  });
  test('all faults are reported at once', () => {
    const refusal = refusalOf(() =>
      requireCompleteResponse({ ...complete, correction: '', whys: [], actions: [] }, window),
    );
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(refusal.detail.problems?.map(({ field }) => field)).toEqual(['correction', 'whys', 'actions']);
  });
});

describe('due dates', () => {
  test('a plan is due 15 working days after a major and 30 after a minor nonconformity', () => {
    expect(planDueOn('2026-11-20', 'MAJOR', calendar)).toBe('2026-12-14'); // 24/11 is Vietnam Culture Day
    expect(calendar.workingDaysBetween('2026-11-20', planDueOn('2026-11-20', 'MINOR', calendar))).toBe(30);
  });
  test('actions are due two months after issue, on a working day', () => {
    expect(actionsDueOn('2026-11-20', calendar)).toBe('2027-01-20');
    expect(actionsDueOn('2026-10-22', calendar)).toBe('2026-12-22');
    expect(actionsDueOn('2026-09-22', calendar)).toBe('2026-11-23'); // 22/11/2026 is a Sunday
  });
  test('a unit that answers after those two months can still plan, within ten working days', () => {
    expect(actionWindow('2026-11-20', '2026-11-23', calendar).latest).toBe('2026-11-23');
    expect(actionWindow('2026-11-23', '2026-11-23', calendar).latest).toBe('2026-11-23');
    expect(actionWindow('2026-11-25', '2026-11-23', calendar).latest).toBe('2026-12-09');
  });
  test('effectiveness is checked three months after verification', () => {
    expect(effectivenessDueOn('2026-06-15', calendar)).toBe('2026-09-15');
  });
  test('an authority can set its own', () => {
    const settings = { ...defaultDueDates, planWorkingDays: { MAJOR: 5, MINOR: 10 }, actionMonths: 1 };
    expect(planDueOn('2026-11-20', 'MAJOR', calendar, settings)).toBe('2026-11-30');
    expect(actionsDueOn('2026-11-20', calendar, settings)).toBe('2026-12-21');
  });
});

test('nonconformities are numbered KPH-2026-001, or by the pattern of the authority', () => {
  expect(nonconformityNumber(2026, 1)).toBe('KPH-2026-001');
  expect(nonconformityNumber(2026, 12, '{seq:2}/{year}/PKPH')).toBe('12/2026/PKPH');
});
