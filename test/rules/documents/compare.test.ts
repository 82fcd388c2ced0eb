import { describe, expect, test } from 'vitest';
import { agencyName, compareSections } from '../../../api/documents/rules/index.js';
import { compareProcedures, limitWords, stepRoles, type ProcedureRead } from '../../../api/procedures/rules/index.js';

const step = {
  code: 'B1',
  content: 'Tiếp nhận',
  roleName: 'Công chức tiếp nhận',
  roleKey: 'COUNTER_OFFICER',
  unitKind: 'SERVICE_CENTRE',
  hours: 0.5,
  output: 'Giấy tiếp nhận',
  formCodes: ['TT03-01'],
  after: [],
};
const procedure: ProcedureRead = {
  nationalCode: '1.001193',
  field: 'Hộ tịch',
  limitUnit: 'WORKING_DAYS',
  limitValue: 5,
  limitNote: null,
  fee: 'Miễn phí',
  receivedAt: null,
  conditions: null,
  dossierCount: 1,
  channels: ['COUNTER'],
  legalBases: [],
  dossierParts: [],
  forms: [],
  records: [],
  steps: [step, { ...step, code: 'B2', after: ['B1'] }],
};

describe('two revisions side by side', () => {
  test('sections are added, removed and changed; blanks around them count for nothing', () => {
    const before = [
      { key: 'PURPOSE', body: 'Cũ' },
      { key: 'SCOPE', body: 'Phạm vi' },
      { key: 'Phụ lục', body: 'A' },
    ];
    const after = [
      { key: 'PURPOSE', body: 'Mới' },
      { key: 'SCOPE', body: ' Phạm vi\n' },
      { key: 'REFERENCES', body: 'TCVN' },
    ];
    expect(compareSections(before, after).map(({ kind, part, title }) => [kind, part, title.vi])).toEqual([
      ['CHANGED', 'PURPOSE', 'Mục đích'],
      ['ADDED', 'REFERENCES', 'Tài liệu viện dẫn'],
      ['REMOVED', 'Phụ lục', 'Phụ lục'],
    ]);
  });

  test('a procedure differs in its limit and in single steps', () => {
    const after: ProcedureRead = { ...procedure, limitValue: 3, steps: [step, { ...step, code: 'B3', after: ['B1'] }] };
    expect(
      compareProcedures(procedure, after).map(({ kind, part, entry, after: now }) => [
        kind,
        part,
        entry,
        now?.slice(0, 18) ?? null,
      ]),
    ).toEqual([
      ['CHANGED', 'LIMIT', null, '03 ngày làm việc'],
      ['REMOVED', 'STEPS', 'B2', null],
      ['ADDED', 'STEPS', 'B3', 'Tiếp nhận; Công ch'],
    ]);
    expect(compareProcedures(procedure, structuredClone(procedure))).toEqual([]);
    expect(compareProcedures(null, procedure)).toEqual([]);
  });

  test('changed hours of a step are seen', () => {
    const after: ProcedureRead = { ...procedure, steps: [{ ...step, hours: 1.5 }, procedure.steps[1]!] };
    expect(compareProcedures(procedure, after)).toMatchObject([
      { kind: 'CHANGED', part: 'STEPS', entry: 'B1', after: expect.stringContaining('1,5 giờ') },
    ]);
  });
});

describe('words of the paper', () => {
  test('limits are written as papers write them', () => {
    expect(limitWords({ unit: 'WORKING_DAYS', value: 5 }).vi).toBe('05 ngày làm việc');
    expect(limitWords({ unit: 'CALENDAR_DAYS', value: 30 }).vi).toBe('30 ngày');
    expect(limitWords({ unit: 'SAME_DAY', value: null }).vi).toBe('Trong ngày làm việc');
  });

  test('a ward is named by its committee, a department by its own name', () => {
    expect(agencyName('Phường Bạch Trúc')).toBe('Ủy ban nhân dân phường Bạch Trúc');
    expect(agencyName('Sở Khoa học và Công nghệ')).toBe('Sở Khoa học và Công nghệ');
  });

  test('every role that can be chosen has a key and an office', () => {
    expect(stepRoles.filter(({ roleKey, roleName, unitKind }) => !roleKey || !roleName || !unitKind)).toEqual([]);
  });
});
