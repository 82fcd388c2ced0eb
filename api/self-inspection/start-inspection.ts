import { isId, refuseForbidden, refuseNotFound, rolesAt, placeOf } from '../access/index.js';
import { Unit, workingCalendar } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { command, type Tx } from '../commands/index.js';
import { Inspection } from './inspection.js';
import type { StartInspectionInput } from './inputs.js';
import { inspectionLifecycle } from './rules/index.js';
import { evaluateInspection, loadAnsweredForm } from './lock.js';
import { InspectionTemplate, TemplateVersion } from './template.js';
import { assertTemplateFor } from './templates.js';

/**
 * An inspection that a person starts is due after so many working days, and accepted late for as many more. Our
 * own choice.
 */
const dueAfter = 5;

/**
 * Starts an inspection without a schedule: an extra one, or a training run that does not count. At most one on
 * a day for a unit and template.
 * @throws Refusal FORBIDDEN for whoever is not head of the unit, RULE_VIOLATED TEMPLATE_NOT_PUBLISHED,
 *   INVALID_INPUT on `templateId` for another authority's, DUPLICATE for a second one on the same day
 */
export const startInspection = command('selfInspection.start', async (tx, input: StartInspectionInput) => {
  const { unit, authority } = await headedUnit(tx, input.unitId);
  const template = await tx.find(InspectionTemplate, input.templateId);
  await assertTemplateFor(tx, template, unit.id);
  const templateVersion =
    (await tx.em.findOne(TemplateVersion, { template: template.id, state: 'PUBLISHED' })) ??
    refuse(
      'RULE_VIOLATED',
      {
        vi: 'Mẫu phiếu này chưa ban hành hoặc đã ngừng dùng. Hãy chọn mẫu khác.',
        en: 'This template is not in use. Choose another.',
      },
      { rule: 'TEMPLATE_NOT_PUBLISHED', field: 'templateId' },
    );
  await assertFirstToday(tx, unit.id, template.id);
  const dueOn = workingCalendar.addWorkingDays(tx.today, dueAfter);
  const inspection = tx.create(Inspection, {
    id: input.id ?? newId(tx.now),
    kind: input.kind === 'TRAINING' ? 'TRAINING' : 'EXTRA',
    unit,
    authority,
    schedule: null,
    template,
    templateVersion,
    periodKey: tx.today,
    periodStart: tx.today,
    periodEnd: tx.today,
    dueOn,
    lateUntil: workingCalendar.addWorkingDays(dueOn, dueAfter),
    state: inspectionLifecycle.transition('DUE', 'begin').to,
    stateSince: tx.now,
    begunAt: tx.now,
    shown: 0,
    answered: 0,
    isLate: false,
    groupScores: [],
    failed: [],
    failedCritical: [],
  });
  evaluateInspection(inspection, await loadAnsweredForm(tx, inspection));
  tx.record(inspection, placeOf(inspection));
  return inspection;
});

async function headedUnit(tx: Tx, unitId: string) {
  const unit = (isId(unitId) ? await tx.em.findOne(Unit, { id: unitId }) : null) ?? refuseNotFound();
  const { authority } = unit;
  if (!authority || !rolesAt(tx.viewer, placeOf({ unit, authority })).includes('UNIT_HEAD')) refuseForbidden();
  return { unit, authority };
}

async function assertFirstToday(tx: Tx, unitId: string, templateId: string): Promise<void> {
  if ((await tx.em.count(Inspection, { unit: unitId, template: templateId, periodKey: tx.today })) === 0) return;
  refuse(
    'DUPLICATE',
    {
      vi: 'Hôm nay đơn vị đã lập phiếu theo mẫu này. Hãy mở phiếu đó để làm tiếp.',
      en: 'There is one by this template of today already. Open it and go on.',
    },
    { field: 'templateId' },
  );
}
