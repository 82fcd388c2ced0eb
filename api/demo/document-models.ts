import { parseList, readTable } from '../platform/tsv.js';

const at = (name: string) => `api/procedures/data/${name}.tsv`;

/** A step as the tables give it. */
export interface ModelStep {
  position: number;
  code: string;
  after: string[];
  content: string;
  roleName: string;
  roleKey: string;
  unitKind: string;
  hours: number;
  output: string;
  formCodes: string[];
}

/** A procedure of the tables, before it becomes the document of an authority. */
export interface ProcedureModel {
  /** `no` of commune-procedures.tsv or system-procedures.tsv. */
  no: number;
  code: string;
  title: string;
  /** Office kind that decides; OFFICE for system procedures. */
  unit: string;
  kind: 'ADMINISTRATIVE_PROCEDURE' | 'SYSTEM_PROCEDURE';
  clauses: string[];
  nationalCode: string | null;
  field: string | null;
  limitUnit: 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'SAME_DAY' | 'NONE';
  limitValue: number | null;
  limitNote: string | null;
  fee: string | null;
  conditions: string | null;
  /** Passes through the counter of the service centre. */
  atCounter: boolean;
  legalBases: { number: string; title: string; issuedOn: string | null; effectiveOn: string | null; status: string }[];
  dossierParts: { title: string; originalCopies: number; photocopies: number; note: string | null }[];
  forms: { code: string; title: string }[];
  records: { title: string; retention: string; place: string }[];
  steps: ModelStep[];
}

/** Short form of a field, as it stands in the codes of procedures (QT.<lĩnh vực>.nn). */
const fieldCodes: Record<string, string> = {
  'Hộ tịch': 'HT',
  'Chứng thực': 'CT',
  'Nuôi con nuôi': 'NCN',
  'Hòa giải ở cơ sở': 'HG',
  'Hộ kinh doanh': 'HKD',
  'Tổ hợp tác, hợp tác xã': 'HTX',
  'Đất đai': 'ĐĐ',
  'Xây dựng': 'XD',
  'Quy hoạch': 'QH',
  'Hạ tầng kỹ thuật': 'HTKT',
  'Trồng trọt': 'TT',
  'Tài nguyên nước': 'TNN',
  'Môi trường': 'MT',
  'Kinh tế hợp tác': 'KTHT',
  'Giảm nghèo': 'GN',
  'Phòng chống thiên tai': 'PCTT',
  'Cư trú': 'CTR',
  'Bồi thường nhà nước': 'BTNN',
  'Bảo trợ xã hội': 'BTXH',
  'Người có công': 'NCC',
  'Tôn giáo': 'TG',
  'Văn hóa': 'VH',
  'Giáo dục': 'GD',
  'Công Thương': 'CTG',
  'Tiếp công dân': 'TCD',
  'Khiếu nại, tố cáo': 'KNTC',
};

type StepColumn =
  | 'procedure_no'
  | 'step_code'
  | 'position'
  | 'after'
  | 'role_vi'
  | 'role_key'
  | 'unit_kind'
  | 'content_vi'
  | 'hours'
  | 'output_vi'
  | 'form_code';

function byProcedure<Row extends { procedure_no: string }>(rows: Row[]): (no: string) => Row[] {
  const groups = Map.groupBy(rows, (row) => row.procedure_no);
  return (no) => groups.get(no) ?? [];
}

const stepOf = (row: Record<StepColumn, string>): ModelStep => ({
  position: Number(row.position),
  code: row.step_code,
  after: parseList(row.after),
  content: row.content_vi,
  roleName: row.role_vi,
  roleKey: row.role_key,
  unitKind: row.unit_kind,
  hours: Number(row.hours),
  output: row.output_vi,
  formCodes: parseList(row.form_code),
});

/** The 86 administrative procedures of the commune level, as models of documents. */
export function communeModels(): ProcedureModel[] {
  const steps = byProcedure(readTable<StepColumn>(at('commune-procedure-steps')));
  const bases = byProcedure(
    readTable<'procedure_no' | 'number' | 'title_vi' | 'issued_on' | 'effective_on' | 'status'>(
      at('procedure-legal-bases'),
    ),
  );
  const parts = byProcedure(
    readTable<'procedure_no' | 'title_vi' | 'original_copies' | 'photocopies' | 'note_vi'>(
      at('procedure-dossier-parts'),
    ),
  );
  const forms = byProcedure(readTable<'procedure_no' | 'form_code' | 'title_vi'>(at('procedure-forms')));
  const records = byProcedure(
    readTable<'procedure_no' | 'title_vi' | 'retention_vi' | 'place_vi'>(at('procedure-records')),
  );
  const highest = new Map<string, number>();
  return readTable<
    | 'no'
    | 'national_code'
    | 'title_vi'
    | 'field_vi'
    | 'limit_value'
    | 'limit_unit'
    | 'limit_note_vi'
    | 'fee_vi'
    | 'unit'
  >(at('commune-procedures')).map((row) => {
    const number = (highest.get(row.field_vi) ?? 0) + 1;
    highest.set(row.field_vi, number);
    const counts = row.limit_unit === 'WORKING_DAYS' || row.limit_unit === 'CALENDAR_DAYS';
    const own = steps(row.no).map(stepOf);
    return {
      no: Number(row.no),
      code: `QT.${fieldCodes[row.field_vi]}.${String(number).padStart(2, '0')}`,
      title: row.title_vi,
      unit: row.unit,
      kind: 'ADMINISTRATIVE_PROCEDURE',
      clauses: ['8.2', '8.5.1', '8.6'],
      nationalCode: row.national_code || null,
      field: row.field_vi,
      limitUnit: row.limit_unit as ProcedureModel['limitUnit'],
      limitValue: counts ? Number(row.limit_value) : null,
      limitNote: row.limit_note_vi || null,
      fee: row.fee_vi || null,
      conditions: null,
      atCounter: own.some(({ unitKind }) => unitKind === 'SERVICE_CENTRE'),
      legalBases: bases(row.no).map((base) => ({
        number: base.number,
        title: base.title_vi,
        issuedOn: base.issued_on || null,
        effectiveOn: base.effective_on || null,
        status: base.status,
      })),
      dossierParts: parts(row.no).map((part) => ({
        title: part.title_vi,
        originalCopies: Number(part.original_copies),
        photocopies: Number(part.photocopies),
        note: part.note_vi || null,
      })),
      forms: forms(row.no).map((form) => ({ code: form.form_code, title: form.title_vi })),
      records: records(row.no).map((record) => ({
        title: record.title_vi,
        retention: record.retention_vi,
        place: record.place_vi,
      })),
      steps: own,
    };
  });
}

const systemBases: ProcedureModel['legalBases'] = [
  {
    number: '19/2014/QĐ-TTg',
    title:
      'Quyết định về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước',
    issuedOn: '2014-03-05',
    effectiveOn: '2014-05-01',
    status: 'IN_FORCE',
  },
  {
    number: '26/2014/TT-BKHCN',
    title: 'Thông tư quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg',
    issuedOn: '2014-10-10',
    effectiveOn: '2014-12-01',
    status: 'IN_FORCE',
  },
];

/** The 21 procedures of the quality system itself, as models of documents. */
export function systemModels(): ProcedureModel[] {
  const steps = byProcedure(readTable<StepColumn>(at('system-procedure-steps')));
  const forms = byProcedure(readTable<'procedure_no' | 'form_code' | 'title_vi'>(at('system-procedure-forms')));
  return readTable<'no' | 'code' | 'title_vi' | 'clauses_2015'>(at('system-procedures')).map((row) => {
    const own = forms(row.no).map((form) => ({ code: form.form_code, title: form.title_vi }));
    return {
      no: Number(row.no),
      code: row.code,
      title: row.title_vi,
      unit: 'OFFICE',
      kind: 'SYSTEM_PROCEDURE',
      clauses: parseList(row.clauses_2015),
      nationalCode: null,
      field: null,
      limitUnit: 'NONE',
      limitValue: null,
      limitNote: null,
      fee: null,
      conditions: null,
      atCounter: false,
      legalBases: systemBases,
      dossierParts: [],
      forms: own,
      records: own.map(({ title }) => ({ title, retention: '05 năm', place: 'Thư ký Ban Chỉ đạo ISO' })),
      steps: steps(row.no).map(stepOf),
    };
  });
}
