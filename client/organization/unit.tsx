import { A, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { UnitPageDocument, type UnitPageQuery } from '../graphql/generated/organization/organization';
import { formatPeriod } from '../i18n';
import { useShellWords } from '../shell/words';
import { holdsToday, type Role } from '../shell/viewer';
import { Badge, DataTable, DescriptionList, EmptyState, Loaded, LinkButton, PageHeader, Section, Stack } from '../ui';
import { nameOf } from './units';
import { useOrganizationWords } from './words';

type Unit = UnitPageQuery['unit'];
type Post = Unit['posts'][number];

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
            crumbs={[{ label: t.title, href: '/organization' }, ...(unit().parent ? [{ label: unit().parent!.name, href: `/organization/units/${unit().parent!.id}` }] : [])]}
            actions={
              <Show when={unit().isAuthority}>
                <LinkButton href={`/documents?authority=${unit().id}`}>{t.documents}</LinkButton>
                <LinkButton href={`/nonconformities?unit=${unit().id}`}>{t.nonconformities}</LinkButton>
              </Show>
            }
          />
          <Stack gap="l">
            <Section title={t.info}>
              <Facts unit={unit()} />
            </Section>
            <Show when={unit().children.length > 0}>
              <Section title={t.offices}>
                <ul>
                  <For each={unit().children}>
                    {(child) => (
                      <li>
                        <A href={`/organization/units/${child.id}`}>{nameOf(child)}</A>
                      </li>
                    )}
                  </For>
                </ul>
              </Section>
            </Show>
            <Section title={t.staff} bare>
              <Staff unit={unit()} />
            </Section>
          </Stack>
        </>
      )}
    </Loaded>
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
        props.unit.authority != null && props.unit.authority.id !== props.unit.id && {
          term: t.authority,
          value: <A href={`/organization/units/${props.unit.authority.id}`}>{props.unit.authority.name}</A>,
        },
        props.unit.isAuthority && { term: t.isAuthority, value: <Badge tone="success">{t.holds}</Badge> },
        props.unit.cluster != null && { term: t.cluster, value: props.unit.cluster },
        weekday() !== undefined && { term: t.reception, value: `${weekday()}. ${t.receptionHint}` },
        props.unit.activeFrom != null && { term: t.active, value: formatPeriod(props.unit.activeFrom, props.unit.activeTo) },
      ]}
    />
  );
}

function Staff(props: { unit: Unit }) {
  const t = useOrganizationWords();
  const names = useShellWords();
  const rolesOf = (post: Post) => [...new Set(post.person.grants.filter((grant) => holdsToday(grant)).map((grant) => names.role[grant.role as Role]))];
  return (
    <DataTable
      caption={t.staff}
      rows={props.unit.posts}
      href={(post) => `/organization/people/${post.person.id}`}
      empty={<EmptyState icon="users" title={t.noStaff} />}
      columns={[
        { header: t.name, primary: true, cell: (post) => post.person.fullName },
        { header: t.post, cell: (post) => post.title },
        { header: t.roles, cell: (post) => rolesOf(post).join(', ') },
        { header: t.auditor, cell: (post) => (post.person.auditor ? <Badge tone="info" icon="audit">{t.auditorYes}</Badge> : '') },
      ]}
    />
  );
}
