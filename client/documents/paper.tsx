import { For, Show } from 'solid-js';
import { agencyName, isAdministrative, isExternal, isFirst, isProcedure } from '../../api/documents/rules/index';
import { formatDate, formatDateTime } from '../i18n';
import { AnchorMark } from '../shell/anchor-mark';
import { PaperTable } from '../ui';
import { FileLink, type ContentFile } from './content-file';
import { amendmentColumns, type Amendment } from './paper-columns';
import { partId, ProcedurePaper } from './paper-procedure';
import { useDocumentWords } from './words';
import styles from './paper.module.css';
import type { DocumentHead, RevisionFull } from './types';

export interface PaperProps {
  document: Pick<DocumentHead, 'code' | 'title' | 'kind' | 'authority'>;
  revision: RevisionFull;
}

/** A day on paper; dots where it is still to come. */
const onPaper = (day: string | null | undefined) => formatDate(day) || '…/…/……';

/** The days that a document bears: what others issued has only the day on which it took effect here. */
const daysOf = ({ document, revision }: PaperProps, t: ReturnType<typeof useDocumentWords>) => [
  ...(isExternal(document.kind) ? [] : [{ term: t.issuedOn, day: onPaper(revision.approvedAt) }]),
  { term: t.effectiveOn, day: onPaper(revision.effectiveOn) },
];

const two = (n: number) => String(n).padStart(2, '0');

/** The document as officials know it: cover with three signatures, table of amendments, the sections. Printed on A4. */
export function DocumentPaper(props: PaperProps) {
  return (
    <article class={styles.paper} lang="vi">
      <Cover {...props} />
      <table class={styles.sheet} role="presentation">
        <thead role="presentation">
          <tr role="presentation">
            <td>
              <PageHead {...props} />
            </td>
          </tr>
        </thead>
        <tbody role="presentation">
          <tr role="presentation">
            <td>
              <Body {...props} />
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}

/** The block at the head of every printed page: agency, title, code, date, issue. */
function PageHead(props: PaperProps) {
  const t = useDocumentWords();
  return (
    <div class={styles.pageHead}>
      <strong>{agencyName(props.document.authority.name)}</strong>
      <strong>{props.document.title}</strong>
      <ul class={styles.plain}>
        <li>{`${t.code}: ${props.document.code}`}</li>
        <li>{`${daysOf(props, t)[0]!.term}: ${daysOf(props, t)[0]!.day}`}</li>
        <li>{`${t.number}: ${two(props.revision.issueNumber)}/${two(props.revision.amendmentNumber)}`}</li>
      </ul>
    </div>
  );
}

/** Titles of procedures that say so themselves; the cover says it above the title. */
const namedProcedure = /^Quy trình\s+/i;

function Cover(props: PaperProps) {
  const t = useDocumentWords();
  const isNamedProcedure = () => isAdministrative(props.document.kind) || namedProcedure.test(props.document.title);
  return (
    <header class={styles.cover}>
      <Show when={props.document.authority.parent}>{(parent) => <p class={styles.superior}>{parent().name}</p>}</Show>
      <p class={styles.agency}>{agencyName(props.document.authority.name)}</p>
      <p>{t.standard}</p>
      <Show when={isNamedProcedure()}>
        <p class={styles.kind}>{t.paperProcedure}</p>
      </Show>
      <h2 class={styles.title}>
        {isNamedProcedure() ? props.document.title.replace(namedProcedure, '') : props.document.title}
      </h2>
      <dl class={styles.numbers}>
        <div>
          <dt>{t.code}</dt>
          <dd>{props.document.code}</dd>
        </div>
        <div>
          <dt>{t.issue}</dt>
          <dd>{two(props.revision.issueNumber)}</dd>
        </div>
        <div>
          <dt>{t.amendment}</dt>
          <dd>{two(props.revision.amendmentNumber)}</dd>
        </div>
        <For each={daysOf(props, t)}>
          {({ term, day }) => (
            <div>
              <dt>{term}</dt>
              <dd>{day}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={!isExternal(props.document.kind)}>
        <Signatures revision={props.revision} />
      </Show>
    </header>
  );
}

const parts = ['drafted', 'reviewed', 'approved'] as const;

function Signatures(props: { revision: RevisionFull }) {
  const t = useDocumentWords();
  const named = (part: (typeof parts)[number]) =>
    ({ drafted: props.revision.drafter, reviewed: props.revision.reviewer, approved: props.revision.approver })[part];
  const signed = (part: string) => props.revision.signatures.find((signature) => signature.part === part);
  return (
    <>
      <table class={styles.signatures}>
        <thead>
          <tr>
            <td />
            <For each={parts}>{(part) => <th scope="col">{t[part]}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.fullName}</th>
            <For each={parts}>{(part) => <td>{signed(part)?.personName ?? named(part)?.fullName ?? '…'}</td>}</For>
          </tr>
          <tr>
            <th scope="row">{t.signature}</th>
            <For each={parts}>
              {(part) => (
                <td>
                  <Show when={signed(part)} fallback={t.notSigned}>
                    {(signature) => t.signedAt(formatDateTime(signature().at))}
                  </Show>
                </td>
              )}
            </For>
          </tr>
          <tr>
            <th scope="row">{t.positionTitle}</th>
            <For each={parts}>{(part) => <td>{signed(part)?.personTitle ?? ''}</td>}</For>
          </tr>
        </tbody>
      </table>
      <Show when={props.revision.contentHash}>
        {(hash) => (
          <p class={styles.hash}>
            {t.hash}: <code>{hash()}</code>
          </p>
        )}
      </Show>
      <Show when={props.revision.signatures.length > 0}>
        <AnchorMark />
      </Show>
    </>
  );
}

/** Mục lục: the headings in order, each a link to its section. */
function Contents(props: PaperProps) {
  const t = useDocumentWords();
  const headings = () => [
    { part: 'AMENDMENTS', title: t.revisionTable },
    ...(props.revision.file ? [{ part: 'FILE', title: t.fileTitle }] : []),
    ...(procedureOf(props)
      ? Object.entries(t.headings).map(([part, title]) => ({ part, title }))
      : props.revision.sections.map(({ key }) => ({ part: key, title: freeHeading(t, key) }))),
  ];
  return (
    <nav class={styles.contents} aria-labelledby="paper-contents">
      <h3 id="paper-contents">{t.contents}</h3>
      <ul>
        <For each={headings()}>
          {({ part, title }) => (
            <li>
              <a href={`#${partId(part)}`}>{title}</a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

/** Sửa đổi tài liệu: what changed, over all revisions so far, each with its own number and date. */
function Amendments(props: { revisions: RevisionFull['amendments'] }) {
  const t = useDocumentWords();
  const rows = () =>
    props.revisions.flatMap(({ issueNumber, amendmentNumber, effectiveOn, changeRows }): Amendment[] => {
      const when = { number: `${two(issueNumber)}/${two(amendmentNumber)}`, effectiveOn: onPaper(effectiveOn) };
      if (changeRows.length > 0) return changeRows.map((row) => ({ ...row, ...when }));
      const isNew = isFirst({ issue: issueNumber, amendment: amendmentNumber });
      return [{ request: isNew ? t.firstIssue : t.amendmentNotTold, ...when }];
    });
  return (
    <section id={partId('AMENDMENTS')}>
      <h3>{t.revisionTable}</h3>
      <PaperTable class={styles.framed} caption={t.revisionTable} columns={amendmentColumns(t)} rows={rows()} />
    </section>
  );
}

const procedureOf = ({ document, revision }: PaperProps) => (isProcedure(document.kind) ? revision.procedure : null);

/** A heading of a document that is no procedure: without the number of the seven sections. */
const freeHeading = (t: ReturnType<typeof useDocumentWords>, key: string) =>
  (t.headings[key] ?? key).replace(/^\d\. /, '');

function Body(props: PaperProps) {
  const t = useDocumentWords();
  const body = (key: string) => props.revision.sections.find((section) => section.key === key)?.body;
  return (
    <>
      <Contents document={props.document} revision={props.revision} />
      <Amendments revisions={props.revision.amendments} />
      <Show when={props.revision.file}>{(file) => <FileOf file={file()} />}</Show>
      <Show when={procedureOf(props)} fallback={<FreeSections revision={props.revision} />}>
        {(content) => (
          <>
            <For each={['PURPOSE', 'SCOPE', 'REFERENCES', 'DEFINITIONS']}>
              {(key) => <Text part={key} heading={t.headings[key]!} body={body(key)} />}
            </For>
            <ProcedurePaper procedure={content()} kind={props.document.kind} sections={props.revision.sections} />
          </>
        )}
      </Show>
    </>
  );
}

/** The file that holds the content; on paper its name and hash stand for it. */
function FileOf(props: { file: ContentFile }) {
  const t = useDocumentWords();
  return (
    <section id={partId('FILE')}>
      <h3>{t.fileTitle}</h3>
      <FileLink file={props.file} />
      <p class={styles.hash}>
        SHA-256: <code>{props.file.sha256}</code>
      </p>
    </section>
  );
}

function FreeSections(props: { revision: RevisionFull }) {
  const t = useDocumentWords();
  return (
    <For each={props.revision.sections} fallback={props.revision.file ? undefined : <p>{t.blank}</p>}>
      {(section) => <Text part={section.key} heading={freeHeading(t, section.key)} body={section.body} />}
    </For>
  );
}

function Text(props: { part: string; heading: string; body: string | undefined }) {
  const t = useDocumentWords();
  return (
    <section id={partId(props.part)}>
      <h3>{props.heading}</h3>
      <p class={styles.text}>{props.body ?? t.blank}</p>
    </section>
  );
}
