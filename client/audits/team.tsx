import { useNavigate, useParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { useCommand, useQuery } from '../graphql';
import { ProposeRepairDocument, SetAuditDatesDocument, SetTeamDocument, TeamPageDocument, type TeamPageQuery } from '../graphql/generated/audits/rounds';
import { formatPeriod } from '../i18n';
import { Button, Buttons, DateInput, EmptyState, IconButton, LinkButton, Loaded, Notice, PageHeader, ReasonDialog, RefusalNotice, Section, Select, Stack, TextInput, toast } from '../ui';
import { Candidates } from './candidates';
import { isAskedAgain } from './looks';
import { parts } from './people';
import { useAuditWords } from './words';
import styles from './audits.module.css';

type Page = TeamPageQuery;
type Part = (typeof parts)[number];
/** Somebody on the team as it shall be. */
interface Seat {
  personId: string;
  name: string;
  part: Part;
}

/** Putting a team together and setting the days; after the approval the same page proposes a repair. */
export default function Team() {
  const params = useParams<{ auditId: string }>();
  const query = useQuery(TeamPageDocument, () => ({ auditId: params.auditId }), { keep: true });
  return (
    <Loaded query={query} pick={(data) => data}>
      {(page) => <TeamView page={page()} />}
    </Loaded>
  );
}

function TeamView(props: { page: Page }) {
  const t = useAuditWords();
  const audit = () => props.page.audit;
  const mode = () => (audit().round.state === 'PREPARING' ? 'prepare' : audit().round.viewerCan.includes('repair') ? 'repair' : 'look');
  const areDaysFixed = () => ['FIELDWORK_DONE', 'REPORTED', 'CLOSED'].includes(audit().state);
  const day = () => audit().unit.receptionWeekday;
  // Days and team are saved apart on one record: the version of one's own save counts before the page has read it.
  const [own, setOwn] = createSignal(0);
  const version = () => Math.max(audit().version, own());
  const [seats, setSeats] = createSignal<Seat[]>(audit().members.map(({ person, part }) => ({ personId: person.id, name: person.fullName, part })));
  const [days, setDays] = createStore({ dates: audit().dates.length > 0 ? [...audit().dates] : [''], length: audit().length, startTime: audit().startTime });
  const add = (personId: string, name: string) => {
    const taken = new Set(seats().map(({ part }) => part));
    const leads = props.page.teamCandidates.find((candidate) => candidate.personId === personId);
    const mayLead = leads?.violations.length === 0;
    const part: Part = mayLead && !taken.has('LEAD') ? 'LEAD' : !taken.has('AUDITOR') ? 'AUDITOR' : !taken.has('SECRETARY') ? 'SECRETARY' : 'AUDITOR';
    setSeats([...seats(), { personId, name, part }]);
  };
  return (
    <>
      <PageHeader
        title={t.teamPage.title(audit().unit.name)}
        subtitle={`${audit().number} · ${audit().round.title} · ${formatPeriod(audit().round.from, audit().round.to)}`}
        crumbs={[{ label: t.rounds, href: '/audits' }, { label: audit().round.number, href: `/audits/rounds/${audit().round.id}` }]}
      />
      <Stack gap="l">
        <Show when={mode() === 'look'}>
          <Notice tone="info">{t.teamPage.readOnly}</Notice>
        </Show>
        <Show when={mode() === 'repair'}>
          <Notice tone="warning">{t.teamPage.repairLead}</Notice>
          <Show when={audit().round.repair?.changes.find(({ auditId }) => auditId === audit().id)}>
            {(waiting) => <Notice tone="warning">{t.teamPage.replacesPending(waiting().proposedByName)}</Notice>}
          </Show>
        </Show>
        <For each={audit().declarations.filter(({ isOpen, person }) => isOpen && seats().some(({ personId }) => personId === person.id))}>
          {(declaration) => (
            <Notice tone="danger" title={t.conflict.with(declaration.person.fullName)}>
              {t.conflict.kind[declaration.kind]}: {declaration.reason}
            </Notice>
          )}
        </For>
        <Show when={mode() === 'repair' && isAskedAgain(audit(), { ...days, dates: days.dates.filter(Boolean) })}>
          <Notice tone="warning" live>{t.teamPage.asksAgain}</Notice>
        </Show>
        <Section title={t.teamPage.days} lead={areDaysFixed() ? t.teamPage.daysFixed : day() ? t.receptionDay(t.weekday[day() as keyof typeof t.weekday]) : undefined}>
          <Days version={version()} onSaved={setOwn} days={days} set={setDays} page={props.page} mode={areDaysFixed() ? 'look' : mode()} />
        </Section>
        <Section title={t.teamPage.chosen} lead={t.teamPage.size(audit().round.settings.teamSize.min, audit().round.settings.teamSize.max)}>
          <Seats seats={seats()} set={setSeats} />
          <Save version={version()} onSaved={setOwn} page={props.page} seats={seats()} days={days} mode={mode()} />
        </Section>
        <Candidates candidates={props.page.teamCandidates} chosen={seats().map(({ personId }) => personId)} onAdd={mode() === 'look' ? undefined : add} />
      </Stack>
    </>
  );
}

interface Days {
  dates: string[];
  length: Page['audit']['length'];
  startTime: string;
}

function Days(props: { days: Days; set: (key: 'dates' | 'length' | 'startTime', value: never) => void; page: Page; mode: string; version: number; onSaved: (version: number) => void }) {
  const t = useAuditWords();
  const save = useCommand(SetAuditDatesDocument);
  const { audit } = props.page;
  const set = (key: 'dates' | 'length' | 'startTime', value: unknown) => props.set(key, value as never);
  async function send() {
    const done = await save.run({ id: audit.id, version: props.version, dates: props.days.dates.filter(Boolean), length: props.days.length, startTime: props.days.startTime });
    if (!done) return;
    props.onSaved(done.setAuditDates.version);
    toast(t.teamPage.daysSaved);
  }
  return (
    <Stack>
      <For each={props.days.dates.map((_, index) => index)}>
        {(index) => (
          <DateInput
            label={t.teamPage.day}
            min={audit.round.from}
            max={audit.round.to}
            value={props.days.dates[index] ?? ''}
            disabled={props.mode === 'look'}
            onChange={(value) => set('dates', props.days.dates.map((date, at) => (at === index ? value : date)))}
          />
        )}
      </For>
      <Select
        label={t.lengthOf}
        empty={null}
        disabled={props.mode === 'look'}
        options={(['HALF_DAY', 'FULL_DAY'] as const).map((value) => ({ value, label: t.length[value] }))}
        value={props.days.length}
        onChange={(value) => set('length', value)}
      />
      <TextInput label={t.startTime} hint={t.timeHint} width={6} value={props.days.startTime} disabled={props.mode === 'look'} onChange={(value) => set('startTime', value)} />
      <RefusalNotice refusal={save.refusal} onRetry={() => void send()} />
      <Show when={props.mode !== 'look'}>
        <Buttons>
          <Show when={props.mode === 'prepare'}>
            <Button look="primary" busy={save.busy} onClick={() => void send()}>
              {t.teamPage.saveDays}
            </Button>
          </Show>
          <Button icon="plus" onClick={() => set('dates', [...props.days.dates, ''])}>
            {t.teamPage.moreDay}
          </Button>
        </Buttons>
      </Show>
    </Stack>
  );
}

function Seats(props: { seats: Seat[]; set: (seats: Seat[]) => void }) {
  const t = useAuditWords();
  return (
    <Show when={props.seats.length > 0} fallback={<EmptyState icon="users" title={t.teamPage.nobody} />}>
      <Stack>
        <For each={props.seats}>
          {(seat) => (
            <div class={styles.member}>
              <strong>{seat.name}</strong>
              <Select
                label={t.teamPage.partOf(seat.name)}
                hideLabel
                empty={null}
                options={parts.map((value) => ({ value, label: t.part[value] }))}
                value={seat.part}
                onChange={(part) => props.set(props.seats.map((each) => (each.personId === seat.personId ? { ...each, part: part as Part } : each)))}
              />
              <IconButton icon="trash" label={t.teamPage.remove(seat.name)} onClick={() => props.set(props.seats.filter(({ personId }) => personId !== seat.personId))} />
            </div>
          )}
        </For>
      </Stack>
    </Show>
  );
}

const textOfTeam = (members: readonly { personId: string; part: string }[]) => members.map(({ personId, part }) => `${personId} ${part}`).toSorted().join();

const teamOf = ({ audit }: Page) => textOfTeam(audit.members.map(({ person, part }) => ({ personId: person.id, part })));

function Save(props: { page: Page; seats: Seat[]; days: Days; mode: string; version: number; onSaved: (version: number) => void }) {
  const t = useAuditWords();
  const navigate = useNavigate();
  const [save, propose] = [useCommand(SetTeamDocument), useCommand(ProposeRepairDocument)];
  const [asking, setAsking] = createSignal(false);
  const members = () => props.seats.map(({ personId, part }) => ({ personId, part }));
  const back = () => navigate(`/audits/rounds/${props.page.audit.round.id}`);
  // Days and the rest of the audit raise the version too. Only where the team itself was saved elsewhere meanwhile
  // does the version stay that of the team these seats were made from: the server then refuses, and nothing is written over unseen.
  let seen = { version: props.page.audit.version, team: teamOf(props.page) };
  async function send() {
    if (teamOf(props.page) === seen.team) seen.version = props.version;
    const sent = members();
    const done = await save.run({ id: props.page.audit.id, version: seen.version, members: sent });
    if (!done) return;
    seen = { version: done.setTeam.version, team: textOfTeam(sent) };
    props.onSaved(done.setTeam.version);
    toast(t.teamPage.saved);
  }
  const change = () => ({ auditId: props.page.audit.id, members: members(), dates: props.days.dates.filter(Boolean), length: props.days.length, startTime: props.days.startTime });
  return (
    <>
      <RefusalNotice refusal={save.refusal} onRetry={() => void send()} />
      <Show when={props.mode === 'prepare'}>
        <Buttons>
          <Button look="primary" busy={save.busy} onClick={() => void send()}>
            {t.teamPage.save}
          </Button>
          <LinkButton look="quiet" href={`/audits/rounds/${props.page.audit.round.id}`}>
            {t.teamPage.back}
          </LinkButton>
        </Buttons>
      </Show>
      <Show when={props.mode === 'repair'}>
        <Buttons>
          <Button look="primary" onClick={() => setAsking(true)}>
            {t.teamPage.propose}
          </Button>
        </Buttons>
        <ReasonDialog
          open={asking()}
          onClose={() => setAsking(false)}
          title={t.teamPage.propose}
          label={t.teamPage.repairReason}
          confirm={t.teamPage.propose}
          command={propose}
          onConfirm={async (reason) => {
            const done = await propose.run({ id: props.page.audit.round.id, version: props.page.audit.round.version, reason, changes: [change()] });
            if (!done) return false;
            toast(t.teamPage.proposed);
            back();
            return true;
          }}
        />
      </Show>
    </>
  );
}
