import type { SheetQuery } from '../../graphql/generated/audits/fieldwork/sheet';
import { formatDate } from '../../i18n';
import type { Column } from '../../ui/columns';
import { auditorsOf, representativesOf } from './groups';
import type { AuditOfPage } from '../people';
import type { Words } from './words.vi';

type AgendaLine = AuditOfPage['agenda'][number];
type Member = AuditOfPage['members'][number];
type SheetLine = SheetQuery['audit']['checkItems'][number];

const agendaParts = (t: Words, audit: AuditOfPage) =>
  ({
    activity: { key: 'activity', header: t.audit.activity, value: (line) => line.activity },
    representative: {
      key: 'representative',
      header: t.papers.representative,
      value: (line) => representativesOf(audit, line),
    },
    auditors: {
      key: 'auditors',
      header: t.papers.auditors,
      value: (line) => auditorsOf(audit, line, t.audit.everyone),
    },
    clauses: { key: 'clauses', header: t.audit.clausesShort, value: (line) => line.clauses.join(', ') },
  }) as const satisfies Record<string, Column<AgendaLine>>;

/** The agenda of one day of an audit. */
export function agendaColumns(t: Words, audit: AuditOfPage) {
  const { activity, representative, auditors, clauses } = agendaParts(t, audit);
  return [
    {
      key: 'time',
      header: t.audit.time,
      value: (line) => `${line.from}–${line.to}`,
      primary: true,
      nowrap: true,
    },
    activity,
    representative,
    auditors,
    clauses,
  ] as const satisfies readonly Column<AgendaLine>[];
}

/** The agenda as the paper form BM.QT.ISO.03.02 has it: all days in one table. */
export function agendaPaperColumns(t: Words, audit: AuditOfPage) {
  const { activity, representative, auditors, clauses } = agendaParts(t, audit);
  return [
    {
      key: 'time',
      header: t.papers.dayTime,
      value: (line) => `${formatDate(line.date)} ${line.from}–${line.to}`,
    },
    representative,
    { ...activity, header: t.papers.content },
    clauses,
    auditors,
  ] as const satisfies readonly Column<AgendaLine>[];
}

/** The team in the form BM.QT.ISO.03.02. */
export const teamPaperColumns = (t: Words) =>
  [
    { key: 'order', header: t.papers.no, value: (_, at) => at + 1 },
    { key: 'name', header: t.papers.fullName, value: (member) => member.person.fullName },
    {
      key: 'post',
      header: t.papers.post,
      value: ({ person: { currentPost: post } }) =>
        [post?.title, post?.unit.authority?.name ?? post?.unit.name].filter(Boolean).join(', '),
    },
    { key: 'part', header: t.papers.role, value: (member) => t.part[member.part] },
    { key: 'track', header: t.papers.sign, value: (member) => member.track },
  ] as const satisfies readonly Column<Member>[];

/** The evidence of a line, its samples and how many files it has, a line each. */
export const evidenceOf = (t: Words, { evidence, samples, attachments }: SheetLine): string =>
  [evidence, samples.join(', '), attachments.length > 0 && t.files.count(attachments.length)]
    .filter(Boolean)
    .join('\n');

/** The work sheet as the paper form BM.QT.ISO.03.03. */
export const sheetPaperColumns = (t: Words) =>
  [
    { key: 'order', header: t.papers.no, value: (line) => line.position },
    {
      key: 'about',
      header: t.audit.clausesShort,
      value: (line) => line.clause?.number ?? line.procedureCode,
    },
    { key: 'question', header: t.sheet.question, value: (line) => line.question },
    {
      key: 'evidence',
      header: t.sheet.evidence,
      value: (line) => evidenceOf(t, line),
    },
    {
      key: 'result',
      header: t.papers.remark,
      value: (line) => (line.result === 'NOT_CHECKED' ? '' : t.sheet.result[line.result]),
    },
    {
      key: 'remarks',
      header: t.papers.note,
      value: (line) => [line.reasonNotChecked, line.unit?.name, line.by?.fullName].filter(Boolean).join('; '),
    },
  ] as const satisfies readonly Column<SheetLine>[];
