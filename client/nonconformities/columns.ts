import { diffDays } from '../../api/rules/calendar';
import type { NonconformitiesQuery, RegisterPaperQuery } from '../graphql/generated/nonconformities/register';
import { today } from '../i18n';
import type { Column } from '../ui/columns';
import { isOver } from './state-labels';
import type { Words } from './words.vi';

/** A nonconformity as the register on the screen reads it. */
export type RegisterRow = NonconformitiesQuery['nonconformities']['nodes'][number];
/** A nonconformity as the printed register reads it. */
export type PaperRow = RegisterPaperQuery['nonconformities']['nodes'][number];
type Shared = Pick<RegisterRow, keyof RegisterRow & keyof Omit<PaperRow, 'actions'>>;

/** The actions of a nonconformity that were not dropped. */
export const keptActions = <Action extends { state: string }>({ actions }: { actions: readonly Action[] }): Action[] =>
  actions.filter(({ state }) => state !== 'DROPPED');

/** The persons who carry out actions, each once. */
export const ownerNames = (actions: readonly { owner: { fullName: string } }[]): string[] => [
  ...new Set(actions.map(({ owner }) => owner.fullName)),
];

/** The columns that the register on the screen and the printed one have in common. */
const shared = (t: Words) =>
  ({
    number: {
      key: 'number',
      header: t.columns.number,
      value: (row) => row.number,
      sort: 'number',
      primary: true,
    },
    unit: { key: 'unit', header: t.columns.unit, value: (row) => unitWithAuthority(row) },
    issued: {
      key: 'issued',
      header: t.columns.issued,
      value: (row) => row.issuedAt,
      kind: 'date',
      sort: 'issued',
      nowrap: true,
    },
  }) as const satisfies Record<string, Column<Shared>>;

const unitWithAuthority = ({ unit, authority }: Shared) =>
  unit.id === authority.id ? unit.name : `${unit.name}, ${authority.name}`;

/** The register on the screen. */
export function registerColumns(t: Words) {
  const { number, unit, issued } = shared(t);
  return [
    number,
    {
      key: 'state',
      header: t.columns.state,
      value: (row) => t.shortState[row.state],
    },
    { key: 'due', header: t.columns.due, value: (row) => row.dueOn, kind: 'date', none: '–', sort: 'due' },
    unit,
    {
      key: 'actions',
      header: t.columns.actions,
      value: (row) => {
        const kept = keptActions(row);
        const done = kept.filter(({ state }) => state !== 'OPEN').length;
        return kept.length > 0 ? t.actionsDone(done, kept.length) : t.noActions;
      },
    },
    issued,
  ] as const satisfies readonly Column<RegisterRow>[];
}

/**
 * The register as the paper form BM.QT.ISO.04.02, in its order and with its heads.
 * @param isMixed rows of several authorities: the unit is then named with its authority
 */
export function paperColumns(t: Words, isMixed: boolean) {
  const { number, unit, issued } = shared(t);
  const heads = t.registerPaper.columns;
  return [
    { key: 'order', header: heads.order, value: (_, at) => at + 1 },
    { ...number, header: heads.number },
    { ...issued, header: heads.issued },
    { ...unit, header: heads.unit, value: (row) => (isMixed ? unitWithAuthority(row) : row.unit.name) },
    { key: 'gap', header: heads.gap, value: (row) => row.gap },
    { key: 'clause', header: heads.clause, value: (row) => row.clause?.number },
    { key: 'severity', header: heads.severity, value: (row) => t.severity[row.severity] },
    {
      key: 'source',
      header: heads.source,
      value: (row) => [t.sources[row.source], row.sourceReference].filter(Boolean).join(': '),
    },
    {
      key: 'owners',
      header: heads.owners,
      value: (row) => ownerNames(keptActions(row)).join(', ') || row.responder?.fullName,
    },
    {
      key: 'due',
      header: heads.due,
      value: (row) => (isOver(row.state) ? row.actionsDueOn : row.dueOn),
      kind: 'date',
    },
    { key: 'done', header: heads.done, value: (row) => doneOn(row), kind: 'date' },
    {
      key: 'verified',
      header: heads.verified,
      value: ({ verifications }) => {
        const last = verifications.at(-1);
        return last && `${last.passed ? t.paper.passed : t.paper.failed} (${t.round(verifications.length)})`;
      },
    },
    { key: 'closed', header: heads.closed, value: (row) => row.closedAt, kind: 'date' },
    {
      key: 'late',
      header: heads.late,
      value: (row) => (row.overdue && row.dueOn ? diffDays(row.dueOn, today()) : null),
    },
  ] as const satisfies readonly Column<PaperRow>[];
}

/** When the last action was done; undefined while one is open. */
function doneOn(row: PaperRow): string | undefined {
  const kept = keptActions(row);
  if (kept.some(({ state }) => state === 'OPEN')) return undefined;
  return kept
    .map(({ doneAt }) => doneAt ?? '')
    .sort()
    .at(-1);
}
