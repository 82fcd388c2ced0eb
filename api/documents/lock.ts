import { fire } from '../access/index.js';
import type { Role } from '../access/index.js';
import type { Tx, EntryDetails } from '../commands/index.js';
import { Document } from './document.js';
import { revisionAccess } from './policy.js';
import { Revision } from './revision.js';
import { revisionLifecycle, type RevisionEvent, type RevisionPart } from './rules/index.js';

/** A revision locked for change, with the roles and parts of the viewer. */
export interface LockedRevision {
  revision: Revision;
  document: Document;
  actors: (Role | RevisionPart | 'SYSTEM')[];
}

/** Locks a revision for change. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockRevision(tx: Tx, { id, version }: { id: string; version: number }): Promise<LockedRevision> {
  const revision = await tx.lock(Revision, id, version);
  const document = await tx.em.findOneOrFail(Document, revision.document.id);
  const { drafter, reviewer, approver } = revision;
  const record = { state: revision.state, document, drafter, reviewer, approver };
  return { revision, document, actors: revisionAccess.actorsOf(tx.viewer, record, tx.today) };
}

/** Fires an event on the revision. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN */
export function fireRevision(tx: Tx, { revision, actors }: LockedRevision, event: RevisionEvent): void {
  revision.state = fire(revisionLifecycle, revision.state, event, actors);
  revision.stateSince = tx.now;
}

/** The unit and authority of a document for the trail, with the reason that was given. */
export const entryDetailsOf = (document: Document, reason?: string): EntryDetails => ({
  unitId: document.ownerUnit.id,
  authorityId: document.authority.id,
  ...(reason && { reason }),
});
