import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { useCommand, useQuery } from '../../graphql';
import { CreateProgrammeDocument, ProgrammesDocument } from '../../graphql/generated/audits/planning/programmes';
import { today } from '../../i18n';
import { may, useViewer } from '../../shell/viewer';
import {
  Badge,
  Button,
  createForm,
  DataTable,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  NumberInput,
  PageHeader,
  Stack,
  TextArea,
  TextInput,
  toast,
} from '../../ui';
import { programmeColumns, programmeStateWord } from './columns';
import { programmeTone } from './state-labels';
import { ModuleTabs } from '../tabs';
import { usePlanningWords } from './words';

/** The programmes of the years. */
export default function Programmes() {
  const t = usePlanningWords();
  const viewer = useViewer();
  const query = useQuery(ProgrammesDocument, () => ({}));
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <PageHeader
        title={t.title}
        subtitle={t.programmePage.lead}
        actions={
          <Show when={may(viewer(), 'programme.manage')}>
            <Button look="primary" icon="plus" onClick={() => setOpen(true)}>
              {t.programmePage.create}
            </Button>
          </Show>
        }
      />
      <Stack>
        <ModuleTabs />
        <Loaded query={query} pick={(data) => data.programmes}>
          {(programmes) => (
            <DataTable
              caption={t.programmes}
              rows={programmes()}
              href={(programme) => `/audits/programmes/${programme.id}`}
              empty={
                <EmptyState icon="calendar" title={t.programmePage.none}>
                  {t.programmePage.noneHint}
                </EmptyState>
              }
              columns={programmeColumns(t)}
              cells={{
                state: ({ state }) => <Badge tone={programmeTone[state]}>{programmeStateWord(state)}</Badge>,
              }}
            />
          )}
        </Loaded>
      </Stack>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={t.programmePage.create}
        shape="wide"
        dismissible={false}
      >
        <CreateForm onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function CreateForm(props: { onClose: () => void }) {
  const t = usePlanningWords();
  const navigate = useNavigate();
  const create = useCommand(CreateProgrammeDocument);
  const form = createForm({
    initial: { year: (Number(today().slice(0, 4)) + 1) as number | null, title: '', purpose: '', scope: '' },
  });
  let made: string | undefined;
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.programmePage.create}
      command={create}
      onCancel={props.onClose}
      onSubmit={async ({ year, ...texts }) =>
        Boolean((made = (await create.run({ year: year ?? 0, ...texts }))?.createProgramme.id))
      }
      onDone={() => {
        toast(t.programmePage.created);
        navigate(`/audits/programmes/${made}`);
      }}
    >
      <NumberInput label={t.programmePage.year} min={2000} max={2100} required {...form.bind('year')} />
      <TextInput label={t.programmePage.title} required {...form.bind('title')} />
      <TextArea label={t.programmePage.purpose} required {...form.bind('purpose')} />
      <TextArea label={t.programmePage.scope} required {...form.bind('scope')} />
    </Form>
  );
}
