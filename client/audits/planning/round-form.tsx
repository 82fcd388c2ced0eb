import { useNavigate, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useCommand, useQuery } from '../../graphql';
import { ProgrammesDocument } from '../../graphql/generated/audits/planning/programmes';
import {
  ChangeRoundDocument,
  CreateRoundDocument,
  RoundChoicesDocument,
  RoundPageDocument,
  type RoundChoicesQuery,
  type RoundPageQuery,
} from '../../graphql/generated/audits/planning/rounds';
import { may, useViewer } from '../../shell/viewer';
import {
  CheckList,
  createForm,
  DateInput,
  FieldRow,
  Form,
  Loaded,
  NumberInput,
  PageHeader,
  RadioGroup,
  PageSection,
  Select,
  TextArea,
  TextInput,
  toast,
} from '../../ui';
import { usePlanningWords } from './words';

type Round = RoundPageQuery['round'];

/** A new round, or changes to one that is being prepared. */
export default function RoundForm() {
  const params = useParams<{ id?: string }>();
  const choices = useQuery(RoundChoicesDocument, () => ({}));
  const round = useQuery(RoundPageDocument, () => ({ id: params.id! }), { pause: () => !params.id });
  return (
    <Loaded query={choices} pick={(data) => data}>
      {(found) => (
        <Show when={params.id} fallback={<Fields choices={found()} />}>
          <Loaded query={round} pick={(data) => data.round}>
            {(existing) => <Fields choices={found()} round={existing()} />}
          </Loaded>
        </Show>
      )}
    </Loaded>
  );
}

function Fields(props: { choices: RoundChoicesQuery; round?: Round }) {
  const t = usePlanningWords();
  const viewer = useViewer();
  const navigate = useNavigate();
  const programmes = useQuery(ProgrammesDocument, () => ({}), { pause: () => Boolean(props.round) });
  const [create, change] = [useCommand(CreateRoundDocument), useCommand(ChangeRoundDocument)];
  const { round } = props;
  const arranges = may(viewer(), 'round.manageCross');
  const asked = () => ({
    kind: (round?.kind ?? (arranges ? 'CROSS' : 'INTERNAL')) as 'CROSS' | 'INTERNAL',
    title: round?.title ?? '',
    from: round?.from ?? '',
    to: round?.to ?? '',
    unitIds: round?.audits.map(({ unit }) => unit.id) ?? [],
    previousId: round?.previous?.id ?? '',
    programmeId: round?.programme?.id ?? '',
    monthsAfterLeaving: (round?.settings.monthsAfterLeaving ?? 12) as number | null,
    earlierAuditsOfLead: (round?.settings.earlierAuditsOfLead ?? 2) as number | null,
    min: (round?.settings.teamSize.min ?? 2) as number | null,
    max: (round?.settings.teamSize.max ?? 4) as number | null,
    maxLoad: (round?.settings.maxLoad ?? 2) as number | null,
    reciprocityReason: round?.settings.reciprocityReason ?? '',
  });
  const form = createForm({
    initial: asked(),
    ...(round ? { live: () => ({ version: round.version, values: asked() }) } : { draft: 'round.new' }),
  });
  const own = () => viewer().authority?.id;
  const units = () =>
    props.choices.units.filter((unit) =>
      form.values.kind === 'CROSS'
        ? unit.isAuthority && unit.kind !== 'DEPARTMENT'
        : unit.authority?.id === own() && !unit.isAuthority,
    );
  async function submit(values: typeof form.values): Promise<string | undefined> {
    const settings = {
      monthsAfterLeaving: values.monthsAfterLeaving ?? 12,
      earlierAuditsOfLead: values.earlierAuditsOfLead ?? 0,
      teamSize: { min: values.min ?? 2, max: values.max ?? 4 },
      maxLoad: values.maxLoad ?? 2,
      reciprocityReason: values.reciprocityReason.trim() || null,
    };
    const common = { title: values.title, from: values.from, to: values.to, unitIds: [...values.unitIds], settings };
    if (round) return (await change.run({ id: round.id, version: form.version, ...common }))?.changeRound.id;
    return (
      await create.run({
        ...common,
        kind: values.kind,
        previousId: values.previousId || null,
        programmeId: values.programmeId || null,
      })
    )?.createRound.id;
  }
  let made: string | undefined;
  return (
    <>
      <PageHeader
        title={round ? t.editRound : t.newRound}
        crumbs={[
          { label: t.rounds, href: '/audits' },
          ...(round ? [{ label: round.number, href: `/audits/rounds/${round.id}` }] : []),
        ]}
      />
      <PageSection>
        <Form
          form={form}
          submit={round ? t.form.save : t.form.create}
          command={round ? change : create}
          onSubmit={async (values) => Boolean((made = await submit(values)))}
          onDone={() => {
            toast(round ? t.form.saved : t.form.created);
            navigate(`/audits/rounds/${made}`);
          }}
        >
          <Show when={!round && arranges && may(viewer(), 'round.manageInternal')}>
            <RadioGroup
              label={t.kindOf}
              options={(['CROSS', 'INTERNAL'] as const).map((value) => ({ value, label: t.kind[value] }))}
              name="kind"
              value={form.values.kind}
              onChange={(kind) => (form.set('kind', kind as 'CROSS'), form.set('unitIds', []))}
            />
          </Show>
          <TextInput label={t.form.title} required {...form.bind('title')} />
          <FieldRow>
            <DateInput label={t.form.from} required {...form.bind('from')} />
            <DateInput label={t.form.to} required min={form.values.from} {...form.bind('to')} />
          </FieldRow>
          <CheckList
            label={t.form.units}
            hint={t.form.unitsHint(form.values.unitIds.length)}
            required
            options={units().map((unit) => ({ value: unit.id, label: unit.name, detail: unit.cluster ?? undefined }))}
            {...form.bind('unitIds')}
          />
          <Show when={!round}>
            <FieldRow>
              <Select
                label={t.form.previous}
                empty={t.form.first}
                options={props.choices.rounds.nodes.map(({ id, number, title }) => ({
                  value: id,
                  label: `${number} · ${title}`,
                }))}
                {...form.bind('previousId')}
              />
              <Select
                label={t.form.programme}
                options={(programmes.data?.programmes ?? [])
                  .filter(
                    ({ state, year }) =>
                      state !== 'CLOSED' && (!form.values.from || form.values.from.startsWith(String(year))),
                  )
                  .map(({ id, title }) => ({ value: id, label: title }))}
                {...form.bind('programmeId')}
              />
            </FieldRow>
          </Show>
          <FieldRow>
            <NumberInput label={t.teamMin} required min={2} max={8} unit={t.people} {...form.bind('min')} />
            <NumberInput label={t.teamMax} required min={2} max={8} unit={t.people} {...form.bind('max')} />
            <NumberInput label={t.maxLoad} required min={1} max={10} unit={t.times} {...form.bind('maxLoad')} />
          </FieldRow>
          <FieldRow>
            <NumberInput
              label={t.earlierAudits}
              required
              min={0}
              max={10}
              unit={t.times}
              {...form.bind('earlierAuditsOfLead')}
            />
            <NumberInput
              label={t.monthsAfterLeaving}
              required
              min={12}
              max={24}
              unit={t.months}
              {...form.bind('monthsAfterLeaving')}
            />
          </FieldRow>
          <TextArea label={t.reciprocity} hint={t.reciprocityHint} rows={2} {...form.bind('reciprocityReason')} />
        </Form>
      </PageSection>
    </>
  );
}
