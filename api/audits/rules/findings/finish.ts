import type { LocalDate } from '../../../rules/calendar.js';
import { type CheckProblem, refuseBlocking } from '../../../rules/checks.js';
import { refuse, type Wording } from '../../../rules/refusal.js';
import { SHORTEST_REASON, textProblem } from '../../../rules/text.js';
import type { WorkingCalendar } from '../../../rules/working-calendar.js';
import type { CheckItemResult } from '../fieldwork/finding-categories.js';
import { type LineWant, SHORTEST_EVIDENCE, wantsOfLine } from '../fieldwork/line-status.js';
import { ANSWER_WORKING_DAYS, type FindingState } from './finding-lifecycle.js';

/** The last day for the auditee to answer a finding; on the next day it counts as acknowledged. */
export function answerDueOn(shownOn: LocalDate, calendar: WorkingCalendar): LocalDate {
  return calendar.addWorkingDays(shownOn, ANSWER_WORKING_DAYS);
}

/** What the end of an audit depends on. */
export interface FieldworkFacts {
  /** `about` is the number of the clause or the code of the procedure, where there is one. */
  lines: readonly {
    id: string;
    position: number;
    about: string | null;
    result: CheckItemResult;
    reasonNotChecked: string | null;
    evidence: string | null;
  }[];
  findings: readonly { id: string; state: FindingState; checkItemIds: readonly string[] }[];
  closingMinutes: string | null;
}

type Line = FieldworkFacts['lines'][number];

/** The lines by name, such as `3 (7.5.3), 8 (QT.TP.01)`; if there are very many, only the first ones. */
function named(lines: readonly Line[]): string {
  const most = 12;
  const names = lines
    .slice(0, most)
    .map(({ position, about }) => (about ? `${position} (${about})` : String(position)));
  return names.join(', ') + (lines.length > most ? ', …' : '');
}

/**
 * What must be corrected before the fieldwork of an audit can be finished: a line without a result and without
 * a reason why not (LINE_OPEN), without evidence of what is wrong (LINE_WITHOUT_EVIDENCE), a minor or major
 * result without a finding (LINE_WITHOUT_FINDING), a finding that the team has not agreed (FINDING_NOT_AGREED),
 * missing minutes of the closing meeting (NO_CLOSING_MINUTES).
 */
export function fieldworkProblems({ lines, findings, closingMinutes }: FieldworkFacts): CheckProblem[] {
  const carried = new Set(
    findings.filter(({ state }) => state !== 'DROPPED').flatMap(({ checkItemIds }) => checkItemIds),
  );
  const wanting = (want: LineWant) => lines.filter((line) => wantsOfLine(line, carried.has(line.id)).includes(want));
  const [open, unproven, forgotten] = [wanting('RESULT'), wanting('EVIDENCE'), wanting('FINDING')];
  const notAgreed = findings.filter(({ state }) => state === 'DRAFT' || state === 'SENT');
  const checks: [boolean, string, Wording][] = [
    [
      open.length > 0,
      'LINE_OPEN',
      {
        vi: `Còn ${open.length} dòng chưa có kết quả: hãy ghi kết quả hoặc lý do chưa kiểm tra (ít nhất ${SHORTEST_REASON} ký tự). Dòng ${named(open)}.`,
        en: `${open.length} lines have no result: record a result or the reason why not (at least ${SHORTEST_REASON} characters). Lines ${named(open)}.`,
      },
    ],
    [
      unproven.length > 0,
      'LINE_WITHOUT_EVIDENCE',
      {
        vi: `Còn ${unproven.length} dòng lưu ý hoặc KPH chưa ghi bằng chứng (ít nhất ${SHORTEST_EVIDENCE} ký tự). Dòng ${named(unproven)}.`,
        en: `${unproven.length} lines with an observation or a nonconformity have no evidence (at least ${SHORTEST_EVIDENCE} characters). Lines ${named(unproven)}.`,
      },
    ],
    [
      forgotten.length > 0,
      'LINE_WITHOUT_FINDING',
      {
        vi: `Còn ${forgotten.length} dòng KPH chưa có phát hiện: hãy viết phát hiện từ dòng, hoặc đổi kết quả. Dòng ${named(forgotten)}.`,
        en: `${forgotten.length} minor or major lines have no finding: write it from the line, or change the result. Lines ${named(forgotten)}.`,
      },
    ],
    [
      notAgreed.length > 0,
      'FINDING_NOT_AGREED',
      {
        vi: `Còn ${notAgreed.length} phát hiện đoàn chưa thống nhất: hãy thống nhất hoặc bỏ.`,
        en: `${notAgreed.length} findings are not agreed in the team: agree or drop them.`,
      },
    ],
    [
      textProblem(closingMinutes, { min: 10 }) !== null,
      'NO_CLOSING_MINUTES',
      {
        vi: 'Chưa có biên bản họp kết thúc: hãy ghi ít nhất 10 ký tự.',
        en: 'There are no minutes of the closing meeting: write at least 10 characters.',
      },
    ],
  ];
  return checks.filter(([broken]) => broken).map(([, code, words]) => ({ code, severity: 'BLOCKING', words }));
}

/**
 * Gate of `finishFieldwork`.
 * @throws Refusal RULE_VIOLATED with every problem.
 */
export function requireFieldworkFinished(facts: FieldworkFacts): void {
  refuseBlocking(fieldworkProblems(facts));
}

/**
 * Gate of `report`: every finding is ACKNOWLEDGED or DROPPED.
 * @throws Refusal RULE_VIOLATED, rule FINDING_OPEN.
 */
export function requireFindingsSettled(findings: readonly { state: FindingState }[]): void {
  const open = findings.filter(({ state }) => state !== 'ACKNOWLEDGED' && state !== 'DROPPED').length;
  if (open === 0) return;
  refuse(
    'RULE_VIOLATED',
    {
      vi: `Còn ${open} phát hiện chưa được đơn vị xác nhận: hãy chờ trả lời, xem lại ý kiến không đồng ý, hoặc bỏ phát hiện.`,
      en: `${open} findings are not acknowledged yet: wait for the answer, decide the dispute, or drop them.`,
    },
    { rule: 'FINDING_OPEN' },
  );
}
