import { actionLifecycle, nonconformityLifecycle } from '../../../api/nonconformities/rules/index.js';
import { testLifecycle } from '../lifecycle-table.js';

testLifecycle(
  nonconformityLifecycle,
  [
    ['ISSUED', 'respond', ['UNIT_HEAD', 'ISO_SECRETARY'], ['correction', 'cause', 'actions'], 'RESPONDED'],
    ['ISSUED', 'dispute', ['ISO_HEAD'], ['reason'], 'DISPUTED'],
    ['DISPUTED', 'uphold', ['DISPUTE_DECIDER'], ['reason'], 'ISSUED'],
    ['DISPUTED', 'withdraw', ['DISPUTE_DECIDER'], ['reason'], 'WITHDRAWN'],
    ['RESPONDED', 'approvePlan', ['PLAN_APPROVER'], [], 'PLAN_APPROVED'],
    ['RESPONDED', 'returnPlan', ['PLAN_APPROVER'], ['reason'], 'ISSUED'],
    ['PLAN_APPROVED', 'revisePlan', ['RESPONDER'], ['reason'], 'ISSUED'],
    ['PLAN_APPROVED', 'reportDone', ['RESPONDER', 'SYSTEM'], ['actionsSettled'], 'ACTIONS_DONE'],
    ['ACTIONS_DONE', 'verify', ['VERIFIER'], ['evidenceSeen', 'onSite'], 'VERIFIED'],
    ['ACTIONS_DONE', 'returnResult', ['VERIFIER'], ['reason'], 'PLAN_APPROVED'],
    ['VERIFIED', 'confirmEffective', ['VERIFIER'], ['effectivenessDate', 'observed'], 'CLOSED'],
    ['VERIFIED', 'findIneffective', ['VERIFIER'], ['effectivenessDate', 'observed'], 'CLOSED_INEFFECTIVE'],
    ['ISSUED', 'withdraw', ['ISSUER'], ['reason'], 'WITHDRAWN'],
    ['RESPONDED', 'withdraw', ['ISSUER'], ['reason'], 'WITHDRAWN'],
    ['PLAN_APPROVED', 'withdraw', ['ISSUER'], ['reason'], 'WITHDRAWN'],
    ['ACTIONS_DONE', 'withdraw', ['ISSUER'], ['reason'], 'WITHDRAWN'],
  ],
  ['CLOSED', 'CLOSED_INEFFECTIVE', 'WITHDRAWN'],
);

testLifecycle(
  actionLifecycle,
  [
    ['OPEN', 'reportDone', ['OWNER'], ['whatWasDone', 'evidence'], 'DONE'],
    ['OPEN', 'noteProgress', ['OWNER'], ['note'], 'OPEN'],
    ['OPEN', 'askExtension', ['OWNER'], ['newDate', 'reason'], 'OPEN'],
    ['OPEN', 'grantExtension', ['EXTENSION_DECIDER'], ['pendingExtension'], 'OPEN'],
    ['OPEN', 'refuseExtension', ['EXTENSION_DECIDER'], ['pendingExtension', 'reason'], 'OPEN'],
    ['OPEN', 'drop', ['PLAN_APPROVER'], ['reason', 'otherCorrectiveAction'], 'DROPPED'],
    ['DONE', 'accept', ['VERIFIER'], [], 'ACCEPTED'],
    ['DONE', 'return', ['VERIFIER'], ['reason'], 'OPEN'],
  ],
  ['ACCEPTED', 'DROPPED'],
);
