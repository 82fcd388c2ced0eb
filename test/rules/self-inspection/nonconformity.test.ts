import { describe, expect, test } from 'vitest';
import { nonconformityDraft, parseGoodAnswer } from '../../../api/self-inspection/rules/index.js';

const question = {
  text: 'Hồ sơ được kích hoạt ngay khi nhận',
  basis: 'NĐ 118/2025',
  critical: false,
  good: parseGoodAnswer('YES_NO', 'YES'),
};

describe('the nonconformity that a failing answer begins with', () => {
  test('takes requirement and basis from the question, evidence from note and dossiers', () => {
    expect(
      nonconformityDraft(question, {
        value: 'NO',
        note: ' Hai hồ sơ nhập chậm ',
        dossiers: ['H29.36-261118-0012', ''],
      }),
    ).toEqual({
      severity: 'MINOR',
      requirement: 'Hồ sơ được kích hoạt ngay khi nhận (NĐ 118/2025).',
      evidence: 'Hai hồ sơ nhập chậm\nHồ sơ đã xem: H29.36-261118-0012.',
      gap: 'Thực tế chưa đáp ứng yêu cầu: Hồ sơ được kích hoạt ngay khi nhận.',
    });
  });
  test('says how far a count or a figure is from what is needed', () => {
    const gap = (type: 'COUNT_OF_SAMPLE' | 'NUMBER', good: string, answer: { value: number; sample?: number }) =>
      nonconformityDraft({ ...question, basis: null, good: parseGoodAnswer(type, good) }, answer).gap;
    expect(gap('COUNT_OF_SAMPLE', '5/5', { value: 3 })).toBe('Chỉ đạt 3 trên 5 mẫu đã xem; yêu cầu đạt 5 trên 5.');
    expect(gap('COUNT_OF_SAMPLE', '5/5', { value: 3, sample: 4 })).toBe(
      'Chỉ đạt 3 trên 4 mẫu đã xem; yêu cầu đạt 5 trên 5.',
    );
    expect(gap('NUMBER', '>=98', { value: 97.5 })).toBe('Kết quả là 97,5; yêu cầu ít nhất 98.');
    expect(gap('NUMBER', '<=0', { value: 2 })).toBe('Kết quả là 2; yêu cầu nhiều nhất 0.');
  });
  test('is a major one for a critical question', () => {
    expect(nonconformityDraft({ ...question, critical: true }, { value: 'NO' }).severity).toBe('MAJOR');
  });
});
