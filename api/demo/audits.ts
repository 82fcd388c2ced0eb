import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { signedProgramme } from '../audits/index.js';
import { defaultRoundRules } from '../audits/rules/index.js';
import { NumberSeries, workingCalendar } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { addDays, localDate, type LocalDate } from '../rules/calendar.js';
import { sampleRounds, type PlannedSampleRound } from './audit-plans.js';
import { insertAll, insertInto, insertRows, insertTrail } from './insert.js';
import type { SampleOrganization, SamplePerson, SampleUnit } from './sample-types.js';
import { audited, Book, type InForce, type IssuedFinding, type Setting, moment } from './audit-book.js';
import { writeAudit } from './audit-records.js';

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
  await insertAll(em, audited, book.rows);
  await insertInto(em, 'finding_check_item', book.linesOfFindings);
  await insertTrail(em, book.trail);
  await insertRows(
    em,
    NumberSeries,
    [...new Set(book.rows.Round.map(({ number }) => Number(String(number).slice(3, 7))))].map((year) => ({
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
  await sql`
    update finding set nonconformity_id = n.id
    from nonconformity n
    where n.source = 'AUDIT' and n.source_id = finding.id`.execute(em.getKysely());
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
    select c.*
    from clause c
    join clause_set s on s.id = c.set_id
    where s.is_current`.execute(db);
  const { rows: inForce } = await sql<InForce>`
    select d.id, u.code as authority, d.code, d.title, d.office_kinds[1] as "officeKind",
      (
        select coalesce(array_agg(distinct p.code), '{}')
        from revision h
        join document hd on hd.id = h.document_id
        join person p on p.id = h.drafter_id
          or (p.id = h.reviewer_id and h.reviewed_at is not null)
          or (p.id = h.approver_id and h.approved_at is not null)
        where h.state <> 'DISCARDED'
          and coalesce(hd.copied_from_id, hd.id) = coalesce(d.copied_from_id, d.id)) as "handledBy"
    from document d
    join unit u on u.id = d.authority_id
    join revision r on r.document_id = d.id and r.state = 'EFFECTIVE'
    where d.kind = 'ADMINISTRATIVE_PROCEDURE'
    order by u.code, d.code`.execute(db);
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
  book.add('Round', {
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
        ? [
            'Các đơn vị duy trì hệ thống; tồn tại chủ yếu ở kiểm soát tài liệu và ghi phiếu kiểm soát hồ sơ.',
            'Đề nghị các đơn vị khắc phục đúng hạn và nhân rộng các điểm mạnh.',
          ].join(' ')
        : null,
    reason: null,
    state_since: state === 'CLOSED' ? closed : isApproved ? approved : made,
    version: 4,
  });
  const round = { type: 'Round', id };
  book.record(made, arranger, 'round.create', round, leadAgency);
  if (isApproved) {
    book.record(assigned, arranger, 'round.assign', round, leadAgency);
    book.record(approved, head, 'round.approve', round, leadAgency);
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
    book.record(new Date(closed.getTime() - 5 * 86_400_000), arranger, 'round.report', round, leadAgency);
    book.record(closed, head, 'round.close', round, leadAgency);
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
  book.add('Programme', {
    id: programme.id,
    ...signed,
    lead_agency_id: leadAgency.id,
    state: isClosed ? 'CLOSED' : isApproved ? 'APPROVED' : 'DRAFT',
    approved_at: isApproved ? made : null,
    reason: null,
    state_since: isClosed ? closed : made,
    version: 2,
  });
  book.record(new Date(made.getTime() - 3 * 86_400_000), arranger, 'programme.create', programme, leadAgency);
  if (isApproved) {
    book.record(made, head, 'programme.approve', programme, leadAgency);
    book.sign(made, head, leadAgency, 'approved', programme, signedProgramme(signed));
  }
  if (isClosed) book.record(closed, head, 'programme.close', programme, leadAgency);
  return programme.id;
}

const earliest = (a: LocalDate, b: LocalDate) => (a < b ? a : b);
