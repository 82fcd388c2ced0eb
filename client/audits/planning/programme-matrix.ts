import type { ProgrammePageQuery } from '../../graphql/generated/audits/planning/programmes';
import type { Column } from '../../ui/columns';
import type { Words } from './words.vi';

type Programme = ProgrammePageQuery['programme'];
type Planned = Programme['rounds'][number]['audits'][number];

/** States from which on the audit at the place has happened. */
const held = ['FIELDWORK_DONE', 'REPORTED', 'CLOSED'];

/** The audits of a unit in the year, in one row. */
export interface UnitRow {
  name: string;
  audits: (Planned & { roundNumber: string; roundFrom: string })[];
}

/** A row for each unit that is audited in the year. */
export function matrixRows({ rounds }: Programme): UnitRow[] {
  const rows = new Map<string, UnitRow>();
  for (const round of rounds) {
    for (const audit of round.audits.filter(({ state }) => state !== 'CANCELLED' && round.state !== 'CANCELLED')) {
      const row = rows.get(audit.unit.id) ?? { name: audit.unit.name, audits: [] };
      row.audits.push({ ...audit, roundNumber: round.number, roundFrom: round.from });
      rows.set(audit.unit.id, row);
    }
  }
  return [...rows.values()];
}

/**
 * X where an audit is planned in the month, ● where it was held; one without days stands in the month its
 * round begins.
 */
function markOf(audits: UnitRow['audits'], month: number): string {
  const monthOf = (day: string) => Number(day.slice(5, 7));
  const there = audits.filter(({ dates, roundFrom }) => monthOf(dates[0] ?? roundFrom) === month);
  return there.some(({ state }) => held.includes(state)) ? '●' : there.length > 0 ? 'X' : '';
}

const each = (texts: string[]) => [...new Set(texts)].join(', ');

/** The programme of a year as the matrix of BM.QT.ISO.03.01: a column for each month. */
export const matrixColumns = (t: Words): Column<UnitRow>[] => [
  { key: 'order', header: t.papers.no, value: (_, at) => at + 1 },
  { key: 'unit', header: t.auditee, value: (row) => row.name },
  ...Array.from({ length: 12 }, (_, index) => ({
    key: `month${index + 1}`,
    header: String(index + 1),
    value: (row: UnitRow) => markOf(row.audits, index + 1),
  })),
  {
    key: 'focus',
    header: t.papers.focus,
    value: ({ audits }) => each(audits.flatMap(({ procedures }) => procedures.map(({ code }) => code))),
  },
  { key: 'priority', header: t.papers.priority, value: () => '' },
  { key: 'rounds', header: t.papers.note, value: ({ audits }) => each(audits.map(({ roundNumber }) => roundNumber)) },
];
