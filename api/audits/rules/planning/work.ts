import { roles } from '../../../access/rules/roles.js';
import type { Condition } from '../../../rules/parts.js';
import { defineWork } from '../../../rules/tasks.js';
import { programmeParts } from './parts.js';
import { programmeLifecycle } from './programme-lifecycle.js';

const isOver: Condition = { column: 'state', in: ['CLOSED', 'CANCELLED'] };

/** There were rounds, and all of them are over. */
const roundsOver: Condition = { all: [{ some: 'rounds' }, { not: { some: 'rounds', where: { not: isOver } } }] };

/** Who acts on the programme of a year. */
export const programmeWork = defineWork(roles, {
  kind: 'programme',
  lifecycle: programmeLifecycle,
  parts: programmeParts,
  tasks: {
    DRAFT: [{ event: 'approve', due: null }],
    APPROVED: [
      { event: 'close', when: roundsOver, due: { endOfYear: 'year' } },
      { event: 'close', when: { not: roundsOver }, unlisted: true, due: null },
    ],
  },
});
