import { revisionAccess } from './policy.js';
import { sql } from 'kysely';
import { reads, type ReadContext } from '../access/index.js';
import { canAct } from '../identity/index.js';
import { Person, vietnamese } from '../organization/index.js';
import { alias, many, one, type RowOf } from '../platform/reads/index.js';
import { Signature, TrailEntry } from '../trail/index.js';
import { Acknowledgement } from './acknowledgement.js';
import { contentFiles } from './content-file.js';
import { contentPaths } from './content.js';
import { Document } from './document.js';
import { nameIsSigned } from './queries.js';
import { Revision } from './revision.js';
import { maySign, waitsInVain, type NamedPart } from './signatories.js';
import { concerned, documentVisible, everInForce, openStates, revisionVisible } from './visibility.js';

reads.define(Document, {
  visible: documentVisible,
  fields: {
    inForce: one(() => Revision, {
      on: (document, revision) =>
        sql`${revision('document_id')} = ${document('id')} and ${revision('state')} = 'EFFECTIVE'`,
    }),
    underWay: one(() => Revision, {
      on: (document, revision) =>
        sql`${revision('document_id')} = ${document('id')} and ${revision('state')} in ${openStates}`,
    }),
    reviewDueOn: {
      sql: (document) =>
        sql`(${document('effective_on')} + make_interval(months => ${document('review_cycle_months')}))::date`,
    },
    history: many(() => TrailEntry, {
      on: (document, entry, ctx) => sql`(
        (${entry('subject_type')} = 'Document' and ${entry('subject_id')} = ${document('id')})
        or (${entry('subject_type')} = 'Revision' and ${entry('subject_id')} in (
          select hr.id
          from revision hr
          where hr.document_id = ${document('id')} and ${revisionVisible(alias(Revision, 'hr'), ctx)})))`,
      orderBy: (entry) => sql`${entry('at')}`,
    }),
    nameIsSigned: { sql: nameIsSigned },
    viewerCan: { needs: ['kind', 'authority.id', 'ownerUnit.id', 'nameIsSigned'] },
  },
});

/** The people who may be named for a part, without the drafter, because three different people sign a revision. */
const nameable = (part: NamedPart) =>
  many<ReadContext, Revision, Person>(() => Person, {
    on: (row, person, { today }) =>
      sql`${canAct(person)} and ${person('id')} <> ${row('drafter_id')} and ${maySign(
        part,
        person('id'),
        {
          authority: sql`(select nd.authority_id from document nd where nd.id = ${row('document_id')})`,
          drafter: row('drafter_id'),
        },
        today,
      )}`,
    orderBy: (person) => vietnamese(person('full_name')),
  });

/** Condition: the other revision has an earlier issue or amendment number. */
const isBefore = (other: RowOf<Revision>, row: RowOf<Revision>) => sql`
  (${other('issue_number')}, ${other('amendment_number')}) < (${row('issue_number')}, ${row('amendment_number')})`;

/** The revisions whose changes are in the table of amendments: all that were in force before this one, and this one. */
const amendments = many<ReadContext, Revision, Revision>(() => Revision, {
  on: (row, other) => sql`
    ${other('document_id')} = ${row('document_id')}
    and (${other('id')} = ${row('id')} or (${other('state')} in ${everInForce} and ${isBefore(other, row)}))`,
  orderBy: (other) => sql`${other('issue_number')}, ${other('amendment_number')}`,
});

reads.define(Revision, {
  visible: revisionVisible,
  fields: {
    file: contentFiles.one,
    hasFile: { sql: (row) => contentFiles.isCarried(row) },
    previous: one(() => Revision, {
      on: (row, other) => sql`
        ${other('document_id')} = ${row('document_id')}
        and ${other('state')} in ${everInForce}
        and ${isBefore(other, row)}`,
      orderBy: (other) => sql`${other('issue_number')} desc, ${other('amendment_number')} desc`,
    }),
    signatures: many(() => Signature, {
      on: (row, signature) => sql`
        ${signature('subject_type')} = 'Revision'
        and ${signature('subject_id')} = ${row('id')}
        and ${signature('content_hash')} = ${row('content_hash')}
        and ${signature('at')} >= ${row('submitted_at')}`,
      orderBy: (signature) => sql`${signature('at')}`,
    }),
    amendments,
    stuckOn: one(() => Person, { on: (row, person, { today }) => waitsInVain(row, person, today) }),
    possibleReviewers: nameable('reviewer'),
    possibleApprovers: nameable('approver'),
    acknowledgements: many(() => Acknowledgement, {
      on: (row, read) => sql`${read('revision_id')} = ${row('id')}`,
      orderBy: (read) => sql`${read('at')}`,
    }),
    awaitedReaders: many(() => Person, {
      on: (row, person, { today }) => sql`
        ${row('state')} = 'EFFECTIVE'
        and ${person('is_active')}
        and ${concerned(person('id'), row, today)}
        and not exists (
          select 1
          from acknowledgement a
          where a.revision_id = ${row('id')} and a.person_id = ${person('id')})`,
      orderBy: (person) => vietnamese(person('full_name')),
    }),
    acknowledgedAt: {
      sql: (row, { viewer }) => sql`
        select a.at
        from acknowledgement a
        where a.revision_id = ${row('id')} and a.person_id = ${viewer.personId}`,
    },
    viewerCan: { needs: () => [...revisionAccess.needs, 'acknowledgedAt'] },
    // The signed paths are known only after every module has contributed.
    checks: { needs: contentPaths },
    changes: { needs: () => [...contentPaths(), ...contentPaths().map((path) => `previous.${path}`)] },
  },
});
