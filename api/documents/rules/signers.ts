import { showDate, type LocalDate } from '../../rules/calendar.js';
import { refuseProblems, type InputProblem } from '../../rules/checks.js';
import { refuse, type Wording } from '../../rules/refusal.js';

/** The three who sign a revision, in order (soạn thảo, soát xét, phê duyệt); null while not named. */
export interface Signers {
  drafterId: string | null;
  reviewerId: string | null;
  approverId: string | null;
}

/**
 * Who may be named to review and to approve a document, by the role held in its authority (the field's table of
 * roles: the Đại diện lãnh đạo về chất lượng "soát xét tài liệu", heads of units answer for the procedures of
 * their unit, the Trưởng Ban Chỉ đạo ISO "phê duyệt tài liệu"). Where the authority has no ISO head besides the
 * drafter, the Đại diện lãnh đạo approves in their place, as Phó Trưởng Ban Chỉ đạo: so there is an approver
 * for a revision that the ISO head drafted, and while the post is vacant. The roles of an audit count for
 * neither part: auditors of an authority do not write its rules.
 */
export const signingRoles = {
  reviewer: ['QUALITY_MANAGER', 'UNIT_HEAD'],
  approver: ['ISO_HEAD'],
  deputyApprover: ['QUALITY_MANAGER'],
} as const;

/** What is wrong with these signers: all three must be named, and they must be three different people. */
export function signerProblems({ drafterId, reviewerId, approverId }: Signers): InputProblem[] {
  const problems: InputProblem[] = [];
  const add = (field: keyof Signers, words: Wording) => problems.push({ field, words });
  if (!drafterId) add('drafterId', { vi: 'Hãy chọn người soạn thảo.', en: 'Choose a drafter.' });
  if (!reviewerId) add('reviewerId', { vi: 'Hãy chọn người soát xét.', en: 'Choose a reviewer.' });
  else if (reviewerId === drafterId)
    add('reviewerId', {
      vi: 'Người soát xét phải khác người soạn thảo: hãy chọn người khác.',
      en: 'The reviewer must not be the drafter: choose someone else.',
    });
  if (!approverId) add('approverId', { vi: 'Hãy chọn người phê duyệt.', en: 'Choose an approver.' });
  else if (approverId === drafterId || approverId === reviewerId) {
    add('approverId', {
      vi: 'Người phê duyệt phải khác người soạn thảo và người soát xét: hãy chọn người khác.',
      en: 'The approver must be neither the drafter nor the reviewer: choose someone else.',
    });
  }
  return problems;
}

/**
 * Passes if there are three different signers.
 * @throws Refusal INVALID_INPUT on `drafterId`, `reviewerId` or `approverId`.
 */
export function requireSigners(signers: Signers): void {
  refuseProblems(signerProblems(signers));
}

/**
 * Gate of `approve`: the document takes effect today or later.
 * @throws Refusal INVALID_INPUT on the field `effectiveOn`.
 */
export function requireEffectiveDate(effectiveOn: LocalDate, today: LocalDate): void {
  if (effectiveOn >= today) return;
  refuse(
    'INVALID_INPUT',
    {
      vi: `Ngày hiệu lực không được trước hôm nay (${showDate(today)}).`,
      en: `The effective date must not be before today (${showDate(today)}).`,
    },
    { field: 'effectiveOn' },
  );
}
