import { describe, expect, test } from 'vitest';
import {
  answerDueOn,
  auditNumber,
  callsForFinding,
  FINDING_CATEGORIES,
  fieldworkProblems,
  findingProblems,
  grantsUntil,
  raisesNonconformity,
  requireAuditsOver,
  requireCompleteFinding,
  requireFieldworkFinished,
  requireFindingsSettled,
  requireRoundsOver,
  type FieldworkFacts,
} from '../../../../api/audits/rules/index.js';
import { defaultDueDates } from '../../../../api/nonconformities/rules/index.js';
import { refusalOf } from '../../lifecycle-table.js';
import { calendar, table } from '../../tables.js';

type Line = FieldworkFacts['lines'][number];
const line = (change: Partial<Line>): Line => ({
  id: '1',
  position: 1,
  about: '7.5.3',
  result: 'CONFORMING',
  reasonNotChecked: null,
  evidence: null,
  ...change,
});
const finding = (state: FieldworkFacts['findings'][number]['state'], ...checkItemIds: string[]) => ({
  id: `f-${state}`,
  state,
  checkItemIds,
});

const finished: FieldworkFacts = {
  lines: [
    line({}),
    line({ id: '2', position: 2, result: 'NOT_CHECKED', reasonNotChecked: 'Công chức phụ trách đi vắng' }),
  ],
  findings: [finding('AGREED'), finding('DROPPED'), finding('SHOWN')],
  closingMinutes: 'Đơn vị nhất trí với các phát hiện.',
};
const codes = (change: Partial<FieldworkFacts>) =>
  fieldworkProblems({ ...finished, ...change }).map(({ code }) => code);

describe('fieldwork is finished', () => {
  test('when every line is answered, the findings are agreed and the minutes are there', () => {
    expect(codes({})).toEqual([]);
    expect(() => requireFieldworkFinished(finished)).not.toThrow();
  });
  test('not while a line has neither result nor a proper reason', () => {
    for (const reasonNotChecked of [null, ' ', 'đi vắng']) {
      expect(codes({ lines: [line({ result: 'NOT_CHECKED', reasonNotChecked })] })).toEqual(['LINE_OPEN']);
    }
  });
  test('not while an observation, a minor or a major line says nothing of what was seen', () => {
    for (const result of ['OBSERVATION', 'MINOR', 'MAJOR'] as const) {
      expect(codes({ lines: [line({ result, evidence: 'Có' })], findings: [finding('AGREED', '1')] })).toEqual([
        'LINE_WITHOUT_EVIDENCE',
      ]);
    }
    expect(codes({ lines: [line({ result: 'STRENGTH' })] })).toEqual([]);
  });
  test('not while a minor or major line is carried by no finding, or only by a dropped one', () => {
    const minor = line({ position: 7, result: 'MINOR', evidence: 'Sổ theo dõi thiếu hai tháng' });
    expect(codes({ lines: [minor], findings: [finding('DROPPED', '1')] })).toEqual(['LINE_WITHOUT_FINDING']);
    expect(codes({ lines: [minor], findings: [finding('AGREED', '1')] })).toEqual([]);
    expect(codes({ lines: [{ ...minor, result: 'OBSERVATION' }] })).toEqual([]);
    expect(refusalOf(() => requireFieldworkFinished({ ...finished, lines: [minor] })).words.vi).toContain(
      'Dòng 7 (7.5.3)',
    );
  });
  test('not while a finding is a draft or waits for the team', () => {
    expect(codes({ findings: [finding('DRAFT')] })).toEqual(['FINDING_NOT_AGREED']);
    expect(codes({ findings: [finding('SENT')] })).toEqual(['FINDING_NOT_AGREED']);
  });
  test('not without minutes of the closing meeting', () => {
    expect(codes({ closingMinutes: null })).toEqual(['NO_CLOSING_MINUTES']);
    expect(refusalOf(() => requireFieldworkFinished({ ...finished, closingMinutes: '' })).detail.rule).toBe(
      'NO_CLOSING_MINUTES',
    );
  });
});

describe('an audit is reported', () => {
  test('when every finding is acknowledged or dropped', () => {
    expect(() => requireFindingsSettled([{ state: 'ACKNOWLEDGED' }, { state: 'DROPPED' }])).not.toThrow();
    expect(() => requireFindingsSettled([])).not.toThrow();
    for (const state of ['AGREED', 'SHOWN', 'DISPUTED'] as const)
      expect(refusalOf(() => requireFindingsSettled([{ state }])).detail.rule).toBe('FINDING_OPEN');
  });
});

test('a round is reported when its audits are over, a programme closed when its rounds are', () => {
  expect(() => requireAuditsOver(['CLOSED', 'CANCELLED'])).not.toThrow();
  expect(refusalOf(() => requireAuditsOver(['CLOSED', 'REPORTED'])).detail.rule).toBe('AUDITS_OPEN');
  expect(() => requireRoundsOver(['CLOSED'])).not.toThrow();
  expect(refusalOf(() => requireRoundsOver(['RUNNING', 'PREPARING'])).words.vi).toContain('Còn 2 đợt');
});

describe('a finding', () => {
  const finding = {
    requirement: 'QĐ 19/2014 Điều 4.4.b',
    evidence: 'Không có biên bản năm 2025',
    gap: 'Chưa đánh giá nội bộ',
    category: 'MAJOR',
  } as const;
  test('says requirement, evidence, gap and category', () => {
    expect(() => requireCompleteFinding(finding)).not.toThrow();
    expect(
      findingProblems({ requirement: '', evidence: 'ngắn', gap: null, category: null }).map(({ field }) => field),
    ).toEqual(['requirement', 'evidence', 'gap', 'category']);
  });
  test('that is a strength has no gap', () =>
    expect(findingProblems({ ...finding, gap: null, category: 'STRENGTH' })).toEqual([]));
  test('becomes a nonconformity if it is major or minor, as the table says', () => {
    const rows = table('audits/data/finding-categories.tsv');
    expect(rows.map(({ code }) => code)).toEqual([...FINDING_CATEGORIES]);
    expect(FINDING_CATEGORIES.filter(raisesNonconformity)).toEqual(
      rows.filter((row) => row.raises_nonconformity === 'yes').map(({ code }) => code),
    );
    const planDays = rows
      .filter(({ plan_days }) => plan_days !== '')
      .map(({ code, plan_days }) => [code, Number(plan_days)]);
    expect(Object.fromEntries(planDays)).toEqual(defaultDueDates.planWorkingDays);
  });
  test('is called for by every result but conforming, not checked and not applicable', () => {
    expect(
      ['MAJOR', 'MINOR', 'OBSERVATION', 'OPPORTUNITY', 'STRENGTH'].every((result) =>
        callsForFinding(result as 'MAJOR'),
      ),
    ).toBe(true);
    expect(
      ['CONFORMING', 'NOT_CHECKED', 'NOT_APPLICABLE'].some((result) => callsForFinding(result as 'CONFORMING')),
    ).toBe(false);
  });
});

test('dates and numbers of an audit', () => {
  expect(grantsUntil('2026-10-20')).toBe('2027-01-18');
  expect(answerDueOn('2026-11-20', calendar)).toBe('2026-11-30');
  expect(auditNumber(2026, 1, 3)).toBe('DG-2026-01-03');
});
