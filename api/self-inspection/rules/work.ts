import { roles } from '../../access/rules/roles.js';
import { defineWork } from '../../rules/tasks.js';
import { inspectionLifecycle } from './lifecycle.js';
import { inspectionParts, inspectionTaskParts } from './parts.js';

const due = { day: 'dueOn' };

/** Who acts on a self-inspection: it is filled in and submitted, then accepted or returned. */
export const inspectionWork = defineWork(roles, {
  kind: 'selfInspection',
  lifecycle: inspectionLifecycle,
  parts: inspectionParts,
  taskParts: inspectionTaskParts,
  tasks: {
    DUE: [{ event: 'begin', of: ['FILLER'], due }],
    IN_PROGRESS: [{ event: 'submit', of: ['FILLER'], due }],
    MISSED: [{ event: 'submit', of: ['FILLER'], due }],
    SUBMITTED: [{ event: 'accept', of: ['DECIDER'], due: null }],
    RETURNED: [{ event: 'submit', as: 'mend', of: ['FILLER'], due }],
  },
});
