import { Show } from 'solid-js';
import {
  onlyGoodAnswer,
  parseCondition,
  parseGoodAnswer,
  type AnswerType,
} from '../../api/self-inspection/rules/questions';
import { Refusal } from '../../api/rules/refusal';
import { useQuery } from '../graphql';
import { ClauseChoicesDocument } from '../graphql/generated/self-inspection/templates';
import { said, titleOf } from '../i18n';
import { Checkbox, Combobox, createForm, FieldRow, Form, Select, TextArea, TextInput, type Option } from '../ui';
import { useSelfInspectionWords } from './words';
import type { EditedQuestion } from './types';

/** What a rule says against a text, in words; nothing when it is fine. */
function fault(check: () => unknown): string | undefined {
  try {
    check();
  } catch (error) {
    if (error instanceof Refusal) return said(error.words);
    throw error;
  }
  return undefined;
}

/** One question of a draft, with everything that belongs to it. */
export function QuestionForm(props: {
  question: EditedQuestion;
  taken: readonly string[];
  onDone: (question: EditedQuestion) => void;
  onCancel: () => void;
}) {
  const t = useSelfInspectionWords();
  const clauses = useQuery(ClauseChoicesDocument, () => ({}));
  const { clause, procedure, ...question } = props.question;
  const form = createForm({
    initial: {
      ...question,
      textEn: question.textEn,
      hint: question.hint ?? '',
      shownWhen: question.shownWhen ?? '',
      basis: question.basis ?? '',
      weight: String(question.weight),
      evidence: question.evidence as string,
      clause: clause
        ? ({ value: clause.id, label: `${clause.number} ${titleOf(clause)}` } as Option)
        : (null as Option | null),
    },
    check: (values) => ({
      code: props.taken.includes(values.code.trim()) && t.codeTaken,
      goodAnswer:
        values.goodAnswer.trim() !== '' &&
        fault(() => parseGoodAnswer(values.answerType as AnswerType, values.goodAnswer)),
      shownWhen: fault(() => parseCondition(values.shownWhen)),
    }),
  });
  const options = () =>
    (clauses.data?.clauseSets[0]?.clauses ?? []).map((each) => ({
      value: each.id,
      label: `${each.number} ${titleOf(each)}`,
    }));
  const clauseOf = (chosen: Option | null) => {
    const found = clauses.data?.clauseSets[0]?.clauses.find(({ id }) => id === chosen?.value);
    return found
      ? { id: found.id, number: found.number, title: found.title, titleEn: found.titleEn }
      : chosen && clause
        ? clause
        : null;
  };
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.apply}
      onCancel={props.onCancel}
      onSubmit={({ clause: chosen, hint, shownWhen, basis, weight, evidence, ...values }) => {
        props.onDone({
          ...values,
          code: values.code.trim(),
          weight: Number(weight),
          evidence: evidence as EditedQuestion['evidence'],
          hint: hint.trim() || null,
          shownWhen: shownWhen.trim() || null,
          basis: basis.trim() || null,
          clause: clauseOf(chosen),
          procedure: procedure ?? null,
        });
        return true;
      }}
    >
      <FieldRow>
        <TextInput label={t.q.code} required maxLength={40} width={8} {...form.bind('code')} />
        <TextInput label={t.q.group} required maxLength={20} width={8} {...form.bind('groupCode')} />
        <TextInput label={t.q.groupTitle} required maxLength={200} {...form.bind('groupTitle')} />
      </FieldRow>
      <TextArea label={t.q.text} hint={t.q.textHint} required maxLength={1000} {...form.bind('text')} />
      <TextArea label={t.q.textEn} rows={2} maxLength={1000} {...form.bind('textEn')} />
      <FieldRow>
        <Select
          label={t.q.type}
          required
          empty={null}
          options={Object.entries(t.types).map(([value, label]) => ({ value, label }))}
          {...form.bind('answerType')}
          onChange={(type) => {
            form.set('answerType', type as AnswerType);
            form.set('goodAnswer', onlyGoodAnswer[type as AnswerType] ?? '');
          }}
        />
        <Show when={onlyGoodAnswer[form.values.answerType] === null}>
          <TextInput
            label={t.q.good}
            hint={t.goodHints[form.values.answerType]}
            required
            {...form.bind('goodAnswer')}
          />
        </Show>
        <Select
          label={t.q.weight}
          required
          empty={null}
          options={['1', '2', '3'].map((value) => ({ value, label: value }))}
          {...form.bind('weight')}
        />
        <Select
          label={t.q.evidence}
          required
          empty={null}
          options={Object.entries(t.evidences).map(([value, label]) => ({ value, label }))}
          {...form.bind('evidence')}
        />
      </FieldRow>
      <Checkbox label={t.q.critical} {...form.bind('critical')} />
      <TextInput label={t.q.hint} maxLength={1000} {...form.bind('hint')} />
      <Combobox label={t.q.clause} options={options()} {...form.bind('clause')} />
      <FieldRow>
        <TextInput label={t.q.shownWhen} hint={t.q.shownWhenHint} maxLength={100} {...form.bind('shownWhen')} />
        <TextInput label={t.q.basis} maxLength={500} {...form.bind('basis')} />
      </FieldRow>
    </Form>
  );
}
