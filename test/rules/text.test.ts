import { expect, test } from 'vitest';
import { requireReason, requireText, tidyText } from '../../api/rules/text.js';
import { numberByPattern } from '../../api/rules/numbering.js';
import { parseList, parseTsv } from '../../api/rules/tsv.js';
import { refusalOf } from './lifecycle-table.js';

test('a reason has at least ten characters, blanks around it not counted', () => {
  expect(requireReason('  đã hết hạn nộp ')).toBe('đã hết hạn nộp');
  expect(requireReason('0123456789')).toBe('0123456789');
  const refusal = refusalOf(() => requireReason('   quá ngắn    '));
  expect(refusal.code).toBe('INVALID_INPUT');
  expect(refusal.detail.field).toBe('reason');
  expect(refusal.words.vi).toContain('ít nhất 10 ký tự');
});

test('a missing reason and a reason of a whole book are refused', () => {
  expect(refusalOf(() => requireReason(undefined)).detail.field).toBe('reason');
  expect(refusalOf(() => requireReason('a'.repeat(2001))).words.en).toContain('at most 2000');
  expect(requireReason('a'.repeat(2000))).toHaveLength(2000);
});

test('a Vietnamese letter counts once, however the keyboard sends it', () => {
  const typed = 'khắc phục'.normalize('NFD');
  expect(refusalOf(() => requireReason(typed)).code).toBe('INVALID_INPUT');
  expect(tidyText(typed)).toBe('khắc phục');
});

test('a text names its field when it is refused', () => {
  expect(requireText('title', ' Tên ', { max: 10 })).toBe('Tên');
  expect(requireText('note', '  ', { min: 0 })).toBe('');
  expect(refusalOf(() => requireText('actions.0.title', '')).detail.field).toBe('actions.0.title');
});

test('numbers follow the pattern of the authority', () => {
  expect(numberByPattern('KPH-{year}-{seq:3}', { year: 2026, seq: 1 })).toBe('KPH-2026-001');
  expect(numberByPattern('KPH-{year}-{seq:3}', { year: 2026, seq: 1234 })).toBe('KPH-2026-1234');
  expect(() => numberByPattern('{office}-{seq}', { seq: 1 })).toThrow('needs office');
});

test('a reference table is read line by line, and a broken line is named', () => {
  expect(parseTsv('a\tb\n1\t\n')).toEqual([{ a: '1', b: '' }]);
  expect(() => parseTsv('a\tb\n1\t2\n1\n')).toThrow('Line 3');
  expect(parseList('4.1, 4.2,')).toEqual(['4.1', '4.2']);
  expect(parseList('')).toEqual([]);
});
