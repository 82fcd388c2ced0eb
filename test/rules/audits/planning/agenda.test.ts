import { describe, expect, test } from 'vitest';
import {
  buildAgenda,
  checkItemLines,
  compareClauses,
  inScope,
  parseAgendaTemplate,
} from '../../../../api/audits/rules/index.js';
import { table } from '../../tables.js';

const template = parseAgendaTemplate(table('audits/data/audit-day-agenda.tsv'));
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('the agenda of a half day', () => {
  const lines = buildAgenda(template, 'HALF_DAY', { date: '2026-10-14', start: '07:30' });
  test('has ten lines from the opening meeting to the reserve, 240 minutes in all', () => {
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatchObject({
      from: '07:30',
      to: '07:45',
      track: 'ALL',
      activity: 'Họp khai mạc',
      date: '2026-10-14',
    });
    expect(lines.at(-1)!.to).toBe('11:30');
    expect(lines.slice(0, -1).every(({ to }) => minutes(to) <= minutes(lines.at(-1)!.from))).toBe(true);
  });
  test('names office and clauses', () => {
    expect(lines[2]).toMatchObject({
      track: 'A',
      unitKind: 'SERVICE_CENTRE',
      clauses: ['8.2.1', '8.2.3', '8.5.1', '8.5.2', '8.5.3'],
    });
  });
});

describe('the agenda of a full day', () => {
  const day = (start: string) => buildAgenda(template, 'FULL_DAY', { date: '2026-10-14', start });
  test('breaks for lunch between two lines and lasts 450 minutes without it', () => {
    expect(
      day('07:30')
        .map(({ from, to }) => `${from}-${to}`)
        .slice(5, 8),
    ).toEqual(['10:30-11:30', '13:00-14:30', '13:00-14:30']);
    expect(day('07:30').at(-1)!.to).toBe('16:30');
  });
  test('never breaks in the middle of a line', () => {
    expect(
      day('08:00')
        .map(({ from, to }) => `${from}-${to}`)
        .slice(5, 7),
    ).toEqual(['11:00-12:00', '13:30-15:00']);
  });
  test('a start that is no time of day is a fault of the program', () => {
    for (const start of ['7h30', '24:00', '23:00']) expect(() => day(start)).toThrow(RangeError);
  });
});

test('nobody is in two places: lines of one track do not overlap', () => {
  for (const code of ['HALF_DAY', 'FULL_DAY'] as const) {
    for (const track of ['A', 'B']) {
      const lines = buildAgenda(template, code, { date: '2026-10-14', start: '08:00' }).filter(
        (line) => line.track === 'ALL' || line.track === track,
      );
      lines
        .slice(1)
        .forEach((line, index) => expect(minutes(line.from)).toBeGreaterThanOrEqual(minutes(lines[index]!.to)));
    }
  }
});

describe('the lines of a work sheet', () => {
  const clause = (number: string, leaf = true, auditable = true) => ({
    number,
    titleVi: `[tên ${number}]`,
    titleEn: `[title ${number}]`,
    leaf,
    auditable,
  });
  const clauses = [
    clause('7.5', false),
    clause('7.5.3'),
    clause('7.5.1'),
    clause('10.2.1'),
    clause('3', true, false),
    clause('8.1'),
  ];
  test('are the auditable leaf clauses in scope, then the procedures, in order', () => {
    const lines = checkItemLines(
      clauses,
      ['3', '7.5', '10'],
      [
        { id: 'p2', code: 'QT.02', title: 'Khai tử' },
        { id: 'p1', code: 'QT.01', title: 'Khai sinh' },
      ],
    );
    expect(lines.map(({ position, key }) => `${position} ${key}`)).toEqual([
      '1 clause:7.5.1',
      '2 clause:7.5.3',
      '3 clause:10.2.1',
      '4 procedure:p1',
      '5 procedure:p2',
    ]);
  });
  test('ask in words, without the brackets of a gloss', () => {
    const [line] = checkItemLines(clauses, ['8.1'], []);
    expect(line!.question.vi).toBe('Đơn vị thực hiện điều khoản 8.1 “tên 8.1” như thế nào, bằng chứng là gì?');
    expect(line!.question.en).toContain('8.1 “title 8.1”');
  });
  test('a group means all its leaves, and no others', () => {
    expect(inScope('7.5.3', ['7.5'])).toBe(true);
    expect(inScope('7.50', ['7.5'])).toBe(false);
    expect(inScope('10.1', ['1'])).toBe(false);
  });
  test('clauses are in the order of the standard', () => {
    expect(['10.2', '4.1', '9.1.10', '9.1.2', '9.1'].sort(compareClauses)).toEqual([
      '4.1',
      '9.1',
      '9.1.2',
      '9.1.10',
      '10.2',
    ]);
  });
});
