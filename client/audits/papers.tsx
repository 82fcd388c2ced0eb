import { For, Show, type JSX } from 'solid-js';
import { formatDateTime } from '../i18n';
import { LinkButton, PageHeader, PrintButton, type Crumb } from '../ui';
import { AnchorMark } from '../shell/anchor-mark';
import { useAuditWords } from './words';
import styles from './papers.module.css';

export interface PaperFrameProps {
  /** Of the screen; the paper has a title of its own. */
  title: string;
  subtitle: string;
  crumbs: Crumb[];
  /** Where the record itself is. */
  back: string;
  agency: string;
  form: string;
  heading: string;
  number?: string;
  children: JSX.Element;
}

/** A printed form: agency and code of the form, its title, its content, the anchor of the trail. */
export function PaperFrame(props: PaperFrameProps) {
  const t = useAuditWords();
  return (
    <>
      <div data-print="no">
        <PageHeader
          title={props.title}
          subtitle={props.subtitle}
          crumbs={props.crumbs}
          actions={
            <>
              <PrintButton />
              <LinkButton href={props.back} look="quiet">
                {t.papers.back}
              </LinkButton>
            </>
          }
        />
      </div>
      <article class={styles.paper}>
        <header class={styles.head}>
          <p>{props.agency}</p>
          <p>{props.form}</p>
        </header>
        <h2 class={styles.title}>{props.heading}</h2>
        <Show when={props.number}>
          <p class={styles.center}>{props.number}</p>
        </Show>
        {props.children}
        <AnchorMark />
      </article>
    </>
  );
}

/** Agency, code of the form and title above a report: a screen of its own that gets them on paper only. */
export function ReportHead(props: { agency: string; form?: string; heading: string; number: string }) {
  return (
    <header class={styles.onPaper}>
      <div class={styles.head}>
        <p>{props.agency}</p>
        <p>{props.form}</p>
      </div>
      <h2 class={styles.title}>{props.heading}</h2>
      <p class={styles.center}>{props.number}</p>
    </header>
  );
}

/** A numbered part of a paper. */
export function PaperPart(props: { title: string; children: JSX.Element }) {
  return (
    <section>
      <h3 class={styles.heading}>{props.title}</h3>
      <div class={styles.text}>{props.children}</div>
    </section>
  );
}

/** A place to sign: who signed in the program, or nothing, to be signed on the paper. */
export interface SignPlace {
  title: string;
  signature?: { personName: string; at: string } | undefined;
  /** Whose place it is, while it is not signed. */
  name?: string | undefined;
}

/**
 * The row of signatures at the foot of a paper.
 * @param props.onPaper not to be seen on a screen, where the signatures are listed
 */
export function SignaturePlaces(props: { places: readonly SignPlace[]; onPaper?: boolean }) {
  const t = useAuditWords();
  return (
    <div class={`${styles.signs} ${props.onPaper ? styles.onPaper : ''}`}>
      <For each={props.places}>
        {(place) => (
          <div>
            <p class={styles.signTitle}>{place.title}</p>
            <p>{place.signature ? t.papers.signedAt(formatDateTime(place.signature.at)) : ''}</p>
            <p>
              <strong>{place.signature?.personName ?? place.name}</strong>
            </p>
          </div>
        )}
      </For>
    </div>
  );
}
