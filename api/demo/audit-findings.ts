import { answerDueOn, raisesNonconformity, type AuditState, type FindingState } from '../audits/rules/index.js';
import { workingCalendar } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { localDate } from '../rules/calendar.js';
import type { SampleLine } from './audit-sheets.js';
import type { SamplePerson, SampleUnit } from './sample-types.js';
import { type Book, type Setting, before } from './audit-book.js';

interface AuditOfSheet {
  id: string;
  number: string;
  auditee: SampleUnit;
  team: SamplePerson[];
  at: Record<'open' | 'finish' | 'report' | 'accept', Date>;
  state: AuditState;
  isoHead: SamplePerson;
}

/** Writes the work sheet of an audit, and the findings that come from its lines. */
export function writeSheet(book: Book, setting: Setting, audit: AuditOfSheet, sheet: SampleLine[]): void {
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
    book.add('CheckItem', {
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
  book.add('Finding', {
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
  book.linesOfFindings.push({ finding_id: id, check_item_id: audit.lineId });
  const subject = { type: 'Finding', id };
  book.record(audit.foundAt, audit.author, 'finding.write', subject, audit.auditee);
  if (state !== 'DRAFT') book.record(sentAt, audit.author, 'finding.send', subject, audit.auditee);
  if (isAgreed) book.record(agreedAt, agrees, 'finding.agree', subject, audit.auditee);
  if (isShown) book.record(shownAt, lead!, 'finding.show', subject, audit.auditee);
  if (isAnswered)
    book.record(
      answeredAt,
      audit.isoHead,
      state === 'DISPUTED' ? 'finding.dispute' : 'finding.acknowledge',
      subject,
      audit.auditee,
      state === 'DISPUTED' ? answer! : undefined,
    );
  if (state !== 'ISSUED') return;
  book.record(audit.at.accept, audit.isoHead, 'finding.issue', subject, audit.auditee);
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
