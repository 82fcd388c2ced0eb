import { isProcedure } from '../../api/documents/rules/index';
import type { LimitUnit, Step } from '../../api/procedures/rules/index';
import type { DraftPageQuery } from '../graphql/generated/documents/drafting';
import type { SaveProcedureMutationVariables } from '../graphql/generated/documents/drafting';

/** A revision as the writing screen reads it. */
export type Draft = DraftPageQuery['revision'];

/** A step while it is written: forms as one text, hours perhaps empty. */
export type StepValues = Omit<Step, 'hours' | 'formCodes' | 'after'> & {
  hours: number | null;
  formCodes: string;
  after: string[];
};

/** A file while it is chosen. */
export interface ChosenFile {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** Everything the writing screen holds. */
export interface DraftValues {
  reviewerId: string;
  approverId: string;
  changeRows: { place: string; request: string; description: string }[];
  /** The uploaded file that holds the content. */
  file: ChosenFile | null;
  /** Sections 1 to 4 of a procedure, by key. */
  texts: Record<'PURPOSE' | 'SCOPE' | 'REFERENCES' | 'DEFINITIONS', string>;
  /** Sections of any other document, with headings of their own. */
  sections: { key: string; body: string }[];
  nationalCode: string;
  field: string;
  limitUnit: LimitUnit;
  limitValue: number | null;
  limitNote: string;
  fee: string;
  receivedAt: string;
  conditions: string;
  dossierCount: number | null;
  channels: string[];
  legalBases: { number: string; title: string; issuedOn: string; effectiveOn: string; status: string }[];
  dossierParts: { title: string; originalCopies: number | null; photocopies: number | null; note: string }[];
  forms: { code: string; title: string }[];
  records: { title: string; retention: string; place: string }[];
  steps: StepValues[];
}

/** What the form holds: the draft, and the saved version it was written on, kept with it on this device. */
export interface WrittenDraft extends DraftValues {
  base: { version: number; values: DraftValues };
}

/** The sections that are written as text in a procedure. */
export const writtenSections = ['PURPOSE', 'SCOPE', 'REFERENCES', 'DEFINITIONS'] as const;

/** What the screen starts with. */
export function writtenOn(draft: Draft): WrittenDraft {
  return { ...valuesOf(draft), base: { version: draft.version, values: valuesOf(draft) } };
}

/** The draft as it was saved. */
export function valuesOf(draft: Draft): DraftValues {
  const body = (key: string) => draft.sections.find((section) => section.key === key)?.body ?? '';
  const procedure = draft.procedure;
  return {
    reviewerId: draft.reviewer?.id ?? '',
    approverId: draft.approver?.id ?? '',
    changeRows: draft.changeRows.map(({ place, request, description }) => ({ place, request, description })),
    file: draft.file
      ? { id: draft.file.id, name: draft.file.name, type: draft.file.type, size: draft.file.size }
      : null,
    texts: {
      PURPOSE: body('PURPOSE'),
      SCOPE: body('SCOPE'),
      REFERENCES: body('REFERENCES'),
      DEFINITIONS: body('DEFINITIONS'),
    },
    sections:
      draft.sections.length > 0
        ? draft.sections.map(({ key, body: text }) => ({ key, body: text }))
        : [{ key: 'CONTENT', body: '' }],
    nationalCode: procedure?.nationalCode ?? '',
    field: procedure?.field ?? '',
    limitUnit: procedure?.limitUnit ?? 'NONE',
    limitValue: procedure?.limitValue ?? null,
    limitNote: procedure?.limitNote ?? '',
    fee: procedure?.fee ?? '',
    receivedAt: procedure?.receivedAt ?? '',
    conditions: procedure?.conditions ?? '',
    dossierCount: procedure?.dossierCount ?? null,
    channels: [...(procedure?.channels ?? [])],
    legalBases: (procedure?.legalBases ?? []).map(({ number, title, issuedOn, effectiveOn, status }) => ({
      number,
      title,
      issuedOn: issuedOn ?? '',
      effectiveOn: effectiveOn ?? '',
      status,
    })),
    dossierParts: (procedure?.dossierParts ?? []).map(({ title, originalCopies, photocopies, note }) => ({
      title,
      originalCopies,
      photocopies,
      note: note ?? '',
    })),
    forms: (procedure?.forms ?? []).map(({ code, title }) => ({ code, title })),
    records: (procedure?.records ?? []).map(({ title, retention, place }) => ({ title, retention, place })),
    steps: (procedure?.steps ?? []).map(
      ({ code, content, roleName, roleKey, unitKind, hours, output, formCodes, after }) => ({
        code,
        content,
        roleName,
        roleKey,
        unitKind,
        hours,
        output,
        formCodes: formCodes.join(', '),
        after: [...after],
      }),
    ),
  };
}

const codesOf = (text: string) =>
  text
    .split(/[,;]/)
    .map((code) => code.trim())
    .filter(Boolean);

/** The steps as the rules read them. */
export const stepsOf = (steps: readonly StepValues[]): Step[] =>
  steps.map((step) => ({ ...step, hours: step.hours ?? 0, formCodes: codesOf(step.formCodes) }));

type ProcedureInput = SaveProcedureMutationVariables['input']['procedure'];

/** Sections, file, change rows and signers as the API takes them. */
export function draftInput(values: DraftValues, kind: Draft['document']['kind']) {
  const sections = isProcedure(kind)
    ? writtenSections.map((key) => ({ key, body: values.texts[key] }))
    : values.sections.map(({ key, body }) => ({ key, body }));
  return {
    sections: sections.filter(({ key, body }) => key.trim() && body.trim()),
    changeRows: values.changeRows
      .filter((row) => Object.values(row).some((text) => text.trim()))
      .map(({ place, request, description }) => ({ place, request, description })),
    fileId: values.file?.id ?? null,
    reviewerId: values.reviewerId || null,
    approverId: values.approverId || null,
  };
}

/** The procedure as the API takes it; rows without a name are left out. */
export function procedureInput(values: DraftValues): ProcedureInput {
  return {
    nationalCode: values.nationalCode,
    field: values.field,
    limitUnit: values.limitUnit,
    limitValue: values.limitValue,
    limitNote: values.limitNote,
    fee: values.fee,
    receivedAt: values.receivedAt,
    conditions: values.conditions,
    dossierCount: values.dossierCount,
    channels: [...values.channels],
    legalBases: values.legalBases
      .filter(({ number }) => number.trim())
      .map(({ number, title, issuedOn, effectiveOn, status }) => ({
        number,
        title,
        issuedOn: issuedOn || null,
        effectiveOn: effectiveOn || null,
        status,
      })),
    dossierParts: values.dossierParts
      .filter(({ title }) => title.trim())
      .map(({ title, originalCopies, photocopies, note }) => ({
        title,
        originalCopies: originalCopies ?? 0,
        photocopies: photocopies ?? 0,
        note,
      })),
    forms: values.forms
      .filter(({ code, title }) => code.trim() && title.trim())
      .map(({ code, title }) => ({ code, title })),
    records: values.records
      .filter(({ title }) => title.trim())
      .map(({ title, retention, place }) => ({ title, retention, place })),
    steps: stepsOf(values.steps).map(
      ({ code, content, roleName, roleKey, unitKind, hours, output, formCodes, after }) => ({
        code,
        content,
        roleName,
        roleKey,
        unitKind,
        hours,
        output,
        formCodes: [...formCodes],
        after: [...after],
      }),
    ),
  };
}
