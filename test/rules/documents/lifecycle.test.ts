import { revisionLifecycle } from '../../../api/documents/rules/index.js';
import { testLifecycle } from '../lifecycle-table.js';

testLifecycle(
  revisionLifecycle,
  [
    ['DRAFT', 'submit', ['DRAFTER'], ['completeContent', 'passedChecks', 'sign'], 'IN_REVIEW'],
    ['DRAFT', 'takeOver', ['ISO_SECRETARY'], ['reason'], 'DRAFT'],
    ['DRAFT', 'discard', ['DRAFTER', 'ISO_SECRETARY'], [], 'DISCARDED'],
    ['IN_REVIEW', 'review', ['REVIEWER'], ['sign'], 'REVIEWED'],
    ['IN_REVIEW', 'return', ['REVIEWER'], ['reason'], 'DRAFT'],
    ['IN_REVIEW', 'takeBack', ['DRAFTER', 'ISO_SECRETARY'], [], 'DRAFT'],
    ['REVIEWED', 'approve', ['APPROVER'], ['effectiveDate', 'sign'], 'APPROVED'],
    ['REVIEWED', 'return', ['APPROVER'], ['reason'], 'DRAFT'],
    ['REVIEWED', 'takeBack', ['DRAFTER', 'ISO_SECRETARY'], [], 'DRAFT'],
    ['APPROVED', 'takeEffect', ['SYSTEM'], ['effectiveDateReached'], 'EFFECTIVE'],
    ['APPROVED', 'cancel', ['APPROVER', 'ISO_HEAD'], ['reason'], 'DISCARDED'],
    ['EFFECTIVE', 'supersede', ['SYSTEM'], ['nextTakesEffect'], 'SUPERSEDED'],
    ['EFFECTIVE', 'withdraw', ['ISO_HEAD'], ['reason'], 'WITHDRAWN'],
  ],
  ['SUPERSEDED', 'WITHDRAWN', 'DISCARDED'],
);
