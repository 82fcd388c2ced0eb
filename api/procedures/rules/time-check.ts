import type { CheckProblem, CheckSeverity } from '../../rules/checks.js';
import type { Language } from '../../rules/languages.js';
import type { Wording } from '../../rules/refusal.js';
import type { ProcedureContent, Step } from './content.js';
import { longestPath, stepGraph } from './step-graph.js';
import { workingWindow } from './working-window.js';

/** The problems that the check can find, and whether each stops the submission of the document. */
const severities = {
  NO_STEPS: 'BLOCKING',
  NO_LIMIT_VALUE: 'BLOCKING',
  DUPLICATE_STEP: 'BLOCKING',
  UNKNOWN_PREDECESSOR: 'BLOCKING',
  CYCLE: 'BLOCKING',
  SEVERAL_STARTS: 'WARNING',
  MISSING_ROLE: 'BLOCKING',
  MISSING_OFFICE: 'BLOCKING',
  WRONG_HOURS: 'BLOCKING',
  FORM_UNLISTED: 'BLOCKING',
  FORM_UNUSED: 'WARNING',
  OVER_LIMIT: 'BLOCKING',
} as const satisfies Record<string, CheckSeverity>;

/** Code of a finding of the time check. */
export type TimeCheckCode = keyof typeof severities;

/** One problem found by the time check (kiểm tra thời gian quy trình). */
export interface TimeCheckFinding extends CheckProblem {
  code: TimeCheckCode;
  /** The step at fault, if it is one step. */
  stepCode?: string;
}

/** Forms of the one-stop mechanism (Thông tư 03/2025/TT-VPCP) belong to every procedure and need not be listed. */
export function isOneStopForm(code: string): boolean {
  return /^TT03-\d{2}$/.test(code);
}

/** The part of a procedure that the check reads. */
export type CheckedContent = Pick<ProcedureContent, 'limit' | 'steps' | 'forms'>;

/** Everything that is wrong with the steps, their order, their forms and their time; empty if nothing is. */
export function timeCheck(content: CheckedContent): TimeCheckFinding[] {
  if (content.steps.length === 0) {
    return [
      finding('NO_STEPS', {
        vi: 'Quy trình chưa có bước nào: hãy thêm các bước.',
        en: 'The procedure has no steps: add them.',
      }),
    ];
  }
  return [
    ...orderFindings(content.steps),
    ...content.steps.flatMap(stepFindings),
    ...formFindings(content),
    ...limitFindings(content),
  ];
}

function orderFindings(steps: readonly Step[]): TimeCheckFinding[] {
  const { circle, unknown, duplicates } = stepGraph(steps);
  const starts = steps.filter(({ after }) => after.length === 0).map(({ code }) => code);
  return [
    ...duplicates.map((code) =>
      finding(
        'DUPLICATE_STEP',
        {
          vi: `Mã bước ${code} bị trùng: hãy đặt mã khác.`,
          en: `The step code ${code} is used twice: choose another.`,
        },
        code,
      ),
    ),
    ...unknown.map(({ code, predecessor }) =>
      finding(
        'UNKNOWN_PREDECESSOR',
        {
          vi: `Bước ${code} đi sau bước ${predecessor}, nhưng không có bước ${predecessor}.`,
          en: `Step ${code} comes after ${predecessor}, which does not exist.`,
        },
        code,
      ),
    ),
    ...(circle.length > 0
      ? [
          finding('CYCLE', {
            vi: `Các bước ${circle.join(', ')} nối thành vòng: hãy sửa bước đi trước.`,
            en: `The steps ${circle.join(', ')} form a circle: correct what comes before them.`,
          }),
        ]
      : []),
    ...(starts.length > 1
      ? [
          finding('SEVERAL_STARTS', {
            vi: `Có ${starts.length} bước bắt đầu (${starts.join(', ')}): hãy nối các bước sau vào bước tiếp nhận.`,
            en: `There are ${starts.length} first steps (${starts.join(', ')}): let the others follow the reception.`,
          }),
        ]
      : []),
  ];
}

function stepFindings({ code, roleName, roleKey, unitKind, hours }: Step): TimeCheckFinding[] {
  return [
    ...(roleName.trim() === '' || roleKey.trim() === ''
      ? [
          finding(
            'MISSING_ROLE',
            {
              vi: `Bước ${code} chưa ghi người thực hiện: hãy chọn vai trò.`,
              en: `Step ${code} names nobody who does it: choose a role.`,
            },
            code,
          ),
        ]
      : []),
    ...(unitKind.trim() === ''
      ? [
          finding(
            'MISSING_OFFICE',
            {
              vi: `Bước ${code} chưa ghi phòng thực hiện: hãy chọn phòng.`,
              en: `Step ${code} names no office: choose one.`,
            },
            code,
          ),
        ]
      : []),
    ...(hours > 0 && Number.isFinite(hours)
      ? []
      : [
          finding(
            'WRONG_HOURS',
            {
              vi: `Bước ${code} chưa có thời gian: hãy ghi số giờ lớn hơn 0.`,
              en: `Step ${code} has no time: give the hours, above 0.`,
            },
            code,
          ),
        ]),
  ];
}

function formFindings({ steps, forms }: CheckedContent): TimeCheckFinding[] {
  const listed = new Set(forms.map(({ code }) => code));
  const used = new Set(steps.flatMap(({ formCodes }) => formCodes));
  return [
    ...steps.flatMap((step) =>
      step.formCodes
        .filter((code) => !listed.has(code) && !isOneStopForm(code))
        .map((code) =>
          finding(
            'FORM_UNLISTED',
            {
              vi: `Bước ${step.code} dùng biểu mẫu ${code} nhưng mục Biểu mẫu không có: hãy bổ sung hoặc sửa mã.`,
              en: `Step ${step.code} uses the form ${code}, which is not listed: list it or correct the code.`,
            },
            step.code,
          ),
        ),
    ),
    ...forms
      .filter(({ code }) => !used.has(code))
      .map(({ code, title }) =>
        finding('FORM_UNUSED', {
          vi: `Biểu mẫu ${code} (${title}) không dùng ở bước nào: hãy gắn vào bước hoặc bỏ khỏi danh sách.`,
          en: `The form ${code} (${title}) is used in no step: attach it to one or take it off the list.`,
        }),
      ),
  ];
}

/**
 * Compares the longest path with the working window of the limit. With a cycle there is no longest path, so
 * nothing is reported.
 */
function limitFindings({ steps, limit }: CheckedContent): TimeCheckFinding[] {
  if (limit.unit !== 'NONE' && limit.unit !== 'SAME_DAY' && !((limit.value ?? 0) >= 1)) {
    return [
      finding('NO_LIMIT_VALUE', {
        vi: 'Thời hạn chưa có số ngày: hãy ghi số ngày từ 1 trở lên.',
        en: 'The time limit has no number of days: give it, from 1 on.',
      }),
    ];
  }
  const window = workingWindow(limit);
  if (window === null || stepGraph(steps).circular.length > 0) return [];
  const { hours, codes } = longestPath(steps);
  if (hours <= window) return [];
  const path = codes.join(' → ');
  const hoursIn = (language: Language) => ({
    takes: show(hours, language),
    leaves: show(window, language),
    excess: show(hours - window, language),
  });
  const [vi, en] = [hoursIn('vi'), hoursIn('en')];
  return [
    finding('OVER_LIMIT', {
      vi:
        `Đường dài nhất ${path} cần ${vi.takes} giờ làm việc, thời hạn chỉ cho ${vi.leaves} giờ: ` +
        `hãy rút ngắn ${vi.excess} giờ.`,
      en:
        `The longest path ${path} takes ${en.takes} working hours, the limit leaves ${en.leaves}: ` +
        `shorten it by ${en.excess}.`,
    }),
  ];
}

/** The sign before the decimals of a number in a sentence. */
const decimalSign: Record<Language, ',' | '.'> = { vi: ',', en: '.' };

function show(hours: number, language: Language): string {
  return String(Math.round(hours * 100) / 100).replace('.', decimalSign[language]);
}

function finding(code: TimeCheckCode, words: Wording, stepCode?: string): TimeCheckFinding {
  return {
    code,
    severity: severities[code],
    words,
    ...(stepCode ? { stepCode, field: `steps.${stepCode}` } : {}),
  };
}
