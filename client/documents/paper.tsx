import { For, Show } from 'solid-js';
import { agencyName, isProcedure } from '../../api/documents/rules/index';
import { formatDate, formatDateTime } from '../i18n';
import { AnchorMark } from '../shell/anchor-mark';
import { FileLink, type ContentFile } from './content-file';
import type { DocumentHead, RevisionFull } from './document';
import { ProcedurePaper, RegisterTable } from './paper-procedure';
import { useDocumentWords } from './words';
import styles from './paper.module.css';

export interface PaperProps {
  document: Pick<DocumentHead, 'code' | 'title' | 'kind' | 'authority'>;
  revision: RevisionFull;
}

const two = (n: number) => String(n).padStart(2, '0');

/** The document as officials know it: cover with three signatures, table of amendments, the sections. Printed on A4. */
export function Paper(props: PaperProps) {
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
        <li>{`${t.issuedOn}: ${formatDate(props.revision.effectiveOn) || '…/…/……'}`}</li>
        <li>{`${t.number}: ${two(props.revision.issueNumber)}/${two(props.revision.amendmentNumber)}`}</li>
      </ul>
    </div>
  );
}

/** Titles of procedures that say so themselves; the cover says it above the title. */
const namedProcedure = /^Quy trình\s+/i;

function Cover(props: PaperProps) {
  const t = useDocumentWords();
  const isNamedProcedure = () => props.document.kind === 'ADMINISTRATIVE_PROCEDURE' || namedProcedure.test(props.document.title);
  return (
    <header class={styles.cover}>
      <Show when={props.document.authority.parent}>{(parent) => <p class={styles.superior}>{parent().name}</p>}</Show>
      <p class={styles.agency}>{agencyName(props.document.authority.name)}</p>
      <p>{t.standard}</p>
      <Show when={isNamedProcedure()}>
        <p class={styles.kind}>{t.paperProcedure}</p>
      </Show>
      <h2 class={styles.title}>{isNamedProcedure() ? props.document.title.replace(namedProcedure, '') : props.document.title}</h2>
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
        <div>
          <dt>{t.effectiveOn}</dt>
          <dd>{formatDate(props.revision.effectiveOn) || '…/…/……'}</dd>
        </div>
      </dl>
      <Show when={props.document.kind !== 'EXTERNAL'}>
        <Signatures revision={props.revision} />
      </Show>
    </header>
  );
}

const parts = ['drafted', 'reviewed', 'approved'] as const;

function Signatures(props: { revision: RevisionFull }) {
  const t = useDocumentWords();
  const named = (part: (typeof parts)[number]) => ({ drafted: props.revision.drafter, reviewed: props.revision.reviewer, approved: props.revision.approver })[part];
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

function Body(props: PaperProps) {
  const t = useDocumentWords();
  const body = (key: string) => props.revision.sections.find((section) => section.key === key)?.body;
  const procedure = () => (isProcedure(props.document.kind) ? props.revision.procedure : null);
  return (
    <>
      <section>
        <h3>{t.revisionTable}</h3>
        <RegisterTable
          caption={t.revisionTable}
          head={[t.changeRequest, t.changePlace, t.changeDescription, t.number, t.effectiveOn]}
          rows={(props.revision.changeRows.length > 0 ? props.revision.changeRows : [{ request: t.firstIssue, place: '', description: '' }]).map((row) => [
            row.request, row.place, row.description, `${two(props.revision.issueNumber)}/${two(props.revision.amendmentNumber)}`, formatDate(props.revision.effectiveOn),
          ])}
        />
      </section>
      <Show when={props.revision.file}>{(file) => <FileOf file={file()} />}</Show>
      <Show when={procedure()} fallback={<FreeSections revision={props.revision} />}>
        {(content) => (
          <>
            <For each={['PURPOSE', 'SCOPE', 'REFERENCES', 'DEFINITIONS']}>
              {(key) => <Text heading={t.headings[key]!} body={body(key)} />}
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
    <section>
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
  const heading = (key: string) => (t.headings[key] ?? key).replace(/^\d\. /, '');
  return <For each={props.revision.sections} fallback={props.revision.file ? undefined : <p>{t.blank}</p>}>{(section) => <Text heading={heading(section.key)} body={section.body} />}</For>;
}

function Text(props: { heading: string; body: string | undefined }) {
  const t = useDocumentWords();
  return (
    <section>
      <h3>{props.heading}</h3>
      <p class={styles.text}>{props.body ?? t.blank}</p>
    </section>
  );
}
