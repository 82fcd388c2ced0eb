import { sql } from 'kysely';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { command, type Tx } from '../commands/index.js';
import type { ChangeScheduleInput, CreateScheduleInput } from './inputs.js';
import { defaultOffsets } from './rules/index.js';
import { InspectionSchedule } from './schedule.js';
import { assertTemplateFor, keptOwner, placeOfTemplate } from './templates.js';
import { InspectionTemplate, TemplateVersion } from './template.js';

/**
 * Creates a schedule: which units fill in a template, and when.
 * @throws Refusal FORBIDDEN for people who do not manage the owner's schedules, RULE_VIOLATED
 *   TEMPLATE_NOT_PUBLISHED or SCHEDULED_TWICE, INVALID_INPUT on `unitIds`, or on `templateId` for another
 *   authority's
 */
export const createSchedule = command('selfInspection.createSchedule', async (tx, input: CreateScheduleInput) => {
  const owner = await keptOwner(tx, input.ownerId);
  const template = await tx.find(InspectionTemplate, input.templateId);
  await assertTemplateFor(tx, template, owner.id);
  if (!(await tx.em.count(TemplateVersion, { template: template.id, state: 'PUBLISHED' }))) {
    refuse(
      'RULE_VIOLATED',
      {
        vi: 'Mẫu phiếu này chưa ban hành. Hãy ban hành mẫu rồi lập lịch.',
        en: 'This template is not published. Publish it, then schedule it.',
      },
      { rule: 'TEMPLATE_NOT_PUBLISHED', field: 'templateId' },
    );
  }
  await assertUnits(tx, input.unitIds, owner.id);
  await assertScheduledOnce(tx, template.id, input.unitIds, null);
  const { opensAfterDays, dueAfterWorkingDays, lateAfterWorkingDays } =
    input.offsets ?? defaultOffsets[template.frequency];
  const schedule = tx.create(InspectionSchedule, {
    id: newId(tx.now),
    owner,
    template,
    frequency: template.frequency,
    unitIds: input.unitIds,
    opensAfterDays,
    dueAfterWorkingDays,
    lateAfterWorkingDays,
    startsOn: input.startsOn ?? tx.today,
    endsOn: null,
  });
  tx.record(schedule, placeOfTemplate(owner));
  return schedule;
});

/**
 * Changes units and days from the next opening on; open forms keep their days.
 * @throws Refusal FORBIDDEN for people who do not manage the owner's schedules, RULE_VIOLATED SCHEDULED_TWICE,
 *   TRANSITION_NOT_ALLOWED once it has ended, INVALID_INPUT on `unitIds`
 */
export const changeSchedule = command('selfInspection.changeSchedule', async (tx, input: ChangeScheduleInput) => {
  const { schedule, owner } = await lockSchedule(tx, input);
  assertRunning(schedule, tx.today);
  await assertUnits(tx, input.unitIds, owner.id);
  await assertScheduledOnce(tx, schedule.template.id, input.unitIds, schedule.id);
  const { opensAfterDays, dueAfterWorkingDays, lateAfterWorkingDays } = input.offsets;
  Object.assign(schedule, { unitIds: input.unitIds, opensAfterDays, dueAfterWorkingDays, lateAfterWorkingDays });
  tx.record(schedule, placeOfTemplate(owner));
  return schedule;
});

/** Ends a schedule: today is the last day on which it opens forms. Open forms stay. */
export const endSchedule = command('selfInspection.endSchedule', async (tx, input: { id: string; version: number }) => {
  const { schedule, owner } = await lockSchedule(tx, input);
  assertRunning(schedule, tx.today);
  schedule.endsOn = tx.today;
  tx.record(schedule, placeOfTemplate(owner));
  return schedule;
});

async function lockSchedule(tx: Tx, { id, version }: { id: string; version: number }) {
  const schedule = await tx.lock(InspectionSchedule, id, version);
  return { schedule, owner: await keptOwner(tx, schedule.owner.id) };
}

function assertRunning({ endsOn }: InspectionSchedule, today: string): void {
  if (!endsOn || endsOn > today) return;
  refuse('TRANSITION_NOT_ALLOWED', {
    vi: 'Lịch này đã kết thúc. Hãy lập lịch mới.',
    en: 'This schedule has ended. Make a new one.',
  });
}

async function assertUnits(tx: Tx, unitIds: readonly string[], ownerId: string): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from place u
    join place o on u.path <@ o.path
    where o.id = ${ownerId}
      and u.id = any(${unitIds}::uuid[])
      and u.authority_id is not null
      and (u.active_to is null or u.active_to >= ${tx.today})`.execute(tx.kysely);
  if (unitIds.length > 0 && rows[0]!.count === unitIds.length) return;
  refuse(
    'INVALID_INPUT',
    unitIds.length === 0
      ? { vi: 'Hãy chọn ít nhất một đơn vị.', en: 'Choose at least one unit.' }
      : {
          vi: 'Có đơn vị không thuộc phạm vi của bạn hoặc đã ngừng hoạt động. Hãy chọn lại.',
          en: 'A unit is not within your scope or not active any more. Choose again.',
        },
    { field: 'unitIds' },
  );
}

async function assertScheduledOnce(
  tx: Tx,
  templateId: string,
  unitIds: readonly string[],
  exceptId: string | null,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select u.name
    from inspection_schedule s
    join place u on u.id = any(s.unit_ids)
    where s.template_id = ${templateId}
      and (s.ends_on is null or s.ends_on > ${tx.today})
      and s.id is distinct from ${exceptId}
      and u.id = any(${unitIds}::uuid[])
    limit 1`.execute(tx.kysely);
  if (!rows[0]) return;
  refuse(
    'RULE_VIOLATED',
    {
      vi: `${rows[0].name} đã có lịch khác với mẫu này. Hãy bỏ đơn vị này hoặc kết thúc lịch kia.`,
      en: `${rows[0].name} has another schedule with this template. Leave it out or end the other one.`,
    },
    { rule: 'SCHEDULED_TWICE', field: 'unitIds' },
  );
}
