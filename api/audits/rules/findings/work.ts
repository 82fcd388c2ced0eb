import { roles } from '../../../access/rules/roles.js';
import type { Condition } from '../../../rules/parts.js';
import { defineWork } from '../../../rules/tasks.js';
import { auditLifecycle } from '../planning/audit-lifecycle.js';
import { auditParts } from '../planning/parts.js';
import { findingLifecycle } from './finding-lifecycle.js';
import { auditTaskParts, findingParts } from './parts.js';

/** Findings are written, agreed and answered between the opening and the report of the audit. */
const when: Condition = { column: 'audit.state', in: ['IN_PROGRESS', 'FIELDWORK_DONE'] };
const lastDay = { lastOf: 'audit.dates' };

/** Who acts on a finding. */
export const findingWork = defineWork(roles, {
  kind: 'finding',
  lifecycle: findingLifecycle,
  parts: findingParts,
  tasks: {
    DRAFT: [{ event: 'send', when, due: lastDay }],
    SENT: [{ event: 'agree', when, due: lastDay }],
    AGREED: [{ event: 'show', when, due: lastDay }],
    SHOWN: [{ event: 'acknowledge', when, due: { day: 'answerDueOn' } }],
    DISPUTED: [{ event: 'uphold', when, due: null }],
    // It is issued when the auditee accepts the report: a task of the audit.
    ACKNOWLEDGED: { system: 'issue', rests: true },
  },
});

const isApproved: Condition = { column: 'round.state', in: ['APPROVED', 'RUNNING'] };
const settled: Condition = {
  not: { some: 'findings', where: { not: { column: 'state', in: ['ACKNOWLEDGED', 'DROPPED'] } } },
};

/** Who acts on an audit. Its report waits for the answers to its findings, which have tasks of their own. */
export const auditWork = defineWork(roles, {
  kind: 'audit',
  lifecycle: auditLifecycle,
  parts: auditParts,
  taskParts: auditTaskParts,
  tasks: {
    PLANNED: [
      { event: 'announce', when: isApproved, due: { firstOf: 'dates', plus: -14 } },
      { event: 'announce', when: { not: isApproved }, unlisted: true, due: null },
    ],
    ANNOUNCED: [{ event: 'confirmPlan', due: { firstOf: 'dates', plus: -5 } }],
    CONFIRMED: [{ event: 'open', due: { firstOf: 'dates' } }],
    IN_PROGRESS: [
      {
        event: 'finishFieldwork',
        as: 'checkItem.setResult',
        of: ['LINE_WRITER'],
        step: true,
        due: { lastOf: 'dates' },
      },
      { event: 'finishFieldwork', of: ['FINISHER'], standIn: true, due: { lastOf: 'dates' } },
      { event: 'finishFieldwork', of: ['WHOLE_TEAM'], unlisted: true, standIn: true, due: null },
    ],
    FIELDWORK_DONE: [{ event: 'report', when: settled, due: { lastOf: 'dates', plus: 7 } }],
    REPORTED: [{ event: 'accept', due: { dayOf: 'reportedAt', plus: 7 } }],
  },
});
