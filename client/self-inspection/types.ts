import type { InspectionQuery } from '../graphql/generated/self-inspection/inspection';
import type { TemplateVersionQuery } from '../graphql/generated/self-inspection/templates';

/** A form as the screens of this module pass it on. */
export type Inspection = InspectionQuery['inspection'];
/** A question of the form. */
export type Question = Inspection['templateVersion']['questions'][number];
/** A version as the screens of this module pass it on. */
export type Version = TemplateVersionQuery['templateVersion'];
/** A question as it is edited. */
export type EditedQuestion = Omit<Version['questions'][number], 'id'>;
