import { expect, test } from 'vitest';
import {
  auditLifecycle,
  findingLifecycle,
  findingParts,
  programmeLifecycle,
  roundLifecycle,
} from '../../../api/audits/rules/index.js';
import { actors, player } from '../../support/player.js';
import { testLifecycle, type TransitionRow } from '../lifecycle-table.js';

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
    ...['APPROVED', 'RUNNING'].map((from): TransitionRow => [
      from,
      'approvePlanAmendment',
      ['LEAD_AGENCY_HEAD'],
      ['soundAmendment', 'sign'],
      from,
    ]),
    ['APPROVED', 'start', ['SYSTEM'], ['firstAuditAnnounced'], 'RUNNING'],
    ['RUNNING', 'report', ['LEAD_AGENCY'], ['auditsOver'], 'REPORTED'],
    ['REPORTED', 'close', ['LEAD_AGENCY_HEAD'], ['sign'], 'CLOSED'],
    ...['PREPARING', 'ASSIGNED', 'APPROVED', 'RUNNING'].map((from): TransitionRow => [
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
    ...['ANNOUNCED', 'CONFIRMED'].map((from): TransitionRow => [
      from,
      'reschedule',
      ['SYSTEM'],
      ['amendmentOfDays'],
      'PLANNED',
    ]),
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
    ...['PLANNED', 'ANNOUNCED', 'CONFIRMED', 'IN_PROGRESS', 'FIELDWORK_DONE', 'REPORTED'].map((from): TransitionRow => [
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

/** What a person is to a finding in an audit of Lan (lead), Minh and Hoa. */
const of = (authorId: string, personId: string) =>
  actors(
    findingParts,
    {
      author: { id: authorId },
      audit: {
        unit: { id: 'B' },
        authority: { id: 'B' },
        round: { kind: 'CROSS', leadAgency: { id: 'L' } },
        members: [
          { person: { id: 'lan' }, part: 'LEAD' },
          { person: { id: 'minh' }, part: 'AUDITOR' },
          { person: { id: 'hoa' }, part: 'SECRETARY' },
        ],
      },
    },
    player(personId, {}),
  ).filter((part) => part !== 'AUDIT_TEAM');

test('the lead agrees the findings of the others', () => {
  expect(of('minh', 'lan')).toEqual(['LEAD', 'AGREER']);
  expect(of('minh', 'minh')).toEqual(['AUTHOR']);
  expect(of('minh', 'hoa')).toEqual([]);
});

test('a finding of the lead is agreed by another member, never by the lead', () => {
  expect(of('lan', 'lan')).toEqual(['LEAD', 'AUTHOR']);
  expect(of('lan', 'hoa')).toEqual(['AGREER']);
  expect(of('lan', 'stranger')).toEqual([]);
});

test('the lead stands in for an author who has left the team, and another member agrees it', () => {
  expect(of('gone', 'lan')).toEqual(['LEAD', 'AUTHOR']);
  expect(of('gone', 'hoa')).toEqual(['AGREER']);
  expect(of('gone', 'gone')).toEqual([]);
});
