import { fire } from '../access/index.js';
import type { Actor } from '../rules/actors.js';
import type { Tx } from '../commands/index.js';
import { Audit } from './audit.js';
import { Finding } from './finding.js';
import { auditActors, findingActors, roundActors, type AuditPlace } from './policy.js';
import { Round } from './round.js';
import {
  auditLifecycle,
  findingLifecycle,
  roundLifecycle,
  type AuditEvent,
  type FindingEvent,
  type RoundEvent,
} from './rules/index.js';

/** An audit in the hand of a command, with who the viewer is to it. */
export interface LockedAudit {
  audit: Audit;
  round: Round;
  place: AuditPlace;
  actors: Actor[];
}

/** Loads an audit for change, with round and team. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockAudit(tx: Tx, id: string, version?: number): Promise<LockedAudit> {
  return lockedAuditOf(tx, await tx.lock(Audit, id, version));
}

/** The rest of an audit that is loaded already. */
export async function lockedAuditOf(tx: Tx, audit: Audit): Promise<LockedAudit> {
  await tx.em.populate(audit, ['round', 'members', 'unit']);
  const round = audit.round.getEntity();
  const place: AuditPlace = {
    unitId: audit.unit.id,
    authorityId: audit.authority.id,
    round: { kind: round.kind, leadAgencyId: round.leadAgency.id },
    members: audit.members.getItems().map(({ person, part }) => ({ personId: person.id, part })),
  };
  return { audit, round, place, actors: auditActors(tx.viewer, place) };
}

/** Where an audit belongs, for the trail. */
export const placeOf = (audit: Audit) => ({ unitId: audit.unit.id, authorityId: audit.authority.id });

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

/** A round in the hand of a command. */
export interface LockedRound {
  round: Round;
  actors: Actor[];
}

/** Loads a round for change. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockRound(tx: Tx, id: string, version?: number): Promise<LockedRound> {
  const round = await tx.lock(Round, id, version);
  return { round, actors: roundActors(tx.viewer, { kind: round.kind, leadAgencyId: round.leadAgency.id }) };
}

/** Where a round belongs, for the trail. */
export const placeOfRound = (round: Round) => ({ unitId: round.leadAgency.id, authorityId: round.leadAgency.id });

/** Fires an event of a round and records it. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN */
export function fireRound(tx: Tx, { round, actors }: LockedRound, event: RoundEvent, reason?: string): void {
  round.state = fire(roundLifecycle, round.state, event, actors);
  round.stateSince = tx.now;
  tx.record(round, { ...placeOfRound(round), reason: reason ?? null });
}

/** A finding in the hand of a command. */
export interface LockedFinding extends LockedAudit {
  finding: Finding;
}

/** Loads a finding for change, with its audit. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockFinding(tx: Tx, id: string, version?: number): Promise<LockedFinding> {
  const finding = await tx.lock(Finding, id, version);
  const locked = await lockedAuditOf(tx, await finding.audit.loadOrFail());
  return { ...locked, finding, actors: findingActors(tx.viewer, locked.place, finding.author.id) };
}

/** Fires an event of a finding and records it. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN */
export function fireFinding(
  tx: Tx,
  { finding, audit, actors }: LockedFinding,
  event: FindingEvent,
  reason?: string,
): void {
  finding.state = fire(findingLifecycle, finding.state, event, actors);
  finding.stateSince = tx.now;
  tx.record(finding, { ...placeOf(audit), reason: reason ?? null });
}
