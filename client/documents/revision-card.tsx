import { useLocation, useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { wordsOfActor } from '../../api/access/rules/roles';
import {
  revisionLifecycle,
  revisionWork,
  type RevisionPart,
  type RevisionState,
} from '../../api/documents/rules/index';
import { actorsToAct } from '../../api/rules/tasks';
import { formatDate, said } from '../i18n';
import { useViewer } from '../shell/viewer';
import { Button, LinkButton, Notice, StateCard, type Tone } from '../ui';
import type { CheckMessage } from './checks-list';
import { RevisionDialogs, type RevisionDialogName } from './revision-dialogs';
import { useDocumentWords } from './words';
import type { DocumentHead } from './types';

/** A revision without its content. */
export type RevisionHead = DocumentHead['revisions'][number];

/** The tone of a revision's state. */
export const stateTones: Record<RevisionState, Tone> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'info',
  REVIEWED: 'info',
  APPROVED: 'info',
  EFFECTIVE: 'success',
  SUPERSEDED: 'neutral',
  WITHDRAWN: 'danger',
  DISCARDED: 'neutral',
};

/** Who signs in which part. */
const people: Record<RevisionPart, (revision: RevisionHead) => { id: string; fullName: string } | null | undefined> = {
  DRAFTER: (revision) => revision.drafter,
  REVIEWER: (revision) => revision.reviewer,
  APPROVER: (revision) => revision.approver,
};
const isPart = (actor: string): actor is RevisionPart => actor in people;

/** Where a revision stands, who must act, and the buttons to do it. */
export function RevisionCard(props: {
  document: DocumentHead;
  revision: RevisionHead;
  acknowledgedAt: string | null;
  checks: readonly CheckMessage[];
}) {
  const t = useDocumentWords();
  const viewer = useViewer();
  const navigate = useNavigate();
  const location = useLocation();
  const [act, setAct] = createSignal<RevisionDialogName>();
  const state = () => props.revision.state;
  const words = () => revisionLifecycle.words[state()];
  const can = (event: RevisionHead['viewerCan'][number]) => props.revision.viewerCan.includes(event);
  const actor = () => actorsToAct(revisionWork, props.revision, '')[0];
  const person = () => {
    const acting = actor();
    return acting && isPart(acting) ? people[acting](props.revision) : undefined;
  };
  const who = () => {
    const acting = actor();
    if (!acting) return undefined;
    const part = said(wordsOfActor(revisionWork, acting));
    const name = isPart(acting) ? (person()?.fullName ?? t.notNamed) : undefined;
    return name ? `${name} (${part})` : part;
  };
  /** What one has just signed stays on the page, whoever must act next; a discarded draft leaves it. */
  function stay(done: RevisionDialogName) {
    const page = `/documents/${props.document.id}`;
    navigate(done === 'discard' ? page : `${page}/revisions/${props.revision.id}${location.search}`, {
      replace: done !== 'discard',
      scroll: false,
    });
  }
  const blocking = () => props.checks.filter(({ severity }) => severity === 'BLOCKING').length;
  return (
    <>
      <StateCard
        state={said(words().label)}
        tone={stateTones[state()]}
        next={said(words().whatNext)}
        who={who()}
        due={state() === 'APPROVED' ? props.revision.effectiveOn : null}
        mine={person()?.id === viewer().person.id}
        actions={
          <>
            <Show when={can('edit')}>
              <LinkButton
                look="primary"
                icon="edit"
                href={`/documents/${props.document.id}/revisions/${props.revision.id}/edit`}
              >
                {t.edit}
              </LinkButton>
            </Show>
            <Show when={can('submit') && blocking() === 0}>
              <Button icon="sign" onClick={() => setAct('submit')}>
                {t.submit}
              </Button>
            </Show>
            <Show when={can('review')}>
              <Button look="primary" icon="sign" onClick={() => setAct('review')}>
                {t.review}
              </Button>
            </Show>
            <Show when={can('approve')}>
              <Button look="primary" icon="sign" onClick={() => setAct('approve')}>
                {t.approve}
              </Button>
            </Show>
            <Show when={can('acknowledge')}>
              <Button look="primary" icon="check" onClick={() => setAct('acknowledge')}>
                {t.acknowledge}
              </Button>
            </Show>
            <Show when={can('return')}>
              <Button onClick={() => setAct('return')}>{t.return}</Button>
            </Show>
            <Show when={can('takeBack')}>
              <Button look={props.revision.stuckOn ? 'primary' : 'secondary'} onClick={() => setAct('takeBack')}>
                {t.takeBack}
              </Button>
            </Show>
            <Show when={can('takeOver')}>
              <Button
                icon="edit"
                look={props.revision.stuckOn ? 'primary' : 'secondary'}
                onClick={() => setAct('takeOver')}
              >
                {t.takeOver}
              </Button>
            </Show>
            <Show when={can('discard')}>
              <Button look="quiet" icon="trash" onClick={() => setAct('discard')}>
                {t.discard}
              </Button>
            </Show>
            <Show when={can('cancel')}>
              <Button look="quiet" onClick={() => setAct('cancel')}>
                {t.cancel}
              </Button>
            </Show>
            <Show when={can('withdraw')}>
              <Button look="quiet" icon="trash" onClick={() => setAct('withdraw')}>
                {t.withdraw}
              </Button>
            </Show>
          </>
        }
      >
        <p>
          <strong>{t.revisionTitle(props.revision.issueNumber, props.revision.amendmentNumber)}</strong>
          <Show when={props.revision.effectiveOn}> · {t.effectiveFrom(formatDate(props.revision.effectiveOn))}</Show>
        </p>
        <Show when={props.revision.stuckOn}>
          {(gone) => (
            <Notice tone="warning" title={t.stuckTitle(gone().fullName)}>
              {t.stuck[state()]}
            </Notice>
          )}
        </Show>
        <Show when={props.revision.reason}>
          {(reason) => (
            <Notice
              tone="warning"
              title={state() === 'WITHDRAWN' ? t.withdrawnWhy : state() === 'DISCARDED' ? t.cancelledWhy : t.returned}
            >
              {reason()}
            </Notice>
          )}
        </Show>
        <Show when={can('submit') && blocking() > 0}>
          <Notice tone="danger">{t.blocked(blocking())}</Notice>
        </Show>
        <Show when={can('acknowledge')}>
          <p>{t.askedToRead}</p>
        </Show>
        <Show when={props.acknowledgedAt}>{(at) => <p>{t.readAt(formatDate(at()))}</p>}</Show>
      </StateCard>
      <RevisionDialogs
        act={act()}
        document={props.document}
        revision={props.revision}
        onClose={() => setAct(undefined)}
        onDone={stay}
      />
    </>
  );
}
