import type { InspectionsQuery } from '../graphql/generated/self-inspection/inspections';
import type { InspectionSchedulesQuery } from '../graphql/generated/self-inspection/schedules';
import type { InspectionTemplatesQuery } from '../graphql/generated/self-inspection/templates';
import { formatDate, titleOf } from '../i18n';
import type { Column } from '../ui/columns';
import { inspectionLabel, placeWords } from './state-labels';
import type { Words } from './words.vi';

/** A form as the list reads it. */
export type InspectionRow = NonNullable<InspectionsQuery['inspections']['nodes']>[number];
export type Template = InspectionTemplatesQuery['inspectionTemplates'][number];
export type Schedule = InspectionSchedulesQuery['inspectionSchedules'][number];

/** A text with a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The period of a form, and its kind where it was not due by the schedule. */
export const periodLabel = (t: Words, row: InspectionRow): string =>
  [capital(row.period), row.kind !== 'SCHEDULED' && t.kinds[row.kind]].filter(Boolean).join(' · ');

/** The forms of self-inspection. */
export const inspectionColumns = (t: Words) =>
  [
    { key: 'unit', header: t.unit, value: placeWords, primary: true },
    {
      key: 'form',
      header: t.form,
      value: (row) => `${titleOf(row.template)}, ${periodLabel(t, row)}`,
      width: '15rem',
    },
    { key: 'due', header: t.due, value: (row) => row.dueOn, kind: 'date', sort: 'due' },
    {
      key: 'state',
      header: t.state,
      value: (row) => [inspectionLabel(row.state), row.isLate && t.late].filter(Boolean).join(', '),
    },
    {
      key: 'score',
      header: t.score,
      value: (row) => row.score,
      kind: 'percent',
      none: '—',
      sort: 'score',
      align: 'end',
    },
  ] as const satisfies readonly Column<InspectionRow>[];

/** The version of a template that is in use, in words. */
export const currentWords = (t: Words, { current }: Template): string =>
  current ? `${t.version(current.number)}, ${t.questionCount(current.questionCount)}` : t.noneInUse;

/** The templates of forms. */
export const templateColumns = (t: Words) =>
  [
    { key: 'template', header: t.template, value: titleOf, primary: true },
    { key: 'owner', header: t.owner, value: (template) => template.owner.name },
    { key: 'frequency', header: t.frequency, value: (template) => t.frequencies[template.frequency], nowrap: true },
    { key: 'inUse', header: t.inUse, value: (template) => currentWords(t, template) },
    { key: 'actions', header: t.actions, value: () => null, controls: true, width: '15rem' },
  ] as const satisfies readonly Column<Template>[];

/** Whether a schedule runs, and until when it ran. */
export const runningWords = (t: Words, { isRunning, endsOn }: Schedule): string =>
  isRunning ? t.running : `${t.over} ${formatDate(endsOn)}`;

/** Which units fill in which template, and when. */
export const scheduleColumns = (t: Words) =>
  [
    { key: 'template', header: t.template, value: (schedule) => titleOf(schedule.template), primary: true },
    { key: 'owner', header: t.owner, value: (schedule) => schedule.owner.name },
    {
      key: 'units',
      header: t.units,
      value: (schedule) => `${t.unitCount(schedule.unitCount)}, ${t.frequencies[schedule.frequency].toLowerCase()}`,
    },
    {
      key: 'when',
      header: t.when,
      value: (schedule) =>
        t.scheduleWords(schedule.opensAfterDays, schedule.dueAfterWorkingDays, schedule.lateAfterWorkingDays),
      width: '13rem',
    },
    { key: 'state', header: t.state, value: (schedule) => runningWords(t, schedule) },
    { key: 'actions', header: t.actions, value: () => null, controls: true, width: '9rem' },
  ] as const satisfies readonly Column<Schedule>[];
