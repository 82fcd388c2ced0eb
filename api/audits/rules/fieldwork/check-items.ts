import type { Wording } from '../../../rules/refusal.js';
import { withoutGloss } from '../../../standards/rules/clause-title.js';
import { compareClauses, inScope } from '../planning/scope.js';

/** A clause as the work sheet needs it. */
export interface ClauseFacts {
  number: string;
  titleVi: string;
  titleEn: string;
  leaf: boolean;
  auditable: boolean;
}

/** A procedure in the scope of an audit. */
export interface ProcedureFacts {
  id: string;
  code: string;
  title: string;
}

/** A line of the work sheet (dòng phiếu ghi chép) before anybody has filled it in. */
export interface CheckItemLine {
  /** From 1. */
  position: number;
  /** Stable within an audit: `clause:7.5.3`, `procedure:<id>`. */
  key: string;
  clauseNumber: string | null;
  procedureId: string | null;
  question: Wording;
}

/**
 * The lines of a work sheet: one for every auditable leaf clause in scope, in order, then one for
 * every procedure in scope, by code.
 */
export function checkItemLines(
  clauses: readonly ClauseFacts[],
  scope: readonly string[],
  procedures: readonly ProcedureFacts[],
): CheckItemLine[] {
  const forClauses = clauses
    .filter(({ leaf, auditable, number }) => leaf && auditable && inScope(number, scope))
    .sort((a, b) => compareClauses(a.number, b.number))
    .map((clause) => ({
      key: `clause:${clause.number}`,
      clauseNumber: clause.number,
      procedureId: null,
      question: clauseQuestion(clause),
    }));
  const forProcedures = [...procedures]
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
    .map((procedure) => ({
      key: `procedure:${procedure.id}`,
      clauseNumber: null,
      procedureId: procedure.id,
      question: procedureQuestion(procedure),
    }));
  return [...forClauses, ...forProcedures].map((line, index) => Object.assign(line, { position: index + 1 }));
}

function clauseQuestion({ number, titleVi, titleEn }: ClauseFacts): Wording {
  return {
    vi: `Đơn vị thực hiện điều khoản ${number} “${withoutGloss(titleVi)}” như thế nào, bằng chứng là gì?`,
    en: `How does the unit meet clause ${number} “${withoutGloss(titleEn)}”, and what is the evidence?`,
  };
}

function procedureQuestion({ code, title }: ProcedureFacts): Wording {
  return {
    vi: `Chọn một hồ sơ theo ${code} “${title}” và đi từ bước đầu đến bước cuối: các bước, người làm, thời gian, biểu mẫu, hồ sơ lưu có đúng quy trình đang hiệu lực không?`,
    en: `Take a dossier under ${code} “${title}” and follow it from the first step to the last: do steps, roles, times, forms and records agree with the procedure in force?`,
  };
}
