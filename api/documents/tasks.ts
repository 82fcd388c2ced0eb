import { sql } from 'kysely';
import type { TaskSource } from '../access/index.js';
import { unitName } from '../organization/index.js';
import { alias } from '../platform/reads/index.js';
import { revisionAccess } from './policy.js';
import { Revision } from './revision.js';
import { concerned } from './visibility.js';

/** Days for which people are asked to read a document that newly took effect. */
const daysToRead = 30;
/** A new procedure must be made known within five days (a usual quality objective). */
const daysToBeKnown = 5;

const from = sql`
  revision r
  join document d on d.id = r.document_id`;

const place = unitName(sql.ref('d.authority_id'));

/**
 * The viewer's tasks in this module: drafts to finish, revisions to review and to approve, and revisions that
 * newly took effect in the viewer's office and must be read. If a revision waits for a person who left, its
 * drafter and the ISO secretaries have the task. The record to open is the document.
 */
export const tasks: TaskSource = (ctx) => {
  const { viewer, today } = ctx;
  const revisions = revisionAccess.tasks(ctx, {
    type: 'Document',
    alias: 'r',
    id: sql`d.id`,
    from,
    joined: { document: 'd' },
    title: sql`d.code || ' ' || d.title`,
    place,
  });
  const toRead = sql`
    select 'document.acknowledge', 'Document', d.id, d.code || ' ' || d.title, ${place},
      r.effective_on + ${sql.lit(daysToBeKnown)}, r.state_since
    from ${from}
    where r.state = 'EFFECTIVE'
      and r.effective_on > ${today}::date - ${sql.lit(daysToRead)}
      and d.authority_id = ${viewer.authorityId}::uuid
      and ${concerned(sql`${viewer.personId}::uuid`, alias(Revision, 'r'), today)}
      and not exists (
        select 1
        from acknowledgement k
        where k.revision_id = r.id and k.person_id = ${viewer.personId})`;
  return [...revisions, toRead];
};
