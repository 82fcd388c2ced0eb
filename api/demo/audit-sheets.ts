import { usualOffice } from '../audits/index.js';
import {
  checkItemLines,
  type CheckItemResult,
  type ClauseFacts,
  type FindingCategory,
  type ProcedureFacts,
} from '../audits/rules/index.js';
import { readTable } from '../platform/tsv.js';
import { showDate, yearOf, type LocalDate } from '../rules/calendar.js';
import type { SampleUnit } from './sample-types.js';

/** A finding as the sample words it. */
export interface WordedFinding {
  clauseNumber: string;
  category: FindingCategory;
  requirement: string;
  evidence: string;
  gap: string;
}

/** A line of a sample sheet. */
export interface SampleLine {
  position: number;
  key: string;
  clauseNumber: string | null;
  procedureId: string | null;
  question: string;
  officeKind: string | undefined;
  result: CheckItemResult;
  evidence: string | null;
  reasonNotChecked: string | null;
  samples: string[];
  finding: WordedFinding | null;
}

/** Good practice and ideas; the table of examples has few of them. */
const better: Record<Column, string>[] = [
  {
    no: '',
    clause_2015: '5.1.2',
    category: 'STRENGTH',
    requirement_vi: 'Vượt mục tiêu chất lượng đã công bố',
    finding_vi: 'Hẹn giờ qua Zalo và trả kết quả tại nhà cho người cao tuổi, người khuyết tật',
  },
  {
    no: '',
    clause_2015: '8.5.1',
    category: 'STRENGTH',
    requirement_vi: 'Quy trình tiếp nhận và trả kết quả',
    finding_vi: 'Tổ trưởng một cửa kiểm tra hồ sơ sắp đến hạn vào 8 giờ mỗi sáng, không để quá hạn trong 6 tháng',
  },
  {
    no: '',
    clause_2015: '7.4',
    category: 'OPPORTUNITY',
    requirement_vi: 'Quy chế làm việc của UBND',
    finding_vi: 'Nên gửi bản tin tóm tắt quy trình mới cho trưởng thôn, tổ dân phố mỗi tháng',
  },
  {
    no: '',
    clause_2015: '7.1.3',
    category: 'OPPORTUNITY',
    requirement_vi: 'QT.ISO.11',
    finding_vi: 'Nên dán mã QR nhật ký bảo trì trên từng thiết bị để công chức ghi bằng điện thoại',
  },
  {
    no: '',
    clause_2015: '8.2.1',
    category: 'STRENGTH',
    requirement_vi: 'NĐ 63/2010 Điều 17',
    finding_vi: 'Bảng niêm yết có mã QR từng thủ tục, người dân quét là thấy thành phần hồ sơ và phí',
  },
];

type Column = 'no' | 'clause_2015' | 'category' | 'finding_vi' | 'requirement_vi';
const examples = () => readTable<Column>('api/audits/data/example-findings.tsv');

/** What was seen where a clause is met, by its beginning; the first that fits is taken. */
const met: [clause: string, seen: string][] = [
  ['4.', 'Bảng nhận diện bối cảnh và phạm vi HTQLCL được phê duyệt đầu năm, khớp danh mục thủ tục đang áp dụng.'],
  ['5.', 'Phỏng vấn Chủ tịch UBND: nêu được chính sách, mục tiêu chất lượng; có thông báo phân công bằng văn bản.'],
  ['6.', 'Bảng mục tiêu chất lượng năm có chỉ tiêu đo được, người chịu trách nhiệm và số liệu quý gần nhất.'],
  ['7.1', 'Xem danh mục thiết bị, nhật ký bảo trì máy quét và máy in tại bộ phận một cửa; còn hạn kiểm tra.'],
  ['7.2', 'Hồ sơ bồi dưỡng của 5 công chức đủ quyết định cử đi học và chứng nhận.'],
  ['7.3', 'Phỏng vấn 3 công chức: biết mục tiêu chất lượng của bộ phận và cách báo cáo khi có sai sót.'],
  ['7.4', 'Sổ văn bản đến, văn bản đi trên phần mềm đầy đủ; thông tin nội bộ qua nhóm công vụ.'],
  ['7.5', 'Danh mục tài liệu nội bộ khớp bản đang dùng tại quầy; bản hết hiệu lực đã thu hồi.'],
  ['8.1', 'Kế hoạch tác nghiệp tuần của bộ phận, phân công rõ người và thời hạn.'],
  ['8.2', 'Bảng niêm yết và Cổng dịch vụ công khớp danh mục; 5 giấy hẹn ghi đủ thời hạn, lệ phí.'],
  ['8.4', 'Biên bản đánh giá dịch vụ bưu chính và phần mềm một cửa trong năm.'],
  ['8.5', 'Theo dấu 5 hồ sơ từ tiếp nhận đến trả kết quả: đủ phiếu kiểm soát, đúng thẩm quyền, đúng hạn.'],
  ['8.6', 'Các kết quả trước khi trả đều có chữ ký kiểm tra của lãnh đạo phòng.'],
  ['8.7', 'Sổ theo dõi kết quả sai có 02 trường hợp, đã thu hồi, cấp lại và xin lỗi.'],
  ['9.1', 'Số liệu hài lòng và hồ sơ đúng hạn được tổng hợp hằng tháng, có phân tích.'],
  ['9.2', 'Kế hoạch, biên bản đánh giá nội bộ năm trước đầy đủ; phát hiện đã theo dõi đến khi đóng.'],
  ['9.3', 'Biên bản xem xét của lãnh đạo quý gần nhất đủ các mục đầu vào, có bảng giao việc.'],
  ['10.', 'Sổ theo dõi KPH cập nhật, các phiếu đã đóng đều kèm bằng chứng.'],
];

/** Questions of the sheet, answered as far as the audit is. */
export interface SheetWish {
  clauses: readonly ClauseFacts[];
  scope: readonly string[];
  procedures: readonly (ProcedureFacts & { officeKind: string | undefined })[];
  auditee: SampleUnit;
  day: LocalDate;
  /** Makes sheets differ. */
  seed: number;
  /** How many findings. */
  findings: number;
  /** Share of lines that are answered, 0 to 1. */
  answered: number;
}

/** The work sheet of a sample audit. */
export function sampleSheet({
  clauses,
  scope,
  procedures,
  auditee,
  day,
  seed,
  findings,
  answered,
}: SheetWish): SampleLine[] {
  const lines = checkItemLines(clauses, scope, procedures);
  const worded = wordedFindings(
    lines.flatMap(({ clauseNumber }) => clauseNumber ?? []),
    auditee,
    day,
    seed,
    findings,
  );
  return lines.map(({ position, key, clauseNumber, procedureId, question }) => {
    const isAnswered = (position * 7 + seed) % 100 < answered * 100;
    const finding =
      isAnswered || answered === 1
        ? (worded.find((candidate) => candidate.clauseNumber === clauseNumber) ?? null)
        : null;
    const isSkipped = answered === 1 && !finding && (position + seed) % 19 === 0;
    const result: CheckItemResult = finding?.category ?? (isSkipped || !isAnswered ? 'NOT_CHECKED' : 'CONFORMING');
    return {
      position,
      key,
      clauseNumber,
      procedureId,
      question: question.vi,
      officeKind: clauseNumber
        ? usualOffice(clauseNumber)
        : procedures.find(({ id }) => id === procedureId)?.officeKind,
      result,
      evidence: finding?.evidence ?? (result === 'CONFORMING' ? seenIn(clauseNumber) : null),
      reasonNotChecked: isSkipped ? 'Người phụ trách đi công tác, sẽ xem trong đợt tự kiểm tra quý tới.' : null,
      samples:
        result !== 'NOT_CHECKED' && (procedureId || clauseNumber?.startsWith('8.5'))
          ? sampleCodes(seed + position, day)
          : [],
      finding,
    };
  });
}

function wordedFindings(
  numbers: readonly string[],
  auditee: SampleUnit,
  day: LocalDate,
  seed: number,
  count: number,
): WordedFinding[] {
  const table = examples();
  const found = new Map<string, WordedFinding>();
  for (let step = 0; found.size < count && step < table.length; step += 1) {
    const row = table[(seed * 7 + step * 11) % table.length]!;
    const clauseNumber = numbers.find(
      (number) => number === row.clause_2015 || number.startsWith(`${row.clause_2015}.`),
    );
    if (!clauseNumber || found.has(clauseNumber)) continue;
    found.set(clauseNumber, wordsOf(row, clauseNumber, auditee, day, seed));
  }
  const good = better[seed % better.length]!;
  const goodClause = numbers.find((number) => number === good.clause_2015 || number.startsWith(`${good.clause_2015}.`));
  if (goodClause && !found.has(goodClause)) found.set(goodClause, wordsOf(good, goodClause, auditee, day, seed));
  return [...found.values()];
}

function wordsOf(
  row: Record<Column, string>,
  clauseNumber: string,
  auditee: SampleUnit,
  day: LocalDate,
  seed: number,
): WordedFinding {
  const fact = row.finding_vi.replace('Năm 2025', `Năm ${yearOf(day)}`);
  const isGood = row.category === 'STRENGTH' || row.category === 'OPPORTUNITY';
  const seen = `Ngày ${showDate(day)} tại ${auditee.name}`;
  const minutes = (seed % 40) + 3;
  return {
    clauseNumber,
    category: row.category as FindingCategory,
    requirement: `${row.requirement_vi}; TCVN ISO 9001:2015 điều ${clauseNumber}`,
    evidence: isGood
      ? `${seen}: ${lower(fact)}.`
      : `${seen}, xem hồ sơ và phỏng vấn công chức phụ trách: ${lower(fact)} (biên bản làm việc số ${minutes}).`,
    gap: row.category === 'STRENGTH' ? '' : `${fact}.`,
  };
}

const lower = (text: string) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
const seenIn = (clause: string | null) =>
  met.find(([start]) => clause?.startsWith(start))?.[1] ??
  'Theo dấu 3 hồ sơ từ bước đầu đến bước cuối: đủ bước, đúng người, đúng thời gian và biểu mẫu.';

function sampleCodes(seed: number, day: LocalDate): string[] {
  const office = String(10 + (seed % 12)).padStart(2, '0');
  const month = `${day.slice(2, 4)}${day.slice(5, 7)}`;
  return [0, 1, 2].map((step) => {
    const dayOfMonth = String(1 + ((seed * 13 + step * 5) % 27)).padStart(2, '0');
    const number = String(100 + ((seed * 37 + step * 91) % 880)).padStart(4, '0');
    return `H40.${office}-${month}${dayOfMonth}-${number}`;
  });
}
