import { createSignal, Show } from 'solid-js';
import { defaultOffsets } from '../../api/self-inspection/rules/periods';
import { useCommand, useQuery } from '../graphql';
import {
  ChangeScheduleDocument,
  CreateScheduleDocument,
  EndScheduleDocument,
  InspectionSchedulesDocument,
  ScheduleUnitsDocument,
} from '../graphql/generated/self-inspection/schedules';
import { titleOf } from '../i18n';
import { InspectionTemplatesDocument } from '../graphql/generated/self-inspection/templates';
import {
  Badge,
  Button,
  Buttons,
  CheckList,
  ConfirmDialog,
  createForm,
  DataTable,
  Dialog,
  EmptyState,
  FieldRow,
  Form,
  Loaded,
  NumberInput,
  PageHeader,
  Select,
  toast,
} from '../ui';
import { runningWords, scheduleColumns, type Schedule } from './columns';
import { useOwners } from './owners';
import { ModuleTabs } from './tabs';
import { useSelfInspectionWords } from './words';
import styles from './schedules.module.css';

/** Which units fill in which template, and when. */
export default function Schedules() {
  const t = useSelfInspectionWords();
  const owners = useOwners();
  const query = useQuery(InspectionSchedulesDocument, () => ({}), { keep: true });
  const [open, setOpen] = createSignal<Schedule | 'new'>();
  const [ending, setEnding] = createSignal<Schedule>();
  const end = useCommand(EndScheduleDocument);
  return (
    <>
      <PageHeader
        title={t.tabs.schedules}
        subtitle={t.schedulesLead}
        actions={
          <Show when={owners().length > 0}>
            <Button icon="plus" onClick={() => setOpen('new')}>
              {t.newSchedule}
            </Button>
          </Show>
        }
      />
      <ModuleTabs />
      <Loaded query={query} pick={(data) => data.inspectionSchedules}>
        {(schedules) => (
          <DataTable
            caption={t.schedulesCaption}
            rows={schedules()}
            columns={scheduleColumns(t)}
            cells={{
              state: (schedule) => (
                <Badge tone={schedule.isRunning ? 'success' : 'neutral'}>{runningWords(t, schedule)}</Badge>
              ),
              actions: (schedule) => (
                <Show when={schedule.viewerCan.length > 0}>
                  <Buttons>
                    <Button size="s" icon="edit" onClick={() => setOpen(schedule)}>
                      {t.editSchedule}
                    </Button>
                    <Button size="s" onClick={() => setEnding(schedule)}>
                      {t.endSchedule}
                    </Button>
                  </Buttons>
                </Show>
              ),
            }}
            empty={<EmptyState icon="calendar" title={t.noSchedules} />}
          />
        )}
      </Loaded>
      <Dialog
        open={open() !== undefined}
        onClose={() => setOpen(undefined)}
        title={open() === 'new' ? t.newSchedule : t.editSchedule}
        shape="wide"
        dismissible={false}
      >
        <ScheduleForm
          schedule={open() === 'new' ? undefined : (open() as Schedule)}
          onClose={() => setOpen(undefined)}
        />
      </Dialog>
      <ConfirmDialog
        open={ending() !== undefined}
        onClose={() => setEnding(undefined)}
        title={t.endTitle}
        confirm={t.endSchedule}
        danger
        command={end}
        onConfirm={async () =>
          Boolean(await end.run({ id: ending()!.id, version: ending()!.version })) && (toast(t.ended), true)
        }
      >
        <p>{t.endText}</p>
      </ConfirmDialog>
    </>
  );
}

function ScheduleForm(props: { schedule: Schedule | undefined; onClose: () => void }) {
  const t = useSelfInspectionWords();
  const owners = useOwners();
  const create = useCommand(CreateScheduleDocument);
  const change = useCommand(ChangeScheduleDocument);
  const command = props.schedule ? change : create;
  const templates = useQuery(InspectionTemplatesDocument, () => ({}));
  const units = useQuery(ScheduleUnitsDocument, () => ({}));
  const before = props.schedule;
  const offsets = before ?? defaultOffsets.WEEKLY;
  const planned = () => ({
    ownerId: before?.owner.id ?? owners()[0]?.value ?? '',
    templateId: before?.template.id ?? '',
    unitIds: (before?.units ?? []).map(({ id }) => id),
    opens: offsets.opensAfterDays as number | null,
    due: offsets.dueAfterWorkingDays as number | null,
    late: offsets.lateAfterWorkingDays as number | null,
  });
  const form = createForm({
    initial: planned(),
    ...(before && { live: () => ({ version: before.version, values: planned() }) }),
  });
  /** Published templates of the owner, and those that authorities share. */
  const choices = () =>
    (templates.data?.inspectionTemplates ?? []).filter(
      ({ current, owner }) => current && (owner.id === form.values.ownerId || !owner.isAuthority),
    );
  /** Units of the owner; all below it for the province. */
  const options = () =>
    (units.data?.units ?? [])
      .filter(
        (unit) =>
          unit.authority &&
          (unit.authority.id === form.values.ownerId ||
            !(units.data?.units ?? []).find(({ id }) => id === form.values.ownerId)?.isAuthority),
      )
      .map((unit) => ({
        value: unit.id,
        label: unit.name,
        detail: unit.isAuthority ? undefined : unit.authority?.name,
      }))
      .toSorted(
        (a, b) =>
          (a.detail ?? a.label).localeCompare(b.detail ?? b.label, 'vi') || a.label.localeCompare(b.label, 'vi'),
      );
  /** Ticks the units that are meant, and no others. */
  const choose = (isMeant: (option: ReturnType<typeof options>[number]) => boolean) =>
    form.set(
      'unitIds',
      options()
        .filter(isMeant)
        .map(({ value }) => value),
    );
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.save}
      command={command}
      onCancel={props.onClose}
      onSubmit={async ({ ownerId, templateId, unitIds, opens, due, late }) => {
        const days = { opensAfterDays: opens ?? 0, dueAfterWorkingDays: due ?? 0, lateAfterWorkingDays: late ?? 0 };
        const done = before
          ? await change.run({ id: before.id, version: form.version, unitIds: [...unitIds], offsets: days })
          : await create.run({ ownerId, templateId, unitIds: [...unitIds], offsets: days });
        if (done) toast(t.scheduleSaved);
        return Boolean(done);
      }}
      onDone={props.onClose}
    >
      <Show when={!before}>
        <Show when={owners().length > 1}>
          <Select label={t.scheduleOwner} required empty={null} options={owners()} {...form.bind('ownerId')} />
        </Show>
        <Select
          label={t.template}
          required
          options={choices().map((each) => ({ value: each.id, label: titleOf(each), detail: each.owner.name }))}
          {...form.bind('templateId')}
          onChange={(id) => {
            form.set('templateId', id);
            const usual = defaultOffsets[choices().find((each) => each.id === id)?.frequency ?? 'WEEKLY'];
            form.set('opens', usual.opensAfterDays);
            form.set('due', usual.dueAfterWorkingDays);
            form.set('late', usual.lateAfterWorkingDays);
          }}
        />
      </Show>
      <div class={styles.quick} role="group" aria-label={t.units}>
        <Button size="s" onClick={() => choose(() => true)}>
          {t.chooseAll}
        </Button>
        <Button size="s" onClick={() => choose(({ detail }) => !detail)}>
          {t.chooseAuthorities}
        </Button>
        <Button size="s" onClick={() => choose(({ detail }) => Boolean(detail))}>
          {t.chooseOffices}
        </Button>
        <Button size="s" look="quiet" onClick={() => form.set('unitIds', [])}>
          {t.chooseNone}
        </Button>
      </div>
      <CheckList label={t.units} required options={options()} {...form.bind('unitIds')} />
      <FieldRow>
        <NumberInput label={t.opensAfter} required min={0} max={366} {...form.bind('opens')} />
        <NumberInput label={t.dueAfter} hint={t.dueAfterHint} required min={0} max={366} {...form.bind('due')} />
        <NumberInput label={t.lateAfter} required min={0} max={366} {...form.bind('late')} />
      </FieldRow>
    </Form>
  );
}
