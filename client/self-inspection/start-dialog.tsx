import { useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import { useCommand, useQuery } from '../graphql';
import { StartInspectionDocument } from '../graphql/generated/self-inspection/inspection';
import { titleOf } from '../i18n';
import { InspectionChoicesDocument } from '../graphql/generated/self-inspection/inspections';
import { grantsFor } from '../shell/grants-for';
import { useViewer } from '../shell/viewer';
import { createForm, Dialog, Form, RadioGroup, Select } from '../ui';
import { useSelfInspectionWords } from './words';

/** Begins a form that no schedule asks for: an extra check, or a training run. */
export function StartDialog(props: { open: boolean; onClose: () => void }) {
  const t = useSelfInspectionWords();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t.start} dismissible={false}>
      <p>{t.startLead}</p>
      <StartForm onClose={props.onClose} />
    </Dialog>
  );
}

function StartForm(props: { onClose: () => void }) {
  const t = useSelfInspectionWords();
  const viewer = useViewer();
  const navigate = useNavigate();
  const choices = useQuery(InspectionChoicesDocument, () => ({}));
  const start = useCommand(StartInspectionDocument);
  const units = grantsFor(viewer(), 'selfInspection.start').map(({ unit }) => ({ value: unit.id, label: unit.name }));
  const form = createForm({ initial: { unitId: units[0]?.value ?? '', templateId: '', kind: 'EXTRA' } });
  const templates = () =>
    (choices.data?.inspectionTemplates ?? [])
      .filter(({ current }) => current)
      .map((each) => ({ value: each.id, label: titleOf(each) }));
  let opened: string | undefined;
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.startDo}
      command={start}
      onCancel={props.onClose}
      onSubmit={async ({ unitId, templateId, kind }) => {
        const done = await start.run({ unitId, templateId, kind: kind as 'EXTRA' | 'TRAINING' });
        opened = done?.startInspection.id;
        return Boolean(opened);
      }}
      onDone={() => {
        props.onClose();
        navigate(`/inspections/${opened}`);
      }}
    >
      <Show when={units.length > 1}>
        <Select label={t.unit} required options={units} {...form.bind('unitId')} />
      </Show>
      <Select label={t.template} required options={templates()} {...form.bind('templateId')} />
      <RadioGroup
        label={t.startKind}
        options={[
          { value: 'EXTRA', label: t.startKinds.EXTRA },
          { value: 'TRAINING', label: t.startKinds.TRAINING },
        ]}
        {...form.bind('kind')}
      />
    </Form>
  );
}
