import { A, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { AuditPageDocument } from '../graphql/generated/audits/audit';
import { formatDate, said } from '../i18n';
import { auditLifecycle, declarable } from '../../api/audits/rules/planning/audit-lifecycle';
import { lastDayToDeclare } from '../../api/audits/rules/assignment/declarations';
import { DescriptionList, LinkButton, Loaded, Prose, PageSection, Stack, StateCard } from '../ui';
import { whoWithNames } from '../shell/names';
import { Agenda } from './fieldwork/agenda';
import { AuditActButtons, isReadyToSign } from './audit-acts';
import { AuditDeclarations, Replacements, Stopped } from './assignment/conflicts';
import { auditWork, findingWork } from '../../api/audits/rules/findings/work';
import { actingWords, asSentence } from '../shell/who-acts';
import { auditTone } from './planning/state-labels';
import type { AuditOfPage } from './people';
import { Signatures } from './signatures';
import { AuditHead } from './tabs';
import { useFindingsWords } from './findings/words';
import styles from './audits.module.css';

/** Events of a finding that wait for this reader. */
const answers = ['agree', 'show', 'acknowledge', 'uphold'] as const;

/** Events of which the page says that the reader must act. */
const nextSteps = ['announce', 'confirmPlan', 'open', 'finishFieldwork', 'report', 'accept'] as const;

/** An audit: its state, who audits, when, what, and what comes next. */
export default function Overview() {
  const params = useParams<{ id: string }>();
  const query = useQuery(AuditPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.audit}>
      {(audit) => (
        <Stack gap="l">
          <AuditHead audit={audit()} />
          <Stopped audit={audit()} />
          <Status audit={audit()} />
          <PageSection title={t().when}>
            <Facts audit={audit()} />
          </PageSection>
          <AuditDeclarations audit={audit()} />
          <Agenda
            audit={audit()}
            actions={
              <LinkButton icon="print" href={`/audits/${audit().id}/plan-paper`}>
                {useFindingsWords().papers.plan}
              </LinkButton>
            }
          />
          <Scope audit={audit()} />
          <Minutes audit={audit()} />
          <Signatures signatures={audit().signatures} />
        </Stack>
      )}
    </Loaded>
  );
}

const t = () => useFindingsWords().audit;

function Status(props: { audit: AuditOfPage }) {
  const state = () => props.audit.state;
  const base = () => `/audits/${props.audit.id}`;
  const can = (event: AuditOfPage['viewerCan'][number]) => props.audit.viewerCan.includes(event);
  const mustAnswer = () =>
    ['IN_PROGRESS', 'FIELDWORK_DONE'].includes(state()) &&
    props.audit.findings.some(({ viewerCan }) => answers.some((event) => viewerCan.includes(event)));
  const role = () => {
    if (state() === 'IN_PROGRESS') return useFindingsWords().team;
    const asked = state() === 'FIELDWORK_DONE' ? props.audit.findings : [];
    const shown = asked.filter((finding) => finding.state === 'SHOWN');
    const words = [...asked.filter((finding) => finding.state !== 'SHOWN'), ...shown]
      .map((finding) => asSentence(actingWords(findingWork, { ...finding, audit: props.audit }), ', '))
      .filter(Boolean);
    return [...new Set(words)].join('; ') || asSentence(actingWords(auditWork, props.audit), ', ');
  };
  return (
    <StateCard
      state={said(auditLifecycle.words[state()].label)}
      tone={auditTone[state()]}
      next={said(auditLifecycle.words[state()].whatNext)}
      who={whoWithNames(role(), props.audit.waitsFor)}
      mine={nextSteps.some(can) || mustAnswer()}
      actions={
        <>
          <Show when={state() === 'PLANNED' && can('announce')}>
            <LinkButton
              look={props.audit.agenda.length === 0 ? 'primary' : 'secondary'}
              icon="calendar"
              href={`${base()}/plan`}
            >
              {t().planIt}
            </LinkButton>
          </Show>
          <Show when={state() === 'IN_PROGRESS' && props.audit.isTeam}>
            <LinkButton look="primary" icon="checklist" href={`${base()}/sheet`}>
              {t().toSheet}
            </LinkButton>
          </Show>
          <Show when={state() === 'FIELDWORK_DONE' || mustAnswer()}>
            <LinkButton look={mustAnswer() ? 'primary' : 'secondary'} icon="audit" href={`${base()}/findings`}>
              {t().toFindings}
            </LinkButton>
          </Show>
          <Show when={can('report') && !isReadyToSign(props.audit)}>
            <LinkButton look={mustAnswer() ? 'secondary' : 'primary'} icon="edit" href={`${base()}/report`}>
              {useFindingsWords().report.edit}
            </LinkButton>
          </Show>
          <Show when={state() === 'REPORTED' || state() === 'CLOSED'}>
            <LinkButton icon="document" href={`${base()}/report`}>
              {t().toReport}
            </LinkButton>
          </Show>
          <AuditActButtons audit={props.audit} />
        </>
      }
    >
      <Show when={props.audit.reason && state() !== 'CLOSED'}>
        <p>
          {t().lastReason}: {props.audit.reason}
        </p>
      </Show>
    </StateCard>
  );
}

function Facts(props: { audit: AuditOfPage }) {
  const words = useFindingsWords();
  const mayStillBeDeclared = () =>
    declarable.some((state) => state === props.audit.state) && props.audit.dates.length > 0;
  return (
    <DescriptionList
      facts={[
        { term: words.days, value: props.audit.dates.map((date) => formatDate(date)).join(', ') || words.noDays },
        { term: words.startTime, value: props.audit.startTime },
        { term: words.lengthOf, value: words.length[props.audit.length] },
        { term: words.leadAgency, value: props.audit.round.leadAgency.name },
        mayStillBeDeclared() && { term: words.conflict.until, value: formatDate(lastDayToDeclare(props.audit.dates)) },
        {
          term: words.team,
          wide: true,
          value: (
            <ul class={styles.plain}>
              <For each={props.audit.members} fallback={<li>{words.noTeam}</li>}>
                {(member) => (
                  <li>
                    <strong>{member.person.fullName}</strong> · {words.part[member.part]}
                    <Show when={member.person.currentPost}>
                      {(post) => (
                        <span class={styles.quiet}>
                          {' '}
                          · {post().title}, {post().unit.authority?.name ?? post().unit.name}
                        </span>
                      )}
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          ),
        },
        props.audit.replacements.length > 0 && {
          term: words.conflict.replacements,
          wide: true,
          value: <Replacements replacements={props.audit.replacements} />,
        },
      ]}
    />
  );
}

function Scope(props: { audit: AuditOfPage }) {
  const words = useFindingsWords();
  return (
    <PageSection title={words.audit.scope}>
      <DescriptionList
        facts={[
          { term: words.clauseSet, value: props.audit.round.clauseSet.title },
          { term: words.audit.clauses, value: props.audit.scopeClauses.join(', ') || words.notYet, wide: true },
          {
            term: words.audit.procedures,
            wide: true,
            value: (
              <ul class={styles.plain}>
                <For each={props.audit.procedures} fallback={<li>{words.audit.noProcedures}</li>}>
                  {(procedure) => (
                    <li>
                      <A href={`/documents/${procedure.documentId}`}>{procedure.code}</A> {procedure.title}
                    </li>
                  )}
                </For>
              </ul>
            ),
          },
        ]}
      />
    </PageSection>
  );
}

function Minutes(props: { audit: AuditOfPage }) {
  const texts = () =>
    [
      { term: t().opening, value: props.audit.openingMinutes },
      { term: t().agreement, value: props.audit.teamAgreement },
      { term: t().closing, value: props.audit.closingMinutes },
    ].filter(({ value }) => value);
  return (
    <Show when={texts().length > 0}>
      <PageSection title={t().minutes}>
        <DescriptionList
          facts={texts().map(({ term, value }) => ({ term, value: <Prose>{value}</Prose>, wide: true }))}
        />
      </PageSection>
    </Show>
  );
}
