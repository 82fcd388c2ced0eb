import { describe, expect, test } from 'vitest';
import {
  compileForm,
  parseCondition,
  parseGoodAnswer,
  type QuestionSource,
} from '../../../api/self-inspection/rules/index.js';
import { refusalOf } from '../lifecycle-table.js';
import { question } from './question.js';

const faultField = (...questions: Partial<QuestionSource>[]) =>
  refusalOf(() => compileForm(questions.map((change) => question('Q1', { group: 'A', ...change })))).detail.field;

describe('the good answer of a question', () => {
  test('is YES, a share of the sample, or a bound', () => {
    expect(parseGoodAnswer('YES_NO', 'YES')).toEqual({ kind: 'YES' });
    expect(parseGoodAnswer('COUNT_OF_SAMPLE', '4/5')).toEqual({ kind: 'SHARE', needed: 4, sample: 5 });
    expect(parseGoodAnswer('NUMBER', '>=98.5')).toEqual({ kind: 'BOUND', op: '>=', bound: 98.5 });
    expect(parseGoodAnswer('NUMBER', '<= 0')).toEqual({ kind: 'BOUND', op: '<=', bound: 0 });
  });
  test.each([
    ['YES_NO', 'NO'],
    ['YES_NO', '5/5'],
    ['COUNT_OF_SAMPLE', '6/5'],
    ['COUNT_OF_SAMPLE', '0/5'],
    ['COUNT_OF_SAMPLE', 'YES'],
    ['NUMBER', '98'],
    ['NUMBER', '>98'],
    ['NUMBER', ''],
  ] as const)('of type %s is not “%s”', (type, text) => {
    expect(refusalOf(() => parseGoodAnswer(type, text)).detail.field).toBe('goodAnswer');
  });
});

describe('the condition of a question', () => {
  test('names an earlier question, a comparison and a value', () => {
    expect(parseCondition('C01 < 100')).toEqual({ code: 'C01', op: '<', value: 100 });
    expect(parseCondition('E04=NO')).toEqual({ code: 'E04', op: '=', value: 'NO' });
    expect(parseCondition('F02 != NA')).toEqual({ code: 'F02', op: '!=', value: 'NA' });
    expect(parseCondition('')).toBeNull();
    expect(parseCondition(null)).toBeNull();
  });
  test.each(['C01 > 5', 'C01 < YES', 'C01', '= NO', 'C01 = maybe', 'C01 = NO or E04 = NO'])(
    '“%s” is not understood',
    (text) => {
      expect(refusalOf(() => parseCondition(text)).words.vi).toContain(text);
    },
  );
});

describe('a template', () => {
  test('needs at least one question', () => expect(faultField()).toBe('questions'));
  test('has no code twice', () => expect(faultField({}, {})).toBe('questions.1.code'));
  test('weighs its questions 1 to 3', () => {
    expect(faultField({ weight: 0 })).toBe('questions.0.weight');
    expect(faultField({ weight: 4 })).toBe('questions.0.weight');
  });
  test('asks first what other questions depend on', () => {
    expect(faultField({ code: 'Q2', shownWhen: 'Q1 = NO' }, {})).toBe('questions.0.shownWhen');
    expect(faultField({ shownWhen: 'Q1 = NO' })).toBe('questions.0.shownWhen');
    expect(compileForm([question('Q1'), question('Q2', { shownWhen: 'Q1 = NO' })]).questions).toHaveLength(2);
  });
});
