import type { ClausesQuery } from '../graphql/generated/standards/standards';
import { otherTitleOf, titleOf } from '../i18n';
import type { Column } from '../ui/columns';
import type { Words } from './words.vi';

/** A clause with its counterparts in the other editions. */
export type Clause = ClausesQuery['clauseSets'][number]['clauses'][number];

/** The clauses of other editions that a clause answers to: in words, and with their titles. */
export const counterpartsOf = (clause: Clause, t: Words): { words: string; title: string }[] =>
  [...clause.mapsTo.map((mapping) => mapping.to), ...clause.mapsFrom.map((mapping) => mapping.from)]
    .toSorted(
      (a, b) => a.set.code.localeCompare(b.set.code) || a.number.localeCompare(b.number, undefined, { numeric: true }),
    )
    .map((other) => ({
      words: `${t.edition[other.set.code as keyof Words['edition']] ?? other.set.code}: ${other.number}`,
      title: titleOf(other),
    }));

/** How a clause differs from the edition in force. */
export const changeOf = ({ change }: Clause): keyof Words['changes'] => (change ?? 'SAME') as keyof Words['changes'];

/**
 * The clauses of an edition.
 * @param hasChanges an edition that is to come: says what changes, instead of who usually works by a clause
 */
export const clauseColumns = (t: Words, hasChanges: boolean) =>
  [
    { key: 'clause', header: t.clause, value: (clause) => `${clause.number} ${titleOf(clause)}`, primary: true },
    { key: 'other', header: t.other, value: otherTitleOf },
    {
      key: 'maps',
      header: t.maps,
      value: (clause) =>
        counterpartsOf(clause, t)
          .map(({ words }) => words)
          .join('; '),
    },
    hasChanges
      ? { key: 'change', header: t.change, value: (clause) => t.changes[changeOf(clause)] }
      : { key: 'usualUnit', header: t.usualUnit, value: (clause) => clause.usualUnit, deskOnly: true },
  ] as const satisfies readonly Column<Clause>[];
