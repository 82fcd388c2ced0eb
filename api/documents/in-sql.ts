import { sql } from 'kysely';
import type { ReadContext } from '../access/index.js';
import { alias, type Sql } from '../platform/reads/index.js';
import { signedBy } from '../trail/index.js';
import { Revision } from './revision.js';
import { revisionVisible } from './visibility.js';

/*
 * What other modules ask documents in SQL, as pieces for their statements, so that none of them names its tables.
 */

/**
 * Documents in force with their effective revision, to join with: document_id, revision_id, authority_id, kind,
 * code, title.
 */
export const documentsInForce: Sql = sql`(
  select d.id as document_id, r.id as revision_id, d.authority_id, d.kind, d.code, d.title
  from document d
  join revision r on r.document_id = d.id
  where r.state = 'EFFECTIVE')`;

/**
 * The clauses that documents serve, to join with, one row each: document_id, clause_set_code, number, place (1 for the
 * first).
 */
export const clausesServed: Sql = sql`(
  select d.id as document_id, d.clause_set_code, served.number, served.place
  from document d
  cross join unnest(d.clauses) with ordinality served(number, place))`;

/** SELECT of the ids of the documents with a code, one in each authority that has it. */
export const documentsWithCode = (code: string): Sql => sql`select d.id from document d where d.code = ${code}`;

/** SELECT of `code` and `title` of documents, one for all authorities that have the code. */
export const namesOfDocuments = (ids: Sql): Sql => sql`
  select d.code, min(d.title) as title
  from document d
  where d.id in (${ids})
  group by d.code`;

/** The id of the revision of a document that is in force; null without one. */
export const revisionInForce = (document: Sql): Sql =>
  sql`(select r.id from revision r where r.document_id = ${document} and r.state = 'EFFECTIVE')`;

/** All revisions, to join with: revision_id, document_id, is_current (neither superseded nor discarded). */
export const revisions: Sql = sql`(
  select r.id as revision_id, r.document_id, r.state not in ('SUPERSEDED', 'DISCARDED') as is_current
  from revision r)`;

/** Condition: the viewer sees the revision with this id. */
export const seesRevision = (id: Sql, ctx: ReadContext): Sql => sql`exists (
  select 1 from revision seen
  where seen.id = ${id} and ${revisionVisible(alias(Revision, 'seen'), ctx)})`;

/**
 * SELECT of `document_id`: the documents that a person has drafted, reviewed or approved, for rule R03; also
 * those that somebody else drafts now, and those that were taken back after the signature. Copies are found by
 * `document_origin()`.
 */
export const handledDocuments = (person: Sql): Sql => sql`(
  select r.document_id
  from revision r
  where (r.drafter_id = ${person} or ${person} = any(r.former_drafter_ids)) and r.state <> 'DISCARDED'
  union
  select r.document_id from revision r where r.reviewer_id = ${person} and r.reviewed_at is not null
  union
  select r.document_id from revision r where r.approver_id = ${person} and r.approved_at is not null
  union
  select r.document_id
  from (${signedBy(person, 'Revision')}) s
  join revision r on r.id = s.subject_id and r.state <> 'DISCARDED')`;
