import { actEnum, plainActEnum, stateEnum, type ValueOf } from '../platform/graphql/lifecycle-enums.js';
import { inspectionLifecycle, templateVersionLifecycle } from './rules/index.js';

/** GraphQL enum `InspectionState`. */
export const InspectionStates = stateEnum(inspectionLifecycle, 'InspectionState');

/** GraphQL enum `InspectionAct`. */
export const InspectionActs = actEnum('InspectionAct', inspectionLifecycle, {
  save: 'Save answers.',
  nameSubstitute: 'Name who may fill it in for the head of the unit.',
  reportFailing: 'Make a nonconformity out of a failing answer.',
});
export type InspectionAct = ValueOf<typeof InspectionActs>;

/** GraphQL enum `TemplateVersionState`. */
export const TemplateVersionStates = stateEnum(templateVersionLifecycle, 'TemplateVersionState');

/** GraphQL enum `TemplateVersionAct`. */
export const TemplateVersionActs = actEnum('TemplateVersionAct', templateVersionLifecycle, {
  save: 'Change the questions of the draft.',
});
export type TemplateVersionAct = ValueOf<typeof TemplateVersionActs>;

/** GraphQL enum `InspectionTemplateAct`. */
export const TemplateActs = plainActEnum('InspectionTemplateAct', 'the template', {
  createVersion: 'Start the draft of the next version.',
  schedule: 'Make a schedule that asks units to fill it in.',
});
export type TemplateAct = ValueOf<typeof TemplateActs>;

/** GraphQL enum `InspectionScheduleAct`. */
export const ScheduleActs = plainActEnum('InspectionScheduleAct', 'the schedule', {
  change: 'Change its units and days.',
  end: 'End it: no more inspections are opened by it.',
});
export type ScheduleAct = ValueOf<typeof ScheduleActs>;
