import { addDays } from '../../api/rules/calendar';
import type { MyWorkQuery } from '../graphql/generated/my-work/my-work';

/** One task of the person. */
export type MyTask = MyWorkQuery['myWork'][number];

/** How urgent: past its date, within a week, later, without a date. */
export type Urgency = 'overdue' | 'soon' | 'later' | 'open';

/** How urgent a due date is on a day. */
export function urgencyOf(dueOn: string | null | undefined, today: string): Urgency {
  if (!dueOn) return 'open';
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, 7) ? 'soon' : 'later';
}

/** Work by urgency, most urgent first; groups without work are left out. The order inside stays. */
export function groupWork(work: readonly MyTask[], today: string): { urgency: Urgency; work: MyTask[] }[] {
  const order: Urgency[] = ['overdue', 'soon', 'later', 'open'];
  return order
    .map((urgency) => ({ urgency, work: work.filter((item) => urgencyOf(item.dueOn, today) === urgency) }))
    .filter((group) => group.work.length > 0);
}

/** The module part of a kind: `nonconformity` of `nonconformity.respond`. */
export const moduleOf = (kind: string): string => kind.split('.')[0]!;

/** Where a record is opened, by its type. */
const places: Record<string, (id: string) => string> = {
  Document: (id) => `/documents/${id}`,
  Nonconformity: (id) => `/nonconformities/${id}`,
  Inspection: (id) => `/inspections/${id}`,
  Audit: (id) => `/audits/${id}`,
  Round: (id) => `/audits/rounds/${id}`,
  Programme: (id) => `/audits/programmes/${id}`,
};

/** Work that is done on a part of the record's page, by the module part of its kind. */
const partsOfPage: Record<string, string> = { finding: '/findings', checkItem: '/sheet' };

/** The address at which the work is done; the first page for a type nobody knows. */
export function addressOf(work: Pick<MyTask, 'kind' | 'subjectType' | 'subjectId'>): string {
  const place = places[work.subjectType]?.(work.subjectId);
  return place === undefined ? '/' : `${place}${partsOfPage[moduleOf(work.kind)] ?? ''}`;
}
