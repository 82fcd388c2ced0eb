import { attachmentsOf } from '../attachments/index.js';
import { InspectionAnswer } from './inspection.js';

/** Photos and papers of an answer: seen by whoever sees the answer. */
export const answerFiles = attachmentsOf(InspectionAnswer);
