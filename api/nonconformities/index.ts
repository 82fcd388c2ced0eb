import { defineRoom } from '../platform/room.js';
import { CorrectiveAction } from './corrective-action.js';
import { Nonconformity } from './nonconformity.js';

export { CorrectiveAction } from './corrective-action.js';
export { Nonconformity, NonconformitySource, Severity } from './nonconformity.js';
export { raiseNonconformity } from './raise.js';

/** Nonconformities and their corrective actions. */
export const nonconformities = defineRoom({ name: 'nonconformities', entities: [Nonconformity, CorrectiveAction] });
