import { modelAgenda, modelClauses } from '../audits/index.js';
import { grantsUntil, type AuditState } from '../audits/rules/index.js';
import { workingCalendar } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { addDays, localDate, showDate } from '../rules/calendar.js';
import type { PlannedSampleAudit } from './audit-plans.js';
import { sampleSheet } from './audit-sheets.js';
import type { SampleUnit } from './sample-types.js';
import { type Book, type Setting, before, moment } from './audit-book.js';
import { writeSheet } from './audit-findings.js';

const order: AuditState[] = [
  'PLANNED',
  'ANNOUNCED',
  'CONFIRMED',
  'IN_PROGRESS',
  'FIELDWORK_DONE',
  'REPORTED',
  'CLOSED',
];

const parts = ['LEAD', 'AUDITOR', 'SECRETARY'];

interface Place {
  roundId: string;
  number: string;
  position: number;
  seed: number;
}

/** Writes an audit with its team, its roles and what happened to it, as far as its state says. */
export function writeAudit(
  book: Book,
  setting: Setting,
  { roundId, number, position, seed }: Place,
  plan: PlannedSampleAudit,
  made: Date,
): void {
  const { organization, now } = setting;
  const auditee = organization.units.get(plan.auditee)!;
  const team = plan.team.map((code) => organization.people.get(code)!);
  const people = [...organization.people.values()];
  const isoHead = people.find((person) => person.unitCode === plan.auditee && person.roles.includes('ISO_HEAD'))!;
  const reached = (state: AuditState) => order.indexOf(plan.state) >= order.indexOf(state);
  const id = newId(made);
  const subject = { type: 'Audit', id };
  const day = plan.dates[0] ?? localDate(now);
  const past = (days: number, minutes = 0) =>
    before(moment(workingCalendar.onOrBefore(addDays(day, days)), minutes), now);
  const later = (days: number, minutes = 0) => before(moment(workingCalendar.addWorkingDays(day, days), minutes), now);
  const at = {
    plan: past(-15, 30),
    announce: past(-14),
    confirm: past(-9, 200),
    open: past(0),
    finish: past(0, 230),
    report: later(3, 90),
    accept: later(6, 60),
  };
  const scope = modelClauses('HALF_DAY');
  const planned = reached('ANNOUNCED') || plan.state === 'PLANNED';
  const procedures = setting.inForce.filter(
    ({ authority, handledBy }) => authority === plan.auditee && !handledBy.some((code) => plan.team.includes(code)),
  );
  const chosen = reached('ANNOUNCED')
    ? [0, 1, 2].flatMap((step) => procedures[(seed * 5 + step * 11) % Math.max(1, procedures.length)] ?? [])
    : [];
  const chosenOnce = [...new Map(chosen.map((procedure) => [procedure.id, procedure])).values()];
  const since: Record<string, Date> = {
    PLANNED: made,
    ANNOUNCED: at.announce,
    CONFIRMED: at.confirm,
    IN_PROGRESS: at.open,
    FIELDWORK_DONE: at.finish,
    REPORTED: at.report,
    CLOSED: at.accept,
  };
  book.add('Audit', {
    id,
    round_id: roundId,
    number,
    position,
    authority_id: auditee.id,
    unit_id: auditee.id,
    state: plan.state,
    dates: plan.dates,
    length: 'HALF_DAY',
    start_time: '07:30',
    appointed_by_id: team.length > 0 ? organization.people.get('P005')!.id : null,
    scope_clauses: planned ? scope : [],
    agenda: reached('ANNOUNCED') ? modelAgenda({ dates: plan.dates, length: 'HALF_DAY', startTime: '07:30' }) : [],
    opening_minutes: reached('IN_PROGRESS')
      ? [
          `Họp khai mạc lúc 7 giờ 30 ngày ${showDate(day)} tại ${auditee.name}.`,
          'Trưởng đoàn giới thiệu đoàn, phạm vi, cách làm việc; đơn vị cử người dẫn đoàn.',
        ].join(' ')
      : null,
    team_agreement: reached('FIELDWORK_DONE')
      ? 'Đoàn đã xem từng phát hiện cùng bằng chứng và thống nhất phân loại trước khi trao đổi với đơn vị.'
      : null,
    closing_minutes: reached('FIELDWORK_DONE')
      ? `Họp kết thúc ngày ${showDate(day)}: trưởng đoàn trình bày các phát hiện, đơn vị ghi nhận và sẽ trả lời trong 5 ngày làm việc.`
      : null,
    report: reached('REPORTED')
      ? reportOf(auditee)
      : { performance: '', strengths: '', recommendations: '', previousActions: '', conclusion: '' },
    announced_at: reached('ANNOUNCED') ? at.announce : null,
    opened_at: reached('IN_PROGRESS') ? at.open : null,
    reported_at: reached('REPORTED') ? at.report : null,
    closed_at: reached('CLOSED') ? at.accept : null,
    reason: null,
    state_since: since[plan.state],
    version: 1 + order.indexOf(plan.state),
  });
  team.forEach((person, index) =>
    book.add('TeamMember', {
      id: newId(made),
      audit_id: id,
      person_id: person.id,
      part: team.length === 2 && index === 1 ? 'AUDITOR' : parts[index],
      position: index,
    }),
  );
  for (const procedure of chosenOnce)
    book.add('AuditProcedure', {
      id: newId(at.plan),
      audit_id: id,
      document_id: procedure.id,
      code: procedure.code,
      title: procedure.title,
    });
  const [lead] = team;
  if (!lead || !reached('ANNOUNCED')) return;
  book.record(at.plan, lead, 'audit.plan', subject, auditee);
  book.record(at.announce, lead, 'audit.announce', subject, auditee);
  team.forEach((person, index) =>
    book.add('RoleGrant', {
      id: newId(at.announce),
      person_id: person.id,
      role: index === 0 ? 'AUDIT_LEAD' : 'AUDIT_TEAM',
      unit_id: auditee.id,
      from_date: localDate(at.announce),
      to_date: reached('CLOSED') ? grantsUntil(localDate(at.accept)) : null,
      reason: number,
      given_by: id,
    }),
  );
  if (reached('CONFIRMED')) {
    book.record(at.confirm, isoHead, 'audit.confirmPlan', subject, auditee);
    book.sign(at.confirm, isoHead, auditee, 'planConfirmed', subject);
  }
  if (!reached('IN_PROGRESS')) return;
  book.record(at.open, lead, 'audit.open', subject, auditee);
  const sheet = sampleSheet({
    clauses: setting.clauseFacts,
    scope,
    procedures: chosenOnce.map(({ id: documentId, code, title, officeKind }) => ({
      id: documentId,
      code,
      title,
      officeKind: officeKind ?? undefined,
    })),
    auditee,
    day,
    seed,
    findings: 3 + (seed % 3),
    answered: plan.state === 'IN_PROGRESS' ? 0.55 : 1,
  });
  writeSheet(book, setting, { id, number, auditee, team, at, state: plan.state, isoHead }, sheet);
  if (reached('FIELDWORK_DONE')) book.record(at.finish, lead, 'audit.finishFieldwork', subject, auditee);
  if (reached('REPORTED')) {
    book.record(at.report, lead, 'audit.report', subject, auditee);
    book.sign(at.report, lead, organization.units.get(lead.unitCode)!, 'lead', subject);
  }
  if (reached('CLOSED')) {
    book.record(at.accept, isoHead, 'audit.accept', subject, auditee);
    book.sign(at.accept, isoHead, auditee, 'auditee', subject);
  }
}

const reportOf = ({ name }: SampleUnit) => ({
  performance: 'Cuộc đánh giá đúng ngày, đúng phạm vi; đơn vị bố trí đủ người làm việc với đoàn.',
  strengths: `Lãnh đạo ${name} trực tiếp làm việc với đoàn; bộ phận một cửa niêm yết rõ ràng, thái độ phục vụ tốt.`,
  recommendations: 'Rà soát danh mục tài liệu mỗi quý; ghi giờ giao nhận ngay khi chuyển bước.',
  previousActions: 'Các phiếu KPH kỳ trước đã khắc phục, một phiếu đang chờ kiểm tra hiệu lực.',
  conclusion:
    'HTQLCL của đơn vị phù hợp TCVN ISO 9001:2015 và được duy trì có hiệu lực, trừ các điểm đã nêu trong phiếu phát hiện.',
});
