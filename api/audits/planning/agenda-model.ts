import { readTable } from '../../platform/tsv.js';
import { Refusal, type Wording } from '../../rules/refusal.js';
import { buildAgenda, compareClauses, parseAgendaTemplate, runsPastMidnight } from '../rules/planning/index.js';
import type { AgendaItem, Audit } from './audit.js';
import type { AuditLength } from './kinds.js';

const tooLate: Wording = {
  vi: 'Bắt đầu vào giờ này thì lịch mẫu kéo sang ngày hôm sau. Hãy chọn giờ bắt đầu sớm hơn.',
  en: 'With this starting time the model agenda would run into the next day. Choose an earlier one.',
};

const model = parseAgendaTemplate(readTable('api/audits/data/audit-day-agenda.tsv'));

/** The clauses on the model agenda of a length, in order. */
export function modelClauses(length: AuditLength): string[] {
  return [...new Set(model.filter(({ agenda }) => agenda === length).flatMap(({ clauses }) => clauses))].sort(
    compareClauses,
  );
}

/**
 * The model agenda for each day of an audit, with opening and closing meeting.
 * @throws Refusal INVALID_INPUT if it begins so late that it would end on the next day
 */
export function modelAgenda({ dates, length, startTime }: Pick<Audit, 'dates' | 'length' | 'startTime'>): AgendaItem[] {
  if (dates.some((date) => runsPastMidnight(model, length, { date, start: startTime })))
    throw new Refusal('INVALID_INPUT', tooLate, { field: 'startTime' });
  return dates.flatMap((date) => buildAgenda(model, length, { date, start: startTime })).map(agendaItem);
}

/** A line of an agenda as it is kept, without what else the value carries. */
export const agendaItem = ({ date, from, to, track, activity, unitKind, clauses }: AgendaItem): AgendaItem => ({
  date,
  from,
  to,
  track,
  activity,
  unitKind,
  clauses,
});

/** The office kind at which the model agenda checks a clause. */
export function usualOffice(clause: string): string | undefined {
  return model.find(
    ({ clauses, unitKind }) => clauses.includes(clause) && unitKind !== 'PEOPLES_COMMITTEE' && unitKind !== 'ANY',
  )?.unitKind;
}
