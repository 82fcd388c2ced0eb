import { attachmentsOf } from '../attachments/index.js';
import { InspectionAnswer } from './inspection.js';

/** Photos and papers of an answer, visible to whoever sees the answer. */
export const answerFiles = attachmentsOf(InspectionAnswer);
