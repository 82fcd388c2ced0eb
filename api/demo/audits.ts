import { workingCalendar } from '../organization/index.js';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { modelAgenda, modelClauses, signedProgramme } from '../audits/index.js';
import {
  answerDueOn,
  defaultRoundRules,
  grantsUntil,
  raisesNonconformity,
  type AuditState,
  type ClauseFacts,
  type FindingState,
} from '../audits/rules/index.js';
import { newId } from '../platform/ids.js';
import { addDays, localDate, showDate, startOfDay, type LocalDate } from '../rules/calendar.js';
import { contentHash } from '../trail/index.js';
import { sampleRounds, type PlannedSampleAudit, type PlannedSampleRound } from './audit-plans.js';
import { sampleSheet, type SampleLine } from './audit-sheets.js';
import { insertRows, insertTrail, type PastEvent } from './insert.js';
import type { SampleOrganization, SamplePerson, SampleUnit } from './sample-types.js';

/** A minor or major finding of a closed audit: the sample's nonconformities are made from these. */
export interface IssuedFinding {
  findingId: string;
  auditId: string;
  auditNumber: string;
  authority: SampleUnit;
  unit: SampleUnit;
  severity: 'MAJOR' | 'MINOR';
  requirement: string;
  evidence: string;
  gap: string;
  clauseId: string | null;
  clauseNumber: string;
  detectedBy: SamplePerson;
  issuedAt: Date;
}

/** A procedure in force that audits may look at, and who took part in issuing it or its original. */
interface InForce {
  id: string;
  authority: string;
  code: string;
  title: string;
  officeKind: string | null;
  handledBy: string[];
}

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

/** Everything that is written, table by table. */
class Book {
  readonly rows: Record<string, Record<string, unknown>[]> = {
    programme: [],
    round: [],
    audit: [],
    team_member: [],
    audit_procedure: [],
    check_item: [],
    finding: [],
    finding_check_item: [],
    signature: [],
    role_grant: [],
  };
  readonly trail: PastEvent[] = [];
  readonly issued: IssuedFinding[] = [];

  add(table: string, row: Record<string, unknown>): void {
    this.rows[table]!.push(row);
  }

  /** An event of a person, or of the system. */
  tell(
    at: Date,
    actor: SamplePerson | null,
    verb: string,
    subject: { type: string; id: string },
    place: SampleUnit,
    reason?: string,
  ): void {
    this.trail.push({
      at,
      actor,
      verb,
      subjectType: subject.type,
      subjectId: subject.id,
      unitId: place.id,
      authorityId: place.id,
      reason: reason ?? null,
    });
  }

  /** @param content what was signed, where it is known here; what is written later is signed at the end (audit-signatures.ts) */
  sign(
    at: Date,
    by: SamplePerson,
    place: SampleUnit,
    part: string,
    subject: { type: string; id: string },
    content?: object,
  ): void {
    this.add('signature', {
      id: newId(at),
      person_id: by.id,
      person_name: by.fullName,
      person_title: `${by.title}, ${place.name}`,
      part,
      subject_type: subject.type,
      subject_id: subject.id,
      content_hash: content ? contentHash(content) : '',
      at,
    });
  }
}

interface Setting {
  organization: SampleOrganization;
  leadAgency: SampleUnit;
  clauses: Map<string, string>;
  clauseFacts: ClauseFacts[];
  clauseSetId: string;
  inForce: InForce[];
  now: Date;
}

/**
 * Audits of the sample province: last year's round, this year's under way in every state, next
 * year's in preparation. Dates are counted from `now`.
 * @returns the findings from which nonconformities are to be made; see {@link linkNonconformities}
 */
export async function sampleAudits(
  em: SqlEntityManager,
  organization: SampleOrganization,
  now: Date,
): Promise<IssuedFinding[]> {
  const setting = await settingOf(em, organization, now);
  const book = new Book();
  let previous: string | null = null;
  for (const round of sampleRounds(localDate(now), (code) => organization.units.get(code)?.receptionWeekday ?? null))
    previous = writeRound(book, setting, round, previous);
  for (const [table, rows] of Object.entries(book.rows)) if (rows.length > 0) await insertRows(em, table, rows);
  await insertTrail(em, book.trail);
  await insertRows(
    em,
    'number_series',
    [...new Set(book.rows['round']!.map(({ number }) => Number(String(number).slice(3, 7))))].map((year) => ({
      authority_id: setting.leadAgency.id,
      series: 'DG',
      year,
      last: 1,
    })),
  );
  return book.issued;
}

/** Ties the sample's nonconformities to the findings they were made from. */
export async function linkNonconformities(em: SqlEntityManager): Promise<void> {
  await sql`update finding set nonconformity_id = n.id from nonconformity n where n.source = 'AUDIT' and n.source_id = finding.id`.execute(
    em.getKysely(),
  );
}

async function settingOf(em: SqlEntityManager, organization: SampleOrganization, now: Date): Promise<Setting> {
  const db = em.getKysely();
  const { rows: clauses } = await sql<{
    id: string;
    set_id: string;
    number: string;
    title: string;
    title_en: string;
    is_leaf: boolean;
    is_auditable: boolean;
  }>`
    select c.* from clause c join clause_set s on s.id = c.set_id where s.is_current`.execute(db);
  const { rows: inForce } = await sql<InForce>`
    select d.id, u.code as authority, d.code, d.title, d.office_kinds[1] as "officeKind",
      (select coalesce(array_agg(distinct p.code), '{}') from revision h join document hd on hd.id = h.document_id
        join person p on p.id = h.drafter_id or (p.id = h.reviewer_id and h.reviewed_at is not null) or (p.id = h.approver_id and h.approved_at is not null)
        where h.state <> 'DISCARDED' and coalesce(hd.copied_from_id, hd.id) = coalesce(d.copied_from_id, d.id)) as "handledBy"
    from document d join unit u on u.id = d.authority_id join revision r on r.document_id = d.id and r.state = 'EFFECTIVE'
    where d.kind = 'ADMINISTRATIVE_PROCEDURE' order by u.code, d.code`.execute(db);
  return {
    organization,
    now,
    inForce,
    leadAgency: organization.units.get('LH-KHCN')!,
    clauseSetId: clauses[0]!.set_id,
    clauses: new Map(clauses.map(({ id, number }) => [number, id])),
    clauseFacts: clauses.map(({ number, title, title_en, is_leaf, is_auditable }) => ({
      number,
      titleVi: title,
      titleEn: title_en,
      leaf: is_leaf,
      auditable: is_auditable,
    })),
  };
}

/** Eight in the morning of a day, and so many minutes. */
const moment = (day: LocalDate, minutes = 0) => new Date(startOfDay(day).getTime() + (8 * 60 + minutes) * 60_000);
const before = (at: Date, now: Date) => (at < now ? at : new Date(now.getTime() - 1_800_000));

function writeRound(book: Book, setting: Setting, plan: PlannedSampleRound, previous: string | null): string {
  const { organization, leadAgency, clauseSetId, now } = setting;
  const [head, arranger] = [organization.people.get('P001')!, organization.people.get('P005')!];
  const isFirst = previous === null;
  const madeOn = earliest(addDays(plan.from, -30), addDays(localDate(now), -12));
  const [made, assigned, approved] = [moment(madeOn), moment(addDays(madeOn, 9), 60), moment(addDays(madeOn, 11), 120)];
  const isApproved = plan.state !== 'PREPARING';
  const closed = moment(workingCalendar.onOrAfter(addDays(plan.to, 20)), 90);
  const id = newId(made);
  const number = `DG-${plan.year}-01`;
  const programmeId = writeProgramme(book, plan, { leadAgency, head, arranger, made, closed });
  const state = plan.state;
  book.add('round', {
    id,
    programme_id: programmeId,
    kind: 'CROSS',
    number,
    title: plan.title,
    lead_agency_id: leadAgency.id,
    from_date: plan.from,
    to_date: plan.to,
    clause_set_id: clauseSetId,
    settings: defaultRoundRules(isFirst),
    plan_version: isApproved ? 1 : 0,
    state,
    repair: null,
    previous_id: previous,
    approved_at: isApproved ? approved : null,
    conclusion:
      state === 'CLOSED'
        ? 'Các đơn vị duy trì hệ thống; tồn tại chủ yếu ở kiểm soát tài liệu và ghi phiếu kiểm soát hồ sơ. Đề nghị các đơn vị khắc phục đúng hạn và nhân rộng các điểm mạnh.'
        : null,
    reason: null,
    state_since: state === 'CLOSED' ? closed : isApproved ? approved : made,
    version: 4,
  });
  const round = { type: 'Round', id };
  book.tell(made, arranger, 'round.create', round, leadAgency);
  if (isApproved) {
    book.tell(assigned, arranger, 'round.assign', round, leadAgency);
    book.tell(approved, head, 'round.approve', round, leadAgency);
    book.sign(approved, head, leadAgency, 'approved', round);
  }
  plan.audits.forEach((audit, index) =>
    writeAudit(
      book,
      setting,
      {
        roundId: id,
        number: `${number}-${String(index + 1).padStart(2, '0')}`,
        position: index + 1,
        seed: index + plan.year * 5,
      },
      audit,
      made,
    ),
  );
  if (state === 'CLOSED') {
    book.tell(new Date(closed.getTime() - 5 * 86_400_000), arranger, 'round.report', round, leadAgency);
    book.tell(closed, head, 'round.close', round, leadAgency);
    book.sign(closed, head, leadAgency, 'closed', round);
  }
  return id;
}

interface YearOfAudits {
  leadAgency: SampleUnit;
  head: SamplePerson;
  arranger: SamplePerson;
  made: Date;
  closed: Date;
}

/** The programme of the year, approved and signed before its round was arranged. @returns its id */
function writeProgramme(
  book: Book,
  plan: PlannedSampleRound,
  { leadAgency, head, arranger, made, closed }: YearOfAudits,
): string {
  const programme = { type: 'Programme', id: newId(made) };
  const isApproved = plan.state !== 'PREPARING';
  const isClosed = plan.state === 'CLOSED';
  const signed = {
    year: plan.year,
    edition: 1,
    title: `Chương trình đánh giá nội bộ năm ${plan.year}`,
    purpose:
      'Xác nhận HTQLCL của các xã, phường phù hợp TCVN ISO 9001:2015 và các yêu cầu đã công bố; tìm cơ hội cải tiến phục vụ người dân.',
    scope:
      'Toàn bộ 12 xã, phường; trọng tâm: tiếp nhận và trả kết quả, kiểm soát tài liệu, khắc phục sự không phù hợp của kỳ trước.',
  };
  book.add('programme', {
    id: programme.id,
    ...signed,
    lead_agency_id: leadAgency.id,
    state: isClosed ? 'CLOSED' : isApproved ? 'APPROVED' : 'DRAFT',
    approved_at: isApproved ? made : null,
    reason: null,
    state_since: isClosed ? closed : made,
    version: 2,
  });
  book.tell(new Date(made.getTime() - 3 * 86_400_000), arranger, 'programme.create', programme, leadAgency);
  if (isApproved) {
    book.tell(made, head, 'programme.approve', programme, leadAgency);
    book.sign(made, head, leadAgency, 'approved', programme, signedProgramme(signed));
  }
  if (isClosed) book.tell(closed, head, 'programme.close', programme, leadAgency);
  return programme.id;
}

const earliest = (a: LocalDate, b: LocalDate) => (a < b ? a : b);

interface Place {
  roundId: string;
  number: string;
  position: number;
  seed: number;
}

function writeAudit(
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
  book.add('audit', {
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
      ? `Họp khai mạc lúc 7 giờ 30 ngày ${showDate(day)} tại ${auditee.name}. Trưởng đoàn giới thiệu đoàn, phạm vi, cách làm việc; đơn vị cử người dẫn đoàn.`
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
    book.add('team_member', {
      id: newId(made),
      audit_id: id,
      person_id: person.id,
      part: team.length === 2 && index === 1 ? 'AUDITOR' : parts[index],
      position: index,
    }),
  );
  for (const procedure of chosenOnce)
    book.add('audit_procedure', {
      id: newId(at.plan),
      audit_id: id,
      document_id: procedure.id,
      code: procedure.code,
      title: procedure.title,
    });
  const [lead] = team;
  if (!lead || !reached('ANNOUNCED')) return;
  book.tell(at.plan, lead, 'audit.plan', subject, auditee);
  book.tell(at.announce, lead, 'audit.announce', subject, auditee);
  team.forEach((person, index) =>
    book.add('role_grant', {
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
    book.tell(at.confirm, isoHead, 'audit.confirmPlan', subject, auditee);
    book.sign(at.confirm, isoHead, auditee, 'planConfirmed', subject);
  }
  if (!reached('IN_PROGRESS')) return;
  book.tell(at.open, lead, 'audit.open', subject, auditee);
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
  if (reached('FIELDWORK_DONE')) book.tell(at.finish, lead, 'audit.finishFieldwork', subject, auditee);
  if (reached('REPORTED')) {
    book.tell(at.report, lead, 'audit.report', subject, auditee);
    book.sign(at.report, lead, organization.units.get(lead.unitCode)!, 'lead', subject);
  }
  if (reached('CLOSED')) {
    book.tell(at.accept, isoHead, 'audit.accept', subject, auditee);
    book.sign(at.accept, isoHead, auditee, 'auditee', subject);
  }
}

const reportOf = (auditee: SampleUnit) => ({
  performance: 'Cuộc đánh giá đúng ngày, đúng phạm vi; đơn vị bố trí đủ người làm việc với đoàn.',
  strengths: `Lãnh đạo ${auditee.name} trực tiếp làm việc với đoàn; bộ phận một cửa niêm yết rõ ràng, thái độ phục vụ tốt.`,
  recommendations: 'Rà soát danh mục tài liệu mỗi quý; ghi giờ giao nhận ngay khi chuyển bước.',
  previousActions: 'Các phiếu KPH kỳ trước đã khắc phục, một phiếu đang chờ kiểm tra hiệu lực.',
  conclusion:
    'HTQLCL của đơn vị phù hợp TCVN ISO 9001:2015 và được duy trì có hiệu lực, trừ các điểm đã nêu trong phiếu phát hiện.',
});

interface AuditOfSheet {
  id: string;
  number: string;
  auditee: SampleUnit;
  team: SamplePerson[];
  at: Record<'open' | 'finish' | 'report' | 'accept', Date>;
  state: AuditState;
  isoHead: SamplePerson;
}

function writeSheet(book: Book, setting: Setting, audit: AuditOfSheet, sheet: SampleLine[]): void {
  const offices = [...setting.organization.units.values()].filter(
    ({ parentCode }) => parentCode === audit.auditee.code,
  );
  let count = 0;
  for (const line of sheet) {
    const author = audit.team[line.position % audit.team.length]!;
    const at = before(new Date(audit.at.open.getTime() + line.position * 4 * 60_000), setting.now);
    const id = newId(at);
    const unit = offices.find(({ officeKind }) => officeKind === line.officeKind);
    const isWritten = line.result !== 'NOT_CHECKED' || line.reasonNotChecked !== null;
    book.add('check_item', {
      id,
      audit_id: audit.id,
      position: line.position,
      key: line.key,
      clause_id: line.clauseNumber ? setting.clauses.get(line.clauseNumber) : null,
      procedure_id: line.procedureId,
      procedure_code: line.procedureId
        ? setting.inForce.find(({ id: documentId }) => documentId === line.procedureId)!.code
        : null,
      step_code: null,
      unit_id: unit?.id ?? null,
      question: line.question,
      samples: line.samples,
      result: line.result,
      reason_not_checked: line.reasonNotChecked,
      evidence: line.evidence,
      by_id: isWritten ? author.id : null,
      at: isWritten ? at : null,
      version: isWritten ? 2 : 1,
    });
    if (line.finding)
      writeFinding(
        book,
        setting,
        { ...audit, lineId: id, position: (count += 1), author, unit: unit ?? audit.auditee, foundAt: at },
        line,
      );
  }
}

/** How far the findings of an audit in a state are, by their number. */
function findingState(state: AuditState, position: number): FindingState {
  if (state === 'CLOSED') return 'ISSUED';
  if (state === 'REPORTED') return 'ACKNOWLEDGED';
  if (state === 'FIELDWORK_DONE') return (['SHOWN', 'ACKNOWLEDGED', 'DISPUTED', 'SHOWN'] as const)[(position - 1) % 4]!;
  return (['DRAFT', 'SENT', 'AGREED', 'DRAFT'] as const)[(position - 1) % 4]!;
}

function writeFinding(
  book: Book,
  setting: Setting,
  audit: AuditOfSheet & { lineId: string; position: number; author: SamplePerson; unit: SampleUnit; foundAt: Date },
  line: SampleLine,
): void {
  const { category, clauseNumber, requirement, evidence, gap } = line.finding!;
  const { now } = setting;
  const state = findingState(audit.state, audit.position);
  const isShown = ['SHOWN', 'DISPUTED', 'ACKNOWLEDGED', 'ISSUED'].includes(state);
  const isAgreed = isShown || state === 'AGREED';
  const id = newId(audit.foundAt);
  const [lead, second] = audit.team;
  const agrees = audit.author === lead ? second! : lead!;
  const minutes = (count: number) => before(new Date(audit.foundAt.getTime() + count * 60_000), now);
  const [sentAt, agreedAt, shownAt] = [minutes(10), minutes(60), minutes(90)];
  const answeredAt = before(new Date(shownAt.getTime() + 26 * 3_600_000), now);
  const isAnswered = ['DISPUTED', 'ACKNOWLEDGED', 'ISSUED'].includes(state);
  const answer =
    state === 'DISPUTED'
      ? 'Đơn vị có thực hiện nhưng hồ sơ đang lưu ở phòng khác, chưa kịp xuất trình trong buổi đánh giá; đề nghị đoàn xem bản sao đã gửi.'
      : audit.position % 2 === 0
        ? 'Đơn vị nhất trí và sẽ khắc phục.'
        : null;
  const since: Record<string, Date> = {
    DRAFT: audit.foundAt,
    SENT: sentAt,
    AGREED: agreedAt,
    SHOWN: shownAt,
    DISPUTED: answeredAt,
    ACKNOWLEDGED: answeredAt,
    ISSUED: audit.at.accept,
  };
  book.add('finding', {
    id,
    audit_id: audit.id,
    position: audit.position,
    category,
    clause_id: setting.clauses.get(clauseNumber),
    procedure_id: null,
    procedure_code: null,
    step_code: null,
    unit_id: audit.unit.id,
    requirement,
    evidence,
    gap,
    author_id: audit.author.id,
    detected_on: localDate(audit.foundAt),
    state,
    agreed_by_id: isAgreed ? agrees.id : null,
    agreed_at: isAgreed ? agreedAt : null,
    shown_at: isShown ? shownAt : null,
    answer_due_on: isShown ? answerDueOn(localDate(shownAt), workingCalendar) : null,
    answer: isAnswered ? answer : null,
    answered_by_id: isAnswered ? audit.isoHead.id : null,
    answered_at: isAnswered ? answeredAt : null,
    by_silence: false,
    upheld: false,
    reason: null,
    nonconformity_id: null,
    state_since: since[state],
    version: 3,
  });
  book.add('finding_check_item', { finding_id: id, check_item_id: audit.lineId });
  const subject = { type: 'Finding', id };
  book.tell(audit.foundAt, audit.author, 'finding.write', subject, audit.auditee);
  if (state !== 'DRAFT') book.tell(sentAt, audit.author, 'finding.send', subject, audit.auditee);
  if (isAgreed) book.tell(agreedAt, agrees, 'finding.agree', subject, audit.auditee);
  if (isShown) book.tell(shownAt, lead!, 'finding.show', subject, audit.auditee);
  if (isAnswered)
    book.tell(
      answeredAt,
      audit.isoHead,
      state === 'DISPUTED' ? 'finding.dispute' : 'finding.acknowledge',
      subject,
      audit.auditee,
      state === 'DISPUTED' ? answer! : undefined,
    );
  if (state !== 'ISSUED') return;
  book.tell(audit.at.accept, audit.isoHead, 'finding.issue', subject, audit.auditee);
  if (!raisesNonconformity(category)) return;
  book.issued.push({
    findingId: id,
    auditId: audit.id,
    auditNumber: audit.number,
    authority: audit.auditee,
    unit: audit.unit,
    severity: category,
    requirement,
    evidence,
    gap,
    clauseId: setting.clauses.get(clauseNumber) ?? null,
    clauseNumber,
    detectedBy: audit.author,
    issuedAt: audit.at.accept,
  });
}
