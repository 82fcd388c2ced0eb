import { inspectionLifecycle, templateVersionLifecycle } from '../../../api/self-inspection/rules/index.js';
import { testLifecycle } from '../lifecycle-table.js';

testLifecycle(
  templateVersionLifecycle,
  [
    ['DRAFT', 'publish', ['QUALITY_MANAGER'], ['questions'], 'PUBLISHED'],
    ['PUBLISHED', 'retire', ['QUALITY_MANAGER'], [], 'RETIRED'],
  ],
  ['RETIRED'],
);

testLifecycle(
  inspectionLifecycle,
  [
    ['DUE', 'begin', ['UNIT_HEAD', 'SUBSTITUTE'], [], 'IN_PROGRESS'],
    ['DUE', 'miss', ['SYSTEM'], ['afterLateUntil'], 'MISSED'],
    ['IN_PROGRESS', 'miss', ['SYSTEM'], ['afterLateUntil'], 'MISSED'],
    ['IN_PROGRESS', 'submit', ['UNIT_HEAD', 'SUBSTITUTE'], ['requiredAnswers', 'evidence', 'sign'], 'SUBMITTED'],
    ['MISSED', 'submit', ['UNIT_HEAD', 'SUBSTITUTE'], ['requiredAnswers', 'evidence', 'sign'], 'SUBMITTED'],
    ['RETURNED', 'submit', ['UNIT_HEAD', 'SUBSTITUTE'], ['requiredAnswers', 'evidence', 'sign'], 'SUBMITTED'],
    ['SUBMITTED', 'accept', ['QUALITY_MANAGER', 'ABOVE'], [], 'ACCEPTED'],
    ['SUBMITTED', 'return', ['QUALITY_MANAGER', 'ABOVE'], ['reason', 'questions'], 'RETURNED'],
    ['DUE', 'excuse', ['ABOVE'], ['reason'], 'EXCUSED'],
    ['IN_PROGRESS', 'excuse', ['ABOVE'], ['reason'], 'EXCUSED'],
    ['MISSED', 'excuse', ['ABOVE'], ['reason'], 'EXCUSED'],
  ],
  ['ACCEPTED', 'EXCUSED'],
);
