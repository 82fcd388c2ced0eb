import { Nonconformity, type Severity } from '../nonconformities/index.js';
import { nextNumber, Person, Unit } from '../organization/index.js';
import { workingCalendar } from '../platform/calendar.js';
import { newId } from '../platform/ids.js';
import { actionsDueOn, planDueOn } from '../nonconformities/rules/index.js';
import { nonconformityNumber } from '../nonconformities/rules/numbering.js';
import { Clause } from '../standards/index.js';
import type { Tx } from '../trail/index.js';

interface Facts {
  authorityId: string;
  unitId: string;
  issuerId: string;
  source: 'SELF_INSPECTION';
  sourceId: string;
  sourceRecordId: string;
  sourceReference: string;
  severity: Severity;
  requirement: string;
  evidence: string;
  gap: string;
  clauseId: string | null;
  detectedById: string;
  detectedOn: string;
}

/** Stands in until the room of nonconformities offers its own. */
export async function raiseNonconformity(tx: Tx, facts: Facts): Promise<Nonconformity> {
  const year = Number(tx.today.slice(0, 4));
  const planDue = planDueOn(tx.today, facts.severity, workingCalendar);
  const nonconformity = tx.create(Nonconformity, {
    id: newId(tx.now), number: nonconformityNumber(year, await nextNumber(tx, facts.authorityId, 'KPH', year)),
    authority: tx.em.getReference(Unit, facts.authorityId), unit: tx.em.getReference(Unit, facts.unitId), issuer: tx.em.getReference(Unit, facts.issuerId),
    source: facts.source, sourceId: facts.sourceId, severity: facts.severity, requirement: facts.requirement, evidence: facts.evidence, gap: facts.gap,
    clause: facts.clauseId ? tx.em.getReference(Clause, facts.clauseId) : null, detectedBy: tx.em.getReference(Person, facts.detectedById),
    detectedOn: facts.detectedOn, state: 'ISSUED', issuedAt: tx.now, stateSince: tx.now, planDueOn: planDue, actionsDueOn: actionsDueOn(tx.today, workingCalendar), dueOn: planDue, whys: [],
  });
  tx.record(nonconformity, { unitId: facts.unitId, authorityId: facts.authorityId, verb: 'nonconformity.issue' });
  return nonconformity;
}
