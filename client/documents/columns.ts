import { revisionLifecycle, showNumber } from '../../api/documents/rules/index';
import type { DocumentsQuery, RevisionReadersQuery } from '../graphql/generated/documents/documents';
import { said } from '../i18n';
import type { Column } from '../ui/columns';
import type { DocumentHead } from './types';
import type { Words } from './words.vi';

/** A document as the list reads it. */
export type DocumentRow = DocumentsQuery['documents']['nodes'][number];
type Readers = RevisionReadersQuery['revision'];
type Reader = Readers['awaitedReaders'][number];

/**
 * The master list of documents.
 * @param isMixed documents of several authorities: the authority then takes the place of the office
 */
export const documentColumns = (t: Words, isMixed: boolean) =>
  [
    { key: 'code', header: t.code, value: (row) => row.code, sort: 'CODE', nowrap: true },
    { key: 'title', header: t.name, value: (row) => row.title, sort: 'TITLE', primary: true, width: '12rem' },
    { key: 'kind', header: t.kind, value: (row) => t.shortKinds[row.kind], deskOnly: true, width: '6rem' },
    {
      key: 'owner',
      header: isMixed ? t.authority : t.owner,
      value: (row) => (isMixed ? row.authority.name : row.ownerUnit.name),
      width: '7rem',
    },
    {
      key: 'number',
      header: t.number,
      value: ({ inForce }) => inForce && showNumber({ issue: inForce.issueNumber, amendment: inForce.amendmentNumber }),
      none: '–',
      nowrap: true,
    },
    {
      key: 'effectiveOn',
      header: t.effectiveOn,
      value: (row) => row.effectiveOn,
      kind: 'date',
      none: '–',
      sort: 'EFFECTIVE_ON',
      nowrap: true,
    },
    {
      key: 'status',
      header: t.status,
      value: (row) => [t.statuses[row.status], isRevised(row) && t.underWay].filter(Boolean).join(', '),
    },
  ] as const satisfies readonly Column<DocumentRow>[];

/** Whether a newer revision is being made of a document that has one. */
export const isRevised = (row: DocumentRow): boolean => Boolean(row.underWay) && row.status !== 'UNDER_WAY';

/** The revisions of a document. */
export const revisionColumns = (t: Words) =>
  [
    {
      key: 'issue',
      header: t.issue,
      value: (revision) => t.revisionTitle(revision.issueNumber, revision.amendmentNumber),
      primary: true,
    },
    {
      key: 'state',
      header: t.status,
      value: (revision) => said(revisionLifecycle.words[revision.state].label),
    },
    {
      key: 'effectiveOn',
      header: t.effectiveOn,
      value: (revision) => revision.effectiveOn,
      kind: 'date',
      none: '–',
      nowrap: true,
    },
    { key: 'drafter', header: t.drafter, value: (revision) => revision.drafter.fullName },
    { key: 'reviewer', header: t.reviewer, value: (revision) => revision.reviewer?.fullName, none: '–' },
    { key: 'approver', header: t.approver, value: (revision) => revision.approver?.fullName, none: '–' },
  ] as const satisfies readonly Column<DocumentHead['revisions'][number]>[];

const postOf = ({ currentPost }: Reader) => currentPost && `${currentPost.title}, ${currentPost.unit.name}`;

/** The persons who have not confirmed reading yet. */
export const awaitedColumns = (t: Words) =>
  [
    { key: 'person', header: t.person, value: (person) => person.fullName, primary: true },
    { key: 'post', header: t.post, value: postOf },
  ] as const satisfies readonly Column<Reader>[];

/** The persons who have confirmed reading. */
export const readColumns = (t: Words) =>
  [
    { key: 'person', header: t.person, value: (read) => read.person.fullName, primary: true },
    { key: 'post', header: t.post, value: (read) => postOf(read.person) },
    { key: 'at', header: t.when, value: (read) => read.at, kind: 'dateTime', nowrap: true },
  ] as const satisfies readonly Column<Readers['acknowledgements'][number]>[];
