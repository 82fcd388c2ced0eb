import { Field, ID, InputType } from 'type-graphql';
import { refuseForbidden, refuseNotFound } from '../access/index.js';
import { CommandInput, ReasonInput } from '../platform/graphql/command-input.js';
import { Text } from '../platform/graphql/validation.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { requireReason } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { Auditor, AuditorConflict, Person } from './person.js';
import { Unit } from './unit.js';

@InputType()
export class DeclareOwnConflictInput extends CommandInput {
  /** The unit, and everything below it; left out if a person is named. */
  @Field(() => ID, { nullable: true })
  unitId?: string | null;
  /** The person; the conflict then counts for every unit where that person holds a post. */
  @Field(() => ID, { nullable: true }) personId?: string | null;
  /** What kind of conflict it is; at least ten characters. */
  @Text(10, 1000) @Field(() => String) reason!: string;
}

@InputType()
export class WithdrawOwnConflictInput extends ReasonInput {}

/**
 * An auditor declares a conflict of interest of his or her own, in the register (R06, R14).
 * @throws Refusal FORBIDDEN (not in the register), INVALID_INPUT (neither or both of unit and person,
 *   oneself, reason too short), NOT_FOUND, DUPLICATE
 */
export const declareOwnConflict = command('auditorConflict.declare', async (tx, input: DeclareOwnConflictInput) => {
  const auditor = await ownEntry(tx);
  const reason = requireReason(input.reason);
  if (Boolean(input.unitId) === Boolean(input.personId)) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Hãy chọn một đơn vị hoặc một người.', en: 'Choose one unit or one person.' },
      { field: 'unitId' },
    );
  }
  if (input.personId === tx.viewer.personId) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Hãy chọn một người khác, không phải chính mình.', en: 'Choose somebody else than yourself.' },
      { field: 'personId' },
    );
  }
  const unit = input.unitId ? await tx.find(Unit, input.unitId) : null;
  const person = input.personId ? await tx.find(Person, input.personId) : null;
  if (
    (await tx.em.count(AuditorConflict, {
      auditor: auditor.id,
      unit: unit?.id ?? null,
      person: person?.id ?? null,
      withdrawnAt: null,
    })) > 0
  ) {
    refuse(
      'DUPLICATE',
      { vi: 'Xung đột này đã được khai.', en: 'This conflict has been declared already.' },
      { field: unit ? 'unitId' : 'personId' },
    );
  }
  const conflict = tx.create(AuditorConflict, { id: newId(tx.now), auditor, unit, person, reason, declaredAt: tx.now });
  tx.record(conflict, { ...workplaceOf(tx), reason });
  return conflict;
});

/**
 * An auditor withdraws a declaration of his or her own.
 * @throws Refusal NOT_FOUND (not the own one), RULE_VIOLATED (WITHDRAWN), INVALID_INPUT
 */
export const withdrawOwnConflict = command('auditorConflict.withdraw', async (tx, input: WithdrawOwnConflictInput) => {
  const conflict = await tx.lock(AuditorConflict, input.id, input.version);
  const auditor = await ownEntry(tx);
  if (conflict.auditor.id !== auditor.id) refuseNotFound();
  if (conflict.withdrawnAt)
    refuse(
      'RULE_VIOLATED',
      { vi: 'Bản khai này đã được rút.', en: 'This declaration was withdrawn already.' },
      { rule: 'WITHDRAWN' },
    );
  const reason = requireReason(input.reason);
  Object.assign(conflict, { withdrawnAt: tx.now, withdrawnReason: reason });
  tx.record(conflict, { ...workplaceOf(tx), reason });
  return conflict;
});

async function ownEntry(tx: Tx): Promise<Auditor> {
  return (await tx.em.findOne(Auditor, { person: tx.viewer.personId })) ?? refuseForbidden();
}

/** The unit of a declaration in the trail: where the auditor works. */
const workplaceOf = ({ viewer }: Tx) => ({
  unitId: viewer.unitId ?? viewer.authorityId ?? null,
  authorityId: viewer.authorityId ?? null,
});
