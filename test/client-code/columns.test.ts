import { describe, expect, test } from 'vitest';
import { paperColumns, registerColumns, type PaperRow, type RegisterRow } from '../../client/nonconformities/columns';
import { words } from '../../client/nonconformities/words.vi';
import { cellText, type Column } from '../../client/ui/columns';

describe('a cell as text', () => {
  const column = (value: string | number | null, kind?: Column<unknown>['kind'], none?: string): Column<unknown> => ({
    key: 'any',
    header: 'Any',
    value: () => value,
    ...(kind && { kind }),
    ...(none && { none }),
  });
  test.each([
    ['a text stands as it is', column('Đạt'), 'Đạt'],
    ['a number without a kind too', column(1000), '1000'],
    ['a number is written in the Vietnamese way', column(1234.5, 'number'), '1.234,5'],
    ['a share as a percentage', column(0.708, 'percent'), '70,8%'],
    ['a day as day, month, year', column('2026-12-05', 'date'), '05/12/2026'],
    ['an instant with its time in Vietnam', column('2026-12-05T02:30:00Z', 'dateTime'), '05/12/2026 09:30'],
    ['nothing as nothing', column(null, 'date'), ''],
    ['nothing as what the column says', column(null, 'date', '–'), '–'],
    ['zero is a value', column(0, 'percent', '–'), '0%'],
  ])('%s', (_, given, text) => {
    expect(cellText(given, {}, 0)).toBe(text);
  });
});

describe('the register of nonconformities', () => {
  const row: PaperRow = {
    id: '1',
    number: 'KPH-2026-014',
    gap: 'Hồ sơ quá hạn không có văn bản xin lỗi',
    state: 'CLOSED',
    severity: 'MAJOR',
    source: 'AUDIT',
    sourceReference: 'DG-2026-01',
    issuedAt: '2026-10-01T02:00:00Z',
    dueOn: null,
    overdue: false,
    actionsDueOn: '2026-10-26',
    closedAt: '2026-11-20T02:00:00Z',
    unit: { id: 'u', name: 'Văn phòng' },
    authority: { id: 'a', name: 'Phường Bạch Trúc' },
    clause: { id: 'c', number: '8.2.1' },
    responder: { id: 'p', fullName: 'Bùi Phương Thủy' },
    verifications: [
      { id: 'v1', passed: false },
      { id: 'v2', passed: true },
    ],
    actions: [
      { id: '1', state: 'ACCEPTED', doneAt: '2026-10-20', owner: { id: 'p', fullName: 'Bùi Phương Thủy' } },
      { id: '2', state: 'ACCEPTED', doneAt: '2026-10-25', owner: { id: 'q', fullName: 'Phạm Ngọc Lệ' } },
      { id: '3', state: 'DROPPED', doneAt: null, owner: { id: 'r', fullName: 'Hồ Viết Toản' } },
    ],
  };
  const written = (isMixed: boolean) =>
    Object.fromEntries(paperColumns(words, isMixed).map((column) => [column.key, cellText<PaperRow>(column, row, 4)]));

  test('on paper has the columns of the form, each with its value', () => {
    expect(written(false)).toEqual({
      order: '5',
      number: 'KPH-2026-014',
      issued: '01/10/2026',
      unit: 'Văn phòng',
      gap: 'Hồ sơ quá hạn không có văn bản xin lỗi',
      clause: '8.2.1',
      severity: words.severity.MAJOR,
      source: `${words.sources[row.source]}: DG-2026-01`,
      owners: 'Bùi Phương Thủy, Phạm Ngọc Lệ',
      due: '26/10/2026',
      done: '25/10/2026',
      verified: `${words.paper.passed} (${words.round(2)})`,
      closed: '20/11/2026',
      late: '',
    });
  });

  test('names the authority where rows of several stand', () => {
    expect(written(true)['unit']).toBe('Văn phòng, Phường Bạch Trúc');
  });

  test('has a value in every column of the screen, for a spreadsheet', () => {
    const open = { ...row, mine: false, procedure: null, dueOn: '2026-12-05', actions: [] };
    const columns: readonly Column<RegisterRow>[] = registerColumns(words);
    for (const column of columns) expect(column.value(open, 0), column.key).toBeTruthy();
  });
});
