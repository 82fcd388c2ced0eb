import { sql } from 'kysely';
import type { TaskSource } from '../access/index.js';
import { waitsInVain } from './signatories.js';
import { concerned, inIsoReach } from './visibility.js';

/** Days for which what newly took effect is asked to be read. */
const daysToRead = 30;
/** A new procedure is made known within five days (quality objective of the field). */
const daysToBeKnown = 5;

/** Condition: the revision waits for somebody who cannot act any more. */
const isStuck = (today: string) =>
  sql`exists (select 1 from person gone where ${waitsInVain(
    (column) => sql.ref(`r.${column}`),
    (column) => sql.ref(`gone.${column}`),
    today,
  )})`;

/**
 * What the viewer owes here: drafts to finish, revisions to review and to approve, and what newly
 * took effect in the own office and was not yet confirmed as read. Where a revision waits for somebody who
 * left, its drafter and the ISO secretaries owe it that it goes on. The record to open is the document.
 */
export const tasks: TaskSource = (ctx) => {
  const { viewer, today } = ctx;
  return sql`
  select case r.state when 'DRAFT' then (case when r.reason is null then 'document.submit' else 'document.draft' end) when 'IN_REVIEW' then 'document.review' else 'document.approve' end as kind,
    'Document' as subject_type, d.id as subject_id, d.code || ' ' || d.title as title, a.name as place, null::date as due_on, r.state_since as since
  from revision r join document d on d.id = r.document_id join unit a on a.id = d.authority_id
  where (r.state = 'DRAFT' and r.drafter_id = ${viewer.personId})
    or (r.state = 'IN_REVIEW' and r.reviewer_id = ${viewer.personId})
    or (r.state = 'REVIEWED' and r.approver_id = ${viewer.personId})
  union all
  select case r.state when 'DRAFT' then 'document.takeOver' else 'document.takeBack' end, 'Document', d.id, d.code || ' ' || d.title, a.name, null::date, r.state_since
  from revision r join document d on d.id = r.document_id join unit a on a.id = d.authority_id
  where r.state in ('DRAFT', 'IN_REVIEW', 'REVIEWED') and ((r.drafter_id = ${viewer.personId} and r.state <> 'DRAFT') or ${inIsoReach(sql`d.authority_id`, ctx, ['ISO_SECRETARY'])})
    and ${isStuck(today)}
  union all
  select 'document.acknowledge', 'Document', d.id, d.code || ' ' || d.title, a.name, r.effective_on + ${sql.lit(daysToBeKnown)}, r.state_since
  from revision r join document d on d.id = r.document_id join unit a on a.id = d.authority_id
  where r.state = 'EFFECTIVE' and r.effective_on > ${today}::date - ${sql.lit(daysToRead)} and d.authority_id = ${viewer.authorityId}::uuid
    and ${concerned(sql`${viewer.personId}::uuid`, (column) => sql.ref(`r.${column}`), today)}
    and not exists (select 1 from acknowledgement k where k.revision_id = r.id and k.person_id = ${viewer.personId})`;
};
