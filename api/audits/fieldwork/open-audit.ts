import { command, type Tx } from '../../commands/index.js';
import { Document } from '../../documents/index.js';
import { Unit } from '../../organization/index.js';
import { newId } from '../../platform/ids.js';
import { requireText } from '../../rules/text.js';
import { Clause } from '../../standards/index.js';
import { requireNoDeclaredConflict } from '../assignment/declare-conflict.js';
import { usualOffice } from '../planning/agenda-model.js';
import { fireAudit, lockAudit, type LockedAudit } from '../planning/lock.js';
import { checkItemLines } from '../rules/fieldwork/index.js';
import { CheckItem } from './check-item.js';
import type { OpenAuditInput } from './inputs.js';

/**
 * The lead holds the opening meeting; the work sheet is made from the clauses and procedures in scope.
 * @throws Refusal INVALID_INPUT without minutes, FORBIDDEN, TRANSITION_NOT_ALLOWED
 */
export const openAudit = command('audit.open', async (tx, input: OpenAuditInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'open');
  await requireNoDeclaredConflict(tx, locked.audit);
  locked.audit.openingMinutes = requireText('openingMinutes', input.openingMinutes, { min: 10 });
  locked.audit.openedAt = tx.now;
  await makeSheet(tx, locked);
  return locked.audit;
});

/**
 * A line for every auditable leaf clause and every procedure in scope, each with the office that is usually
 * responsible.
 */
async function makeSheet(tx: Tx, { audit, round }: LockedAudit): Promise<void> {
  await tx.em.populate(audit, ['procedures.document']);
  const clauses = await tx.em.find(Clause, { set: round.clauseSet.id });
  const offices = await tx.em.find(Unit, { parent: audit.authority.id, officeKind: { $ne: null } });
  const officeOf = (kind: string | undefined) =>
    (audit.unit.id === audit.authority.id ? offices.find(({ officeKind }) => officeKind === kind) : audit.unit) ?? null;
  const documents = audit.procedures.getItems().map(({ document }) => document.getEntity());
  const lines = checkItemLines(
    clauses.map(({ number, title, titleEn, isLeaf, isAuditable }) => ({
      number,
      titleVi: title,
      titleEn,
      leaf: isLeaf,
      auditable: isAuditable,
    })),
    audit.scopeClauses,
    documents.map(({ id, code, title }) => ({ id, code, title })),
  );
  for (const { position, key, clauseNumber, procedureId, question } of lines) {
    const document = documents.find(({ id }) => id === procedureId);
    tx.create(CheckItem, {
      id: newId(tx.now),
      audit,
      position,
      key,
      question: question.vi,
      clause: clauses.find(({ number }) => number === clauseNumber) ?? null,
      procedure: document ? tx.em.getReference(Document, document.id) : null,
      procedureCode: document?.code ?? null,
      unit: officeOf(document ? document.officeKinds[0] : usualOffice(clauseNumber ?? '')),
      samples: [],
      result: 'NOT_CHECKED',
    });
  }
}
