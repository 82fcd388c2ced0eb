import type { JSX } from 'solid-js';
import { useCommand, type TypedDocument } from '../graphql';
import { ConfirmDialog, ReasonDialog, toast } from '../ui';

/** A command that needs no more than the record as the reader saw it. */
export type RecordCommand = TypedDocument<unknown, { input: { id: string; version: number } }>;
/** A command that needs a reason, too. */
export type ReasonCommand = TypedDocument<unknown, { input: { id: string; version: number; reason: string } }>;

interface RecordDialogProps<Command> {
  record: { id: string; version: number };
  command: Command;
  words: { title: string; lead: string; confirm: string; done: string };
  onClose: () => void;
  /** Stands under the lead. */
  children?: JSX.Element;
}

const target = ({ record: { id, version } }: Pick<RecordDialogProps<unknown>, 'record'>) => ({ id, version });

/** Asks whether the event is meant, and carries it out. */
export function ConfirmRecord(props: RecordDialogProps<RecordCommand>) {
  const command = useCommand(props.command);
  const run = async () => {
    if ((await command.run(target(props))) !== undefined) toast(props.words.done);
  };
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={props.words.title}
      confirm={props.words.confirm}
      command={command}
      onConfirm={run}
    >
      <p>{props.words.lead}</p>
      {props.children}
    </ConfirmDialog>
  );
}

/**
 * Asks for the reason of an event, and carries it out.
 * @param props.draft the key under which the reason is kept on this device until it is sent
 */
export function ReasonForRecord(props: RecordDialogProps<ReasonCommand> & { draft: string; danger: boolean }) {
  const command = useCommand(props.command);
  const run = async (reason: string) => {
    if ((await command.run({ ...target(props), reason })) !== undefined) toast(props.words.done);
  };
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={props.words.title}
      confirm={props.words.confirm}
      danger={props.danger}
      draft={props.draft}
      command={command}
      onConfirm={run}
    >
      <p>{props.words.lead}</p>
      {props.children}
    </ReasonDialog>
  );
}
