import type { PeopleQuery, PersonPageQuery, UnitPageQuery } from '../graphql/generated/organization/organization';
import { formatDate, formatPeriod, today } from '../i18n';
import { holdsToday, type Role } from '../shell/viewer';
import type { Words as ShellWords } from '../shell/words.vi';
import type { Column } from '../ui/columns';
import type { Words } from './words.vi';

/** A person as the list reads it. */
export type PersonRow = PeopleQuery['people']['nodes'][number];
type Person = PersonPageQuery['person'];
type Certificate = NonNullable<Person['auditor']>['certificates'][number];
type Post = UnitPageQuery['unit']['posts'][number];

/** Whether an auditor's certificate has run out, or there is none. */
export const isExpired = (auditor: NonNullable<PersonRow['auditor']>): boolean =>
  (auditor.certifiedUntil ?? '') < today();

/** What the register of auditors says of a person, in words; nothing for somebody who is no auditor. */
export function auditorWords(t: Words, { auditor }: Pick<PersonRow, 'auditor'>): string | undefined {
  if (!auditor) return undefined;
  if (!isExpired(auditor)) return auditor.leadQualified ? t.lead : t.auditorYes;
  return auditor.certifiedUntil ? `${t.expired} ${formatDate(auditor.certifiedUntil)}` : t.noCertificate;
}

function unitOf({ currentPost }: PersonRow): string | undefined {
  if (!currentPost) return undefined;
  const { id, name, authority } = currentPost.unit;
  return authority && authority.id !== id ? `${name}, ${authority.name}` : name;
}

/** Everybody, with the current post. */
export const peopleColumns = (t: Words) =>
  [
    { key: 'name', header: t.name, value: (person) => person.fullName, primary: true },
    { key: 'post', header: t.post, value: (person) => person.currentPost?.title, none: t.noPost },
    { key: 'unit', header: t.unit, value: unitOf },
    { key: 'auditor', header: t.auditor, value: (person) => auditorWords(t, person) },
  ] as const satisfies readonly Column<PersonRow>[];

/** The posts of a person. */
export const postColumns = (t: Words) =>
  [
    { key: 'post', header: t.post, value: (post) => post.title, primary: true },
    { key: 'unit', header: t.unit, value: (post) => post.unit.name },
    { key: 'authority', header: t.authority, value: (post) => post.unit.authority?.name },
    { key: 'period', header: t.period, value: (post) => formatPeriod(post.from, post.to), nowrap: true },
  ] as const satisfies readonly Column<Person['posts'][number]>[];

/** The roles of a person. */
export const grantColumns = (t: Words, names: ShellWords) =>
  [
    { key: 'role', header: t.role, value: (grant) => names.role[grant.role as Role], primary: true },
    { key: 'unit', header: t.unit, value: (grant) => grant.unit.name },
    { key: 'period', header: t.period, value: (grant) => formatPeriod(grant.from, grant.to), nowrap: true },
    { key: 'reason', header: t.reason, value: (grant) => grant.reason },
    { key: 'now', header: t.now, value: (grant) => (holdsToday(grant) ? t.holds : t.over) },
  ] as const satisfies readonly Column<Person['grants'][number]>[];

/** Whether a certificate has run out. */
export const isPast = ({ validUntil }: Certificate): boolean => validUntil < today();

/** The certificates of an auditor. */
export const certificateColumns = (t: Words) =>
  [
    { key: 'number', header: t.certificate, value: (certificate) => certificate.number, primary: true },
    { key: 'issuer', header: t.issuer, value: (certificate) => certificate.issuer, none: '–' },
    { key: 'edition', header: t.edition, value: (certificate) => certificate.edition, none: '–', nowrap: true },
    {
      key: 'issuedOn',
      header: t.certificateDate,
      value: (certificate) => certificate.issuedOn,
      kind: 'date',
      nowrap: true,
    },
    {
      key: 'validUntil',
      header: t.validUntil,
      value: (certificate) => certificate.validUntil,
      kind: 'date',
      nowrap: true,
    },
    { key: 'now', header: t.now, value: (certificate) => (isPast(certificate) ? t.expired : t.valid) },
  ] as const satisfies readonly Column<Certificate>[];

/** The people of a unit. */
export const staffColumns = (t: Words, names: ShellWords) =>
  [
    { key: 'name', header: t.name, value: (post) => post.person.fullName, primary: true },
    { key: 'post', header: t.post, value: (post) => post.title },
    {
      key: 'roles',
      header: t.roles,
      value: ({ person }) => {
        const held = person.grants.filter((grant) => holdsToday(grant));
        return [...new Set(held.map((grant) => names.role[grant.role as Role]))].join(', ');
      },
    },
    { key: 'auditor', header: t.auditor, value: ({ person }) => person.auditor && t.auditorYes },
  ] as const satisfies readonly Column<Post>[];
