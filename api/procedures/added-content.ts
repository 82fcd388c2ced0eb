import { sql } from 'kysely';
import { revisions, type AddedContent, type ListHelp, type RevisionContentRead } from '../documents/index.js';
import { isAdministrative, isProcedure } from '../documents/rules/index.js';
import { newId } from '../platform/ids.js';
import type { CheckProblem } from '../rules/checks.js';
import { Procedure } from './procedure.js';
import { compareProcedures, timeCheck, type ProcedureRead } from './rules/index.js';
import { copyProcedure } from './save-procedure.js';

const scalars = [
  'nationalCode',
  'field',
  'limitUnit',
  'limitValue',
  'limitNote',
  'fee',
  'receivedAt',
  'conditions',
  'dossierCount',
  'channels',
  'legalBases',
  'dossierParts',
  'forms',
  'records',
];
const ofStep = [
  'position',
  'code',
  'after',
  'content',
  'roleName',
  'roleKey',
  'unitKind',
  'hours',
  'output',
  'formCodes',
];

const procedureOf = (revision: RevisionContentRead) => (revision['procedure'] ?? null) as ProcedureRead | null;

/** The content that procedures add to a revision; it is signed, copied and compared with the revision. */
export const procedureContent: AddedContent = {
  name: 'procedure',
  signed: [...scalars, ...ofStep.map((name) => `steps.${name}`)],
  fills(revision) {
    const procedure = procedureOf(revision);
    if (!procedure) return [];
    return [
      ...(procedure.steps.length > 0 ? ['CONTENT' as const] : []),
      ...(procedure.forms.length > 0 ? ['FORMS' as const] : []),
      ...(procedure.records.length > 0 ? ['RECORDS' as const] : []),
    ];
  },
  async start(tx, document, revision) {
    if (!isProcedure(document.kind)) return;
    tx.create(Procedure, {
      id: newId(tx.now),
      revision,
      limitUnit: isAdministrative(document.kind) ? 'WORKING_DAYS' : 'NONE',
      channels: isAdministrative(document.kind) ? ['COUNTER'] : [],
      legalBases: [],
      dossierParts: [],
      forms: [],
      records: [],
      nationalCode: null,
      field: null,
      limitValue: null,
      limitNote: null,
      fee: null,
      receivedAt: null,
      conditions: null,
      dossierCount: null,
    });
  },
  copy: (tx, from, to) => copyProcedure(tx, from.id, to.id),
  compare: (before, after) => compareProcedures(procedureOf(before), procedureOf(after)),
};

/** The time check of a procedure; nothing for other documents. */
export function procedureChecks(revision: RevisionContentRead): CheckProblem[] {
  const procedure = procedureOf(revision);
  if (!procedure) return [];
  const { limitUnit: unit, limitValue: value, steps, forms } = procedure;
  return timeCheck({ limit: { unit, value }, steps, forms });
}

/** Documents are found by the national code and the field of any procedure they have or had. */
export const procedureListHelp: ListHelp = {
  found: (document, word) =>
    /\d/.test(word)
      ? sql`exists (
          select 1
          from ${revisions} lr
          join procedure lp on lp.revision_id = lr.revision_id
          where lr.document_id = ${document('id')}
            and lp.national_code like like_literal(${word}) || '%')`
      : undefined,
  ofField: (document, field) => sql`exists (
    select 1
    from ${revisions} lr
    join procedure lp on lp.revision_id = lr.revision_id
    where lr.document_id = ${document('id')}
      and lr.is_current
      and lp.field = ${field})`,
};
