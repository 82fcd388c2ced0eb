import { readTable } from '../../platform/tsv.js';
import { buildAgenda, compareClauses, parseAgendaTemplate } from '../rules/planning/index.js';
import type { AgendaItem, Audit } from './audit.js';
import type { AuditLength } from './kinds.js';

const model = parseAgendaTemplate(readTable('api/audits/data/audit-day-agenda.tsv'));

/** The clauses that the model agenda of a length goes through, in order. */
export function modelClauses(length: AuditLength): string[] {
  return [...new Set(model.filter(({ agenda }) => agenda === length).flatMap(({ clauses }) => clauses))].sort(
    compareClauses,
  );
}

/** The model agenda for the days of an audit: opening and closing on each day it is on. */
export function modelAgenda({ dates, length, startTime }: Pick<Audit, 'dates' | 'length' | 'startTime'>): AgendaItem[] {
  return dates
    .flatMap((date) => buildAgenda(model, length, { date, start: startTime }))
    .map(({ from, to, track, activity, unitKind, clauses, date }) => ({
      date,
      from,
      to,
      track,
      activity,
      unitKind,
      clauses,
    }));
}

/** The office kind that the model agenda asks about a clause. */
export function usualOffice(clause: string): string | undefined {
  return model.find(
    ({ clauses, unitKind }) => clauses.includes(clause) && unitKind !== 'PEOPLES_COMMITTEE' && unitKind !== 'ANY',
  )?.unitKind;
}
