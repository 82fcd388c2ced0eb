import { signedValue, valueOf, type WrittenEvidence, type WrittenValue } from './rules/index.js';

/** The properties of a form that are signed, besides its answers. */
export interface SignedForm {
  id: string;
  unit: { id: string };
  templateVersion: { id: string };
  periodKey: string;
  note?: string | null;
  score?: number | null;
  failed: readonly string[];
}

/** What of an answer is signed. */
export interface SignedAnswer extends Partial<WrittenValue>, WrittenEvidence {
  questionCode: string;
  status: string;
}

/** Everything that the signature of a form covers, always in the same order. */
export function signedInspection(
  { id, unit, templateVersion, periodKey, note, score, failed }: SignedForm,
  answers: Iterable<SignedAnswer>,
): object {
  return {
    id,
    unit: unit.id,
    templateVersion: templateVersion.id,
    periodKey,
    note: note ?? null,
    score,
    failed,
    answers: [...answers]
      .sort((a, b) => (a.questionCode < b.questionCode ? -1 : 1))
      .map((answer) => ({
        code: answer.questionCode,
        ...signedValue(valueOf<SignedAnswer>(answer)),
        note: answer.note ?? null,
        dossiers: answer.dossiers,
        attachments: answer.attachmentIds,
        status: answer.status,
      })),
  };
}
