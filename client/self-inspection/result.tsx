import { createMemo, createSignal, For, Show } from 'solid-js';
import type { AnswerType } from '../../api/self-inspection/rules/questions';
import { formatDateTime, formatNumber, formatPercent, textOf } from '../i18n';
import {
  Badge,
  BarList,
  Button,
  Columns,
  DescriptionList,
  EmptyState,
  LinkButton,
  Notice,
  Prose,
  PageSection,
  Stack,
} from '../ui';
import { ReportDialog } from './report-dialog';
import { scoreTone } from './state-labels';
import { useSelfInspectionWords } from './words';
import styles from './result.module.css';
import type { Inspection, Question } from './types';
import type { Words } from './words.vi';

type Answer = Inspection['answers'][number];

/** A form after it was submitted: score by group, what failed (critical questions apart), every answer. */
export function Result(props: { inspection: Inspection }) {
  const t = useSelfInspectionWords();
  const questions = () => props.inspection.templateVersion.questions;
  const answers = createMemo(() => new Map(props.inspection.answers.map((answer) => [answer.questionCode, answer])));
  const of = (codes: readonly string[]) => questions().filter(({ code }) => codes.includes(code));
  const critical = () => of(props.inspection.failedCritical);
  const others = () => of(props.inspection.failed.filter((code) => !props.inspection.failedCritical.includes(code)));
  return (
    <>
      <Columns
        main={
          <Stack>
            <Show when={critical().length > 0}>
              <PageSection title={t.failedCritical}>
                <Notice tone="danger">{t.failedCriticalLead}</Notice>
                <For each={critical()}>
                  {(question) => (
                    <Failing inspection={props.inspection} question={question} answer={answers().get(question.code)!} />
                  )}
                </For>
              </PageSection>
            </Show>
            <Show when={others().length > 0 || critical().length === 0}>
              <PageSection title={t.failing}>
                <For
                  each={others()}
                  fallback={
                    <EmptyState icon="success" title={t.noFailing}>
                      {t.noFailingHint}
                    </EmptyState>
                  }
                >
                  {(question) => (
                    <Failing inspection={props.inspection} question={question} answer={answers().get(question.code)!} />
                  )}
                </For>
              </PageSection>
            </Show>
          </Stack>
        }
        side={
          <Stack>
            <PageSection title={t.result}>
              <p class={styles.score} data-tone={scoreTone(props.inspection.score)}>
                {props.inspection.score === null || props.inspection.score === undefined
                  ? t.noScore
                  : formatPercent(props.inspection.score)}
              </p>
              <BarList
                caption={t.groupsDone}
                labelHeader={t.group}
                valueHeader={t.score}
                max={1}
                format={(value) => formatPercent(value)}
                bars={props.inspection.groupScores.map(({ title, score }) => ({
                  label: title,
                  value: score ?? null,
                  tone: scoreTone(score),
                }))}
              />
              <Facts inspection={props.inspection} />
            </PageSection>
          </Stack>
        }
      />
      <AllAnswers questions={questions()} answers={answers()} />
    </>
  );
}

function Facts(props: { inspection: Inspection }) {
  const t = useSelfInspectionWords();
  return (
    <DescriptionList
      facts={[
        { term: t.submittedBy, value: props.inspection.submittedBy?.fullName },
        { term: t.submittedAt, value: formatDateTime(props.inspection.submittedAt) },
        { term: t.decidedBy, value: props.inspection.decidedBy?.fullName },
        { term: t.substitutePerson, value: props.inspection.substitute?.fullName },
        { term: t.templateVersion, value: t.version(props.inspection.templateVersion.number) },
        props.inspection.note ? { term: t.formNote, value: <Prose>{props.inspection.note}</Prose>, wide: true } : null,
      ]}
    />
  );
}

function Failing(props: { inspection: Inspection; question: Question; answer: Answer }) {
  const t = useSelfInspectionWords();
  const [open, setOpen] = createSignal(false);
  return (
    <article class={styles.failing} data-critical={props.question.critical ? '' : undefined}>
      <h3 class={styles.question}>
        <span class={styles.code}>{props.question.code}</span> {textOf(props.question)}
      </h3>
      <AnswerFacts question={props.question} answer={props.answer} />
      <div data-print="no">
        <Show
          when={props.answer.nonconformity}
          fallback={
            <Show when={props.inspection.viewerCan.includes('reportFailing')}>
              <Button icon="nonconformity" onClick={() => setOpen(true)}>
                {t.report}
              </Button>
              <ReportDialog
                open={open()}
                onClose={() => setOpen(false)}
                question={props.question}
                answer={props.answer}
              />
            </Show>
          }
        >
          {(nonconformity) => (
            <LinkButton icon="nonconformity" href={`/nonconformities/${nonconformity().id}`}>
              {t.openReport(nonconformity().number)}
            </LinkButton>
          )}
        </Show>
      </div>
    </article>
  );
}

/** The answer in a word, with what came along. */
function AnswerFacts(props: { question: Question; answer: Answer }) {
  const t = useSelfInspectionWords();
  return (
    <>
      <p class={styles.answer}>
        <AnswerBadge question={props.question} answer={props.answer} />
        <Show when={props.answer.note}>
          <span>{props.answer.note}</span>
        </Show>
      </p>
      <Show when={props.answer.dossiers.length > 0}>
        <p class={styles.small}>
          {t.dossiers}: {props.answer.dossiers.join(', ')}
        </p>
      </Show>
      <Show when={props.answer.attachments.length > 0}>
        <ul class={styles.photos}>
          <For each={props.answer.attachments}>
            {(photo) => (
              <li>
                <a href={`/attachments/${photo.id}`} target="_blank" rel="noreferrer">
                  <img src={`/attachments/${photo.id}`} alt={photo.name} loading="lazy" />
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.answer.returnReason}>
        {(reason) => (
          <Notice tone="warning" title={t.returnedBecause}>
            <p>{reason()}</p>
          </Notice>
        )}
      </Show>
    </>
  );
}

/** An answer in words, besides “not applicable”, by the type of its question. */
const answerWords: Record<AnswerType, (answer: Answer, question: Question, t: Words) => string> = {
  YES_NO: ({ choice }, _, t) => (choice === 'YES' ? t.met : choice === 'NO' ? t.notMet : ''),
  COUNT_OF_SAMPLE: ({ number, sample }, { goodAnswer }, t) =>
    t.partly(`${number}/${sample ?? goodAnswer.split('/')[1]}`),
  NUMBER: ({ number }, { text }) => `${formatNumber(number)}${/%/.test(text) ? '%' : ''}`,
};

function AnswerBadge(props: { question: Question; answer: Answer }) {
  const t = useSelfInspectionWords();
  const words = () => {
    if (props.answer.choice === 'NA') return t.notApplicable;
    return answerWords[props.question.answerType](props.answer, props.question, t);
  };
  const tone = () => ({ GOOD: 'success', BAD: 'danger' } as const)[props.answer.status as 'GOOD' | 'BAD'] ?? 'neutral';
  return <Badge tone={tone()}>{words()}</Badge>;
}

function AllAnswers(props: { questions: readonly Question[]; answers: ReadonlyMap<string, Answer> }) {
  const t = useSelfInspectionWords();
  const groups = createMemo(() => [
    ...new Map(props.questions.map(({ groupCode, groupTitle }) => [groupCode, groupTitle])),
  ]);
  const answered = (group: string) =>
    props.questions.filter(
      ({ code, groupCode }) =>
        groupCode === group && props.answers.has(code) && props.answers.get(code)!.status !== 'NOT_SHOWN',
    );
  return (
    <PageSection title={t.answers}>
      <For each={groups()}>
        {([group, title]) => (
          <Show when={answered(group).length > 0}>
            <details class={styles.group} open={props.questions.length < 20} data-print="open">
              <summary>{title}</summary>
              <For each={answered(group)}>
                {(question) => (
                  <article class={styles.one}>
                    <h3 class={styles.question}>
                      <span class={styles.code}>{question.code}</span> {textOf(question)}
                    </h3>
                    <AnswerFacts question={question} answer={props.answers.get(question.code)!} />
                  </article>
                )}
              </For>
            </details>
          </Show>
        )}
      </For>
    </PageSection>
  );
}
