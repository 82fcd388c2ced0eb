import { sql } from 'kysely';
import type { Sql } from '../platform/reads/index.js';

/**
 * SELECT of `document_id`: what a person has drafted, reviewed or approved, for rule R03; also what
 * somebody else drafts now, and what was taken back after the signature. Copies are found by `document_origin()`.
 */
export const handledDocuments = (person: Sql): Sql => sql`(
  select r.document_id from revision r where (r.drafter_id = ${person} or ${person} = any(r.former_drafter_ids)) and r.state <> 'DISCARDED'
  union select r.document_id from revision r where r.reviewer_id = ${person} and r.reviewed_at is not null
  union select r.document_id from revision r where r.approver_id = ${person} and r.approved_at is not null
  union select r.document_id from signature s join revision r on r.id = s.subject_id and r.state <> 'DISCARDED' where s.person_id = ${person} and s.subject_type = 'Revision')`;
