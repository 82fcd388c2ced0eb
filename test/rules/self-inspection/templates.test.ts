import { describe, expect, test } from 'vitest';
import {
  compileForm,
  evaluateForm,
  requireSubmittable,
  type Answer,
  type AnswerType,
  type EvidenceKind,
  type Question,
  type QuestionSource,
} from '../../../api/self-inspection/rules/index.js';
import { table } from '../tables.js';

const sources = new Map(
  table('self-inspection/data/self-inspection-questions.tsv').map((row): [string, QuestionSource] => [
    row.code!,
    {
      code: row.code!,
      group: row.group_code!,
      answerType: row.answer_type as AnswerType,
      goodAnswer: row.good_answer!,
      weight: Number(row.weight),
      critical: row.critical === 'yes',
      evidence: row.evidence as EvidenceKind,
      shownWhen: row.shown_when!,
    },
  ]),
);
const lines = table('self-inspection/data/inspection-templates.tsv');
const template = (code: string) =>
  compileForm(
    lines
      .filter((line) => line.template_code === code)
      .sort((a, b) => Number(a.position) - Number(b.position))
      .map((line) => sources.get(line.question_code!)!),
  );

/** The good answer to a question, with everything that may be asked for. */
function good({ good: answer }: Question): Answer {
  const value = answer.kind === 'YES' ? 'YES' : answer.kind === 'SHARE' ? answer.needed : answer.bound;
  return { value, note: 'Đã xem', photos: 1, dossiers: ['H29-001'] };
}

test('all 83 questions of the table can be read', () => {
  expect(sources.size).toBe(83);
  expect(compileForm([...sources.values()]).questions).toHaveLength(83);
});

describe.each([
  ['WEEKLY', 12],
  ['MONTHLY', 35],
  ['QUARTERLY', 25],
  ['YEARLY', 14],
  ['ALL', 83],
] as const)('the template %s', (code, size) => {
  const form = template(code);
  test(`has ${size} questions`, () => expect(form.questions).toHaveLength(size));
  test('filled in well scores 100 % and can be submitted', () => {
    const result = evaluateForm(
      form,
      Object.fromEntries(form.questions.map((question) => [question.code, good(question)])),
    );
    expect(result.score).toBe(1);
    expect(result.failed).toEqual([]);
    expect(() => requireSubmittable(result)).not.toThrow();
  });
  test('with every question not applicable has no score', () => {
    const result = evaluateForm(
      form,
      Object.fromEntries(form.questions.map((question) => [question.code, { value: 'NA' as const }])),
    );
    expect(result.score).toBeNull();
    expect(result.problems).toEqual([]);
  });
});

test('a late dossier brings up cause and apology in the weekly sheet', () => {
  const form = template('WEEKLY');
  const shown = (share: number) =>
    evaluateForm(form, { C01: { value: share } })
      .items.filter(({ status }) => status !== 'NOT_SHOWN')
      .map(({ question: { code } }) => code);
  expect(shown(99.5).filter((code) => !shown(100).includes(code))).toEqual(['C04', 'D01']);
});
