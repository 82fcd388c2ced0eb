import { limitWords } from '../../api/procedures/rules/index';
import type { ProceduresQuery } from '../graphql/generated/procedures/procedures';
import { said } from '../i18n';
import type { Column } from '../ui/columns';
import type { Words } from './words.vi';

/** A procedure as the list reads it. */
export type ProcedureRow = ProceduresQuery['documents']['nodes'][number];

/** What makes a document a procedure. */
export const procedureOf = (row: ProcedureRow) => row.inForce?.procedure;

/** How many checks of the content forbid that it comes into force. */
export const faultCount = (row: ProcedureRow): number =>
  (row.inForce?.checks ?? []).filter(({ severity }) => severity === 'BLOCKING').length;

function limitOf(row: ProcedureRow): string | undefined {
  const procedure = procedureOf(row);
  return procedure ? said(limitWords({ unit: procedure.limitUnit, value: procedure.limitValue ?? null })) : undefined;
}

/**
 * The list of procedures in force.
 * @param several the reader belongs to several authorities, so that each row names its own
 */
export const procedureColumns = (t: Words, several: boolean) =>
  [
    { key: 'code', header: t.code, value: (row) => row.code, sort: 'CODE', nowrap: true },
    { key: 'title', header: t.name, value: (row) => row.title, sort: 'TITLE', primary: true, width: '13rem' },
    { key: 'field', header: t.field, value: (row) => procedureOf(row)?.field, none: '–', width: '6rem' },
    { key: 'limit', header: t.limit, value: limitOf, none: '–', width: '6rem' },
    { key: 'fee', header: t.fee, value: (row) => procedureOf(row)?.fee ?? t.free, width: '9rem' },
    ...(several
      ? ([
          { key: 'authority', header: t.authority, value: (row: ProcedureRow) => row.authority.name, width: '7rem' },
        ] as const)
      : []),
    {
      key: 'effectiveOn',
      header: t.effectiveOn,
      value: (row) => row.effectiveOn,
      kind: 'date',
      sort: 'EFFECTIVE_ON',
      nowrap: true,
    },
    {
      key: 'check',
      header: t.check,
      value: (row) => (faultCount(row) > 0 ? t.faults(faultCount(row)) : t.noFaults),
    },
  ] as const satisfies readonly Column<ProcedureRow>[];
