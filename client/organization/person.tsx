import { A, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useQuery } from '../graphql';
import { PersonPageDocument, type PersonPageQuery } from '../graphql/generated/organization/organization';
import { formatDate } from '../i18n';
import { holdsToday, may, useViewer } from '../shell/viewer';
import { useShellWords } from '../shell/words';
import { Badge, DataTable, DescriptionList, EmptyState, Loaded, PageHeader, PageSection, Stack } from '../ui';
import { AccountSection } from './account';
import { certificateColumns, grantColumns, isPast, postColumns } from './columns';
import { AuditorConflicts } from './conflicts';
import { useOrganizationWords } from './words';

type Person = PersonPageQuery['person'];
type Auditor = NonNullable<Person['auditor']>;

/** One person: posts, roles and, for an auditor, the entry in the register. */
export default function PersonPage() {
  const t = useOrganizationWords();
  const params = useParams<{ id: string }>();
  const viewer = useViewer();
  const query = useQuery(PersonPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.person}>
      {(person) => (
        <>
          <PageHeader
            title={person().fullName}
            subtitle={person().posts.find((post) => holdsToday(post))?.title ?? t.noPost}
            crumbs={[{ label: t.people, href: '/organization/people' }]}
          />
          <Stack gap="l">
            <PageSection title={t.contact}>
              <Contact person={person()} />
            </PageSection>
            <PageSection title={t.posts} bare>
              <Posts person={person()} />
            </PageSection>
            <PageSection title={t.roles} bare>
              <Roles person={person()} />
            </PageSection>
            <Show when={may(viewer(), 'account.manage')}>
              <AccountSection person={person()} />
            </Show>
            <Show when={person().auditor}>
              {(auditor) => (
                <>
                  <PageSection title={t.register}>
                    <RegisterEntry auditor={auditor()} />
                  </PageSection>
                  <PageSection title={t.certificates} bare>
                    <Certificates auditor={auditor()} />
                  </PageSection>
                  <AuditorConflicts auditor={auditor()} isOwn={viewer().person.id === person().id} />
                </>
              )}
            </Show>
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Contact(props: { person: Person }) {
  const t = useOrganizationWords();
  return (
    <Show when={props.person.contactShown} fallback={<p>{t.contactHidden}</p>}>
      <Show when={props.person.email || props.person.phone} fallback={<p>{t.noContact}</p>}>
        <DescriptionList
          facts={[
            props.person.phone != null && {
              term: t.phone,
              value: <a href={`tel:${props.person.phone.replaceAll(/[^\d+]/g, '')}`}>{props.person.phone}</a>,
            },
            props.person.email != null && {
              term: t.email,
              value: <a href={`mailto:${props.person.email}`}>{props.person.email}</a>,
            },
          ]}
        />
      </Show>
    </Show>
  );
}

function Posts(props: { person: Person }) {
  const t = useOrganizationWords();
  return (
    <DataTable
      caption={t.posts}
      rows={props.person.posts}
      href={(post) => `/organization/units/${post.unit.id}`}
      empty={<EmptyState icon="user" title={t.noPost} />}
      columns={postColumns(t)}
    />
  );
}

function Roles(props: { person: Person }) {
  const t = useOrganizationWords();
  const names = useShellWords();
  return (
    <DataTable
      caption={t.roles}
      rows={props.person.grants}
      empty={<EmptyState icon="user" title={t.noRoles} />}
      columns={grantColumns(t, names)}
      cells={{
        unit: (grant) => <A href={`/organization/units/${grant.unit.id}`}>{grant.unit.name}</A>,
        now: (grant) =>
          holdsToday(grant) ? <Badge tone="success">{t.holds}</Badge> : <Badge tone="neutral">{t.over}</Badge>,
      }}
    />
  );
}

function RegisterEntry(props: { auditor: Auditor }) {
  const t = useOrganizationWords();
  return (
    <DescriptionList
      facts={[
        {
          term: t.leading,
          value: (
            <Badge tone={props.auditor.leadQualified ? 'success' : 'neutral'}>
              {props.auditor.leadQualified ? t.lead : t.notLead}
            </Badge>
          ),
        },
        { term: t.fields, value: props.auditor.fields.join(', ') },
        { term: t.auditsDone, value: t.audits(props.auditor.auditsDone) },
        { term: t.maximumLoad, value: t.audits(props.auditor.maximumLoad) },
        props.auditor.unavailableOn.length > 0 && {
          term: t.unavailable,
          value: props.auditor.unavailableOn.map((day) => formatDate(day)).join(', '),
          wide: true,
        },
      ]}
    />
  );
}

function Certificates(props: { auditor: Auditor }) {
  const t = useOrganizationWords();
  return (
    <DataTable
      caption={t.certificates}
      rows={props.auditor.certificates}
      empty={<EmptyState icon="audit" title={t.noCertificate} />}
      columns={certificateColumns(t)}
      cells={{
        now: (certificate) =>
          isPast(certificate) ? <Badge tone="neutral">{t.expired}</Badge> : <Badge tone="success">{t.valid}</Badge>,
      }}
    />
  );
}
