import { sql } from 'kysely';
import { isId } from '../access/index.js';
import { Document, Revision, revisionInForce } from '../documents/index.js';
import { nextNumber, Person, Unit, workingCalendar } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { localDate, yearOf } from '../rules/calendar.js';
import { refuse } from '../rules/refusal.js';
import { Clause } from '../standards/index.js';
import type { Tx } from '../commands/index.js';
import { Nonconformity, type NonconformitySource, type Severity } from './nonconformity.js';
import { actionsDueOn, nextDueOn, nonconformityLifecycle, nonconformityNumber, planDueOn } from './rules/index.js';

/** The content of a new nonconformity, from a person or from the record it comes from. */
export interface NonconformityFacts {
  /** The unit that must answer: an office, or the authority itself. */
  unitId: string;
  /** The authority that issues it; the unit's own one when left out. */
  issuerId?: string | null | undefined;
  source: NonconformitySource;
  /**
   * Its source (a finding, an answer). For each source there is at most one nonconformity, however often it is
   * raised.
   */
  sourceId?: string | null | undefined;
  /** The record to open to see where it came from (an audit, an inspection), and its name in words. */
  sourceRecordId?: string | null | undefined;
  sourceReference?: string | null | undefined;
  severity: Severity;
  requirement: string;
  evidence: string;
  gap: string;
  clauseId?: string | null | undefined;
  /** The document of the procedure it is about; its revision in force is kept with it. */
  procedureId?: string | null | undefined;
  procedureRevisionId?: string | null | undefined;
  stepCode?: string | null | undefined;
  detectedOn: string;
  detectedById: string;
  followUpOf?: Nonconformity;
}

/**
 * Issues a nonconformity in the transaction of a command: numbers it without a gap in its authority and year,
 * sets the due dates by the working calendar, and records `nonconformity.issue`. For one source record it is
 * raised once; a second call returns the existing one.
 * @throws Refusal INVALID_INPUT for a unit without an authority
 */
export async function raiseNonconformity(tx: Tx, facts: NonconformityFacts): Promise<Nonconformity> {
  const { unitId, issuerId, followUpOf, clauseId, procedureId, procedureRevisionId, detectedById, ...stated } = facts;
  const raised = facts.sourceId
    ? await tx.em.findOne(Nonconformity, { source: facts.source, sourceId: facts.sourceId }, { populate: ['actions'] })
    : null;
  if (raised) return raised;
  const authorityId = await authorityOf(tx, unitId);
  const issuedOn = localDate(tx.now);
  const year = yearOf(issuedOn);
  const due = {
    planDueOn: planDueOn(issuedOn, facts.severity, workingCalendar),
    actionsDueOn: actionsDueOn(issuedOn, workingCalendar),
  };
  const state = nonconformityLifecycle.initial;
  const revisionId = procedureRevisionId ?? (procedureId ? await currentRevision(tx, procedureId) : null);
  const nonconformity = tx.create(Nonconformity, {
    ...stated,
    ...due,
    id: newId(tx.now),
    number: nonconformityNumber(year, await nextNumber(tx, authorityId, 'KPH', year)),
    authority: tx.em.getReference(Unit, authorityId),
    unit: tx.em.getReference(Unit, unitId),
    issuer: tx.em.getReference(Unit, issuerId ?? authorityId),
    clause: clauseId ? tx.em.getReference(Clause, clauseId) : null,
    procedure: procedureId ? tx.em.getReference(Document, procedureId) : null,
    procedureRevision: revisionId ? tx.em.getReference(Revision, revisionId) : null,
    detectedBy: tx.em.getReference(Person, detectedById),
    followUpOf: followUpOf ?? null,
    state,
    issuedAt: tx.now,
    stateSince: tx.now,
    dueOn: nextDueOn(
      { state, since: issuedOn, ...due, effectivenessDueOn: null, openActionsDueOn: [] },
      workingCalendar,
    ),
    whys: [],
  });
  tx.record(nonconformity, { unitId, authorityId, verb: 'nonconformity.issue' });
  return nonconformity;
}

/**
 * The authority a unit belongs to.
 * @throws Refusal INVALID_INPUT on field `unitId` for an unknown unit, or one above the authorities
 */
export async function authorityOf(tx: Tx, unitId: string): Promise<string> {
  const unit = isId(unitId) ? await tx.em.findOne(Unit, { id: unitId }) : null;
  return (
    unit?.authority?.id ??
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Hãy chọn một đơn vị thuộc cơ quan áp dụng hệ thống quản lý chất lượng.',
        en: 'Choose a unit of an authority that runs a quality system.',
      },
      { field: 'unitId' },
    )
  );
}

async function currentRevision(tx: Tx, documentId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select ${revisionInForce(sql`${documentId}::uuid`)} as id`.execute(tx.kysely);
  return rows[0]!.id;
}
