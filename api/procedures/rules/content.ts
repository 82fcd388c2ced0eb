import type { LocalDate } from '../../rules/calendar.js';

/** How a time limit counts. SAME_DAY: received after 15:00, the next working day; NONE: no limit. */
export type LimitUnit = 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'SAME_DAY' | 'NONE';

/** The legal time limit of a procedure (thời hạn giải quyết). */
export interface Limit {
  /** Days; null where the unit needs none. */
  value: number | null;
  unit: LimitUnit;
}

/** A step (bước) of a procedure. An empty text means "not named". */
export interface Step {
  /** `B1`, `B2` …; unique in the procedure. */
  code: string;
  /** What is done. */
  content: string;
  /** Who does it, in words and as a key (`COUNTER_OFFICER`). */
  roleName: string;
  roleKey: string;
  /** Office kind that acts, such as `SERVICE_CENTRE`, `EXTERNAL`, `ANY`. */
  unitKind: string;
  /** Working hours from the end of the step before to the end of this step, waiting included. */
  hours: number;
  /** What comes out. */
  output: string;
  formCodes: readonly string[];
  /** Codes of the steps before it: all of them must be done. Empty for the first step. */
  after: readonly string[];
}

/** A paper of the dossier (thành phần hồ sơ). */
export interface DossierPart {
  title: string;
  originalCopies: number;
  photocopies: number;
  note: string | null;
}

/** A legal text on which the procedure is based (căn cứ pháp lý). */
export interface LegalBasis {
  number: string;
  title: string;
  issuedOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  /** IN_FORCE, PARTLY, EXPIRED or UNCLEAR. */
  status: string;
}

/** A form that the procedure lists (biểu mẫu). */
export interface ListedForm {
  code: string;
  title: string;
}

/** A record that is kept (hồ sơ cần lưu). */
export interface KeptRecord {
  title: string;
  retention: string;
  place: string;
}

/** The content of one revision of a procedure. */
export interface ProcedureContent {
  /** Code of the administrative procedure (mã TTHC), if there is one. */
  nationalCode: string | null;
  /** Lĩnh vực, such as Hộ tịch. */
  field: string | null;
  limit: Limit;
  fee: string | null;
  /** COUNTER, POST, ONLINE. */
  channels: readonly string[];
  legalBases: readonly LegalBasis[];
  dossierParts: readonly DossierPart[];
  steps: readonly Step[];
  forms: readonly ListedForm[];
  records: readonly KeptRecord[];
}
