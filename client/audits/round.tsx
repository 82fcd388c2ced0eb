import { useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { useCommand, useQuery } from '../graphql';
import {
  CancelRoundDocument,
  RoundPageDocument,
  type RoundPageQuery,
} from '../graphql/generated/audits/planning/rounds';
import {
  ApproveRoundDocument,
  AssignRoundDocument,
  ReopenRoundDocument,
} from '../graphql/generated/audits/assignment/teams';
import { CloseRoundDocument, ReportRoundDocument } from '../graphql/generated/audits/findings/report';
import { formatPeriod, said } from '../i18n';
import { roundWork } from '../../api/audits/rules/assignment/work';
import { roundLifecycle } from '../../api/audits/rules/planning/round-lifecycle';
import {
  Badge,
  DataTable,
  DescriptionList,
  LinkButton,
  Loaded,
  PageHeader,
  PageSection,
  Stack,
  StateCard,
} from '../ui';
import { Acts, type Act } from './acts';
import { RoundConflicts } from './assignment/conflicts';
import { whoWithNames } from '../shell/names';
import { actingWords, asSentence } from '../shell/who-acts';
import { auditOfRoundColumns, daysOf } from './planning/columns';
import { roundTone } from './planning/state-labels';
import { PlanVersions } from './assignment/plan-versions';
import { AmendmentCard } from './assignment/amendment-card';
import { Signatures } from './signatures';
import { AuditBadge } from './tabs';
import { useAssignmentWords } from './assignment/words';
import styles from './audits.module.css';

type Round = RoundPageQuery['round'];

/** Events that go back or end the round: a viewer may fire them, but does not have to. */
const optionalEvents: readonly string[] = [
  'cancel',
  'reopen',
  'reopenFieldwork',
  'amendPlan',
  'return',
  'revise',
  'sendBack',
];

/** A round: where it stands, its audits with teams and days, and what comes next. */
export default function RoundPage() {
  const params = useParams<{ id: string }>();
  const query = useQuery(RoundPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.round}>
      {(round) => <RoundView round={round()} />}
    </Loaded>
  );
}

function RoundView(props: { round: Round }) {
  const t = useAssignmentWords();
  const state = () => props.round.state;
  const can = (event: Round['viewerCan'][number]) => props.round.viewerCan.includes(event);
  const mayEdit = () => state() === 'PREPARING' && can('assign');
  const hasReport = () => ['RUNNING', 'REPORTED', 'CLOSED'].includes(state());
  return (
    <>
      <PageHeader
        title={props.round.title}
        subtitle={`${props.round.number} · ${t.kind[props.round.kind]} · ${formatPeriod(props.round.from, props.round.to)}`}
        crumbs={[{ label: t.rounds, href: '/audits' }]}
        badge={<Badge tone={roundTone[state()]}>{said(roundLifecycle.words[state()].label)}</Badge>}
        actions={
          <>
            <Show when={hasReport()}>
              <LinkButton icon="chart" href={`/audits/rounds/${props.round.id}/report`}>
                {t.round.finding}
              </LinkButton>
            </Show>
            <Show when={mayEdit()}>
              <LinkButton icon="edit" href={`/audits/rounds/${props.round.id}/edit`}>
                {t.editRound}
              </LinkButton>
            </Show>
          </>
        }
      />
      <Stack gap="l">
        <Show when={props.round.amendment}>
          {(amendment) => <AmendmentCard round={props.round} amendment={amendment()} />}
        </Show>
        <StateCard
          state={said(roundLifecycle.words[state()].label)}
          tone={roundTone[state()]}
          next={said(roundLifecycle.words[state()].whatNext)}
          who={whoWithNames(asSentence(actingWords(roundWork, props.round), ', '), props.round.waitsFor)}
          mine={props.round.viewerCan.some((event) => !optionalEvents.includes(event))}
          actions={<RoundActs round={props.round} />}
        />
        <RoundConflicts round={props.round} />
        <AuditTable round={props.round} canTeam={mayEdit() || can('amendPlan')} />
        <PageSection title={t.settings}>
          <DescriptionList
            facts={[
              { term: t.leadAgency, value: props.round.leadAgency.name },
              { term: t.clauseSet, value: props.round.clauseSet.title },
              { term: t.programme, value: props.round.programme?.title },
              {
                term: t.previousRound,
                value: props.round.previous
                  ? `${props.round.previous.number} · ${props.round.previous.title}`
                  : t.form.first,
              },
              { term: t.planVersion, value: props.round.planVersion || t.notYet },
              { term: t.monthsAfterLeaving, value: `${props.round.settings.monthsAfterLeaving} ${t.months}` },
              { term: t.earlierAudits, value: `${props.round.settings.earlierAuditsOfLead} ${t.times}` },
              {
                term: t.team,
                value: `${props.round.settings.teamSize.min}–${props.round.settings.teamSize.max} ${t.people}`,
              },
              { term: t.maxLoad, value: `${props.round.settings.maxLoad} ${t.times}` },
              { term: t.reciprocity, value: props.round.settings.reciprocityReason, wide: true },
              { term: t.audit.lastReason, value: props.round.reason, wide: true },
            ]}
          />
        </PageSection>
        <PlanVersions plans={props.round.plans} />
        <Signatures signatures={props.round.signatures} plans={props.round.plans} />
      </Stack>
    </>
  );
}

function AuditTable(props: { round: Round; canTeam: boolean }) {
  const t = useAssignmentWords();
  type Audit = Round['audits'][number];
  const isOpen = (audit: Audit) => !['CLOSED', 'CANCELLED'].includes(audit.state);
  return (
    <PageSection
      title={t.auditsOf}
      lead={props.canTeam && props.round.state === 'PREPARING' ? t.makeTeamHint : undefined}
      bare
    >
      <DataTable
        caption={t.auditsOf}
        rows={props.round.audits}
        href={(audit) =>
          props.canTeam && props.round.state === 'PREPARING' ? `/audits/teams/${audit.id}` : `/audits/${audit.id}`
        }
        columns={auditOfRoundColumns(t, props.round.state === 'PREPARING', props.canTeam)}
        cells={{
          team: (audit) => (
            <Team
              members={audit.members}
              least={props.round.state === 'PREPARING' ? props.round.settings.teamSize.min : 0}
            />
          ),
          days: (audit) => daysOf(audit) || <Badge tone="warning">{t.noDays}</Badge>,
          state: (audit) => <AuditBadge state={audit.state} />,
          changeTeam: (audit) => (
            <Show when={isOpen(audit)}>
              <LinkButton size="s" class={styles.above} href={`/audits/teams/${audit.id}`}>
                {t.changeTeam}
              </LinkButton>
            </Show>
          ),
        }}
      />
    </PageSection>
  );
}

/**
 * The members with the part of the lead said.
 * @param props.least members that are needed, while the team is being made
 */
function Team(props: { members: Round['audits'][number]['members']; least: number }) {
  const t = useAssignmentWords();
  return (
    <Show when={props.members.length > 0} fallback={<Badge tone="warning">{t.noTeam}</Badge>}>
      <ul class={styles.plain}>
        <For each={props.members}>
          {(member) => (
            <li>
              {member.person.fullName}{' '}
              <Show when={member.part === 'LEAD'}>
                <span class={`${styles.quiet} ${styles.whole}`}>({t.part.LEAD})</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.members.length < props.least}>
        <Badge tone="warning">{t.incompleteTeam(props.least)}</Badge>
      </Show>
    </Show>
  );
}

function RoundActs(props: { round: Round }) {
  const t = useAssignmentWords();
  const [assign, reopen, approve, report, close, cancel] = [
    useCommand(AssignRoundDocument),
    useCommand(ReopenRoundDocument),
    useCommand(ApproveRoundDocument),
    useCommand(ReportRoundDocument),
    useCommand(CloseRoundDocument),
    useCommand(CancelRoundDocument),
  ];
  const record = () => ({ id: props.round.id, version: props.round.version });
  const acts = (): Act<Round['viewerCan'][number]>[] => [
    {
      key: 'assign',
      label: t.round.assign,
      kind: 'confirm',
      title: t.round.assign,
      text: t.round.assignText,
      command: assign,
      run: () => assign.run(record()),
      done: t.round.assigned,
    },
    {
      key: 'approve',
      label: t.round.approve,
      kind: 'sign',
      title: t.round.approve,
      statement: t.round.approveStatement(props.round.number),
      command: approve,
      run: ({ password }) => approve.run({ ...record(), password }),
      done: t.round.approved,
    },
    {
      key: 'reopen',
      label: t.round.reopen,
      kind: 'confirm',
      title: t.round.reopen,
      text: t.round.reopenText,
      look: 'secondary',
      command: reopen,
      run: () => reopen.run(record()),
      done: t.round.reopened,
    },
    {
      key: 'report',
      label: t.round.report,
      kind: 'reason',
      title: t.round.report,
      text: t.round.reportText,
      textLabel: t.round.conclusion,
      command: report,
      run: ({ reason }) => report.run({ ...record(), conclusion: reason }),
      done: t.round.reported,
    },
    {
      key: 'close',
      label: t.round.close,
      kind: 'sign',
      title: t.round.close,
      statement: t.round.closeStatement(props.round.number),
      command: close,
      run: ({ password }) => close.run({ ...record(), password }),
      done: t.round.closed,
    },
    {
      key: 'cancel',
      label: t.round.cancel,
      kind: 'reason',
      title: t.round.cancel,
      text: t.round.cancelText,
      look: 'danger',
      command: cancel,
      run: ({ reason }) => cancel.run({ ...record(), reason }),
      done: t.round.cancelled,
    },
  ];
  const isReady = (key: string) =>
    key !== 'report' || props.round.audits.every(({ state }) => state === 'CLOSED' || state === 'CANCELLED');
  return <Acts acts={acts().filter(({ key }) => props.round.viewerCan.includes(key) && isReady(key))} />;
}
