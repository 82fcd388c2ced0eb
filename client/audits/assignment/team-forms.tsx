import { Show } from 'solid-js';
import type { CommandHandle } from '../../graphql';
import type { TeamPageQuery } from '../../graphql/generated/audits/assignment/teams';
import { type FormState, NewerRecord } from '../../ui';
import { parts } from '../people';

/** The page of a team as it is read. */
export type TeamPageData = TeamPageQuery;

/** A part in a team. */
export type TeamPart = (typeof parts)[number];

/** Somebody on the team as it shall be. */
export interface TeamAssignment {
  personId: string;
  name: string;
  part: TeamPart;
}

/** The team as it is chosen. */
export interface Chosen {
  assignments: TeamAssignment[];
}

/** When the audit is, as it is typed. */
export interface Days {
  dates: string[];
  length: TeamPageData['audit']['length'];
  startTime: string;
}

/** The days as they are sent: without those that are not typed yet. */
export const filled = ({ dates, length, startTime }: Days): Days => ({
  dates: dates.filter(Boolean),
  length,
  startTime,
});

/** Whether somebody else has saved since this form was read. */
export const isOvertaken = <T extends object>(form: FormState<T>, { own, version }: { own: number; version: number }) =>
  form.dirty && version > own && form.parts.newer() !== undefined;

/** Asks before what somebody else has saved meanwhile is written over. */
export function Newer<T extends object>(props: {
  form: FormState<T>;
  own: number;
  version: number;
  label: string;
  saved: string;
}) {
  return (
    <Show when={isOvertaken(props.form, props)}>
      <NewerRecord
        fields={[{ label: props.label, text: props.saved }]}
        onKeepMine={() => props.form.parts.keepMine()}
        onTakeTheirs={() => props.form.parts.takeTheirs()}
      />
    </Show>
  );
}

/** Why it was not saved; what was saved elsewhere meanwhile is asked about instead. */
export const shownRefusal = <T extends object>({ refusal }: CommandHandle<unknown, never>, form: FormState<T>) =>
  refusal?.code === 'VERSION_CONFLICT' && form.parts.newer() !== undefined ? undefined : refusal;
