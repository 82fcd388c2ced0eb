import { createMemo, createSignal, Show, type Component } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { parseGoodAnswer, type GoodAnswer } from '../../api/self-inspection/rules/questions';
import { noValue } from '../../api/self-inspection/rules/merge';
import { formatNumber, said, textOf } from '../i18n';
import {
  Badge,
  Button,
  ChoiceGroup,
  Icon,
  IconButton,
  LinkButton,
  Notice,
  NumberInput,
  TextArea,
  TextInput,
} from '../ui';
import type { AnswerStore } from './answer-store';
import type { PhotoQueue } from './photo-queue';
import { Photos } from './photos';
import { ReportDialog } from './report-dialog';
import { useSelfInspectionWords } from './words';
import styles from './question-card.module.css';
import type { Question } from './types';

/** One question: what should be, the answer, and the evidence that the answer asks for. */
export function QuestionCard(props: {
  question: Question;
  store: AnswerStore;
  photos: PhotoQueue;
  canReport: boolean;
}) {
  const t = useSelfInspectionWords();
  const item = createMemo(() =>
    props.store.result().items.find(({ question }) => question.code === props.question.code),
  );
  const answer = () => props.store.answers[props.question.code];
  const server = () => props.store.server().find(({ questionCode }) => questionCode === props.question.code);
  const isAnswered = () => Boolean(item()?.answer);
  const problem = () => {
    const current = item();
    return current && (isAnswered() || current.status === 'INVALID') ? props.photos.problemsOf(current)[0] : undefined;
  };
  return (
    <article
      id={`question-${props.question.code}`}
      tabindex="-1"
      class={styles.card}
      data-status={item()?.status}
      aria-labelledby={`text-${props.question.code}`}
    >
      <p class={styles.marks}>
        <span class={styles.code}>{props.question.code}</span>
        <Show when={props.question.critical}>
          <Badge tone="danger" icon="flag">
            {t.critical}
          </Badge>
        </Show>
      </p>
      <h3 id={`text-${props.question.code}`} class={styles.text}>
        {textOf(props.question)}
      </h3>
      <Show when={server()?.returnReason}>
        {(reason) => (
          <Notice tone="warning" title={t.returnedBecause}>
            <p>{reason()}</p>
          </Notice>
        )}
      </Show>
      <AnswerInput question={props.question} store={props.store} />
      <Show when={isAnswered() && item()?.status !== 'NOT_APPLICABLE'}>
        <Evidence
          question={props.question}
          store={props.store}
          photos={props.photos}
          isBad={item()?.status === 'BAD'}
        />
      </Show>
      <Show when={problem()}>
        {(fault) => (
          <p class={styles.problem}>
            <Icon name="warning" size="s" />
            {said(fault().words)}
          </p>
        )}
      </Show>
      <Show when={item()?.status === 'BAD' && answer()?.note && props.canReport}>
        <Report question={props.question} store={props.store} />
      </Show>
      <About question={props.question} />
    </article>
  );
}

function Report(props: { question: Question; store: AnswerStore }) {
  const t = useSelfInspectionWords();
  const [open, setOpen] = createSignal(false);
  const server = () => props.store.server().find(({ questionCode }) => questionCode === props.question.code);
  async function start() {
    await props.store.flush();
    setOpen(true);
  }
  return (
    <Show
      when={server()?.nonconformity}
      fallback={
        <div>
          <Button icon="nonconformity" onClick={() => void start()}>
            {t.report}
          </Button>
          <Show when={server()}>
            {(saved) => (
              <ReportDialog
                open={open()}
                onClose={() => setOpen(false)}
                question={props.question}
                answer={saved()}
                onDone={(given) => props.store.learn(given)}
              />
            )}
          </Show>
        </div>
      }
    >
      {(nonconformity) => (
        <div>
          <LinkButton icon="nonconformity" href={`/nonconformities/${nonconformity().id}`}>
            {t.openReport(nonconformity().number)}
          </LinkButton>
        </div>
      )}
    </Show>
  );
}

/** What to look at, and on what it rests: folded away. */
function About(props: { question: Question }) {
  const t = useSelfInspectionWords();
  const hint = () => props.question.hint;
  return (
    <details class={styles.about}>
      <summary>{t.whatToCheck}</summary>
      <Show when={hint()}>
        <p>{hint()}</p>
      </Show>
      <p class={styles.small}>
        {[
          props.question.clause && t.clause(props.question.clause.number),
          t.weight(props.question.weight),
          props.question.basis && `${t.basis}: ${props.question.basis}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </details>
  );
}

interface InputProps<Good extends GoodAnswer> {
  question: Question;
  store: AnswerStore;
  good: Good;
}

/** What an answer is given with, by what a good one is. */
const answerInputs: { [Kind in GoodAnswer['kind']]: Component<InputProps<Extract<GoodAnswer, { kind: Kind }>>> } = {
  YES: Choice,
  SHARE: Count,
  BOUND: Figure,
};

function AnswerInput(props: { question: Question; store: AnswerStore }) {
  const good = parseGoodAnswer(props.question.answerType, props.question.goodAnswer);
  return <Dynamic component={answerInputs[good.kind] as Component<InputProps<GoodAnswer>>} {...props} good={good} />;
}

function Choice(props: { question: Question; store: AnswerStore }) {
  const t = useSelfInspectionWords();
  return (
    <ChoiceGroup
      label={t.answer}
      hideLabel
      value={props.store.answers[props.question.code]?.choice ?? ''}
      onChange={(choice) => props.store.write(props.question.code, { choice: choice as 'YES' | 'NO' | 'NA' })}
      options={[
        { value: 'YES', label: t.met, tone: 'success' },
        { value: 'NO', label: t.notMet, tone: 'danger' },
        { value: 'NA', label: t.notApplicable, tone: 'neutral' },
      ]}
    />
  );
}

/** "Không áp dụng" beside a number. */
function NotApplicable(props: { question: Question; store: AnswerStore }) {
  const t = useSelfInspectionWords();
  const given = () => props.store.answers[props.question.code];
  const isNa = () => given()?.choice === 'NA';
  return (
    <Button
      look={isNa() ? 'primary' : 'secondary'}
      aria-pressed={isNa()}
      icon={isNa() ? 'check' : undefined}
      onClick={() =>
        props.store.write(
          props.question.code,
          isNa() ? { choice: null } : { ...noValue, choice: 'NA', sample: given()?.sample ?? null },
        )
      }
    >
      {t.notApplicable}
    </Button>
  );
}

function Figure(props: InputProps<Extract<GoodAnswer, { kind: 'BOUND' }>>) {
  const t = useSelfInspectionWords();
  const bound = () => formatNumber(props.good.bound);
  const percent = () => /%/.test(props.question.text);
  return (
    <div class={styles.line}>
      <NumberInput
        label={t.number}
        hint={props.good.op === '>=' ? t.goodIsAtLeast(bound()) : t.goodIsAtMost(bound())}
        unit={percent() ? '%' : undefined}
        min={0}
        max={percent() ? 100 : undefined}
        step={0.1}
        value={props.store.answers[props.question.code]?.number ?? null}
        onChange={(number) => props.store.write(props.question.code, { number, choice: null })}
      />
      <NotApplicable question={props.question} store={props.store} />
    </div>
  );
}

function Count(props: InputProps<Extract<GoodAnswer, { kind: 'SHARE' }>>) {
  const t = useSelfInspectionWords();
  const given = () => props.store.answers[props.question.code];
  const sample = () => given()?.sample ?? props.good.sample;
  const number = () => given()?.number ?? null;
  const write = (change: { number?: number | null; sample?: number }) => {
    const size = change.sample ?? sample();
    const count = change.number === undefined ? number() : change.number;
    props.store.write(props.question.code, {
      choice: null,
      sample: size,
      number: count === null ? null : Math.min(count, size),
    });
  };
  return (
    <>
      <p class={styles.small}>{t.countHint(props.good.needed, props.good.sample)}</p>
      <div class={styles.counts}>
        <Stepping
          label={t.countGood}
          value={number()}
          min={0}
          max={sample()}
          onChange={(value) => write({ number: value })}
        />
        <Stepping
          label={t.countSample}
          value={sample()}
          min={1}
          max={props.good.sample}
          onChange={(value) => write({ sample: value })}
        />
      </div>
      <div class={styles.line}>
        <Button
          aria-pressed={number() === sample()}
          look={number() === sample() ? 'primary' : 'secondary'}
          icon={number() === sample() ? 'check' : undefined}
          onClick={() => write({ number: sample() })}
        >
          {t.countAll(sample())}
        </Button>
        <NotApplicable question={props.question} store={props.store} />
      </div>
    </>
  );
}

/** A small number with big buttons. */
function Stepping(props: {
  label: string;
  value: number | null;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const t = useSelfInspectionWords();
  return (
    <div class={styles.stepping} role="group" aria-label={props.label}>
      <span class={styles.small}>{props.label}</span>
      <div>
        <IconButton
          icon="minus"
          label={`${props.label}: ${t.less}`}
          disabled={(props.value ?? 0) <= props.min}
          onClick={() => props.onChange(Math.max(props.min, (props.value ?? props.min) - 1))}
        />
        <output class={styles.figure}>{props.value ?? '–'}</output>
        <IconButton
          icon="plus"
          label={`${props.label}: ${t.more}`}
          disabled={(props.value ?? -1) >= props.max}
          onClick={() => props.onChange(Math.min(props.max, props.value === null ? props.max : props.value + 1))}
        />
      </div>
    </div>
  );
}

function Evidence(props: { question: Question; store: AnswerStore; photos: PhotoQueue; isBad: boolean }) {
  const t = useSelfInspectionWords();
  const answer = () => props.store.answers[props.question.code];
  const wants = (kind: Question['evidence']) => props.question.evidence === kind;
  const codes = () => answer()?.dossiers.join(', ') ?? '';
  return (
    <div class={styles.evidence}>
      <Show when={props.isBad || wants('NOTE') || wants('DOSSIER') || wants('PHOTO') || answer()?.note}>
        <TextArea
          label={props.isBad ? t.noteBad : t.note}
          hint={props.question.hint ?? undefined}
          rows={2}
          required={props.isBad || wants('NOTE')}
          value={answer()?.note ?? ''}
          onChange={(note) => props.store.write(props.question.code, { note })}
        />
      </Show>
      <Show when={wants('DOSSIER')}>
        <TextInput
          label={t.dossiers}
          hint={t.dossiersHint}
          required={props.isBad}
          value={codes()}
          onChange={(text) =>
            props.store.write(props.question.code, {
              dossiers: text
                .split(/[,;\n]+/)
                .map((code) => code.trimStart())
                .filter((code, at, all) => code !== '' || at === all.length - 1),
            })
          }
        />
      </Show>
      <Show
        when={
          wants('PHOTO') ||
          props.isBad ||
          (answer()?.attachmentIds.length ?? 0) > 0 ||
          props.photos.unsentOf(props.question.code).length > 0
        }
      >
        <Photos code={props.question.code} store={props.store} queue={props.photos} required={wants('PHOTO')} />
      </Show>
    </div>
  );
}
