import { newId } from '../platform/ids.js';
import { localDate, yearOf } from '../rules/calendar.js';
import { workingCalendar } from '../platform/calendar.js';
import { nextNumber, Person, Unit } from '../organization/index.js';
import { Document } from '../documents/index.js';
import { Clause } from '../standards/index.js';
import type { Tx } from '../trail/index.js';
import { Nonconformity, type NonconformitySource, type Severity } from './nonconformity.js';
import { actionsDueOn, nonconformityNumber, planDueOn } from './rules/index.js';

export interface NonconformityFacts {
  unitId: string; issuerId?: string | null | undefined; source: NonconformitySource; sourceId?: string | null | undefined;
  sourceRecordId?: string | null | undefined; sourceReference?: string | null | undefined; severity: Severity;
  requirement: string; evidence: string; gap: string; clauseId?: string | null | undefined; procedureId?: string | null | undefined;
  stepCode?: string | null | undefined; detectedOn: string; detectedById: string;
}

/** Stand-in: replaced by the room's own when it lands. */
export async function raiseNonconformity(tx: Tx, facts: NonconformityFacts): Promise<Nonconformity> {
  const unit = await tx.em.findOneOrFail(Unit, facts.unitId);
  const authorityId = unit.authority!.id;
  const issuedOn = localDate(tx.now);
  const year = yearOf(issuedOn);
  const nonconformity = tx.create(Nonconformity, {
    id: newId(tx.now), number: nonconformityNumber(year, await nextNumber(tx, authorityId, 'KPH', year)), authority: tx.em.getReference(Unit, authorityId), unit,
    issuer: tx.em.getReference(Unit, facts.issuerId ?? authorityId), source: facts.source, sourceId: facts.sourceId ?? null, severity: facts.severity, state: 'ISSUED',
    requirement: facts.requirement, evidence: facts.evidence, gap: facts.gap, clause: facts.clauseId ? tx.em.getReference(Clause, facts.clauseId) : null,
    procedure: facts.procedureId ? tx.em.getReference(Document, facts.procedureId) : null, stepCode: facts.stepCode ?? null, detectedOn: facts.detectedOn,
    detectedBy: tx.em.getReference(Person, facts.detectedById), issuedAt: tx.now, stateSince: tx.now,
    planDueOn: planDueOn(issuedOn, facts.severity, workingCalendar), actionsDueOn: actionsDueOn(issuedOn, workingCalendar), whys: [],
  });
  tx.record(nonconformity, { unitId: facts.unitId, authorityId, verb: 'nonconformity.issue' });
  return nonconformity;
}
