import { expect, test } from 'vitest';
import {
  auditLifecycle,
  findingLifecycle,
  findingParts,
  programmeLifecycle,
  roundLifecycle,
} from '../../../api/audits/rules/index.js';
import { testLifecycle, type Line } from '../lifecycle-table.js';

testLifecycle(
  programmeLifecycle,
  [
    ['DRAFT', 'approve', ['LEAD_AGENCY_HEAD'], ['sign'], 'APPROVED'],
    ['APPROVED', 'revise', ['LEAD_AGENCY'], ['reason'], 'DRAFT'],
    ['APPROVED', 'close', ['LEAD_AGENCY'], ['roundsOver'], 'CLOSED'],
  ],
  ['CLOSED'],
);

testLifecycle(
  roundLifecycle,
  [
    ['PREPARING', 'assign', ['LEAD_AGENCY'], ['planWithoutViolations'], 'ASSIGNED'],
    ['ASSIGNED', 'reopen', ['LEAD_AGENCY'], [], 'PREPARING'],
    ['ASSIGNED', 'approve', ['LEAD_AGENCY_HEAD'], ['sign'], 'APPROVED'],
    ['APPROVED', 'amendPlan', ['LEAD_AGENCY'], ['changes', 'headSign'], 'APPROVED'],
    ['RUNNING', 'amendPlan', ['LEAD_AGENCY'], ['changes', 'headSign'], 'RUNNING'],
    ['APPROVED', 'start', ['SYSTEM'], ['firstAuditAnnounced'], 'RUNNING'],
    ['RUNNING', 'report', ['LEAD_AGENCY'], ['auditsOver'], 'REPORTED'],
    ['REPORTED', 'close', ['LEAD_AGENCY_HEAD'], ['sign'], 'CLOSED'],
    ...['PREPARING', 'ASSIGNED', 'APPROVED', 'RUNNING'].map((from): Line => [
      from,
      'cancel',
      ['LEAD_AGENCY_HEAD'],
      ['reason'],
      'CANCELLED',
    ]),
  ],
  ['CLOSED', 'CANCELLED'],
);

testLifecycle(
  auditLifecycle,
  [
    ['PLANNED', 'announce', ['LEAD'], ['agenda'], 'ANNOUNCED'],
    ['ANNOUNCED', 'confirmPlan', ['ISO_HEAD'], ['sign'], 'CONFIRMED'],
    ['ANNOUNCED', 'objectToPlan', ['ISO_HEAD'], ['reason'], 'PLANNED'],
    ...['ANNOUNCED', 'CONFIRMED'].map((from): Line => [from, 'reschedule', ['SYSTEM'], ['amendmentOfDays'], 'PLANNED']),
    ['CONFIRMED', 'open', ['LEAD'], ['openingMinutes'], 'IN_PROGRESS'],
    [
      'IN_PROGRESS',
      'finishFieldwork',
      ['LEAD'],
      ['linesAnswered', 'findingsAgreed', 'closingMinutes'],
      'FIELDWORK_DONE',
    ],
    ['FIELDWORK_DONE', 'reopenFieldwork', ['LEAD'], ['reason'], 'IN_PROGRESS'],
    ['FIELDWORK_DONE', 'report', ['LEAD'], ['findingsAcknowledged', 'sign'], 'REPORTED'],
    ['REPORTED', 'accept', ['ISO_HEAD'], ['sign'], 'CLOSED'],
    ['REPORTED', 'return', ['ISO_HEAD', 'LEAD_AGENCY'], ['reason'], 'FIELDWORK_DONE'],
    ...['PLANNED', 'ANNOUNCED', 'CONFIRMED', 'IN_PROGRESS', 'FIELDWORK_DONE', 'REPORTED'].map((from): Line => [
      from,
      'cancel',
      ['LEAD_AGENCY'],
      ['reason'],
      'CANCELLED',
    ]),
  ],
  ['CLOSED', 'CANCELLED'],
);

testLifecycle(
  findingLifecycle,
  [
    ['DRAFT', 'send', ['AUTHOR'], ['requirement', 'evidence', 'gap', 'category'], 'SENT'],
    ['DRAFT', 'drop', ['AUTHOR'], [], 'DROPPED'],
    ['SENT', 'agree', ['AGREER'], [], 'AGREED'],
    ['SENT', 'sendBack', ['LEAD'], ['reason'], 'DRAFT'],
    ['AGREED', 'sendBack', ['LEAD'], ['reason'], 'DRAFT'],
    ['AGREED', 'show', ['LEAD'], [], 'SHOWN'],
    ['SHOWN', 'acknowledge', ['ISO_HEAD', 'ISO_SECRETARY'], [], 'ACKNOWLEDGED'],
    ['SHOWN', 'dispute', ['ISO_HEAD'], ['reason'], 'DISPUTED'],
    ['SHOWN', 'lapse', ['SYSTEM'], ['answerTermOver'], 'ACKNOWLEDGED'],
    ['DISPUTED', 'uphold', ['LEAD'], ['reason'], 'ACKNOWLEDGED'],
    ['DISPUTED', 'amend', ['LEAD'], [], 'SENT'],
    ['DISPUTED', 'drop', ['LEAD'], ['reason'], 'DROPPED'],
    ['ACKNOWLEDGED', 'issue', ['SYSTEM'], ['auditClosed'], 'ISSUED'],
  ],
  ['ISSUED', 'DROPPED'],
);

const team = { leadId: 'lan', teamIds: ['lan', 'minh', 'hoa'] };

test('the lead agrees the findings of the others', () => {
  expect(findingParts({ ...team, authorId: 'minh', personId: 'lan' })).toEqual(['LEAD', 'AGREER']);
  expect(findingParts({ ...team, authorId: 'minh', personId: 'minh' })).toEqual(['AUTHOR']);
  expect(findingParts({ ...team, authorId: 'minh', personId: 'hoa' })).toEqual([]);
});

test('a finding of the lead is agreed by another member, never by the lead', () => {
  expect(findingParts({ ...team, authorId: 'lan', personId: 'lan' })).toEqual(['AUTHOR', 'LEAD']);
  expect(findingParts({ ...team, authorId: 'lan', personId: 'hoa' })).toEqual(['AGREER']);
  expect(findingParts({ ...team, authorId: 'lan', personId: 'stranger' })).toEqual([]);
});
