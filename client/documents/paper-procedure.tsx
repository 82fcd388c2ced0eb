import { For, Show } from 'solid-js';
import { isAdministrative, type DocumentKind } from '../../api/documents/rules/kinds';
import { channelWords, limitWords, longestPath, stepGraph, workingWindow } from '../../api/procedures/rules/index';
import { formatNumber, said } from '../i18n';
import { PaperTable } from '../ui';
import { FlowDrawing } from './flow-drawing';
import { dossierColumns, formColumns, recordColumns } from './paper-columns';
import { StepsTable } from './steps-table';
import { useDocumentWords } from './words';
import styles from './paper.module.css';
import type { RevisionFull, ProcedureContent } from './types';

/** Where the table of contents leads to. */
export const partId = (part: string): string => `part-${part.trim().replaceAll(/\s+/g, '-')}`;

/** Sections 5 to 7 of a procedure. Parts that a procedure of the system does not have are left out, and the numbers close up. */
export function ProcedurePaper(props: {
  procedure: ProcedureContent;
  kind: DocumentKind;
  sections: RevisionFull['sections'];
}) {
  const t = useDocumentWords();
  const administrative = () => isAdministrative(props.kind);
  const written = (key: string) => props.sections.find((section) => section.key === key)?.body;
  const parts = () =>
    [
      { title: t.legalBases, content: <LegalBases procedure={props.procedure} />, shown: true },
      { title: t.dossierParts, content: <DossierParts procedure={props.procedure} />, shown: administrative() },
      {
        title: t.dossierCount,
        content: <p>{props.procedure.dossierCount ? t.dossiers(props.procedure.dossierCount) : t.none_}</p>,
        shown: administrative(),
      },
      { title: t.limit, content: <Limit procedure={props.procedure} />, shown: administrative() },
      { title: t.receivedAt, content: <Received procedure={props.procedure} />, shown: administrative() },
      { title: t.fee, content: <p class={styles.text}>{props.procedure.fee ?? t.none_}</p>, shown: administrative() },
      {
        title: t.conditions,
        content: <p class={styles.text}>{props.procedure.conditions ?? t.none_}</p>,
        shown: administrative(),
      },
      { title: t.steps, content: <Steps procedure={props.procedure} />, shown: true },
    ].filter(({ shown }) => shown);
  return (
    <>
      <section id={partId('CONTENT')}>
        <h3>{t.headings['CONTENT']}</h3>
        <Show when={written('CONTENT')}>{(text) => <p class={styles.text}>{text()}</p>}</Show>
        <For each={parts()}>
          {(part, index) => (
            <section>
              <h4>{`5.${index() + 1}. ${part.title}`}</h4>
              {part.content}
            </section>
          )}
        </For>
      </section>
      <section id={partId('FORMS')}>
        <h3>{t.headings['FORMS']}</h3>
        <Show
          when={props.procedure.forms.length > 0}
          fallback={<p class={styles.text}>{written('FORMS') ?? t.none_}</p>}
        >
          <PaperTable
            class={styles.framed}
            caption={t.headings['FORMS']!}
            columns={formColumns(t)}
            rows={props.procedure.forms}
          />
        </Show>
      </section>
      <section id={partId('RECORDS')}>
        <h3>{t.headings['RECORDS']}</h3>
        <Show
          when={props.procedure.records.length > 0}
          fallback={<p class={styles.text}>{written('RECORDS') ?? t.none_}</p>}
        >
          <PaperTable
            class={styles.framed}
            caption={t.headings['RECORDS']!}
            columns={recordColumns(t)}
            rows={props.procedure.records}
          />
        </Show>
      </section>
    </>
  );
}

function LegalBases(props: { procedure: ProcedureContent }) {
  const t = useDocumentWords();
  return (
    <Show when={props.procedure.legalBases.length > 0} fallback={<p>{t.none_}</p>}>
      <ul class={styles.bases}>
        <For each={props.procedure.legalBases}>
          {(basis) => (
            <li>
              <strong>{basis.number}</strong> {basis.title}
              <Show when={basis.status !== 'IN_FORCE'}>
                <em class={styles.warned}> ({t.basisStatus[basis.status] ?? basis.status})</em>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function DossierParts(props: { procedure: ProcedureContent }) {
  const t = useDocumentWords();
  return (
    <Show when={props.procedure.dossierParts.length > 0} fallback={<p>{t.none_}</p>}>
      <PaperTable
        class={styles.framed}
        caption={t.dossierParts}
        columns={dossierColumns(t)}
        rows={props.procedure.dossierParts}
      />
    </Show>
  );
}

function Limit(props: { procedure: ProcedureContent }) {
  return (
    <>
      <p>{said(limitWords({ unit: props.procedure.limitUnit, value: props.procedure.limitValue ?? null }))}</p>
      <Show when={props.procedure.limitNote}>{(note) => <p class={styles.text}>{note()}</p>}</Show>
    </>
  );
}

function Received(props: { procedure: ProcedureContent }) {
  const t = useDocumentWords();
  const channels = () =>
    props.procedure.channels
      .map((channel) => (channelWords[channel] ? said(channelWords[channel]) : channel))
      .join(', ');
  return (
    <>
      <p class={styles.text}>{props.procedure.receivedAt ?? t.none_}</p>
      <Show when={channels()}>{(text) => <p>{text()}</p>}</Show>
    </>
  );
}

function Steps(props: { procedure: ProcedureContent }) {
  return (
    <>
      <StepsTable steps={props.procedure.steps} />
      <TimeLine procedure={props.procedure} />
      <FlowDrawing steps={props.procedure.steps} />
    </>
  );
}

/** The longest path against the limit, in a sentence. */
function TimeLine(props: { procedure: ProcedureContent }) {
  const t = useDocumentWords();
  const sentence = () => {
    const { limitUnit: unit, limitValue, steps } = props.procedure;
    if (steps.length === 0 || stepGraph(steps).circular.length > 0) return '';
    const hours = formatNumber(longestPath(steps).hours);
    const counts = unit === 'WORKING_DAYS' || unit === 'CALENDAR_DAYS';
    const window = counts && !limitValue ? null : workingWindow({ unit, value: limitValue ?? null });
    return window === null ? t.longestOnly(hours) : t.longest(hours, formatNumber(window));
  };
  return <p class={styles.timeline}>{sentence()}</p>;
}
