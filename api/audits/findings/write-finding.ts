import { sql } from 'kysely';
import { refuseForbidden, placeOf } from '../../access/index.js';
import { command, type Tx } from '../../commands/index.js';
import { Document } from '../../documents/index.js';
import { Person, Unit } from '../../organization/index.js';
import type { RecordInput } from '../../platform/graphql/command-input.js';
import { newId } from '../../platform/ids.js';
import { refuse } from '../../rules/refusal.js';
import { requireReason, tidyText } from '../../rules/text.js';
import { CheckItem } from '../fieldwork/check-item.js';
import { subjectOf } from '../fieldwork/subject.js';
import { requireAuditState, requireTeam } from '../planning/gates.js';
import { lockAudit, type LockedAudit } from '../planning/lock.js';
import { findingLifecycle, requireCompleteFinding } from '../rules/findings/index.js';
import { Finding } from './finding.js';
import type { DropFindingInput, FindingContentInput, SaveFindingInput, WriteFindingInput } from './inputs.js';
import { fireFinding, lockFinding } from './lock.js';

/**
 * A member of the team writes a finding, from lines of the work sheet. It may still be incomplete.
 * @throws Refusal FORBIDDEN (not in the team), TRANSITION_NOT_ALLOWED (not in progress), INVALID_INPUT
 */
export const writeFinding = command('finding.write', async (tx, input: WriteFindingInput) => {
  const locked = await lockAudit(tx, input.auditId);
  const { audit } = locked;
  requireTeam(tx.viewer, locked.record);
  requireAuditState(audit, 'IN_PROGRESS');
  const items = await linesOf(tx, locked, input.checkItemIds);
  const { rows } = await sql<{
    position: number;
  }>`select coalesce(max(position), 0) + 1 as position from finding where audit_id = ${audit.id}`.execute(tx.kysely);
  const finding = tx.create(Finding, {
    id: newId(tx.now),
    audit,
    position: rows[0]!.position,
    unit: audit.unit.getEntity(),
    requirement: '',
    evidence: '',
    gap: '',
    author: tx.em.getReference(Person, tx.viewer.personId),
    detectedOn: tx.today,
    state: findingLifecycle.initial,
    bySilence: false,
    upheld: false,
    stateSince: tx.now,
  });
  finding.checkItems.set(items);
  await fill(tx, locked, finding, input.content);
  tx.record(finding, placeOf(audit));
  return finding;
});

/**
 * Changes the content of a finding: its author may do it while it is a draft, the lead after it was sent.
 * @throws Refusal FORBIDDEN, TRANSITION_NOT_ALLOWED, INVALID_INPUT
 */
export const saveFinding = command('finding.save', async (tx, input: SaveFindingInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  const { finding, audit, actors } = locked;
  requireAuditState(audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  const editor = finding.state === 'DRAFT' ? 'AUTHOR' : 'LEAD';
  findingLifecycle.transition(finding.state, finding.state === 'DRAFT' ? 'send' : 'agree');
  if (!actors.includes(editor)) refuseForbidden();
  await fill(tx, locked, finding, input.content);
  tx.record(finding, placeOf(audit));
  return finding;
});

/** The author sends it to the lead. @throws Refusal INVALID_INPUT when something is missing */
export const sendFinding = command('finding.send', async (tx, input: RecordInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  fireFinding(tx, locked, 'send');
  requireComplete(locked.finding);
  return locked.finding;
});

/** The author drops a draft; the lead drops a disputed finding, with a reason. */
export const dropFinding = command('finding.drop', async (tx, input: DropFindingInput) => {
  const locked = await lockFinding(tx, input.id, input.version);
  requireAuditState(locked.audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  const needsReason = findingLifecycle.transition(locked.finding.state, 'drop').needs.includes('reason');
  const reason = needsReason ? requireReason(input.reason) : undefined;
  fireFinding(tx, locked, 'drop', reason);
  if (reason) locked.finding.reason = reason;
  return locked.finding;
});

/** @throws Refusal INVALID_INPUT with everything that is missing */
export function requireComplete({ requirement, evidence, gap, category }: Finding): void {
  requireCompleteFinding({ requirement, evidence, gap, category: category ?? null });
}

/** Writes the content of an input into a finding. */
export async function fill(
  tx: Tx,
  locked: Pick<LockedAudit, 'audit' | 'round'>,
  finding: Finding,
  content: FindingContentInput,
): Promise<void> {
  const { clause, procedure, unit } = await subjectOf(tx, locked, content);
  Object.assign(finding, {
    category: content.category ?? null,
    clause,
    procedure: procedure ? tx.em.getReference(Document, procedure.id) : null,
    procedureCode: procedure?.code ?? null,
    stepCode: tidyText(content.stepCode) || null,
    unit: tx.em.getReference(Unit, unit?.id ?? locked.audit.unit.id),
    requirement: tidyText(content.requirement),
    evidence: tidyText(content.evidence),
    gap: tidyText(content.gap),
  });
}

async function linesOf(tx: Tx, { audit }: LockedAudit, ids: readonly string[]): Promise<CheckItem[]> {
  const wanted = [...new Set(ids)];
  const items = await tx.em.find(CheckItem, { id: { $in: wanted }, audit: audit.id });
  if (items.length !== wanted.length) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Có dòng không thuộc phiếu ghi chép của cuộc này.', en: "A line is not of this audit's work sheet." },
      { field: 'checkItemIds' },
    );
  }
  return items;
}
