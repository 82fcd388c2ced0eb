import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileForm,
  evaluateForm,
  requireSubmittable,
  type Answer,
  type Answers,
  type QuestionSource,
} from '../../../api/self-inspection/rules/index.js';
import { refusalOf } from '../lifecycle-table.js';
import { question } from './question.js';

const number = { answerType: 'NUMBER', goodAnswer: '>=98' } as const;
const count = { answerType: 'COUNT_OF_SAMPLE', goodAnswer: '5/5' } as const;
const form = (...questions: QuestionSource[]) => compileForm(questions);
const judge = (source: QuestionSource, answer: Answer) => evaluateForm(form(source), { [source.code]: answer });
const missing = (source: QuestionSource, answer: Answer) => judge(source, answer).problems.map(({ field }) => field);

describe('which questions are shown', () => {
  const late = form(
    question('C01', number),
    question('C04', { shownWhen: 'C01 < 100' }),
    question('C05', { shownWhen: 'C04 = NO' }),
    question('D01', { shownWhen: 'C04 != NA' }),
  );
  const shown = (answers: Answers) =>
    evaluateForm(late, answers)
      .items.filter(({ status }) => status !== 'NOT_SHOWN')
      .map(({ question: { code } }) => code);

  test('nobody is asked about late dossiers while the share on time is not known', () =>
    expect(shown({})).toEqual(['C01']));
  test('with all dossiers on time nobody is asked about late ones', () =>
    expect(shown({ C01: { value: 100 } })).toEqual(['C01']));
  test('with late dossiers the next question comes', () =>
    expect(shown({ C01: { value: 99 } })).toEqual(['C01', 'C04']));
  test('and the next, as answers come in', () => {
    expect(shown({ C01: { value: 99 }, C04: { value: 'NO' } })).toEqual(['C01', 'C04', 'C05', 'D01']);
    expect(shown({ C01: { value: 99 }, C04: { value: 'YES' } })).toEqual(['C01', 'C04', 'D01']);
    expect(shown({ C01: { value: 99 }, C04: { value: 'NA' } })).toEqual(['C01', 'C04']);
  });
  test('a number that does not apply is not below anything', () =>
    expect(shown({ C01: { value: 'NA' } })).toEqual(['C01']));
  test('a question not shown counts as not applicable, also for those after it', () => {
    expect(shown({ C01: { value: 100 }, C04: { value: 'NO' } })).toEqual(['C01']);
  });
  test('an answer that cannot be shows nothing', () => expect(shown({ C01: { value: -1 } })).toEqual(['C01']));
});

describe('what an answer is worth', () => {
  test('met 1, not met 0, not applicable nothing', () => {
    expect(judge(question('A'), { value: 'YES' }).score).toBe(1);
    expect(judge(question('A'), { value: 'NO' }).score).toBe(0);
    expect(judge(question('A'), { value: 'NA' }).score).toBeNull();
  });
  test('a number is good at its bound', () => {
    const score = (goodAnswer: string, value: number) =>
      judge(question('A', { ...number, goodAnswer }), { value }).score;
    expect([score('>=98', 98), score('>=98', 97.99), score('<=0', 0), score('<=0', 1)]).toEqual([1, 0, 1, 0]);
  });
  test('a count is worth its share, and 1 once enough are good', () => {
    const score = (goodAnswer: string, value: number, sample?: number) =>
      judge(question('A', { ...count, goodAnswer }), { value, ...(sample ? { sample } : {}) }).score;
    expect([score('5/5', 5), score('5/5', 3), score('5/5', 0), score('4/5', 4), score('4/5', 3)]).toEqual([
      1, 0.6, 0, 1, 0.6,
    ]);
  });
  test('where there were fewer dossiers than asked for, the share is of those', () => {
    expect(judge(question('A', count), { value: 3, sample: 3 }).score).toBe(1);
    expect(judge(question('A', count), { value: 1, sample: 2 }).score).toBe(0.5);
  });
});

describe('answers that cannot be', () => {
  test.each<[string, Partial<QuestionSource>, Answer]>([
    ['a number to a yes-or-no question', {}, { value: 1 }],
    ['yes to a number question', number, { value: 'YES' }],
    ['a negative number', number, { value: -1 }],
    ['no number at all', number, { value: NaN }],
    ['more good ones than were looked at', count, { value: 6 }],
    ['more good ones than the smaller sample', count, { value: 3, sample: 2 }],
    ['half a dossier', count, { value: 2.5 }],
    ['a sample of none', count, { value: 0, sample: 0 }],
    ['a larger sample than asked for', count, { value: 6, sample: 10 }],
  ])('%s', (_, change, answer) => {
    const result = judge(question('A', change), answer);
    expect(result.items[0]?.status).toBe('INVALID');
    expect(result.score).toBeNull();
    expect(result.problems.map(({ field }) => field)).toEqual(['answers.A']);
  });
});

describe('what is missing before a form can be submitted', () => {
  test('every question that is shown', () => {
    const result = evaluateForm(form(question('A'), question('B'), question('C', { shownWhen: 'A = NO' })), {
      A: { value: 'YES' },
    });
    expect(result.problems.map(({ field }) => field)).toEqual(['answers.B']);
    expect([result.shown, result.answered]).toEqual([2, 1]);
    const refusal = refusalOf(() => requireSubmittable(result));
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(refusal.detail.field).toBe('answers.B');
  });
  test('a note on whatever is not met', () => {
    expect(missing(question('A'), { value: 'NO' })).toEqual(['answers.A.note']);
    expect(missing(question('A'), { value: 'NO', note: ' ' })).toEqual(['answers.A.note']);
    expect(missing(question('A'), { value: 'NO', note: 'Bảng niêm yết thiếu 3 thủ tục' })).toEqual([]);
    expect(missing(question('A', count), { value: 4 })).toEqual(['answers.A.note']);
  });
  test('a photo where one is asked for, good or bad', () => {
    const photo = question('A', { evidence: 'PHOTO' });
    expect(missing(photo, { value: 'YES', note: 'Có' })).toEqual(['answers.A.photos']);
    expect(missing(photo, { value: 'NO' })).toEqual(['answers.A.note', 'answers.A.photos']);
    expect(missing(photo, { value: 'YES', photos: 1 })).toEqual([]);
  });
  test('a note where one is asked for', () => {
    expect(missing(question('A', { evidence: 'NOTE' }), { value: 'YES' })).toEqual(['answers.A.note']);
    expect(missing(question('A', { evidence: 'NOTE' }), { value: 'NO' })).toEqual(['answers.A.note']);
  });
  test('dossier codes; with a good answer a note will do, as there may have been no such dossier', () => {
    const dossier = question('A', { evidence: 'DOSSIER' });
    expect(missing(dossier, { value: 'YES' })).toEqual(['answers.A.dossiers']);
    expect(missing(dossier, { value: 'YES', note: 'Tháng này không có' })).toEqual([]);
    expect(missing(dossier, { value: 'NO', note: 'Một hồ sơ thiếu' })).toEqual(['answers.A.dossiers']);
    expect(missing(dossier, { value: 'NO', note: 'Một hồ sơ thiếu', dossiers: ['H29.1-001'] })).toEqual([]);
    expect(missing(dossier, { value: 'YES', dossiers: [' '] })).toEqual(['answers.A.dossiers']);
  });
  test('nothing for what does not apply', () => {
    expect(missing(question('A', { evidence: 'PHOTO' }), { value: 'NA' })).toEqual([]);
  });
});

describe('the score', () => {
  const sheet = form(
    question('A1', { weight: 3, critical: true }),
    question('A2'),
    question('B1', { weight: 2 }),
    question('C1'),
  );
  test('is weighted, over all and by group, over the questions that apply', () => {
    const result = evaluateForm(sheet, {
      A1: { value: 'NO' },
      A2: { value: 'YES' },
      B1: { value: 'YES' },
      C1: { value: 'NA' },
    });
    expect(result.score).toBe(0.5);
    expect(result.groups).toEqual([
      { group: 'A', score: 0.25 },
      { group: 'B', score: 1 },
      { group: 'C', score: null },
    ]);
  });
  test('shows a failed critical question apart', () => {
    const result = evaluateForm(sheet, { A1: { value: 'NO' }, A2: { value: 'NO' }, B1: { value: 'YES' } });
    expect(result.failedCritical).toEqual(['A1']);
    expect(result.failed).toEqual(['A1', 'A2']);
  });
});

describe('for any form and any answers', () => {
  const sources = fc
    .array(
      fc.record({
        type: fc.constantFrom<Partial<QuestionSource>>({}, number, count),
        weight: fc.integer({ min: 1, max: 3 }),
        critical: fc.boolean(),
        evidence: fc.constantFrom('NONE', 'NOTE', 'PHOTO', 'DOSSIER' as const),
        dependsOn: fc.nat(),
        value: fc.constantFrom('YES', 'NO', 'NA', '100', '50'),
        depends: fc.boolean(),
        op: fc.constantFrom('=', '!='),
      }),
      { minLength: 1, maxLength: 20 },
    )
    .map((parts) =>
      parts.map(({ type, dependsOn, depends, op, value, ...rest }, index) =>
        question(`Q${index}`, {
          ...type,
          ...rest,
          shownWhen: depends && index > 0 ? `Q${dependsOn % index} ${op} ${value}` : null,
        } as Partial<QuestionSource>),
      ),
    );
  const answer: fc.Arbitrary<Answer | undefined> = fc.option(
    fc.record({
      value: fc.oneof(fc.constantFrom('YES', 'NO', 'NA' as const), fc.integer({ min: -1, max: 120 })),
      note: fc.constantFrom('', 'đã xem'),
      photos: fc.nat(2),
      dossiers: fc.constantFrom([], ['H1']),
    }),
    { nil: undefined },
  ) as fc.Arbitrary<Answer | undefined>;
  const filled = fc
    .tuple(sources, fc.array(answer, { minLength: 20, maxLength: 20 }))
    .map(
      ([list, given]) =>
        [compileForm(list), Object.fromEntries(list.map(({ code }, index) => [code, given[index]]))] as const,
    );

  test('a hidden question never counts, whatever was answered to it before', () => {
    fc.assert(
      fc.property(filled, ([sheet, answers]) => {
        const result = evaluateForm(sheet, answers);
        const visible = Object.fromEntries(
          result.items
            .filter(({ status }) => status !== 'NOT_SHOWN')
            .map(({ question: { code } }) => [code, answers[code]]),
        );
        expect(evaluateForm(sheet, visible)).toEqual(result);
      }),
    );
  });
  test('the score is the plain weighted mean of what was judged', () => {
    fc.assert(
      fc.property(filled, ([sheet, answers]) => {
        const { items, score } = evaluateForm(sheet, answers);
        const judged = items.filter(({ status }) => status === 'GOOD' || status === 'BAD');
        const total = judged.reduce((sum, { question: { weight } }) => sum + weight, 0);
        const points = judged.reduce((sum, { question: { weight }, value }) => sum + weight * value!, 0);
        expect(score === null).toBe(total === 0);
        expect((score ?? 0) * total).toBeCloseTo(points, 9);
      }),
    );
  });
  test('a form without problems has every shown question answered', () => {
    fc.assert(
      fc.property(filled, ([sheet, answers]) => {
        const result = evaluateForm(sheet, answers);
        expect(result.problems.length > 0 || result.answered === result.shown).toBe(true);
      }),
    );
  });
});
