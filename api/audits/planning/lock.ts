import { fire, type Role, placeOf } from '../../access/index.js';
import type { Tx } from '../../commands/index.js';
import {
  type AuditEvent,
  type AuditPart,
  auditLifecycle,
  type ProgrammeEvent,
  programmeLifecycle,
  type RoundEvent,
  roundLifecycle,
} from '../rules/planning/index.js';
import { Audit } from './audit.js';
import { auditActors, type AuditRecord, programmeAccess, roundActors } from './policy.js';
import { Programme } from './programme.js';
import { Round } from './round.js';

/** A programme that a command has locked. */
export interface LockedProgramme {
  programme: Programme;
  actors: ReturnType<typeof programmeAccess.actorsOf>;
}

/** Loads a programme for change. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockProgramme(tx: Tx, id: string, version?: number): Promise<LockedProgramme> {
  const programme = await tx.lock(Programme, id, version);
  const record = { state: programme.state, leadAgency: programme.leadAgency };
  return { programme, actors: programmeAccess.actorsOf(tx.viewer, record, tx.today) };
}

/** Where a programme belongs, for the trail. */
export const placeOfProgramme = (programme: Programme) => ({
  unitId: programme.leadAgency.id,
  authorityId: programme.leadAgency.id,
});

/** Fires an event of a programme and records it. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN */
export function fireProgramme(
  tx: Tx,
  { programme, actors }: LockedProgramme,
  event: ProgrammeEvent,
  reason?: string,
): void {
  programme.state = fire(programmeLifecycle, programme.state, event, actors);
  programme.stateSince = tx.now;
  tx.record(programme, { ...placeOfProgramme(programme), reason: reason ?? null });
}

/** A round that a command has locked. */
export interface LockedRound {
  round: Round;
  actors: ReturnType<typeof roundActors>;
}

/** Loads a round for change. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockRound(tx: Tx, id: string, version?: number): Promise<LockedRound> {
  const round = await tx.lock(Round, id, version);
  return { round, actors: roundActors(tx.viewer, round, tx.today) };
}

/** Where a round belongs, for the trail. */
export const placeOfRound = (round: Round) => ({ unitId: round.leadAgency.id, authorityId: round.leadAgency.id });

/** Fires an event of a round and records it. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN */
export function fireRound(tx: Tx, { round, actors }: LockedRound, event: RoundEvent, reason?: string): void {
  round.state = fire(roundLifecycle, round.state, event, actors);
  round.stateSince = tx.now;
  tx.record(round, { ...placeOfRound(round), reason: reason ?? null });
}

/** An audit that a command has locked, with the roles and parts of the viewer. */
export interface LockedAudit {
  audit: Audit;
  round: Round;
  record: AuditRecord;
  actors: readonly (Role | AuditPart)[];
}

/** Loads an audit for change, with round and team. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockAudit(tx: Tx, id: string, version?: number): Promise<LockedAudit> {
  return lockedAuditOf(tx, await tx.lock(Audit, id, version));
}

/** The rest of an audit that is loaded already. */
export async function lockedAuditOf(tx: Tx, audit: Audit): Promise<LockedAudit> {
  await tx.em.populate(audit, ['round', 'members', 'unit']);
  const round = audit.round.getEntity();
  const record: AuditRecord = {
    state: audit.state,
    unit: audit.unit,
    authority: audit.authority,
    round,
    members: audit.members.getItems(),
  };
  return { audit, round, record, actors: auditActors(tx.viewer, record, tx.today) };
}

/**
 * Fires an event of an audit and records it.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN
 */
export function fireAudit(tx: Tx, { audit, actors }: LockedAudit, event: AuditEvent, reason?: string): void {
  audit.state = fire(auditLifecycle, audit.state, event, actors);
  audit.stateSince = tx.now;
  if (reason !== undefined) audit.reason = reason;
  tx.record(audit, { ...placeOf(audit), reason: reason ?? null });
}
