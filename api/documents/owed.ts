import { sql } from 'kysely';
import type { Owed } from '../access/index.js';
import { concerned } from './visibility.js';

/** Days for which what newly took effect is asked to be read. */
const daysToRead = 30;
/** A new procedure is made known within five days (quality objective of the field). */
const daysToBeKnown = 5;

/**
 * What the viewer owes here: drafts to finish, revisions to review and to approve, and what newly
 * took effect in the own office and was not yet confirmed as read. The record to open is the document.
 */
export const owed: Owed = ({ viewer, today }) => sql`
  select case r.state when 'DRAFT' then (case when r.reason is null then 'document.submit' else 'document.draft' end) when 'IN_REVIEW' then 'document.review' else 'document.approve' end as kind,
    'Document' as subject_type, d.id as subject_id, d.code || ' ' || d.title as title, a.name as place, null::date as due_on, r.state_since as since
  from revision r join document d on d.id = r.document_id join unit a on a.id = d.authority_id
  where (r.state = 'DRAFT' and r.drafter_id = ${viewer.personId})
    or (r.state = 'IN_REVIEW' and r.reviewer_id = ${viewer.personId})
    or (r.state = 'REVIEWED' and r.approver_id = ${viewer.personId})
  union all
  select 'document.acknowledge', 'Document', d.id, d.code || ' ' || d.title, a.name, r.effective_on + ${sql.lit(daysToBeKnown)}, r.state_since
  from revision r join document d on d.id = r.document_id join unit a on a.id = d.authority_id
  where r.state = 'EFFECTIVE' and r.effective_on > ${today}::date - ${sql.lit(daysToRead)} and d.authority_id = ${viewer.authorityId}::uuid
    and ${concerned(sql`${viewer.personId}::uuid`, (column) => sql.ref(`r.${column}`), today)}
    and not exists (select 1 from acknowledgement k where k.revision_id = r.id and k.person_id = ${viewer.personId})`;
