import { auditWork, findingWork, programmeWork, roundWork } from '../../api/audits/rules/index.js';
import { revisionWork } from '../../api/documents/rules/index.js';
import { actionWork, nonconformityWork } from '../../api/nonconformities/rules/index.js';
import { inspectionWork } from '../../api/self-inspection/rules/index.js';

/** The work of every kind of record: who acts on it in which state. */
export const works = [
  revisionWork,
  nonconformityWork,
  actionWork,
  inspectionWork,
  programmeWork,
  roundWork,
  auditWork,
  findingWork,
];
