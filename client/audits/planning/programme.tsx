import { useParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { useCommand, useQuery } from '../../graphql';
import {
  ApproveProgrammeDocument,
  ChangeProgrammeDocument,
  CloseProgrammeDocument,
  ProgrammePageDocument,
  ReviseProgrammeDocument,
  type ProgrammePageQuery,
} from '../../graphql/generated/audits/planning/programmes';
import { said } from '../../i18n';
import { programmeLifecycle } from '../../../api/audits/rules/planning/programme-lifecycle';
import { programmeWork } from '../../../api/audits/rules/planning/work';
import { whoWithNames } from '../../shell/names';
import { may, useViewer } from '../../shell/viewer';
import {
  Badge,
  Button,
  createForm,
  DataTable,
  DescriptionList,
  Dialog,
  EmptyState,
  Form,
  LinkButton,
  Loaded,
  PageHeader,
  Prose,
  PageSection,
  Stack,
  StateCard,
  TextArea,
  TextInput,
  toast,
} from '../../ui';
import { Acts, type Act } from '../acts';
import { programmeRoundColumns, roundStateWord } from './columns';
import { programmeTone, roundTone } from './state-labels';
import { actingWords, asSentence } from '../../shell/who-acts';
import { Signatures } from '../signatures';
import { usePlanningWords } from './words';

type Programme = ProgrammePageQuery['programme'];

/** The programme of a year: its text, its state, its rounds. */
export default function ProgrammePage() {
  const params = useParams<{ id: string }>();
  const query = useQuery(ProgrammePageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.programme}>
      {(programme) => <View programme={programme()} />}
    </Loaded>
  );
}

function View(props: { programme: Programme }) {
  const t = usePlanningWords();
  const viewer = useViewer();
  const state = () => props.programme.state;
  const acts = useActs(props);
  const mayEdit = () => state() === 'DRAFT' && may(viewer(), 'programme.manage');
  return (
    <>
      <PageHeader
        title={props.programme.title}
        subtitle={`${props.programme.leadAgency.name} · ${t.programmePage.edition} ${props.programme.edition}`}
        crumbs={[{ label: t.programmes, href: '/audits/programmes' }]}
        badge={<Badge tone={programmeTone[state()]}>{said(programmeLifecycle.words[state()].label)}</Badge>}
        actions={
          <>
            <LinkButton icon="print" href={`/audits/programmes/${props.programme.id}/paper`}>
              {t.papers.print}
            </LinkButton>
            <Show when={mayEdit()}>
              <EditButton programme={props.programme} />
            </Show>
          </>
        }
      />
      <Stack gap="l">
        <StateCard
          state={said(programmeLifecycle.words[state()].label)}
          tone={programmeTone[state()]}
          next={said(programmeLifecycle.words[state()].whatNext)}
          who={whoWithNames(asSentence(actingWords(programmeWork, props.programme), ', '), props.programme.waitsFor)}
          mine={props.programme.viewerCan.includes('approve')}
          actions={<Acts acts={acts().filter(({ key }) => props.programme.viewerCan.includes(key))} />}
        />
        <PageSection>
          <DescriptionList
            facts={[
              { term: t.programmePage.purpose, value: <Prose>{props.programme.purpose}</Prose>, wide: true },
              { term: t.programmePage.scope, value: <Prose>{props.programme.scope}</Prose>, wide: true },
              { term: t.audit.lastReason, value: props.programme.reason, wide: true },
            ]}
          />
        </PageSection>
        <PageSection title={t.programmePage.rounds} bare>
          <DataTable
            caption={t.programmePage.rounds}
            rows={props.programme.rounds}
            href={(round) => `/audits/rounds/${round.id}`}
            empty={<EmptyState icon="audit" title={t.programmePage.noRounds} />}
            columns={programmeRoundColumns(t)}
            cells={{
              state: ({ state }) => <Badge tone={roundTone[state]}>{roundStateWord(state)}</Badge>,
            }}
          />
        </PageSection>
        <Signatures signatures={props.programme.signatures} />
      </Stack>
    </>
  );
}

function useActs(props: { programme: Programme }): () => Act<Programme['viewerCan'][number]>[] {
  const words = usePlanningWords();
  const [approve, revise, close] = [
    useCommand(ApproveProgrammeDocument),
    useCommand(ReviseProgrammeDocument),
    useCommand(CloseProgrammeDocument),
  ];
  const record = () => ({ id: props.programme.id, version: props.programme.version });
  return () => {
    const t = words.programmePage;
    return [
      {
        key: 'approve',
        label: t.approve,
        kind: 'sign',
        title: t.approve,
        statement: t.approveStatement(props.programme.year),
        command: approve,
        run: ({ password }) => approve.run({ ...record(), password }),
        done: t.approved,
      },
      {
        key: 'revise',
        label: t.revise,
        kind: 'reason',
        title: t.revise,
        text: t.reviseText,
        look: 'secondary',
        command: revise,
        run: ({ reason }) => revise.run({ ...record(), reason }),
        done: t.revised,
      },
      {
        key: 'close',
        label: t.close,
        kind: 'confirm',
        title: t.close,
        text: t.closeText,
        look: 'secondary',
        command: close,
        run: () => close.run(record()),
        done: t.closed,
      },
    ];
  };
}

function EditButton(props: { programme: Programme }) {
  const t = usePlanningWords();
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <Button icon="edit" onClick={() => setOpen(true)}>
        {t.programmePage.edit}
      </Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={t.programmePage.edit}
        shape="wide"
        dismissible={false}
      >
        <EditForm programme={props.programme} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EditForm(props: { programme: Programme; onClose: () => void }) {
  const t = usePlanningWords();
  const change = useCommand(ChangeProgrammeDocument);
  const stated = () => ({
    title: props.programme.title,
    purpose: props.programme.purpose,
    scope: props.programme.scope,
  });
  const form = createForm({ initial: stated(), live: () => ({ version: props.programme.version, values: stated() }) });
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.programmePage.save}
      command={change}
      onCancel={props.onClose}
      onSubmit={async (values) =>
        Boolean(await change.run({ id: props.programme.id, version: form.version, ...values }))
      }
      onDone={() => {
        toast(t.programmePage.saved);
        props.onClose();
      }}
    >
      <TextInput label={t.programmePage.title} required {...form.bind('title')} />
      <TextArea label={t.programmePage.purpose} required {...form.bind('purpose')} />
      <TextArea label={t.programmePage.scope} required {...form.bind('scope')} />
    </Form>
  );
}
