import { createEffect, createSignal, on } from 'solid-js';
import { useCommand } from '../graphql';
import {
  AcknowledgeRevisionDocument,
  ApproveRevisionDocument,
  CancelRevisionDocument,
  DiscardRevisionDocument,
  ReturnRevisionDocument,
  ReviewRevisionDocument,
  SubmitRevisionDocument,
  TakeBackRevisionDocument,
  TakeOverRevisionDocument,
  WithdrawRevisionDocument,
} from '../graphql/generated/documents/documents';
import { formatDate, today } from '../i18n';
import { ConfirmDialog, DateInput, ReasonDialog, SignDialog, toast } from '../ui';
import { useDocumentWords } from './words';

/** What can be done to a revision from its card. */
export type RevisionDialogName =
  | 'submit'
  | 'review'
  | 'approve'
  | 'return'
  | 'takeBack'
  | 'takeOver'
  | 'discard'
  | 'cancel'
  | 'withdraw'
  | 'acknowledge';

interface RevisionRef {
  id: string;
  version: number;
  issueNumber: number;
  amendmentNumber: number;
  drafter: { fullName: string };
}

export interface RevisionDialogsProps {
  /** The dialog that is open. */
  act: RevisionDialogName | undefined;
  document: { id: string; code: string; title: string };
  revision: RevisionRef;
  onClose: () => void;
  /** After it was done. */
  onDone?: (act: RevisionDialogName) => void;
}

/** The dialogs behind the buttons of a revision: signing, reasons, confirmations. */
export function RevisionDialogs(props: RevisionDialogsProps) {
  const t = useDocumentWords();
  const [effectiveOn, setEffectiveOn] = createSignal(today());
  const commands = {
    submit: useCommand(SubmitRevisionDocument),
    review: useCommand(ReviewRevisionDocument),
    approve: useCommand(ApproveRevisionDocument),
    return: useCommand(ReturnRevisionDocument),
    takeBack: useCommand(TakeBackRevisionDocument),
    takeOver: useCommand(TakeOverRevisionDocument),
    discard: useCommand(DiscardRevisionDocument),
    cancel: useCommand(CancelRevisionDocument),
    withdraw: useCommand(WithdrawRevisionDocument),
    acknowledge: useCommand(AcknowledgeRevisionDocument),
  };
  createEffect(
    on(
      () => props.act,
      (act) => act === 'approve' && setEffectiveOn(today()),
    ),
  );

  const what = () =>
    `${props.document.code} “${props.document.title}”, ${t.revisionTitle(props.revision.issueNumber, props.revision.amendmentNumber).toLowerCase()}`;
  const target = () => ({ id: props.revision.id, version: props.revision.version });
  /** Sends it, says that it is done, and lets the dialog close. */
  async function send(act: RevisionDialogName, input: object): Promise<boolean> {
    const run = commands[act].run as (input: object) => Promise<unknown>;
    if (!(await run(input))) return false;
    toast(t.done[act]);
    props.onDone?.(act);
    return true;
  }
  const frame = (act: RevisionDialogName) => ({
    open: props.act === act,
    onClose: props.onClose,
    command: commands[act],
    confirm: t[act],
    title: t[act],
  });
  const reasons = {
    return: () => t.returnLead,
    takeOver: () => t.takeOverLead(props.revision.drafter.fullName),
    cancel: () => t.cancelLead,
    withdraw: () => t.withdrawLead,
  };

  return (
    <>
      <SignDialog
        {...frame('submit')}
        statement={t.submitStatement(what())}
        onSign={(password) => send('submit', { ...target(), password })}
      />
      <SignDialog
        {...frame('review')}
        statement={t.reviewStatement(what())}
        onSign={(password) => send('review', { ...target(), password })}
      />
      <SignDialog
        {...frame('approve')}
        statement={t.approveStatement(what(), formatDate(effectiveOn()))}
        onSign={(password) => send('approve', { ...target(), password, effectiveOn: effectiveOn() })}
      >
        <DateInput
          label={t.effectiveOn}
          hint={t.effectiveHint}
          min={today()}
          value={effectiveOn()}
          onChange={setEffectiveOn}
          required
          error={effectiveOn() < today() ? t.effectiveWrong : undefined}
        />
      </SignDialog>
      {(['return', 'takeOver', 'cancel', 'withdraw'] as const).map((act) => (
        <ReasonDialog
          {...frame(act)}
          danger={act === 'cancel' || act === 'withdraw'}
          draft={`document.${act}:${props.revision.id}`}
          onConfirm={(reason) => send(act, { ...target(), reason })}
        >
          <p>{reasons[act]()}</p>
        </ReasonDialog>
      ))}
      <ConfirmDialog {...frame('takeBack')} onConfirm={() => send('takeBack', target())}>
        <p>{t.takeBackLead}</p>
      </ConfirmDialog>
      <ConfirmDialog {...frame('discard')} danger onConfirm={() => send('discard', target())}>
        <p>{t.discardLead}</p>
      </ConfirmDialog>
      <ConfirmDialog {...frame('acknowledge')} onConfirm={() => send('acknowledge', { id: props.revision.id })}>
        <p>{t.acknowledgeLead(what())}</p>
      </ConfirmDialog>
    </>
  );
}
