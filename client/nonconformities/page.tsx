import { A, useParams } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { NonconformityEvent } from '../../api/nonconformities/rules/index';
import { useQuery } from '../graphql';
import { NonconformityPageDocument } from '../graphql/generated/nonconformities/nonconformity';
import { clauseTitle } from '../../api/standards/rules/clause-title';
import { formatDate, formatDateTime, language } from '../i18n';
import { whoWithNames } from '../shell/names';
import {
  Badge,
  Button,
  Columns,
  DescriptionList,
  LinkButton,
  Loaded,
  Notice,
  PageHeader,
  Prose,
  PageSection,
  Stack,
  StateCard,
} from '../ui';
import { EventDialog } from './event-dialog';
import { ActionPlan } from './plan';
import { actorsWords, isOver, isNextStep, nextWords, stateWord, toneOf } from './state-labels';
import { NonconformityHistory } from './history';
import { VerificationSection } from './verification';
import { useNonconformityWords } from './words';
import { WhyChain } from './why-chain';
import type { Whole } from './types';

/** The order of the buttons: the way on first, exceptions last. */
const order: Record<NonconformityEvent, number> = {
  respond: 1,
  approvePlan: 2,
  verify: 3,
  confirmEffective: 4,
  uphold: 5,
  reportDone: 6,
  findIneffective: 7,
  returnPlan: 8,
  returnResult: 9,
  dispute: 10,
  revisePlan: 11,
  withdraw: 12,
};

/** One nonconformity: its state, what it says, what was answered, what was done, its history. */
export default function NonconformityPage() {
  const t = useNonconformityWords();
  const params = useParams<{ id: string }>();
  const query = useQuery(NonconformityPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.nonconformity}>
      {(whole) => (
        <>
          <PageHeader
            title={whole().number}
            subtitle={whole().gap}
            crumbs={[{ label: t.title, href: '/nonconformities' }]}
            badge={
              <Badge tone={whole().severity === 'MAJOR' ? 'danger' : 'neutral'}>{t.severity[whole().severity]}</Badge>
            }
            actions={
              <LinkButton href={`/nonconformities/${whole().id}/print`} icon="print">
                {t.print}
              </LinkButton>
            }
          />
          <Stack gap="l">
            <Status whole={whole()} />
            <Columns
              main={
                <>
                  <Statement whole={whole()} />
                  <Response whole={whole()} />
                  <ActionPlan whole={whole()} />
                  <VerificationSection whole={whole()} />
                </>
              }
              side={
                <>
                  <Facts whole={whole()} />
                  <NonconformityHistory entries={query.data?.history ?? []} whole={whole()} />
                </>
              }
            />
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Status(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const [event, setEvent] = createSignal<NonconformityEvent>();
  const events = createMemo(() => props.whole.viewerCan.toSorted((a, b) => order[a] - order[b]));
  const who = () =>
    isOver(props.whole.state) ? undefined : whoWithNames(actorsWords(props.whole, t), props.whole.waitsFor);
  return (
    <>
      <StateCard
        state={stateWord(props.whole.state)}
        tone={toneOf(props.whole.state)}
        next={nextWords(props.whole, t)}
        who={who()}
        due={props.whole.dueOn}
        mine={props.whole.mine}
        actions={
          <Show when={events().length > 0}>
            <For each={events()}>
              {(each) => (
                <Show
                  when={each === 'respond'}
                  fallback={
                    <Button look={isNextStep(each) ? 'primary' : 'secondary'} onClick={() => setEvent(each)}>
                      {t.gestures[each].button}
                    </Button>
                  }
                >
                  <LinkButton look="primary" href={`/nonconformities/${props.whole.id}/respond`}>
                    {t.gestures.respond.button}
                  </LinkButton>
                </Show>
              )}
            </For>
          </Show>
        }
      >
        <Show when={props.whole.reason && !isOver(props.whole.state)}>
          <Notice tone="warning" title={t.lastReason}>
            <Prose>{props.whole.reason}</Prose>
          </Notice>
        </Show>
        <For each={props.whole.followUps}>
          {(next) => (
            <Notice tone="info">
              {t.followUpNote} <A href={`/nonconformities/${next.id}`}>{next.number}</A>
            </Notice>
          )}
        </For>
        <Show when={props.whole.followUpOf}>
          {(before) => (
            <Notice tone="info">
              {t.followsNote} <A href={`/nonconformities/${before().id}`}>{before().number}</A>
            </Notice>
          )}
        </Show>
      </StateCard>
      <EventDialog whole={props.whole} event={event()} onClose={() => setEvent(undefined)} />
    </>
  );
}

function Statement(props: { whole: Whole }) {
  const t = useNonconformityWords();
  return (
    <PageSection title={t.statement}>
      <DescriptionList
        facts={[
          { term: t.requirement, value: <Prose>{props.whole.requirement}</Prose>, wide: true },
          { term: t.evidence, value: <Prose>{props.whole.evidence}</Prose>, wide: true },
          { term: t.gap, value: <Prose>{props.whole.gap}</Prose>, wide: true },
        ]}
      />
    </PageSection>
  );
}

function Response(props: { whole: Whole }) {
  const t = useNonconformityWords();
  return (
    <PageSection
      title={t.response}
      lead={
        props.whole.responder
          ? `${props.whole.responder.fullName}, ${formatDateTime(props.whole.respondedAt)}`
          : undefined
      }
    >
      <Show when={props.whole.correction} fallback={<p>{t.noResponse}</p>}>
        <DescriptionList
          facts={[
            { term: t.correction, value: <Prose>{props.whole.correction}</Prose>, wide: true },
            { term: t.correctedBy, value: props.whole.correctedBy?.fullName },
            { term: t.correctedOn, value: formatDate(props.whole.correctedOn) },
          ]}
        />
        <WhyChain problem={props.whole.gap} whys={props.whole.whys} category={props.whole.causeCategory ?? undefined} />
      </Show>
    </PageSection>
  );
}

/** Where the record that it came from is opened, by source. */
const recordPlaces: Record<string, string> = { AUDIT: '/audits/', SELF_INSPECTION: '/inspections/' };

function Facts(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const recordPlace = () => {
    const place = recordPlaces[props.whole.source];
    return place && props.whole.sourceRecordId ? place + props.whole.sourceRecordId : undefined;
  };
  const source = () => (
    <>
      {[t.sources[props.whole.source], props.whole.sourceReference].filter(Boolean).join(': ')}
      <Show when={recordPlace()}>
        {(href) => (
          <>
            {' · '}
            <A href={href()}>{t.sourceRecord}</A>
          </>
        )}
      </Show>
    </>
  );
  const procedure = () => {
    const { procedure, procedureRevision, stepCode } = props.whole;
    if (!procedure) return null;
    const revision = procedureRevision && t.revision(procedureRevision.issueNumber, procedureRevision.amendmentNumber);
    const more = [revision, stepCode && t.step(stepCode)].filter(Boolean).join(', ');
    return (
      <>
        <A href={`/documents/${procedure.id}`}>{`${procedure.code} ${procedure.title}`}</A>
        <Show when={more}>{` (${more})`}</Show>
      </>
    );
  };
  const clause = () => {
    const { clause: found } = props.whole;
    return found && `${found.number} ${clauseTitle(found, language())} (${found.set.title})`;
  };
  const person = (who: { id: string; fullName: string } | null | undefined) =>
    who ? <A href={`/organization/people/${who.id}`}>{who.fullName}</A> : null;
  return (
    <PageSection title={t.facts}>
      <DescriptionList
        facts={[
          {
            term: t.unit,
            value: <A href={`/organization/units/${props.whole.unit.id}`}>{props.whole.unit.name}</A>,
            wide: true,
          },
          props.whole.unit.id !== props.whole.authority.id && {
            term: t.authority,
            value: props.whole.authority.name,
            wide: true,
          },
          { term: t.source, value: source(), wide: true },
          { term: t.clause, value: clause(), wide: true },
          { term: t.procedure, value: procedure(), wide: true },
          {
            term: t.detected,
            value: t.detectedBy(props.whole.detectedBy.fullName, formatDate(props.whole.detectedOn)),
            wide: true,
          },
          { term: t.issuedAt, value: formatDate(props.whole.issuedAt) },
          { term: t.issuer, value: props.whole.issuer.name },
          { term: t.planDue, value: formatDate(props.whole.planDueOn) },
          { term: t.actionsDue, value: formatDate(props.whole.actionsDueOn) },
          { term: t.effectDue, value: formatDate(props.whole.effectivenessDueOn) },
          { term: t.responder, value: person(props.whole.responder) },
          { term: t.approver, value: person(props.whole.planApprover) },
          { term: t.verifier, value: person(props.whole.verifier) },
          { term: t.effectConcluder, value: person(props.whole.effectJudge) },
        ]}
      />
    </PageSection>
  );
}
