import { sql } from 'kysely';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { isTheOne, type ReadContext } from '../access/index.js';
import { holdsWord, vietnamese, searchWords } from '../organization/index.js';
import { PageArgs } from '../platform/graphql/connection.js';
import { Text } from '../platform/graphql/validation.js';
import { alias, type ColumnOf, either, type RowOf, type Sort, type Sql } from '../platform/reads/index.js';
import { type Document, DocumentKind } from './document.js';
import { clauseNumbersAround } from '../standards/index.js';
import { listHelp } from './extension-points.js';
import { Revision } from './revision.js';
import { openStates, revisionVisible } from './visibility.js';

/** The status of a document: in force; being issued for the first time; withdrawn; all its drafts discarded. */
export const DocumentStatus = {
  /** A revision is in force. */
  IN_FORCE: 'IN_FORCE',
  /** Being issued for the first time: no revision was in force yet. */
  UNDER_WAY: 'UNDER_WAY',
  /** The revision in force was withdrawn and not replaced. */
  WITHDRAWN: 'WITHDRAWN',
  /** Its only drafts were discarded. */
  DISCARDED: 'DISCARDED',
} as const;
export type DocumentStatus = (typeof DocumentStatus)[keyof typeof DocumentStatus];
registerEnumType(DocumentStatus, { name: 'DocumentStatus' });

/** Ways to sort the list of documents. */
export const DocumentOrder = {
  /** By code. */
  CODE: 'CODE',
  /** By title, as Vietnamese dictionaries sort. */
  TITLE: 'TITLE',
  /** By the day on which the revision in force took effect. */
  EFFECTIVE_ON: 'EFFECTIVE_ON',
  /** By the time at which the document was created. */
  NEWEST: 'NEWEST',
} as const;
export type DocumentOrder = (typeof DocumentOrder)[keyof typeof DocumentOrder];
registerEnumType(DocumentOrder, { name: 'DocumentOrder' });

/** Filters of the list of documents. */
@ArgsType()
export class DocumentsArgs extends PageArgs {
  /** Words of code, title or national code, with or without diacritics. */
  @Text(0, 200)
  @Field(() => String, { nullable: true })
  search?: string | null;
  /** Of this authority. */
  @Field(() => ID, { nullable: true }) authorityId?: string | null;
  /** Of one of these kinds. */
  @Field(() => [DocumentKind], { nullable: true }) kinds?: DocumentKind[] | null;
  /** Kept by this unit. */
  @Field(() => ID, { nullable: true }) ownerUnitId?: string | null;
  /** Lĩnh vực of the procedure, such as Hộ tịch. */
  @Field(() => String, { nullable: true }) field?: string | null;
  /** UNDER_WAY also finds documents in force that have an open revision. */
  @Field(() => DocumentStatus, { nullable: true })
  status?: DocumentStatus | null;
  /** Office kind it applies to; documents for all offices are found too. */
  @Field(() => String, { nullable: true })
  officeKind?: string | null;
  /** Clause it serves: 7.5 also finds 7.5.3. */
  @Field(() => String, { nullable: true }) clause?: string | null;
  @Field(() => DocumentOrder, { defaultValue: DocumentOrder.CODE }) order!: DocumentOrder;
  /** From Z to A, newest first. */
  @Field(() => Boolean, { nullable: true }) descending?: boolean | null;
}

/** Each word must be found in the document or in the data of later modules about it. */
const foundBy = (document: RowOf<Document>, search: string): Sql[] =>
  searchWords(search).map((word) =>
    either(holdsWord(document('search'), word), ...listHelp.all.flatMap((help) => help.found(document, word) ?? [])),
  );

/**
 * SQL: code and title of the document are part of a content that somebody has signed, or, of external origin,
 * has confirmed reading. A draft that was returned has no hash any more.
 */
export const nameIsSigned = (document: RowOf<Document>): Sql => sql`exists (
  select 1
  from revision nr
  where nr.document_id = ${document('id')}
    and nr.content_hash is not null
    and (${document('kind')} <> 'EXTERNAL'
      or exists (select 1 from acknowledgement na where na.revision_id = nr.id)))`;

/** SQL: the document has an open revision that the viewer may see. */
const isUnderWay = (document: RowOf<Document>, ctx: ReadContext): Sql => sql`${document('id')} = any(array(
  select sr.document_id
  from revision sr
  where sr.state in ${openStates} and ${revisionVisible(alias(Revision, 'sr'), ctx)}))`;

/** SQL: the document serves the clause, a sub-clause of it, or the group it belongs to. */
const servesClause = (document: RowOf<Document>, clause: string): Sql =>
  sql`${document('clauses')} && ${clauseNumbersAround(clause)}`;

/** Conditions of the filters. */
export const documentsWhere =
  (args: DocumentsArgs, ctx: ReadContext) =>
  (row: RowOf<Document>): Sql[] => [
    ...(args.search ? foundBy(row, args.search) : []),
    ...(args.authorityId ? [isTheOne(row('authority_id'), args.authorityId)] : []),
    ...(args.kinds?.length ? [sql`${row('kind')} = any(${args.kinds}::text[])`] : []),
    ...(args.ownerUnitId ? [isTheOne(row('owner_unit_id'), args.ownerUnitId)] : []),
    ...(args.field ? listHelp.all.map((help) => help.ofField(row, args.field!)) : []),
    ...(args.status === 'UNDER_WAY'
      ? [isUnderWay(row, ctx)]
      : args.status
        ? [sql`${row('standing')} = ${args.status}`]
        : []),
    ...(args.officeKind
      ? [sql`(${row('office_kinds')} = '{}' or ${args.officeKind} = any(${row('office_kinds')}))`]
      : []),
    ...(args.clause ? [servesClause(row, args.clause)] : []),
  ];

const sorts: Record<DocumentOrder, Sort<ColumnOf<Document>>> = {
  CODE: { by: (row) => vietnamese(row('code')), type: 'text' },
  TITLE: { by: (row) => vietnamese(row('title')), type: 'text' },
  EFFECTIVE_ON: { by: (row) => sql`coalesce(${row('effective_on')}, '0001-01-01'::date)`, type: 'date' },
  NEWEST: { by: (row) => row('created_at'), type: 'timestamptz' },
};

export const documentsSort = ({ order, descending }: DocumentsArgs): Sort<ColumnOf<Document>> => ({
  ...sorts[order],
  direction: descending ? 'desc' : 'asc',
});
