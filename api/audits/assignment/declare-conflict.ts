import { sql } from 'kysely';
import { refuseForbidden, type Context, placeOf } from '../../access/index.js';
import { command, type Tx } from '../../commands/index.js';
import { Person, personName } from '../../organization/index.js';
import type { ReasonInput } from '../../platform/graphql/command-input.js';
import { newId } from '../../platform/ids.js';
import { localDate } from '../../rules/calendar.js';
import { refuse } from '../../rules/refusal.js';
import { requireReason } from '../../rules/text.js';
import type { Audit } from '../planning/audit.js';
import { requireAuditState } from '../planning/gates.js';
import { lockAudit } from '../planning/lock.js';
import { mayDeclareOn, requireInTime } from '../rules/assignment/index.js';
import { declarable } from '../rules/planning/index.js';
import { ConflictDeclaration, TeamReplacement } from './conflict-declaration.js';
import type { DeclareConflictInput } from './inputs.js';
import { openConflicts } from './open-conflicts.js';
import { declares } from './policy.js';
import type { DeclarableRead } from './read-shapes.js';

/**
 * The auditee declares a conflict of interest with a member of the team, at the latest five days before the
 * audit (R14). The lead agency then finds a replacement by an amendment.
 * @throws Refusal FORBIDDEN, TRANSITION_NOT_ALLOWED (opened already), INVALID_INPUT (not on the team,
 *   reason too short), RULE_VIOLATED (R14: too late), DUPLICATE
 */
export const declareConflict = command('conflict.declare', async (tx, input: DeclareConflictInput) => {
  const { audit, record } = await lockAudit(tx, input.auditId);
  if (!declares(tx.viewer, record)) refuseForbidden();
  requireAuditState(audit, ...declarable);
  if (![...record.members].some(({ person }) => person.id === input.personId)) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Người này không ở trong đoàn. Hãy chọn một thành viên của đoàn.',
        en: 'This person is not on the team. Choose a member of it.',
      },
      { field: 'personId' },
    );
  }
  requireInTime(tx.today, audit.dates, await joinedOn(tx, audit, input.personId));
  const reason = requireReason(input.reason);
  if (
    (await tx.em.count(ConflictDeclaration, { unit: audit.unit.id, person: input.personId, withdrawnAt: null })) > 0
  ) {
    refuse(
      'DUPLICATE',
      { vi: 'Xung đột với người này đã được khai.', en: 'A conflict with this person has been declared already.' },
      { field: 'personId' },
    );
  }
  const declaration = tx.create(ConflictDeclaration, {
    id: newId(tx.now),
    audit,
    unit: audit.unit.getEntity(),
    authority: audit.authority,
    person: tx.em.getReference(Person, input.personId),
    kind: input.kind,
    reason,
    declaredBy: tx.em.getReference(Person, tx.viewer.personId),
    declaredAt: tx.now,
  });
  tx.record(declaration, { ...placeOf(audit), reason });
  return declaration;
});

/**
 * The auditee withdraws a declaration: the person may audit the unit again.
 * @throws Refusal FORBIDDEN, RULE_VIOLATED (WITHDRAWN)
 */
export const withdrawConflict = command('conflict.withdraw', async (tx, input: ReasonInput) => {
  const declaration = await tx.lock(ConflictDeclaration, input.id, input.version);
  const { audit, record } = await lockAudit(tx, declaration.audit.id);
  if (!declares(tx.viewer, record)) refuseForbidden();
  if (declaration.withdrawnAt)
    refuse(
      'RULE_VIOLATED',
      { vi: 'Bản khai này đã được rút.', en: 'This declaration was withdrawn already.' },
      { rule: 'WITHDRAWN' },
    );
  const reason = requireReason(input.reason);
  Object.assign(declaration, { withdrawnAt: tx.now, withdrawnReason: reason });
  tx.record(declaration, { ...placeOf(audit), reason });
  return declaration;
});

/**
 * Refuses to go on with an audit while the auditee has declared a conflict with a member, or a member has
 * declared one with the auditee or with a person there.
 * @throws Refusal RULE_VIOLATED (R06), without the reason of the declaration
 */
export async function requireNoDeclaredConflict(tx: Tx, audit: Audit): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select ${personName(sql.ref('m.person_id'))} as name
    from team_member m
    where m.audit_id = ${audit.id}
      and m.person_id in (select s.person_id from ${openConflicts(tx.today)} s where s.audit_id = ${audit.id})
    order by m.position`.execute(tx.kysely);
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  refuse(
    'RULE_VIOLATED',
    {
      vi: `Có xung đột lợi ích đã khai giữa đơn vị và ${names}. Đơn vị chủ trì phải thay người trước khi làm tiếp.`,
      en: `A conflict of interest is declared between the auditee and ${names}. The lead agency must find a replacement first.`,
    },
    { rule: 'R06' },
  );
}

/** The day on which an amendment put the person on the team; null for a member from the start. */
async function joinedOn(tx: Tx, audit: Audit, personId: string): Promise<string | null> {
  const last = await tx.em.findOne(TeamReplacement, { audit: audit.id, joined: personId }, { orderBy: { at: 'desc' } });
  return last && localDate(last.at);
}

/** Whether the viewer may declare a conflict with at least one member today. */
export function mayDeclare(ctx: Context, audit: DeclarableRead): boolean {
  if (!declarable.some((state) => state === audit.state) || !declares(ctx.viewer!, audit)) return false;
  const joinedOn = (personId: string) => {
    const last = audit.replacements.find(({ joined }) => joined?.id === personId);
    return last ? localDate(new Date(last.at)) : null;
  };
  return [...audit.members].some(({ person }) => mayDeclareOn(ctx.today, audit.dates, joinedOn(person.id)));
}
