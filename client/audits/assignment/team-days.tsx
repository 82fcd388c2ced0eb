import { For, Show } from 'solid-js';
import { useCommand } from '../../graphql';
import { SetAuditDatesDocument } from '../../graphql/generated/audits/assignment/teams';
import { formatDate } from '../../i18n';
import { Button, Buttons, DateInput, type FormState, RefusalNotice, Select, Stack, TextInput, toast } from '../../ui';
import { useAssignmentWords } from './words';
import { type Days, Newer, type TeamPageData, isOvertaken, shownRefusal, filled } from './team-forms';

/** Days, length and start of an audit. */
export function DaysForm(props: {
  form: FormState<Days>;
  audit: TeamPageData['audit'];
  mode: string;
  own: number;
  onSaved: (version: number) => void;
}) {
  const t = useAssignmentWords();
  const save = useCommand(SetAuditDatesDocument);
  const values = () => props.form.values;
  async function send() {
    if (isOvertaken(props.form, { own: props.own, version: props.audit.version })) return;
    const done = await save.run({
      id: props.audit.id,
      version: Math.max(props.form.version, props.own),
      ...filled(values()),
    });
    if (!done) return;
    props.onSaved(done.setAuditDates.version);
    toast(t.teamPage.daysSaved);
  }
  return (
    <Stack>
      <For each={values().dates.map((_, index) => index)}>
        {(index) => (
          <DateInput
            label={t.teamPage.day}
            min={props.audit.round.from}
            max={props.audit.round.to}
            value={values().dates[index] ?? ''}
            disabled={props.mode === 'look'}
            onChange={(value) =>
              props.form.set(
                'dates',
                values().dates.map((date, at) => (at === index ? value : date)),
              )
            }
          />
        )}
      </For>
      <Select
        label={t.lengthOf}
        empty={null}
        disabled={props.mode === 'look'}
        options={(['HALF_DAY', 'FULL_DAY'] as const).map((value) => ({ value, label: t.length[value] }))}
        value={values().length}
        onChange={(value) => props.form.set('length', value as Days['length'])}
      />
      <TextInput
        label={t.startTime}
        hint={t.timeHint}
        width={6}
        value={values().startTime}
        disabled={props.mode === 'look'}
        onChange={(value) => props.form.set('startTime', value)}
      />
      <Newer
        form={props.form}
        own={props.own}
        version={props.audit.version}
        label={t.teamPage.days}
        saved={[
          ...props.audit.dates.map((date) => formatDate(date)),
          t.length[props.audit.length],
          props.audit.startTime,
        ].join(', ')}
      />
      <RefusalNotice refusal={shownRefusal(save, props.form)} onRetry={() => void send()} />
      <Show when={props.mode !== 'look'}>
        <Buttons>
          <Show when={props.mode === 'prepare'}>
            <Button look="primary" busy={save.busy} onClick={() => void send()}>
              {t.teamPage.saveDays}
            </Button>
          </Show>
          <Button icon="plus" onClick={() => props.form.set('dates', [...values().dates, ''])}>
            {t.teamPage.moreDay}
          </Button>
        </Buttons>
      </Show>
    </Stack>
  );
}
