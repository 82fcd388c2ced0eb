import { A, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { UnitPageDocument, type UnitPageQuery } from '../graphql/generated/organization/organization';
import { formatDate, formatPeriod, today, nameOf } from '../i18n';
import { useShellWords } from '../shell/words';
import {
  Badge,
  DataTable,
  DescriptionList,
  EmptyState,
  Loaded,
  LinkButton,
  PageHeader,
  PageSection,
  Stack,
} from '../ui';
import { staffColumns } from './columns';
import { useOrganizationWords } from './words';

type Unit = UnitPageQuery['unit'];
type Relative = Pick<Unit, 'id' | 'name' | 'nameEn'>;

/** Whether a unit has ended, after a merger or a split. */
const isClosed = ({ activeTo }: { activeTo?: string | null }) => activeTo != null && activeTo < today();

/** One unit: what it is, what is below it, who works in it and with which roles. */
export default function UnitPage() {
  const t = useOrganizationWords();
  const params = useParams<{ id: string }>();
  const query = useQuery(UnitPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.unit}>
      {(unit) => (
        <>
          <PageHeader
            title={nameOf(unit())}
            subtitle={t.kinds[unit().kind]}
            badge={
              <Show when={isClosed(unit())}>
                <Badge tone="neutral">{t.ended(formatDate(unit().activeTo))}</Badge>
              </Show>
            }
            crumbs={[
              { label: t.title, href: '/organization' },
              ...(unit().parent
                ? [{ label: unit().parent!.name, href: `/organization/units/${unit().parent!.id}` }]
                : []),
            ]}
            actions={
              <Show when={unit().isAuthority}>
                <LinkButton href={`/documents?authority=${unit().id}`}>{t.documents}</LinkButton>
                <LinkButton href={`/nonconformities?unit=${unit().id}`}>{t.nonconformities}</LinkButton>
              </Show>
            }
          />
          <Stack gap="l">
            <PageSection title={t.info}>
              <Facts unit={unit()} />
            </PageSection>
            <UnitList
              title={unit().authority ? t.offices : t.below}
              units={unit().children.filter((child) => !isClosed(child))}
            />
            <UnitList title={t.formerUnits} units={unit().children.filter((child) => isClosed(child))} />
            <Show when={!isClosed(unit())}>
              <PageSection title={t.staff} bare>
                <Staff unit={unit()} />
              </PageSection>
            </Show>
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function UnitList(props: { title: string; units: readonly Relative[] }) {
  return (
    <Show when={props.units.length > 0}>
      <PageSection title={props.title}>
        <ul>
          <For each={props.units}>
            {(unit) => (
              <li>
                <UnitLinks units={[unit]} />
              </li>
            )}
          </For>
        </ul>
      </PageSection>
    </Show>
  );
}

/** Names of units in a row, each leading to its page. */
function UnitLinks(props: { units: readonly Relative[] }) {
  return (
    <For each={props.units}>
      {(unit, index) => (
        <>
          {index() > 0 && ', '}
          <A href={`/organization/units/${unit.id}`}>{nameOf(unit)}</A>
        </>
      )}
    </For>
  );
}

function Facts(props: { unit: Unit }) {
  const t = useOrganizationWords();
  const weekday = () => t.weekdays[props.unit.receptionWeekday as keyof typeof t.weekdays];
  return (
    <DescriptionList
      facts={[
        { term: t.code, value: props.unit.code },
        { term: t.kind, value: t.kinds[props.unit.kind] },
        props.unit.authority != null &&
          props.unit.authority.id !== props.unit.id && {
            term: t.authority,
            value: <A href={`/organization/units/${props.unit.authority.id}`}>{props.unit.authority.name}</A>,
          },
        props.unit.isAuthority && { term: t.isAuthority, value: <Badge tone="success">{t.holds}</Badge> },
        props.unit.cluster != null && { term: t.cluster, value: props.unit.cluster },
        weekday() !== undefined && { term: t.reception, value: `${weekday()}. ${t.receptionHint}` },
        (props.unit.activeFrom != null || props.unit.activeTo != null) && {
          term: t.active,
          value: formatPeriod(props.unit.activeFrom, props.unit.activeTo),
        },
        props.unit.predecessors.length > 0 && {
          term: t.predecessors,
          value: <UnitLinks units={props.unit.predecessors} />,
        },
        props.unit.successors.length > 0 && { term: t.successors, value: <UnitLinks units={props.unit.successors} /> },
      ]}
    />
  );
}

function Staff(props: { unit: Unit }) {
  const t = useOrganizationWords();
  const names = useShellWords();
  return (
    <DataTable
      caption={t.staff}
      rows={props.unit.posts}
      href={(post) => `/organization/people/${post.person.id}`}
      empty={<EmptyState icon="users" title={t.noStaff} />}
      columns={staffColumns(t, names)}
      cells={{
        auditor: (post) =>
          post.person.auditor ? (
            <Badge tone="info" icon="audit">
              {t.auditorYes}
            </Badge>
          ) : (
            ''
          ),
      }}
    />
  );
}
