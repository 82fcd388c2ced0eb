import { sql } from 'kysely';
import { refuseForbidden, placeOf } from '../../access/index.js';
import { command, type Tx } from '../../commands/index.js';
import { Document } from '../../documents/index.js';
import { clauses } from '../../standards/index.js';
import type { RecordInput } from '../../platform/graphql/command-input.js';
import { newId } from '../../platform/ids.js';
import { refuseBlocking } from '../../rules/checks.js';
import { refuse } from '../../rules/refusal.js';
import { Plan } from '../assignment/plan.js';
import { agendaItem, modelAgenda } from '../planning/agenda-model.js';
import { type AgendaItem, type Audit, AuditProcedure } from '../planning/audit.js';
import { requireAuditState } from '../planning/gates.js';
import { assignmentsOf } from '../planning/audit.js';
import { grantTeam } from '../planning/grants.js';
import { fireAudit, lockAudit, type LockedAudit, placeOfRound } from '../planning/lock.js';
import { Round } from '../planning/round.js';
import { pastDays, requireNoViolations } from '../rules/assignment/index.js';
import { announceProblems } from '../rules/fieldwork/index.js';
import { compareClauses, roundLifecycle, type RoundState } from '../rules/planning/index.js';
import type { AgendaItemInput, PlanAuditInput, TeamGroupInput } from './inputs.js';

/**
 * The lead sets scope and agenda of a planned audit. The agenda is made from the model of its length
 * where none is given.
 * @throws Refusal FORBIDDEN (not the lead), TRANSITION_NOT_ALLOWED, INVALID_INPUT, RULE_VIOLATED (R03:
 *   a member handled one of the procedures)
 */
export const planAudit = command('audit.plan', async (tx, input: PlanAuditInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  const { audit, round } = locked;
  requireAuditState(audit, 'PLANNED');
  if (!locked.actors.includes('LEAD')) refuseForbidden();
  await tx.em.populate(audit, ['procedures', 'members']);
  audit.startTime = input.startTime;
  tx.touch(audit);
  audit.scopeClauses = await clausesOf(tx, round, input.scopeClauses);
  await chooseProcedures(tx, audit, input.procedureIds);
  audit.agenda = input.agenda ? agendaOf(audit, input.agenda) : modelAgenda(audit);
  split(audit, input.groups ?? []);
  tx.record(audit, placeOf(audit));
  await tx.em.flush();
  await requireAllowedTeam(tx, locked);
  return audit;
});

/**
 * The lead announces the audit: the auditee is asked to confirm, the team gets its roles there, and
 * the first announcement starts the round.
 * @throws Refusal RULE_VIOLATED (NO_DATES, PAST_DAY, NO_AGENDA, AGENDA_OFF_DAY, NO_SCOPE, ROUND_NOT_APPROVED)
 */
export const announceAudit = command('audit.announce', async (tx, input: RecordInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  const { audit } = locked;
  fireAudit(tx, locked, 'announce');
  refuseBlocking([
    ...announceProblems(audit),
    ...pastDays({ auditeeName: audit.unit.getEntity().name, dates: audit.dates }, tx.today),
  ]);
  await requireAllowedTeam(tx, locked);
  audit.announcedAt = tx.now;
  await grantTeam(tx, audit, assignmentsOf(audit));
  await startRound(tx, audit.round.id);
  return audit;
});

/** The system's part: an approved round runs from the first announcement on. */
async function startRound(tx: Tx, roundId: string): Promise<void> {
  const { rows } = await sql<{ state: RoundState }>`select state from round where id = ${roundId} for update`.execute(
    tx.kysely,
  );
  const state = rows[0]?.state ?? 'PREPARING';
  if (state === 'RUNNING') return;
  if (state !== 'APPROVED') {
    refuse(
      'RULE_VIOLATED',
      {
        vi: 'Đợt đánh giá chưa được phê duyệt hoặc đã kết thúc, nên chưa thể thông báo.',
        en: 'The round is not approved, or is over: the audit cannot be announced.',
      },
      { rule: 'ROUND_NOT_APPROVED' },
    );
  }
  const round = await tx.em.findOneOrFail(Round, roundId, { refresh: true });
  Object.assign(round, { state: roundLifecycle.transition(state, 'start').to, stateSince: tx.now });
  tx.record(round, { ...placeOfRound(round), verb: 'round.start' });
}

async function requireAllowedTeam(tx: Tx, { audit, round }: LockedAudit): Promise<void> {
  const plan = await Plan.load(tx.kysely, round.id, tx.today);
  requireNoViolations(plan.violationsOf([audit.id]));
}

/** @throws Refusal INVALID_INPUT for a number that the round's clause set does not have */
async function clausesOf(tx: Tx, round: Round, numbers: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(numbers)];
  const { rows } = await sql<{ number: string }>`
    select c.number
    from ${clauses} c
    where c.set_id = ${round.clauseSet.id} and c.number = any(${wanted}::text[])`.execute(tx.kysely);
  const unknown = wanted.filter((number) => !rows.some((row) => row.number === number));
  if (unknown.length > 0) {
    refuse(
      'INVALID_INPUT',
      {
        vi: `Bộ điều khoản của đợt không có ${unknown.join(', ')}.`,
        en: `The clause set of the round has no ${unknown.join(', ')}.`,
      },
      { field: 'scopeClauses' },
    );
  }
  return wanted.sort(compareClauses);
}

async function chooseProcedures(tx: Tx, audit: Audit, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const documents = await tx.em.find(Document, { id: { $in: wanted }, authority: audit.authority.id });
  if (documents.length !== wanted.length) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Có quy trình không thuộc đơn vị được đánh giá. Hãy chọn lại.',
        en: 'One of the procedures is not of the auditee. Choose again.',
      },
      { field: 'procedureIds' },
    );
  }
  for (const chosen of audit.procedures.getItems())
    if (!wanted.includes(chosen.document.id)) audit.procedures.remove(chosen);
  for (const document of documents) {
    if (audit.procedures.getItems().some((chosen) => chosen.document.id === document.id)) continue;
    audit.procedures.add(
      tx.create(AuditProcedure, {
        id: newId(tx.now),
        audit,
        document,
        code: document.code,
        title: document.title,
      }),
    );
  }
}

/**
 * Puts members into the groups in which the team splits.
 * @throws Refusal INVALID_INPUT for somebody who is not in the team
 */
function split(audit: Audit, groups: readonly TeamGroupInput[]): void {
  groups.forEach(({ personId, track }, index) => {
    const member = audit.members.getItems().find(({ person }) => person.id === personId);
    if (!member)
      refuse(
        'INVALID_INPUT',
        { vi: 'Người này không có trong đoàn.', en: 'This person is not in the team.' },
        { field: `groups.${index}.personId` },
      );
    member.track = track;
  });
}

function agendaOf(audit: Audit, lines: readonly AgendaItemInput[]): AgendaItem[] {
  lines.forEach((line, index) => {
    if (!audit.dates.includes(line.date)) {
      refuse(
        'INVALID_INPUT',
        { vi: 'Dòng lịch phải thuộc ngày đánh giá.', en: 'The line must be on a day of the audit.' },
        { field: `agenda.${index}.date` },
      );
    }
    if (line.to <= line.from) {
      refuse(
        'INVALID_INPUT',
        { vi: 'Giờ kết thúc phải sau giờ bắt đầu.', en: 'The end must be after the beginning.' },
        { field: `agenda.${index}.to` },
      );
    }
  });
  return [...lines]
    .sort((a, b) => `${a.date} ${a.from} ${a.track}`.localeCompare(`${b.date} ${b.from} ${b.track}`))
    .map(agendaItem);
}
