import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { useCommand, useQuery } from '../graphql';
import {
  CreateTemplateDocument,
  CreateTemplateVersionDocument,
  InspectionTemplatesDocument,
} from '../graphql/generated/self-inspection/templates';
import { may, useViewer } from '../shell/viewer';
import {
  Badge,
  Button,
  Buttons,
  createForm,
  DataTable,
  Dialog,
  EmptyState,
  FieldRow,
  Form,
  LinkButton,
  Loaded,
  NumberInput,
  PageHeader,
  Select,
  TextInput,
  toast,
} from '../ui';
import { currentWords, templateColumns, type Template } from './columns';
import { ModuleTabs } from './tabs';
import { useOwners } from './owners';
import { useSelfInspectionWords } from './words';

/** The templates that units are asked by: which version is in use, which draft is on its way. */
export default function TemplateList() {
  const t = useSelfInspectionWords();
  const viewer = useViewer();
  const query = useQuery(InspectionTemplatesDocument, () => ({}), { keep: true });
  const [making, setMaking] = createSignal(false);
  return (
    <>
      <PageHeader
        title={t.tabs.templates}
        subtitle={t.templatesLead}
        actions={
          <Show when={may(viewer(), 'selfInspection.template')}>
            <Button icon="plus" onClick={() => setMaking(true)}>
              {t.newTemplate}
            </Button>
          </Show>
        }
      />
      <ModuleTabs />
      <Loaded query={query} pick={(data) => data.inspectionTemplates}>
        {(templates) => (
          <DataTable
            caption={t.templatesCaption}
            rows={templates()}
            columns={templateColumns(t)}
            cells={{
              inUse: (template) => (
                <Badge tone={template.current ? 'success' : 'neutral'}>{currentWords(t, template)}</Badge>
              ),
              actions: (template) => <Actions template={template} />,
            }}
            empty={<EmptyState title={t.noTemplates} />}
          />
        )}
      </Loaded>
      <Dialog open={making()} onClose={() => setMaking(false)} title={t.newTemplate} shape="wide" dismissible={false}>
        <NewTemplate onClose={() => setMaking(false)} />
      </Dialog>
    </>
  );
}

function Actions(props: { template: Template }) {
  const t = useSelfInspectionWords();
  const navigate = useNavigate();
  const create = useCommand(CreateTemplateVersionDocument);
  async function newVersion() {
    const done = await create.run({ templateId: props.template.id });
    if (done) navigate(`/inspections/templates/${done.createTemplateVersion.id}`);
    else if (create.refusal) toast(create.refusal.message, 'danger');
  }
  return (
    <Buttons>
      <Show when={props.template.current}>
        {(current) => (
          <LinkButton size="s" href={`/inspections/templates/${current().id}`}>
            {t.openCurrent}
          </LinkButton>
        )}
      </Show>
      <Show when={props.template.draft}>
        {(draft) => (
          <LinkButton size="s" icon="edit" href={`/inspections/templates/${draft().id}`}>
            {t.openDraft}
          </LinkButton>
        )}
      </Show>
      <Show when={!props.template.draft && props.template.viewerCan.includes('createVersion')}>
        <Button size="s" icon="plus" busy={create.busy} onClick={() => void newVersion()}>
          {t.newVersion}
        </Button>
      </Show>
    </Buttons>
  );
}

function NewTemplate(props: { onClose: () => void }) {
  const t = useSelfInspectionWords();
  const navigate = useNavigate();
  const owners = useOwners();
  const create = useCommand(CreateTemplateDocument);
  const form = createForm({
    initial: {
      ownerId: owners()[0]?.value ?? '',
      code: '',
      title: '',
      titleEn: '',
      frequency: 'WEEKLY',
      minutes: 15 as number | null,
    },
    draft: 'inspection-template',
  });
  let made: string | undefined;
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.create}
      command={create}
      onCancel={props.onClose}
      onSubmit={async ({ ownerId, code, title, titleEn, frequency, minutes }) => {
        const done = await create.run({
          ownerId,
          code,
          title,
          titleEn: titleEn.trim() || title,
          frequency: frequency as Template['frequency'],
          minutes: minutes ?? 15,
        });
        made = done?.createTemplate.draft?.id;
        return Boolean(done);
      }}
      onDone={() => {
        props.onClose();
        if (made) navigate(`/inspections/templates/${made}`);
      }}
    >
      <Show when={owners().length > 1}>
        <Select label={t.owner} required empty={null} options={owners()} {...form.bind('ownerId')} />
      </Show>
      <TextInput label={t.templateTitle} required maxLength={200} {...form.bind('title')} />
      <TextInput label={t.templateTitleEn} maxLength={200} {...form.bind('titleEn')} />
      <FieldRow>
        <TextInput label={t.templateCode} hint={t.templateCodeHint} required maxLength={40} {...form.bind('code')} />
        <Select
          label={t.frequency}
          required
          empty={null}
          options={Object.entries(t.frequencies).map(([value, label]) => ({ value, label }))}
          {...form.bind('frequency')}
        />
        <NumberInput label={t.templateMinutes} required min={1} max={600} {...form.bind('minutes')} />
      </FieldRow>
    </Form>
  );
}
