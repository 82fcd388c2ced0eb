import type { Column } from '../ui/columns';
import type { ProcedureContent } from './types';
import type { Words } from './words.vi';

/** A line of the table of amendments. */
export interface Amendment {
  request?: string | null;
  place?: string | null;
  description?: string | null;
  /** Number of the revision, `02/00`. */
  number: string;
  /** A day as the paper writes it: dots where it is still to come. */
  effectiveOn: string;
}

/** What changed, over all revisions. */
export const amendmentColumns = (t: Words) =>
  [
    { key: 'request', header: t.changeRequest, value: (line) => line.request },
    { key: 'place', header: t.changePlace, value: (line) => line.place },
    { key: 'description', header: t.changeDescription, value: (line) => line.description },
    { key: 'number', header: t.number, value: (line) => line.number },
    { key: 'effectiveOn', header: t.effectiveOn, value: (line) => line.effectiveOn },
  ] as const satisfies readonly Column<Amendment>[];

/** The forms of a procedure. */
export const formColumns = (t: Words) =>
  [
    { key: 'order', header: t.no, value: (_, at) => at + 1 },
    { key: 'code', header: t.formCode, value: (form) => form.code },
    { key: 'title', header: t.formTitle, value: (form) => form.title },
  ] as const satisfies readonly Column<ProcedureContent['forms'][number]>[];

/** The records that a procedure leaves. */
export const recordColumns = (t: Words) =>
  [
    { key: 'order', header: t.no, value: (_, at) => at + 1 },
    { key: 'title', header: t.record, value: (record) => record.title },
    { key: 'retention', header: t.keptFor, value: (record) => record.retention },
    { key: 'place', header: t.keptAt, value: (record) => record.place },
  ] as const satisfies readonly Column<ProcedureContent['records'][number]>[];

/** The papers that an applicant brings. */
export const dossierColumns = (t: Words) =>
  [
    { key: 'order', header: t.no, value: (_, at) => at + 1 },
    { key: 'title', header: t.paperTitle, value: (part) => part.title },
    { key: 'originals', header: t.original, value: (part) => part.originalCopies || '' },
    { key: 'copies', header: t.copy, value: (part) => part.photocopies || '' },
    { key: 'note', header: t.note, value: (part) => part.note },
  ] as const satisfies readonly Column<ProcedureContent['dossierParts'][number]>[];
