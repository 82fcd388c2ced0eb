import { For, Show } from 'solid-js';
import { useCommand } from '../../graphql';
import type { RoundPageQuery } from '../../graphql/generated/audits/planning/rounds';
import {
  ApprovePlanAmendmentDocument,
  WithdrawPlanAmendmentChangeDocument,
  WithdrawPlanAmendmentDocument,
} from '../../graphql/generated/audits/assignment/amendments';
import { formatDate, formatDateTime } from '../../i18n';
import { Notice } from '../../ui';
import { Acts, type Act } from '../acts';
import { isAskedAgain } from './asked-again';
import { changesOf } from './plan-versions';
import { useAssignmentWords } from './words';

type Round = RoundPageQuery['round'];
type Change = NonNullable<Round['amendment']>['changes'][number];

/** The changes that wait for the head's signature, one an audit, each of which can be taken back. */
export function AmendmentCard(props: { round: Round; amendment: NonNullable<Round['amendment']> }) {
  const t = useAssignmentWords();
  const [approve, withdraw] = [useCommand(ApprovePlanAmendmentDocument), useCommand(WithdrawPlanAmendmentDocument)];
  const record = () => ({ id: props.round.id, version: props.round.version });
  const acts = (): Act[] => [
    ...(props.round.viewerCan.includes('approvePlanAmendment')
      ? [
          {
            key: 'approvePlanAmendment',
            label: t.round.approvePlanAmendment,
            kind: 'sign' as const,
            title: t.round.approvePlanAmendment,
            statement: t.round.amendmentStatement(props.round.number),
            command: approve,
            run: ({ password }: { password: string }) => approve.run({ ...record(), password }),
            done: t.round.amended,
          },
        ]
      : []),
    {
      key: 'withdrawPlanAmendment',
      label: t.round.withdrawPlanAmendment,
      kind: 'confirm',
      title: t.round.withdrawPlanAmendment,
      text: t.round.withdrawText,
      look: 'secondary',
      command: withdraw,
      run: () => withdraw.run(record()),
      done: t.round.withdrawn,
    },
  ];
  const mayWithdraw = () => props.round.viewerCan.length > 0;
  return (
    <Notice
      tone="warning"
      title={t.round.amendmentTitle}
      actions={
        <Show when={mayWithdraw()}>
          <Acts acts={acts()} />
        </Show>
      }
    >
      <ul>
        <For each={props.amendment.changes}>
          {(change) => <Entry round={props.round} change={change} mayWithdraw={mayWithdraw()} />}
        </For>
      </ul>
      <Show when={props.amendment.problems.length > 0}>
        <p>
          <strong>{t.round.notYetSound}</strong>
        </p>
        <ul>
          <For each={props.amendment.problems}>{(problem) => <li>{problem}</li>}</For>
        </ul>
      </Show>
    </Notice>
  );
}

function Entry(props: { round: Round; change: Change; mayWithdraw: boolean }) {
  const t = useAssignmentWords();
  const withdraw = useCommand(WithdrawPlanAmendmentChangeDocument);
  const c = () => props.change;
  const audit = () =>
    props.round.audits.find(({ id, state }) => id === c().auditId && !['CLOSED', 'CANCELLED'].includes(state));
  const asksAgain = () => isAskedAgain(audit()!, c());
  const differences = () => {
    const { dates, startTime, members } = audit()!;
    return changesOf(
      {
        dates,
        startTime,
        members: members.map(({ person, part }) => ({ personId: person.id, name: person.fullName, part })),
      },
      c(),
      t,
    );
  };
  return (
    <li>
      <p>
        <strong>{c().auditeeName}</strong> ({c().auditNumber}):{' '}
        <Show when={audit()} fallback={t.round.gone}>
          <strong>{differences().join('; ') || t.round.sameAsNow}.</strong>
          <Show when={asksAgain()}>
            <strong> {t.round.asksAgain}</strong>
          </Show>
        </Show>
      </p>
      <p>
        {t.round.onceSigned}:{' '}
        {c()
          .members.map(({ name, part }) => `${name} (${t.part[part]})`)
          .join(', ')}
        ;{' '}
        {c()
          .dates.map((date) => formatDate(date))
          .join(', ')}
        , {c().startTime}
      </p>
      <p>
        {t.round.amendmentBy(c().proposedByName, formatDateTime(c().at))}: {c().reason}
      </p>
      <Show when={props.mayWithdraw && props.round.amendment!.changes.length > 1}>
        <Acts
          acts={[
            {
              key: `withdraw.${c().auditId}`,
              label: t.round.withdrawChange(c().auditeeName),
              kind: 'confirm',
              title: t.round.withdrawChange(c().auditeeName),
              text: t.round.withdrawChangeText,
              look: 'secondary',
              command: withdraw,
              run: () => withdraw.run({ id: props.round.id, version: props.round.version, auditId: c().auditId }),
              done: t.round.changeWithdrawn,
            },
          ]}
        />
      </Show>
    </li>
  );
}
