import { useParams } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { useQuery } from '../graphql';
import { NonconformityPageDocument } from '../graphql/generated/nonconformities/nonconformity';
import { formatDate } from '../i18n';
import { AnchorMark } from '../shell/anchor-mark';
import { LinkButton, Loaded, PageHeader, PaperTable, PrintButton, type Option } from '../ui';
import { causeOptions, sourceOptions } from './choices';
import { correctionColumns, isCorrection, plannedColumns, resultOf, type Correction } from './paper-columns';
import { stateWord } from './state-labels';
import { useNonconformityWords } from './words';
import styles from './paper.module.css';
import type { Whole } from './types';

/** The record as the paper form BM.QT.ISO.04.01, in its six parts, to be printed and signed. */
export default function NonconformityPaper() {
  const t = useNonconformityWords();
  const params = useParams<{ id: string }>();
  const query = useQuery(NonconformityPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.nonconformity}>
      {(whole) => (
        <>
          <div data-print="no">
            <PageHeader
              title={t.print}
              subtitle={whole().number}
              crumbs={[
                { label: t.title, href: '/nonconformities' },
                { label: whole().number, href: `/nonconformities/${whole().id}` },
              ]}
              actions={
                <>
                  <PrintButton />
                  <LinkButton href={`/nonconformities/${whole().id}`} look="quiet">
                    {t.backToRecord}
                  </LinkButton>
                </>
              }
            />
          </div>
          <Slip whole={whole()} />
        </>
      )}
    </Loaded>
  );
}

function Slip(props: { whole: Whole }) {
  const t = useNonconformityWords();
  return (
    <article class={styles.paper} lang="vi">
      <header class={styles.head}>
        <p class={styles.authority}>{props.whole.authority.name}</p>
        <p class={styles.form}>{t.paper.form}</p>
        <h2 class={styles.title}>{t.paper.head}</h2>
        <p>{`${t.paper.number}: ${props.whole.number}`}</p>
        <Boxes options={sourceOptions(t)} chosen={props.whole.source} more={props.whole.sourceReference ?? undefined} />
        <p class={styles.line}>
          <span>{`${t.paper.unit}: ${props.whole.unit.name}`}</span>
          <span>{`${t.paper.day}: ${formatDate(props.whole.detectedOn)}`}</span>
          <span>{`${t.paper.by}: ${props.whole.detectedBy.fullName}`}</span>
        </p>
      </header>
      <Described whole={props.whole} />
      <Corrected whole={props.whole} />
      <Part title={t.paper.part3}>
        <Show when={props.whole.whys.length > 0} fallback={<p>{t.paper.notYet}</p>}>
          <ol class={styles.whys}>
            <For each={props.whole.whys}>
              {(why, at) => <li>{at() === props.whole.whys.length - 1 ? `${why} (${t.rootCause})` : why}</li>}
            </For>
          </ol>
        </Show>
        <p>{`${t.causeCategory}:`}</p>
        <Boxes options={causeOptions(t)} chosen={props.whole.causeCategory ?? ''} />
      </Part>
      <Planned whole={props.whole} />
      <Part title={t.paper.part5} sign={[{ title: t.paper.signApprover, name: props.whole.planApprover?.fullName }]}>
        <p>
          {props.whole.planApprover
            ? t.paper.approved(props.whole.planApprover.fullName, formatDate(props.whole.planApprovedAt))
            : t.paper.notYet}
        </p>
      </Part>
      <Checked whole={props.whole} />
      <AnchorMark />
    </article>
  );
}

/** Boxes to tick, one of them ticked. */
function Boxes(props: { options: readonly Option[]; chosen: string; more?: string }) {
  return (
    <ul class={styles.boxes}>
      <For each={props.options}>
        {({ value, label }) => <li>{`${value === props.chosen ? '☑' : '☐'} ${label}`}</li>}
      </For>
      <Show when={props.more}>
        <li>({props.more})</li>
      </Show>
    </ul>
  );
}

function Described(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const where = () => {
    const { clause, procedure } = props.whole;
    return [clause && `${clause.number} (${clause.set.title})`, procedure && `${procedure.code} ${procedure.title}`]
      .filter(Boolean)
      .join('; ');
  };
  return (
    <Part
      title={t.paper.part1}
      sign={[{ title: t.paper.signDetector, name: props.whole.detectedBy.fullName }, { title: t.paper.signUnit }]}
    >
      <p class={styles.text}>{props.whole.gap}</p>
      <p class={styles.text}>{`${t.evidence}: ${props.whole.evidence}`}</p>
      <p
        class={styles.text}
      >{`${t.paper.violated}: ${[props.whole.requirement, where()].filter(Boolean).join('; ')}`}</p>
      <p>{`${t.paper.kind}: ${(['MAJOR', 'MINOR'] as const).map((each) => `${each === props.whole.severity ? '☑' : '☐'} ${t.severity[each]}`).join('   ')}`}</p>
    </Part>
  );
}

/** Part 2: what was done at once, and what of it was planned: by whom, until when, with what result. */
function Corrected(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const planned = (): Correction[] =>
    props.whole.actions.filter(isCorrection).map((action) => ({
      what: action.title,
      person: action.owner.fullName,
      due: action.dueOn,
      result: resultOf(action),
    }));
  const done = (): Correction => ({
    what: props.whole.correction,
    person: props.whole.correctedBy?.fullName,
    due: props.whole.correctedOn,
    result: t.paper.correctionDone,
  });
  return (
    <Part title={t.paper.part2}>
      <Show when={props.whole.correction} fallback={<p>{t.paper.notYet}</p>}>
        <PaperTable caption={t.paper.part2} columns={correctionColumns(t)} rows={[done(), ...planned()]} />
      </Show>
    </Part>
  );
}

function Planned(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const actions = () => props.whole.actions.filter((action) => !isCorrection(action));
  return (
    <Part title={t.paper.part4} sign={[{ title: t.paper.signResponder, name: props.whole.responder?.fullName }]}>
      <Show when={actions().length > 0} fallback={<p>{t.paper.notYet}</p>}>
        <PaperTable caption={t.paper.part4} columns={plannedColumns(t)} rows={actions()} />
      </Show>
      <Show when={props.whole.respondedAt}>{(at) => <p>{t.paper.respondedOn(formatDate(at()))}</p>}</Show>
    </Part>
  );
}

/** Part 6: every round of verification with its result, then the effect and who judged it. */
function Checked(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const concluded = () =>
    props.whole.state === 'CLOSED'
      ? t.paper.effective
      : props.whole.state === 'CLOSED_INEFFECTIVE'
        ? t.paper.ineffective
        : t.paper.notConcluded;
  const concluder = () =>
    props.whole.effectJudge && t.concludedBy(props.whole.effectJudge.fullName, formatDate(props.whole.effectJudgedAt));
  const signs = () => [
    { title: t.paper.signVerifier, name: props.whole.verifications.at(-1)?.by.fullName },
    { title: t.paper.signConcluder, name: props.whole.effectJudge?.fullName },
  ];
  return (
    <Part title={t.paper.part6} sign={signs()}>
      <Show when={props.whole.verifications.length > 0} fallback={<p>{t.paper.notYet}</p>}>
        <For each={props.whole.verifications}>
          {(round, at) => (
            <p class={styles.text}>
              {`${t.round(at() + 1)}, ${formatDate(round.at)}: ${round.passed ? '☑' : '☐'} ${t.paper.passed}  ${round.passed ? '☐' : '☑'} ${t.paper.failed}. `}
              {round.passed
                ? t.verifiedBy(round.by.fullName, formatDate(round.at), Boolean(round.onSite))
                : t.paper.because(round.by.fullName)}{' '}
              {round.note}
            </p>
          )}
        </For>
      </Show>
      <p>{`${t.paper.effect}: ${[concluded(), props.whole.effectivenessNote, concluder()]
        .filter(Boolean)
        .map((each) => each!.replace(/\.$/, ''))
        .join('. ')}.`}</p>
      <Show when={props.whole.followUps.length > 0}>
        <p>{t.paper.nextSlip(props.whole.followUps.map(({ number }) => number).join(', '))}</p>
      </Show>
      <p>
        {props.whole.closedAt
          ? t.paper.closedOn(formatDate(props.whole.closedAt))
          : t.paper.printedFrom(stateWord(props.whole.state))}
      </p>
    </Part>
  );
}

function Part(props: { title: string; children: JSX.Element; sign?: { title: string; name?: string }[] }) {
  return (
    <section class={styles.part}>
      <h3 class={styles.heading}>{props.title}</h3>
      {props.children}
      <Show when={props.sign}>
        {(signs) => (
          <div class={styles.signs}>
            <For each={signs()}>
              {(sign) => (
                <div class={styles.sign}>
                  <p>{sign.title}</p>
                  <p class={styles.signed}>{sign.name}</p>
                </div>
              )}
            </For>
          </div>
        )}
      </Show>
    </section>
  );
}
