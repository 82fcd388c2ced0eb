import { accessTo, permissions, rolesAt, type Role, type Viewer } from '../access/index.js';
import { rowOf } from '../platform/reads/index.js';
import type { LocalDate } from '../rules/calendar.js';
import { isExternal, revisionWork, type DocumentKind, type RevisionState } from './rules/index.js';
import { waitsInVain } from './signatories.js';
import { sql } from 'kysely';
import type { DocumentAct, RevisionAct } from './states.js';

/** The roles that may start a document or its next revision, held at the unit that owns it. */
const authors: readonly Role[] = permissions['document.create'];

/** Where a document belongs. */
export interface DocumentPlace {
  authority: { id: string };
  ownerUnit: { id: string };
}

/** What decides who may do what to a revision. */
export interface RevisionFacts {
  document: DocumentPlace;
  drafter: { id: string };
  reviewer?: { id: string } | null | undefined;
  approver?: { id: string } | null | undefined;
}

/** The roles that the viewer holds on a document. */
export const rolesOn = (viewer: Viewer, { authority, ownerUnit }: DocumentPlace): Role[] =>
  rolesAt(viewer, { unitId: ownerUnit.id, authorityId: authority.id });

/** What the policy must know about a revision: a locked record has it, and a row that was read. */
export interface RevisionRecord extends RevisionFacts {
  state: RevisionState;
}

/** Who acts on a revision. */
export const revisionAccess = accessTo<RevisionRecord>()(revisionWork, {
  tables: { document: 'document' },
  conditions: {
    waitsInVain: (row, { today }) => sql`exists (
      select 1
      from people gone
      where ${waitsInVain(row, rowOf('gone'), today)})`,
  },
  isPossible: (event, revision, _today, viewer) => event !== 'takeOver' || mayTakeOver(viewer, revision),
});

/** Whether the viewer may write documents of this unit. */
export const mayAuthor = (viewer: Viewer, place: DocumentPlace): boolean =>
  rolesOn(viewer, place).some((actor) => authors.includes(actor));

/**
 * Whether the viewer may start the next revision. A document of external origin has none; its next issue is
 * registered as a new document.
 */
export const mayRevise = (viewer: Viewer, document: DocumentPlace & { kind: DocumentKind }): boolean =>
  !isExternal(document.kind) && mayAuthor(viewer, document);

/** The roles that maintain the register of documents: code, title, owner, offices, clauses, cycle, retention. */
const registrars: readonly Role[] = permissions['document.changeFacts'];

/** Whether the viewer may change the facts of a document besides its content. */
export const mayChangeFacts = (viewer: Viewer, place: DocumentPlace): boolean =>
  rolesOn(viewer, place).some((actor) => registrars.includes(actor));

/**
 * What the viewer may do to a document now: `startRevision`, `changeFacts`, and `rename` while its name is not signed.
 */
export function documentEvents(
  viewer: Viewer,
  document: DocumentPlace & { kind: DocumentKind; nameIsSigned: boolean },
): DocumentAct[] {
  const changes = mayChangeFacts(viewer, document);
  return [
    ...(mayRevise(viewer, document) ? ['startRevision' as const] : []),
    ...(changes ? ['changeFacts' as const] : []),
    ...(changes && !document.nameIsSigned ? ['rename' as const] : []),
  ];
}

/**
 * Everybody who works in the authority may confirm reading a revision in force, once. Those who signed it have
 * read it.
 */
export const mayAcknowledge = (
  viewer: Viewer,
  facts: RevisionFacts & { state: RevisionState; acknowledgedAt?: unknown },
): boolean =>
  facts.state === 'EFFECTIVE' &&
  viewer.authorityId === facts.document.authority.id &&
  !facts.acknowledgedAt &&
  ![facts.drafter.id, facts.reviewer?.id, facts.approver?.id].includes(viewer.personId);

/** The drafter cannot take over his or her own draft. */
export const mayTakeOver = (viewer: Viewer, { drafter }: Pick<RevisionFacts, 'drafter'>): boolean =>
  drafter.id !== viewer.personId;

/** What the viewer may do to a revision now: the events of its lifecycle, `edit` and `acknowledge`. */
export function revisionEvents(
  viewer: Viewer,
  revision: RevisionRecord & { acknowledgedAt?: unknown },
  today: LocalDate,
): RevisionAct[] {
  const events = revisionAccess.eventsOf(viewer, revision, today);
  return [
    ...(events.includes('submit') ? ['edit' as const] : []),
    ...events,
    ...(mayAcknowledge(viewer, revision) ? ['acknowledge' as const] : []),
  ];
}
