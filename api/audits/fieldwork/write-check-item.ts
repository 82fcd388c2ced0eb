import { placeOf } from '../../access/index.js';
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { command, type Tx } from '../../commands/index.js';
import { Document } from '../../documents/index.js';
import { Person } from '../../organization/index.js';
import { newId } from '../../platform/ids.js';
import { refuse } from '../../rules/refusal.js';
import { requireReason, requireText, tidyText } from '../../rules/text.js';
import { requireAuditState, requireTeam } from '../planning/gates.js';
import { lockAudit } from '../planning/lock.js';
import { isLineOpen, reasonProblem } from '../rules/fieldwork/index.js';
import { CheckItem } from './check-item.js';
import type {
  AddCheckItemInput,
  ExplainLinesInput,
  LineFilesInput,
  SamplesInput,
  SetCheckResultInput,
} from './inputs.js';
import { lineFiles } from './line-files.js';
import { lockLine } from './lock.js';
import { subjectOf } from './subject.js';

/** Most dossiers that one line names. */
const mostSamples = 100;

/**
 * Writes result and evidence on one line. Lines are independent: two members collide only on the same line, and
 * then the later one gets what the earlier one wrote.
 * @throws Refusal VERSION_CONFLICT with `current` (the present content and its author), FORBIDDEN (not in the
 *   team), TRANSITION_NOT_ALLOWED (not in progress), INVALID_INPUT (a reason too short)
 */
export const setCheckResult = command('checkItem.setResult', async (tx, input: SetCheckResultInput) => {
  const { item } = await lockLine(tx, input.id);
  if (item.version !== input.version) await refuseOvertaken(item);
  item.result = input.result;
  item.evidence = tidyText(input.evidence) || null;
  item.reasonNotChecked = input.result === 'NOT_CHECKED' ? reasonOf(input) : null;
  touch(tx, item);
  return item;
});

/** The reason why a line was not checked, or null if none is given yet. */
function reasonOf(input: SetCheckResultInput): string | null {
  const problem = reasonProblem(input);
  if (problem) refuse('INVALID_INPUT', problem, { field: 'reasonNotChecked' });
  return tidyText(input.reasonNotChecked) || null;
}

/**
 * Gives one reason to the lines that were not checked, so that the fieldwork can be finished. Lines that
 * somebody has answered in the meantime stay as they are; no result is written this way.
 * @throws Refusal FORBIDDEN (not in the team), TRANSITION_NOT_ALLOWED (not in progress), INVALID_INPUT
 */
export const explainLines = command('checkItem.explain', async (tx, input: ExplainLinesInput) => {
  const { audit, record } = await lockAudit(tx, input.auditId);
  requireTeam(tx.viewer, record);
  requireAuditState(audit, 'IN_PROGRESS');
  const reason = requireReason(input.reason);
  const items = await tx.em.find(
    CheckItem,
    { id: { $in: input.checkItemIds }, audit: audit.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { position: 'asc' } },
  );
  for (const item of items.filter(isLineOpen)) {
    item.reasonNotChecked = reason;
    touch(tx, item);
  }
  return audit;
});

/** Adds dossiers that were checked to a line; those that others added stay. */
export const addSamples = command('checkItem.addSamples', async (tx, input: SamplesInput) => {
  const { item } = await lockLine(tx, input.id);
  const samples = [...new Set([...item.samples, ...input.codes.map((code) => tidyText(code))])];
  if (samples.length > mostSamples) {
    refuse(
      'INVALID_INPUT',
      { vi: `Một dòng ghi nhiều nhất ${mostSamples} mã hồ sơ.`, en: `A line names at most ${mostSamples} dossiers.` },
      { field: 'codes' },
    );
  }
  item.samples = samples;
  touch(tx, item);
  return item;
});

/** Takes dossiers off a line. */
export const removeSamples = command('checkItem.removeSamples', async (tx, input: SamplesInput) => {
  const { item } = await lockLine(tx, input.id);
  item.samples = item.samples.filter((code) => !input.codes.includes(code));
  touch(tx, item);
  return item;
});

/**
 * Adds photos and papers to a line. Those that others added stay, and their changes of the line do not collide
 * with this.
 * @throws Refusal INVALID_INPUT for a file that is not an upload of the viewer, or one too many
 */
export const addLineFiles = command('checkItem.addFiles', async (tx, input: LineFilesInput) => {
  const { item, audit } = await lockLine(tx, input.id);
  await (await lineFiles.load(tx, [item])).add(item, input.attachmentIds);
  tx.record(item, placeOf(audit));
  return item;
});

/** Removes photos and papers from a line. Any member may do it; the trail records which files were removed. */
export const removeLineFiles = command('checkItem.removeFiles', async (tx, input: LineFilesInput) => {
  const { item, audit } = await lockLine(tx, input.id);
  (await lineFiles.load(tx, [item])).remove(item, input.attachmentIds);
  tx.record(item, placeOf(audit));
  return item;
});

/**
 * Adds a question of the team's own to the work sheet.
 * @throws Refusal INVALID_INPUT for a clause, procedure or office that is not of this audit
 */
export const addCheckItem = command('checkItem.add', async (tx, input: AddCheckItemInput) => {
  const locked = await lockAudit(tx, input.auditId);
  requireTeam(tx.viewer, locked.record);
  requireAuditState(locked.audit, 'IN_PROGRESS');
  const { clause, procedure, unit } = await subjectOf(tx, locked, input);
  const { rows } = await sql<{
    position: number;
  }>`select coalesce(max(position), 0) + 1 as position from check_item where audit_id = ${locked.audit.id}`.execute(
    tx.kysely,
  );
  const id = newId(tx.now);
  const item = tx.create(CheckItem, {
    id,
    audit: locked.audit,
    position: rows[0]!.position,
    key: `own:${id}`,
    question: requireText('question', input.question, { min: 5, max: 1000 }),
    clause,
    procedure: procedure && tx.em.getReference(Document, procedure.id),
    procedureCode: procedure?.code ?? null,
    stepCode: tidyText(input.stepCode) || null,
    unit,
    samples: [],
    result: 'NOT_CHECKED',
    by: tx.em.getReference(Person, tx.viewer.personId),
    at: tx.now,
  });
  tx.record(item, placeOf(locked.audit));
  return item;
});

function touch(tx: Tx, item: CheckItem): void {
  item.by = tx.em.getReference(Person, tx.viewer.personId, { wrapped: true });
  item.at = tx.now;
  tx.record(item, placeOf(item.audit.getEntity()));
}

async function refuseOvertaken(item: CheckItem): Promise<never> {
  const name = (await item.by?.loadOrFail())?.fullName ?? '';
  const { result, evidence, reasonNotChecked, samples, at, version } = item;
  refuse(
    'VERSION_CONFLICT',
    {
      vi: `${name || 'Người khác'} vừa ghi dòng này. Hãy xem cả hai nội dung rồi chọn; nội dung bạn gõ vẫn được giữ.`,
      en: `${name || 'Somebody else'} has just written on this line. Look at both and choose; what you typed is kept.`,
    },
    {
      current: {
        result,
        evidence: evidence ?? null,
        reasonNotChecked: reasonNotChecked ?? null,
        samples,
        by: name,
        at: at?.toISOString() ?? null,
        version,
      },
    },
  );
}
