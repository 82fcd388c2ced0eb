import { sql } from 'kysely';
import { command, type Tx } from '../../commands/index.js';
import type { ReasonInput } from '../../platform/graphql/command-input.js';
import { requireReason, tidyText } from '../../rules/text.js';
import { clauses } from '../../standards/index.js';
import { fireAudit, lockAudit } from '../planning/lock.js';
import { type FieldworkFacts, requireFieldworkFinished } from '../rules/findings/index.js';
import type { FinishFieldworkInput } from './inputs.js';

/**
 * The lead finishes the fieldwork.
 * @throws Refusal RULE_VIOLATED (LINE_OPEN, LINE_WITHOUT_EVIDENCE, LINE_WITHOUT_FINDING, FINDING_NOT_AGREED,
 *   NO_CLOSING_MINUTES), all listed at once
 */
export const finishFieldwork = command('audit.finishFieldwork', async (tx, input: FinishFieldworkInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'finishFieldwork');
  const { lines, findings } = await sheetOf(tx, locked.audit.id);
  requireFieldworkFinished({ lines, findings, closingMinutes: input.closingMinutes });
  locked.audit.teamAgreement = tidyText(input.teamAgreement) || null;
  locked.audit.closingMinutes = tidyText(input.closingMinutes);
  return locked.audit;
});

/** The lead takes the fieldwork up again. */
export const reopenFieldwork = command('audit.reopenFieldwork', async (tx, input: ReasonInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'reopenFieldwork', requireReason(input.reason));
  return locked.audit;
});

async function sheetOf(tx: Tx, auditId: string): Promise<Pick<FieldworkFacts, 'lines' | 'findings'>> {
  const { rows } = await sql<Pick<FieldworkFacts, 'lines' | 'findings'>>`
    select
      (
        select coalesce(json_agg(
          json_build_object(
            'id', i.id,
            'position', i.position,
            'about', coalesce(c.number, i.procedure_code),
            'result', i.result,
            'reasonNotChecked', i.reason_not_checked,
            'evidence', i.evidence)
          order by i.position),
          '[]')
        from check_item i
        left join ${clauses} c on c.clause_id = i.clause_id
        where i.audit_id = ${auditId}) as lines,
      (
        select coalesce(json_agg(
          json_build_object(
            'id', f.id,
            'state', f.state,
            'checkItemIds', array(
              select link.check_item_id
              from finding_check_item link
              where link.finding_id = f.id))),
          '[]')
        from finding f
        where f.audit_id = ${auditId}) as findings`.execute(tx.kysely);
  return rows[0]!;
}
