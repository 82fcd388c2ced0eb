import { sql } from 'kysely';
import { isId, placeOf } from '../access/index.js';
import { peopleInRole, Person, staffIds, workingCalendar } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { refuseProblems } from '../rules/checks.js';
import { tidyText } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { CorrectiveAction } from './corrective-action.js';
import { settleExtension } from './extend.js';
import type { PlannedActionInput, RespondInput } from './inputs.js';
import { lockNonconformity, moveOn } from './lock.js';
import type { Nonconformity } from './nonconformity.js';
import { actionWindow, requireCompleteResponse } from './rules/index.js';

/**
 * The unit answers: what was done at once, why it happened, what will be done. The plan replaces the open
 * actions of the plan before; actions that were done or dropped stay.
 * @throws Refusal INVALID_INPUT with every fault of the response
 */
export const respond = command('nonconformity.respond', async (tx, input: RespondInput) => {
  const nonconformity = await lockNonconformity(tx, input);
  const open = [...nonconformity.actions].filter(({ state }) => state === 'OPEN');
  const latest = latestDay(nonconformity.actionsDueOn, open, tx.today);
  moveOn(tx, nonconformity, 'respond');
  requireCompleteResponse(input, { today: tx.today, latest });
  await requireOwners(tx, nonconformity, input);
  Object.assign(nonconformity, {
    correction: tidyText(input.correction),
    correctedBy: tx.em.getReference(Person, input.correctedById!),
    correctedOn: input.correctedOn,
    causeCategory: input.causeCategory,
    whys: input.whys.map(tidyText),
    responder: tx.em.getReference(Person, tx.viewer.personId),
    respondedAt: tx.now,
    planApprover: null,
    planApprovedAt: null,
    reason: null,
  });
  await replacePlan(tx, nonconformity, open, input.actions);
  tx.record(nonconformity, placeOf(nonconformity));
  return nonconformity;
});

/**
 * The latest due date that an action planned today may have: the common one, or that of an action that was
 * extended.
 */
export function latestDay(
  actionsDueOn: string,
  actions: Iterable<{ state: string; dueOn?: string }>,
  today: string,
): string {
  const extended = [...actions].filter(({ state }) => state === 'OPEN').map(({ dueOn }) => dueOn ?? '');
  return actionWindow(today, [actionsDueOn, ...extended].sort().at(-1)!, workingCalendar).latest;
}

async function replacePlan(
  tx: Tx,
  nonconformity: Nonconformity,
  open: CorrectiveAction[],
  planned: PlannedActionInput[],
): Promise<void> {
  for (const action of open) await settleExtension(tx, action, 'LAPSED');
  const kept = new Set(planned.map(({ id }) => id));
  for (const action of open) if (!kept.has(action.id)) nonconformity.actions.remove(action);
  const settled = [...nonconformity.actions].filter(({ state }) => state !== 'OPEN').length;
  planned.forEach(({ id, kind, title, ownerId, dueOn }, index) => {
    const plan = {
      position: settled + index,
      kind,
      title: tidyText(title),
      owner: tx.em.getReference(Person, ownerId!),
      dueOn: dueOn!,
    };
    const before = open.find((action) => action.id === id);
    if (before) Object.assign(before, plan);
    else
      nonconformity.actions.add(
        tx.create(CorrectiveAction, {
          ...plan,
          id: newId(tx.now),
          nonconformity,
          state: 'OPEN',
          stateSince: tx.now,
        }),
      );
  });
}

/**
 * Whoever corrected it, and the owners, must work in the unit's authority. For own sources a quality manager of
 * the authority verifies, so at least one quality manager must own no action: nobody verifies their own work.
 */
async function requireOwners(
  tx: Tx,
  nonconformity: Nonconformity,
  { actions, correctedById }: RespondInput,
): Promise<void> {
  const staff = await staffAmong(tx, nonconformity.authority.id, [
    correctedById!,
    ...actions.map(({ ownerId }) => ownerId!),
  ]);
  const problems = actions.flatMap(({ ownerId }, index) =>
    staff.has(ownerId!) ? [] : [{ field: `actions.${index}.ownerId`, words: notOfAuthority }],
  );
  if (!staff.has(correctedById!)) problems.unshift({ field: 'correctedById', words: notOfAuthority });
  if (nonconformity.source !== 'AUDIT') {
    const managers = (await peopleInRole(tx, 'QUALITY_MANAGER', nonconformity.unit.id)).map(({ personId }) => personId);
    const owners = [...nonconformity.actions]
      .filter(({ state }) => state === 'DONE' || state === 'ACCEPTED')
      .map(({ owner }) => owner.id);
    const busy = new Set([...owners, ...actions.map(({ ownerId }) => ownerId)]);
    const isNobodyLeft = managers.length > 0 && managers.every((id) => busy.has(id));
    const index = actions.findIndex(({ ownerId }) => managers.includes(ownerId!));
    if (isNobodyLeft && index >= 0) problems.push({ field: `actions.${index}.ownerId`, words: mustVerify });
  }
  refuseProblems(problems);
}

const notOfAuthority = {
  vi: 'Hãy chọn người đang công tác tại cơ quan này.',
  en: 'Choose someone who works in this authority.',
};
const mustVerify = {
  vi: 'Đại diện lãnh đạo sẽ kiểm tra xác nhận phiếu này nên không thể tự thực hiện: hãy chọn người khác.',
  en: 'The quality manager will verify this one and so cannot own an action: choose someone else.',
};

async function staffAmong(tx: Tx, authorityId: string, personIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.id
    from people p
    where p.id = any(${personIds.filter(isId)}::uuid[])
      and p.is_active
      and p.id in (${staffIds(sql`${authorityId}::uuid`, tx.today)})`.execute(tx.kysely);
  return new Set(rows.map(({ id }) => id));
}
