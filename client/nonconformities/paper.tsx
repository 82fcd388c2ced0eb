import { useParams } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { useQuery } from '../graphql';
import { NonconformityPageDocument } from '../graphql/generated/nonconformities/nonconformity';
import { formatDate } from '../i18n';
import { LinkButton, Loaded, PageHeader, PrintButton } from '../ui';
import type { Whole } from './page';
import { actionStateWord, stateWord } from './standing';
import { useNonconformityWords } from './words';
import styles from './paper.module.css';

/** The record as the paper form BM.QT.ISO.04.01, in its six parts, to be printed and signed. */
export default function Paper() {
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
              crumbs={[{ label: t.title, href: '/nonconformities' }, { label: whole().number, href: `/nonconformities/${whole().id}` }]}
              actions={
                <>
                  <PrintButton />
                  <LinkButton href={`/nonconformities/${whole().id}`} look="quiet">{t.backToRecord}</LinkButton>
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
        <Sources source={props.whole.source} reference={props.whole.sourceReference} />
        <p class={styles.line}>
          <span>{`${t.paper.unit}: ${props.whole.unit.name}`}</span>
          <span>{`${t.paper.day}: ${formatDate(props.whole.detectedOn)}`}</span>
          <span>{`${t.paper.by}: ${props.whole.detectedBy.fullName}`}</span>
        </p>
      </header>
      <Described whole={props.whole} />
      <Part title={t.paper.part2}>
        <p class={styles.text}>{props.whole.correction ?? t.paper.notYet}</p>
      </Part>
      <Part title={t.paper.part3}>
        <Show when={props.whole.whys.length > 0} fallback={<p>{t.paper.notYet}</p>}>
          <ol class={styles.whys}>
            <For each={props.whole.whys}>{(why, at) => <li>{at() === props.whole.whys.length - 1 ? `${why} (${t.rootCause})` : why}</li>}</For>
          </ol>
        </Show>
      </Part>
      <Planned whole={props.whole} />
      <Part title={t.paper.part5} sign={[{ title: t.paper.signApprover, name: props.whole.planApprover?.fullName }]}>
        <p>{props.whole.planApprover ? t.paper.approved(props.whole.planApprover.fullName, formatDate(props.whole.planApprovedAt)) : t.paper.notYet}</p>
      </Part>
      <Checked whole={props.whole} />
    </article>
  );
}

function Sources(props: { source: Whole['source']; reference: string | null | undefined }) {
  const t = useNonconformityWords();
  return (
    <ul class={styles.boxes}>
      <For each={Object.entries(t.sources)}>{([code, name]) => <li>{`${code === props.source ? '☑' : '☐'} ${name}`}</li>}</For>
      <Show when={props.reference}>
        <li>({props.reference})</li>
      </Show>
    </ul>
  );
}

function Described(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const where = () => {
    const { clause, procedure } = props.whole;
    return [clause && `${clause.number} (${clause.set.title})`, procedure && `${procedure.code} ${procedure.title}`].filter(Boolean).join('; ');
  };
  return (
    <Part title={t.paper.part1} sign={[{ title: t.paper.signDetector, name: props.whole.detectedBy.fullName }, { title: t.paper.signUnit }]}>
      <p class={styles.text}>{props.whole.gap}</p>
      <p class={styles.text}>{`${t.evidence}: ${props.whole.evidence}`}</p>
      <p class={styles.text}>{`${t.paper.violated}: ${[props.whole.requirement, where()].filter(Boolean).join('; ')}`}</p>
      <p>{`${t.paper.kind}: ${(['MAJOR', 'MINOR'] as const).map((each) => `${each === props.whole.severity ? '☑' : '☐'} ${t.severity[each]}`).join('   ')}`}</p>
    </Part>
  );
}

function Planned(props: { whole: Whole }) {
  const t = useNonconformityWords();
  return (
    <Part title={t.paper.part4} sign={[{ title: t.paper.signResponder, name: props.whole.responder?.fullName }]}>
      <Show when={props.whole.actions.length > 0} fallback={<p>{t.paper.notYet}</p>}>
        <div class={styles.scroll}>
          <table class={styles.table}>
            <thead>
              <tr>
                <For each={[t.paper.order, t.paper.what, t.owner, t.due, t.proof, t.actionState]}>{(head) => <th scope="col">{head}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={props.whole.actions}>
                {(action, at) => (
                  <tr>
                    <td>{at() + 1}</td>
                    <td>{action.title}</td>
                    <td>{action.owner.fullName}</td>
                    <td>{formatDate(action.dueOn)}</td>
                    <td>{action.evidence}</td>
                    <td>{actionStateWord(action.state)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </Part>
  );
}

function Checked(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const judged = () => (props.whole.state === 'CLOSED' ? t.paper.effective : props.whole.state === 'CLOSED_INEFFECTIVE' ? t.paper.ineffective : t.paper.notJudged);
  return (
    <Part title={t.paper.part6} sign={[{ title: t.paper.signVerifier, name: props.whole.verifier?.fullName }]}>
      <Show when={props.whole.verifier} fallback={<p>{t.paper.notYet}</p>}>
        {(verifier) => (
          <p>
            {`${t.paper.result}: ☑ ${t.paper.passed}. `}
            {t.verifiedBy(verifier().fullName, formatDate(props.whole.verifiedAt), Boolean(props.whole.verifiedOnSite))} {props.whole.verificationNote}
          </p>
        )}
      </Show>
      <p>{`${t.paper.effect}: ${[judged(), props.whole.effectivenessNote].filter(Boolean).join('. ')}`}</p>
      <Show when={props.whole.followUps.length > 0}>
        <p>{t.paper.nextSlip(props.whole.followUps.map(({ number }) => number).join(', '))}</p>
      </Show>
      <p>{props.whole.closedAt ? t.paper.closedOn(formatDate(props.whole.closedAt)) : t.paper.printedFrom(stateWord(props.whole.state))}</p>
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
