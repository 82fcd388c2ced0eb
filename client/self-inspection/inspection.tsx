import { useParams } from '@solidjs/router';
import { createEffect, createSignal, Match, Show, Switch } from 'solid-js';
import { inspectionLifecycle } from '../../api/self-inspection/rules/lifecycle';
import { useCommand, useQuery } from '../graphql';
import { BeginInspectionDocument, InspectionDocument } from '../graphql/generated/self-inspection/inspection';
import { formatDate, said, titleOf } from '../i18n';
import {
  Badge,
  Button,
  EmptyState,
  Loaded,
  Notice,
  PageHeader,
  PrintButton,
  RefusalNotice,
  Skeleton,
  StateCard,
} from '../ui';
import { AnchorMark } from '../shell/anchor-mark';
import { whoWithNames } from '../shell/names';
import { DecideActions } from './decide-actions';
import { FillIn } from './fill-in';
import { InspectionHistory } from './history';
import { Result } from './result';
import { inspectionLabel, inspectionTone, placeWords, whoActs } from './state-labels';
import { useSelfInspectionWords } from './words';
import type { Inspection } from './types';

/** One form: to begin, to fill in, to look at, to decide on, as its state and the reader ask for. */
export default function InspectionPage() {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <OneInspection id={id} />}
    </Show>
  );
}

function OneInspection(props: { id: string }) {
  const [filling, setFilling] = createSignal(false);
  const [fresh, setFresh] = createSignal(false);
  // While it is filled in, the answers on the device are newer than those of the server.
  const query = useQuery(InspectionDocument, () => ({ id: props.id }), { keep: true, pause: filling });
  // Filling in starts from what the server has, not from what was cached.
  createEffect(() => query.data && !query.refreshing && setFresh(true));
  return (
    <Loaded query={query} pick={(data) => data.inspection} lines={10}>
      {(inspection) => <Page inspection={inspection()} fresh={fresh()} onFilling={setFilling} />}
    </Loaded>
  );
}

function Page(props: { inspection: Inspection; fresh: boolean; onFilling: (filling: boolean) => void }) {
  const t = useSelfInspectionWords();
  const can = (event: Inspection['viewerCan'][number]) => props.inspection.viewerCan.includes(event);
  const begin = useCommand(BeginInspectionDocument);
  // Each saved answer gives the form a new version.
  const [version, setVersion] = createSignal<number>();
  const acts = () => (['begin', 'accept', 'return', 'nameSubstitute', 'excuse'] as const).some(can);
  const isMine = () => can('save') || can('begin') || (can('accept') && !props.inspection.isMine);
  return (
    <>
      <PageHeader
        title={`${titleOf(props.inspection.template)}, ${props.inspection.period}`}
        subtitle={placeWords(props.inspection)}
        crumbs={[{ label: t.title, href: '/inspections' }]}
        badge={
          <Show when={props.inspection.isLate}>
            <Badge tone="warning" icon="clock">
              {t.late}
            </Badge>
          </Show>
        }
        actions={<PrintButton />}
      />
      <StateCard
        state={inspectionLabel(props.inspection.state)}
        tone={inspectionTone[props.inspection.state]}
        next={said(inspectionLifecycle.words[props.inspection.state].whatNext)}
        who={whoWithNames(whoActs(props.inspection.state, t), props.inspection.waitsFor)}
        due={
          ['DUE', 'IN_PROGRESS', 'MISSED', 'RETURNED'].includes(props.inspection.state) ? props.inspection.dueOn : null
        }
        mine={isMine()}
        actions={
          acts() && (
            <>
              <Show when={can('begin')}>
                <Button
                  look="primary"
                  icon="play"
                  busy={begin.busy}
                  onClick={() => void begin.run({ id: props.inspection.id, version: props.inspection.version })}
                >
                  {t.begin}
                </Button>
              </Show>
              <DecideActions
                inspection={props.inspection}
                version={version() ?? props.inspection.version}
                onDone={() => props.onFilling(false)}
              />
            </>
          )
        }
      >
        <Situation inspection={props.inspection} />
        <RefusalNotice refusal={begin.refusal} onRetry={() => void begin.retry()} />
      </StateCard>
      <Switch>
        <Match when={can('save')}>
          <Show when={props.fresh} fallback={<Skeleton lines={8} />}>
            <FillIn inspection={props.inspection} onFilling={props.onFilling} onVersion={setVersion} />
          </Show>
        </Match>
        <Match when={props.inspection.answers.length > 0}>
          <Result inspection={props.inspection} />
          <AnchorMark />
        </Match>
        <Match
          when={
            !can('begin') &&
            props.inspection.state !== 'EXCUSED' &&
            props.inspection.state !== 'DUE' &&
            !props.inspection.isMine
          }
        >
          <EmptyState icon="lock" title={t.hidden} />
        </Match>
      </Switch>
      <InspectionHistory id={props.inspection.id} />
    </>
  );
}

/** What the state card cannot say: late, returned and why, excused and why. */
function Situation(props: { inspection: Inspection }) {
  const t = useSelfInspectionWords();
  const returned = () => props.inspection.answers.filter((answer) => answer.returnReason).length;
  return (
    <Switch>
      <Match when={props.inspection.state === 'DUE' && props.inspection.viewerCan.includes('begin')}>
        <p>{t.intro(props.inspection.templateVersion.questions.length, props.inspection.template.minutes)}</p>
      </Match>
      <Match when={props.inspection.state === 'RETURNED'}>
        <Notice tone="warning" title={t.returnedNote(returned())}>
          <p>{props.inspection.reason}</p>
        </Notice>
      </Match>
      <Match when={props.inspection.state === 'MISSED'}>
        <Notice tone="warning">{t.missedNote}</Notice>
      </Match>
      <Match when={props.inspection.state === 'EXCUSED'}>
        <Notice title={t.excusedNote}>
          <p>{props.inspection.reason}</p>
        </Notice>
      </Match>
      <Match when={props.inspection.isOverdue && ['DUE', 'IN_PROGRESS'].includes(props.inspection.state)}>
        <Notice tone="warning">{t.lateNote(formatDate(props.inspection.lateUntil))}</Notice>
      </Match>
    </Switch>
  );
}
