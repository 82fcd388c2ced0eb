import { sql } from 'kysely';
import { entryDetailsOf, lockDraft, writeDraft } from '../documents/index.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { tidyText } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import type { ProcedureInput, ProcedureStepInput, SaveProcedureInput } from './inputs.js';
import { Procedure, ProcedureStep } from './procedure.js';

/**
 * Saves a draft of a procedure: its written sections, its content and its steps, in one transaction. Problems
 * of the content are reported by the checks; they only stop the submission.
 * @throws Refusal NOT_FOUND (also for a document that is no procedure), VERSION_CONFLICT, FORBIDDEN for
 *   others than the drafter, TRANSITION_NOT_ALLOWED when it is no draft any more,
 *   INVALID_INPUT on `procedure.steps.<n>.code` for a code used twice
 */
export const saveProcedure = command('document.saveProcedure', async (tx, input: SaveProcedureInput) => {
  const locked = await lockDraft(tx, input);
  const procedure = await tx.em.findOne(Procedure, { revision: locked.revision.id });
  if (!procedure) {
    refuse('NOT_FOUND', { vi: 'Tài liệu này không phải là quy trình.', en: 'This document is no procedure.' });
  }
  await writeDraft(tx, locked, input);
  writeContent(procedure, input.procedure);
  await replaceSteps(tx, procedure, input.procedure.steps);
  tx.record(locked.revision, entryDetailsOf(locked.document));
  return locked.revision;
});

const orNull = (text: string | null | undefined) => tidyText(text) || null;

function writeContent(procedure: Procedure, input: ProcedureInput): void {
  const needsValue = input.limitUnit === 'WORKING_DAYS' || input.limitUnit === 'CALENDAR_DAYS';
  Object.assign(procedure, {
    nationalCode: orNull(input.nationalCode),
    field: orNull(input.field),
    limitUnit: input.limitUnit,
    limitValue: needsValue ? (input.limitValue ?? null) : null,
    limitNote: orNull(input.limitNote),
    fee: orNull(input.fee),
    receivedAt: orNull(input.receivedAt),
    conditions: orNull(input.conditions),
    dossierCount: input.dossierCount ?? null,
    channels: input.channels,
    legalBases: input.legalBases.map(({ number, title, issuedOn, effectiveOn, status }) => ({
      number: tidyText(number),
      title: tidyText(title),
      issuedOn: issuedOn ?? null,
      effectiveOn: effectiveOn ?? null,
      status,
    })),
    dossierParts: input.dossierParts.map(({ title, originalCopies, photocopies, note }) => ({
      title: tidyText(title),
      originalCopies,
      photocopies,
      note: orNull(note),
    })),
    forms: input.forms.map(({ code, title }) => ({ code: tidyText(code), title: tidyText(title) })),
    records: input.records.map(({ title, retention, place }) => ({
      title: tidyText(title),
      retention: tidyText(retention),
      place: tidyText(place),
    })),
  });
}

/** Steps that stay keep their row, so that the trail shows what changed in them. */
async function replaceSteps(tx: Tx, procedure: Procedure, wanted: ProcedureStepInput[]): Promise<void> {
  refuseDoubles(wanted);
  const known = new Map(
    (await tx.em.find(ProcedureStep, { procedure: procedure.id })).map((step) => [step.code, step]),
  );
  const gone = [...known.values()].filter(({ code }) => !wanted.some((step) => step.code.trim() === code));
  if (gone.length > 0) {
    for (const step of gone) tx.em.remove(step);
    await tx.em.flush();
  }
  wanted.forEach((step, index) => {
    const values = {
      position: index + 1,
      code: step.code.trim(),
      after: step.after,
      content: tidyText(step.content),
      roleName: tidyText(step.roleName),
      roleKey: step.roleKey,
      unitKind: step.unitKind,
      hours: step.hours,
      output: tidyText(step.output),
      formCodes: step.formCodes,
    };
    const before = known.get(values.code);
    if (before) Object.assign(before, values);
    else tx.create(ProcedureStep, { id: newId(tx.now), procedure, ...values });
  });
}

function refuseDoubles(steps: ProcedureStepInput[]): void {
  const seen = new Set<string>();
  steps.forEach(({ code }, index) => {
    if (seen.has(code.trim())) {
      refuse(
        'INVALID_INPUT',
        {
          vi: `Mã bước ${code} bị trùng: hãy đặt mã khác.`,
          en: `The step code ${code} is used twice: choose another.`,
        },
        { field: `procedure.steps.${index}.code` },
      );
    }
    seen.add(code.trim());
  });
}

/** The properties of a procedure and of a step that are copied. */
const sectionColumns = sql`
  national_code, field, limit_unit, limit_value, limit_note, fee, received_at, conditions, dossier_count,
  channels, legal_bases, dossier_parts, forms, records`;
const stepColumns = sql`
  position, code, after, content, role_name, role_key, unit_kind, hours, output, form_codes`;

/** Copies the procedure of a revision, steps included, to another revision. */
export async function copyProcedure(tx: Tx, fromRevisionId: string, toRevisionId: string): Promise<void> {
  await tx.em.flush();
  const id = newId(tx.now);
  await sql`
    insert into procedure (id, revision_id, ${sectionColumns})
    select ${id}, ${toRevisionId}, ${sectionColumns}
    from procedure
    where revision_id = ${fromRevisionId}`.execute(tx.kysely);
  await sql`
    insert into procedure_step (id, procedure_id, ${stepColumns})
    select uuidv7(), ${id}, ${stepColumns}
    from procedure_step
    where procedure_id = (select p.id from procedure p where p.revision_id = ${fromRevisionId})
    order by position`.execute(tx.kysely);
}
