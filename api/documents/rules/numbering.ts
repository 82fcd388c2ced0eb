/** The number of a revision: lần ban hành and lần sửa đổi. */
export interface RevisionNumber {
  /** From 1. */
  issue: number;
  /** From 0; 0 is the issue itself. */
  amendment: number;
}

/** Whether a revision issues the document anew or amends the present issue. */
export type RevisionKind = 'NEW_ISSUE' | 'AMENDMENT';

/**
 * The number of the next revision: 1/0 for the first, then the next issue with no amendment, or the
 * same issue with the next amendment.
 * @param last the highest number that was ever approved; null if none was. Discarded drafts do not count.
 */
export function nextRevisionNumber(last: RevisionNumber | null, kind: RevisionKind): RevisionNumber {
  if (!last) return { issue: 1, amendment: 0 };
  return kind === 'NEW_ISSUE'
    ? { issue: last.issue + 1, amendment: 0 }
    : { issue: last.issue, amendment: last.amendment + 1 };
}

/** Whether it is the number of the first issue, which amends nothing. */
export const isFirst = ({ issue, amendment }: RevisionNumber): boolean => issue === 1 && amendment === 0;

/** As papers print it, two digits each: `02/01`. */
export function showNumber({ issue, amendment }: RevisionNumber): string {
  return [issue, amendment].map((number) => String(number).padStart(2, '0')).join('/');
}

/** Negative if `a` came before `b`, positive if after, 0 if they are the same. For sorting. */
export function compareNumbers(a: RevisionNumber, b: RevisionNumber): number {
  return a.issue - b.issue || a.amendment - b.amendment;
}
