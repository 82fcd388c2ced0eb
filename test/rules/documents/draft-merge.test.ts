import { describe, expect, test } from 'vitest';
import { differences, mergeDraft, type DraftPart } from '../../../client/documents/draft-merge.js';
import type { DraftValues } from '../../../client/documents/draft-values.js';

const step = (code: string, content = code) => ({
  code,
  content,
  roleName: '',
  roleKey: '',
  unitKind: '',
  hours: 1,
  output: '',
  formCodes: '',
  after: [] as string[],
});
const base: DraftValues = {
  reviewerId: 'minh',
  approverId: 'hoa',
  changeRows: [],
  file: null,
  texts: { PURPOSE: 'Quy định', SCOPE: 'Văn phòng', REFERENCES: '', DEFINITIONS: '' },
  sections: [],
  nationalCode: '',
  field: 'Hộ tịch',
  limitUnit: 'WORKING_DAYS',
  limitValue: 3,
  limitNote: '',
  fee: '',
  receivedAt: '',
  conditions: '',
  dossierCount: 1,
  channels: [],
  legalBases: [],
  dossierParts: [],
  forms: [],
  records: [],
  steps: [step('B1'), step('B2'), step('B3')],
};
const parts: DraftPart[] = [
  { title: 'Phạm vi', paths: ['texts.SCOPE'], words: ({ texts }: DraftValues) => texts.SCOPE },
  {
    title: 'Thời hạn',
    paths: ['limitUnit', 'limitValue'],
    words: ({ limitUnit, limitValue }: DraftValues) => `${limitUnit} ${limitValue}`,
  },
  {
    title: 'Các bước',
    list: 'steps',
    key: (entry) => String(entry['code']),
    name: (entry) => String(entry['code']),
    words: (entry: Record<string, unknown>) => String(entry['content']),
  },
];
const scope = (text: string): DraftValues => ({ ...base, texts: { ...base.texts, SCOPE: text } });
const steps = (...list: DraftValues['steps']): DraftValues => ({ ...base, steps: list });
const found = (mine: DraftValues, theirs: DraftValues) =>
  differences(parts, { base, mine, theirs }).map(({ id, isContested }) => `${id}${isContested ? '!' : ''}`);
const merged = (mine: DraftValues, theirs: DraftValues, ...taken: string[]) =>
  mergeDraft(parts, { base, mine, theirs }, (id) => taken.includes(id));
const codes = ({ steps: list }: DraftValues) => list.map(({ content }) => content).join(' ');

describe('two versions of a draft', () => {
  test('differ only in what was changed elsewhere; what only I changed needs no question', () => {
    expect(found(scope('Phường'), base)).toEqual([]);
    expect(found(base, scope('Phường'))).toEqual(['texts.SCOPE']);
    expect(found(scope('Phường'), scope('Xã'))).toEqual(['texts.SCOPE!']);
    expect(found(scope('Phường'), scope('Phường '))).toEqual([]);
  });
  test('are compared step by step', () => {
    expect(
      found(
        steps(step('B1', 'của tôi'), step('B2'), step('B3')),
        steps(step('B1'), step('B2', 'mới'), step('B3'), step('B4')),
      ),
    ).toEqual(['steps:B2', 'steps:B4']);
    expect(found(steps(step('B1'), step('B2')), steps(step('B1'), step('B2'), step('B3', 'mới')))).toEqual([
      'steps:B3!',
    ]);
  });
  test('are compared as a whole where steps cannot be distinguished', () => {
    expect(found(steps(step('B1'), step('B1', 'lần hai')), steps(step('B1', 'mới')))).toEqual(['steps!']);
  });
});

describe('merging', () => {
  test('keeps mine where mine is taken, and takes the other whole', () => {
    expect(merged(scope('Phường'), scope('Xã')).texts.SCOPE).toBe('Phường');
    expect(merged(scope('Phường'), scope('Xã'), 'texts.SCOPE').texts.SCOPE).toBe('Xã');
    expect(merged(base, { ...base, limitUnit: 'NONE', limitValue: null }, 'limitUnit')).toMatchObject({
      limitUnit: 'NONE',
      limitValue: null,
    });
  });
  test('brings steps of both together, each where it belongs', () => {
    const mine = steps(step('B1', 'B1 của tôi'), step('B2'), step('B3'), step('B9'));
    const theirs = steps(step('B1'), step('B1a'), step('B2', 'B2 mới'));
    expect(codes(merged(mine, theirs, 'steps:B1a', 'steps:B2', 'steps:B3'))).toBe('B1 của tôi B1a B2 mới B9');
    expect(codes(merged(mine, theirs))).toBe('B1 của tôi B2 B3 B9');
  });
  test('follows the order of the side that moved steps', () => {
    const moved = steps(step('B3'), step('B1'), step('B2'));
    expect(codes(merged(moved, base))).toBe('B3 B1 B2');
    expect(codes(merged(base, moved))).toBe('B3 B1 B2');
  });
  test('changes neither version', () => {
    const [mine, theirs] = [scope('Phường'), scope('Xã')];
    merged(mine, theirs, 'texts.SCOPE');
    expect([mine.texts.SCOPE, theirs.texts.SCOPE]).toEqual(['Phường', 'Xã']);
  });
});
