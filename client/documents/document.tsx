import { A, useLocation, useParams, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import { compareNumbers, revisionLifecycle } from '../../api/documents/rules/index';
import { useQuery, type Query } from '../graphql';
import {
  DocumentPageDocument,
  RevisionPageDocument,
  type RevisionPageQuery,
} from '../graphql/generated/documents/documents';
import { formatDate, said } from '../i18n';
import {
  Badge,
  Button,
  DescriptionList,
  EmptyState,
  LinkButton,
  Loaded,
  Notice,
  PageHeader,
  PrintButton,
  PageSection,
  Stack,
  TabLinks,
} from '../ui';
import { ChangesTab } from './changes-tab';
import { ChecksList } from './checks-list';
import { statusTones } from './documents';
import { HistoryTab } from './history-tab';
import { DocumentPaper } from './paper';
import { ReadersTab } from './readers-tab';
import { RevisionCard } from './revision-card';
import { RevisionsTab } from './revisions-tab';
import { StartRevisionDialog } from './start-revision';
import { useDocumentWords } from './words';
import type { DocumentHead, RevisionFull } from './types';

/** A document: its state, its paper, what changed, who has read it, its revisions and its history. */
export default function DocumentPage() {
  const params = useParams<{ id: string; revisionId?: string }>();
  const query = useQuery(DocumentPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.document} lines={10}>
      {(document) => <DocumentBody document={document()} revisionId={params.revisionId} />}
    </Loaded>
  );
}

const nextSteps = ['submit', 'review', 'approve'];
/** What brings a revision on that waits for somebody who has left. */
const waysOut = ['takeBack', 'takeOver'];

/** The revision to show when the address names none: the one that waits for the reader, the one in force, or else the newest. */
function revisionOf(document: DocumentHead, revisionId: string | undefined) {
  const numbered = document.revisions.map((revision) => ({
    revision,
    issue: revision.issueNumber,
    amendment: revision.amendmentNumber,
  }));
  const newest = numbered.sort(compareNumbers).at(-1)?.revision;
  const tasks = document.underWay?.stuckOn ? [...nextSteps, ...waysOut] : nextSteps;
  const mine = document.underWay?.viewerCan.some((event) => tasks.includes(event)) ? document.underWay : undefined;
  return (
    document.revisions.find(({ id }) => id === revisionId) ?? mine ?? document.inForce ?? document.underWay ?? newest
  );
}

function DocumentBody(props: { document: DocumentHead; revisionId: string | undefined }) {
  const t = useDocumentWords();
  const head = createMemo(() => revisionOf(props.document, props.revisionId));
  const revision = useQuery(RevisionPageDocument, () => ({ id: head()!.id }), { pause: () => head() === undefined });
  const [search] = useSearchParams<{ tab: string }>();
  const [starting, setStarting] = createSignal(false);
  const mayStart = () => props.document.viewerCan.includes('startRevision') && !props.document.underWay;
  return (
    <>
      <div data-print={search.tab ? undefined : 'no'}>
        <PageHeader
          title={props.document.title}
          subtitle={`${props.document.code} · ${t.kinds[props.document.kind]} · ${props.document.authority.name}`}
          crumbs={[{ label: t.title, href: '/documents' }]}
          badge={<Badge tone={statusTones[props.document.status]}>{t.statuses[props.document.status]}</Badge>}
          actions={
            <>
              <Show when={mayStart()}>
                <Button icon="edit" onClick={() => setStarting(true)}>
                  {t.startRevision}
                </Button>
              </Show>
              <PrintButton />
            </>
          }
        />
      </div>
      <Show when={head()} fallback={<EmptyState title={t.neverInForce} />}>
        <Stack gap="l">
          <div data-print="no">
            <Stack>
              <RevisionCard
                document={props.document}
                revision={head()!}
                acknowledgedAt={revision.data?.revision.acknowledgedAt ?? null}
                checks={revision.data?.revision.checks ?? []}
              />
              <OtherRevision document={props.document} shown={head()!.id} />
            </Stack>
          </div>
          <Tabs document={props.document} shown={head()!.id} revision={revision} />
        </Stack>
      </Show>
      <StartRevisionDialog document={props.document} open={starting()} onClose={() => setStarting(false)} />
    </>
  );
}

/** Says that another revision than the one shown is in force or on its way. */
function OtherRevision(props: { document: DocumentHead; shown: string }) {
  const t = useDocumentWords();
  const name = (revision: { issueNumber: number; amendmentNumber: number }) =>
    t.revisionTitle(revision.issueNumber, revision.amendmentNumber);
  return (
    <Switch>
      <Match when={props.document.inForce?.id !== props.shown && props.document.inForce}>
        {(inForce) => (
          <Notice
            tone={props.document.underWay?.id === props.shown ? 'info' : 'warning'}
            actions={
              <LinkButton size="s" href={`/documents/${props.document.id}/revisions/${inForce().id}`}>
                {t.showInForce}
              </LinkButton>
            }
          >
            {t.notInForce}
          </Notice>
        )}
      </Match>
      <Match when={props.document.underWay?.id !== props.shown && props.document.underWay}>
        {(open) => (
          <Notice
            actions={
              <LinkButton size="s" href={`/documents/${props.document.id}/revisions/${open().id}`}>
                {t.showUnderWay}
              </LinkButton>
            }
          >
            {t.otherUnderWay(name(open()), said(revisionLifecycle.words[open().state].label))}
          </Notice>
        )}
      </Match>
    </Switch>
  );
}

const tabs = ['content', 'changes', 'readers', 'revisions', 'history'] as const;
type Tab = (typeof tabs)[number];

function Tabs(props: { document: DocumentHead; shown: string; revision: Query<RevisionPageQuery> }) {
  const t = useDocumentWords();
  const location = useLocation();
  const [search] = useSearchParams<{ tab: string }>();
  const tab = (): Tab => tabs.find((each) => each === search.tab) ?? 'content';
  const labels = () => ({
    content: t.tabContent,
    changes: t.tabChanges,
    readers: t.tabReaders,
    revisions: t.tabRevisions,
    history: t.tabHistory,
  });
  return (
    <Stack>
      <TabLinks
        label={t.parts}
        tabs={tabs.map((each) => ({
          label: labels()[each],
          href: each === 'content' ? location.pathname : `${location.pathname}?tab=${each}`,
          current: each === tab(),
          ...(each === 'revisions' && { count: props.document.revisions.length }),
        }))}
      />
      <Switch>
        <Match when={tab() === 'content'}>
          <Loaded query={props.revision} pick={(data) => data.revision} lines={12}>
            {(revision) => <ContentTab document={props.document} revision={revision()} />}
          </Loaded>
        </Match>
        <Match when={tab() === 'changes'}>
          <ChangesTab revisionId={props.shown} />
        </Match>
        <Match when={tab() === 'readers'}>
          <ReadersTab revisionId={props.shown} inForce={props.document.inForce?.id === props.shown} />
        </Match>
        <Match when={tab() === 'revisions'}>
          <RevisionsTab document={props.document} shown={props.shown} />
        </Match>
        <Match when={tab() === 'history'}>
          <HistoryTab documentId={props.document.id} />
        </Match>
      </Switch>
    </Stack>
  );
}

function ContentTab(props: { document: DocumentHead; revision: RevisionFull }) {
  /** What was discarded, superseded or withdrawn is put right by nobody. */
  const isOver = () => revisionLifecycle.isTerminal(props.revision.state);
  return (
    <Stack gap="l">
      <Show when={props.revision.checks.length > 0 && !isOver()}>
        <div data-print="no">
          <ChecksList checks={props.revision.checks} />
        </div>
      </Show>
      <DocumentPaper document={props.document} revision={props.revision} />
      <div data-print="no">
        <About document={props.document} />
      </div>
    </Stack>
  );
}

function About(props: { document: DocumentHead }) {
  const t = useDocumentWords();
  const officeNames = () => props.document.officeKinds.map((kind) => t.offices[kind as keyof typeof t.offices] ?? kind);
  return (
    <PageSection
      title={t.about}
      actions={
        <Show when={props.document.viewerCan.includes('changeFacts')}>
          <LinkButton size="s" icon="edit" href={`/documents/${props.document.id}/facts`}>
            {t.changeFacts}
          </LinkButton>
        </Show>
      }
    >
      <DescriptionList
        facts={[
          {
            term: t.owner,
            value: <A href={`/organization/units/${props.document.ownerUnit.id}`}>{props.document.ownerUnit.name}</A>,
          },
          { term: t.appliesTo, value: officeNames().join(', ') || t.allOffices },
          props.document.clauses.length > 0 && { term: t.clause, value: props.document.clauses.join(', ') },
          props.document.reviewCycleMonths != null && {
            term: t.cycle,
            value: t.months(props.document.reviewCycleMonths),
          },
          props.document.reviewDueOn != null && { term: t.reviewDue, value: formatDate(props.document.reviewDueOn) },
          props.document.retention != null && { term: t.retention, value: props.document.retention },
          props.document.copiedFrom != null && {
            term: t.copiedFrom,
            value: (
              <A
                href={`/documents/${props.document.copiedFrom.id}`}
              >{`${props.document.copiedFrom.code}, ${props.document.copiedFrom.authority.name}`}</A>
            ),
          },
          {
            term: t.usedBy,
            value: <A href={`/nonconformities?procedure=${props.document.id}`}>{t.seeNonconformities}</A>,
          },
        ]}
      />
    </PageSection>
  );
}
