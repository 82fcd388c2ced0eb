import { defineModule } from '../platform/module.js';
import { Inspection, InspectionAnswer } from './inspection.js';
import { missInspections, openInspections } from './open-and-miss.js';
import './reads.js';
import { InspectionAnswerResolver, InspectionResolver } from './resolver.js';
import { InspectionSchedule } from './schedule.js';
import {
  InspectionScheduleResolver,
  InspectionTemplateResolver,
  TemplateVersionResolver,
} from './template-resolver.js';
import { InspectionQuestion, InspectionTemplate, TemplateVersion } from './template.js';
import './visibility.js';

export { InspectionSchedule } from './schedule.js';
export { InspectionQuestion } from './template.js';
export { InspectionAnswer } from './inspection.js';
export { Inspection } from './inspection.js';
export { tasks } from './tasks.js';
export { signedInspection } from './signed-contents.js';
export { InspectionTemplate, TemplateVersion } from './template.js';

/** Self-inspection: templates in versions, schedules, inspections of the units. */
export const selfInspection = defineModule({
  name: 'self-inspection',
  entities: [InspectionTemplate, TemplateVersion, InspectionQuestion, InspectionSchedule, Inspection, InspectionAnswer],
  resolvers: [
    InspectionResolver,
    InspectionAnswerResolver,
    InspectionTemplateResolver,
    TemplateVersionResolver,
    InspectionScheduleResolver,
  ],
  jobs: [
    { name: 'selfInspection.open', cron: '7 * * * *', run: openInspections },
    { name: 'selfInspection.miss', cron: '12 * * * *', run: missInspections },
  ],
});
