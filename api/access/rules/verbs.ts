import type { Permission } from './permissions.js';

/**
 * The catalogue of verbs: everything that is done to a record, named by module and event. The trail
 * calls its entries by them, and permissions, histories and My work take their words from here, so
 * that a new verb without permission or without words does not compile.
 *
 * The value is the permission that is needed. `null`: no request asks for this verb; a job of the system does
 * it, or it follows from another verb.
 */
export const verbs = {
  'identity.signIn': 'identity.signIn',
  'identity.signOut': 'identity.own',
  'identity.signOutEverywhere': 'identity.own',
  'identity.changePassword': 'identity.own',
  'identity.giveAccount': 'account.manage',
  'identity.resetPassword': 'account.manage',
  'identity.closeAccount': 'account.manage',

  'auditorConflict.declare': 'auditor.declareConflict',
  'auditorConflict.withdraw': 'auditor.declareConflict',

  'attachment.upload': 'attachment.write',

  'document.create': 'document.create',
  'document.registerExternal': 'document.registerExternal',
  'document.changeFacts': 'document.changeFacts',
  'document.startRevision': 'document.create',
  'document.saveDraft': 'document.draft',
  'document.saveProcedure': 'document.draft',
  'document.submit': 'document.submit',
  'document.review': 'document.review',
  'document.approve': 'document.approve',
  'document.return': 'document.return',
  'document.takeBack': 'document.takeBack',
  'document.takeOver': 'document.takeOver',
  'document.discard': 'document.discard',
  'document.cancel': 'document.cancel',
  'document.withdraw': 'document.withdraw',
  'document.takeEffect': null,
  'document.supersede': null,
  'document.acknowledge': 'document.acknowledge',

  'nonconformity.report': 'nonconformity.report',
  'nonconformity.issue': null,
  'nonconformity.respond': 'nonconformity.respond',
  'nonconformity.dispute': 'nonconformity.dispute',
  'nonconformity.uphold': 'nonconformity.decideDispute',
  'nonconformity.withdraw': 'nonconformity.withdraw',
  'nonconformity.approvePlan': 'nonconformity.approvePlan',
  'nonconformity.returnPlan': 'nonconformity.approvePlan',
  'nonconformity.revisePlan': 'nonconformity.revisePlan',
  'nonconformity.reportDone': 'nonconformity.reportDone',
  'nonconformity.verify': 'nonconformity.verify',
  'nonconformity.returnResult': 'nonconformity.verify',
  'nonconformity.confirmEffective': 'nonconformity.verify',
  'nonconformity.findIneffective': 'nonconformity.verify',
  'correctiveAction.reportDone': 'correctiveAction.work',
  'correctiveAction.noteProgress': 'correctiveAction.work',
  'correctiveAction.askExtension': 'correctiveAction.work',
  'correctiveAction.grantExtension': 'correctiveAction.decide',
  'correctiveAction.refuseExtension': 'correctiveAction.decide',
  'correctiveAction.drop': 'correctiveAction.decide',
  'correctiveAction.accept': 'correctiveAction.decide',
  'correctiveAction.return': 'correctiveAction.decide',

  'selfInspection.open': null,
  'selfInspection.miss': null,
  'selfInspection.start': 'selfInspection.start',
  'selfInspection.begin': 'selfInspection.fill',
  'selfInspection.saveAnswers': 'selfInspection.fill',
  'selfInspection.submit': 'selfInspection.fill',
  'selfInspection.nameSubstitute': 'selfInspection.fill',
  'selfInspection.reportFailing': 'selfInspection.fill',
  'selfInspection.accept': 'selfInspection.decide',
  'selfInspection.return': 'selfInspection.decide',
  'selfInspection.excuse': 'selfInspection.excuse',
  'selfInspection.createTemplate': 'selfInspection.template',
  'selfInspection.createTemplateVersion': 'selfInspection.template',
  'selfInspection.saveTemplateDraft': 'selfInspection.template',
  'selfInspection.publishTemplateVersion': 'selfInspection.template',
  'selfInspection.retireTemplateVersion': 'selfInspection.template',
  'selfInspection.createSchedule': 'selfInspection.schedule',
  'selfInspection.changeSchedule': 'selfInspection.schedule',
  'selfInspection.endSchedule': 'selfInspection.schedule',

  'programme.create': 'programme.manage',
  'programme.change': 'programme.manage',
  'programme.approve': 'programme.approve',
  'programme.revise': 'programme.manage',
  'programme.close': 'programme.manage',
  'round.create': 'round.manage',
  'round.change': 'round.manage',
  'round.assign': 'round.manage',
  'round.reopen': 'round.manage',
  'round.approve': 'round.approve',
  'round.start': null,
  'round.proposePlanAmendment': 'round.manage',
  'round.withdrawPlanAmendment': 'round.withdraw',
  'round.withdrawPlanAmendmentChange': 'round.withdraw',
  'round.amendPlan': 'round.approve',
  'round.report': 'round.manage',
  'round.close': 'round.approve',
  'round.cancel': 'round.approve',
  'conflict.declare': 'audit.declareConflict',
  'conflict.withdraw': 'audit.declareConflict',
  'audit.setTeam': 'round.manage',
  'audit.setDates': 'round.manage',
  'audit.plan': 'audit.plan',
  'audit.announce': 'audit.plan',
  'audit.confirmPlan': 'audit.answerPlan',
  'audit.objectToPlan': 'audit.answerPlan',
  'audit.reschedule': null,
  'audit.open': 'audit.fieldwork',
  'audit.finishFieldwork': 'audit.fieldwork',
  'audit.reopenFieldwork': 'audit.fieldwork',
  'audit.saveReport': 'audit.report',
  'audit.report': 'audit.report',
  'audit.accept': 'audit.answerReport',
  'audit.return': 'audit.answerReport',
  'audit.cancel': 'audit.cancel',
  'checkItem.add': 'audit.fieldwork',
  'checkItem.setResult': 'audit.fieldwork',
  'checkItem.explain': 'audit.fieldwork',
  'checkItem.addSamples': 'audit.fieldwork',
  'checkItem.removeSamples': 'audit.fieldwork',
  'checkItem.addFiles': 'audit.fieldwork',
  'checkItem.removeFiles': 'audit.fieldwork',
  'finding.write': 'finding.write',
  'finding.save': 'finding.write',
  'finding.send': 'finding.write',
  'finding.drop': 'finding.write',
  'finding.agree': 'finding.write',
  'finding.sendBack': 'finding.lead',
  'finding.show': 'finding.lead',
  'finding.acknowledge': 'finding.answer',
  'finding.dispute': 'finding.answer',
  'finding.uphold': 'finding.lead',
  'finding.amend': 'finding.lead',
  'finding.lapse': null,
  'finding.issue': null,
} as const satisfies Record<string, Permission | null>;

/** What can be done to a record, such as `nonconformity.respond`. */
export type Verb = keyof typeof verbs;

/** A verb that a person asks for: it needs a permission. */
export type PersonVerb = { [V in Verb]: (typeof verbs)[V] extends Permission ? V : never }[Verb];

/** The verbs of one module: `VerbOf<'audit'>`. */
export type VerbOf<Module extends string> = Extract<Verb, `${Module}.${string}`>;

/**
 * Verbs of entries that earlier versions wrote. Entries are never rewritten, so that histories keep
 * words for them; no command uses them.
 */
export const formerVerbs = ['round.repair'] as const;
export type FormerVerb = (typeof formerVerbs)[number];

/**
 * What My work can ask of a person: mostly a verb, or an occasion that ends in one of several verbs
 * (a returned draft is saved and submitted again).
 */
export const allTaskKinds = [
  'document.submit',
  'document.draft',
  'document.takeOver',
  'document.takeBack',
  'document.review',
  'document.approve',
  'document.acknowledge',
  'nonconformity.respond',
  'nonconformity.approvePlan',
  'nonconformity.reportDone',
  'nonconformity.verify',
  'nonconformity.confirmEffective',
  'nonconformity.uphold',
  'correctiveAction.reportDone',
  'correctiveAction.grantExtension',
  'selfInspection.begin',
  'selfInspection.submit',
  'selfInspection.mend',
  'selfInspection.accept',
  'programme.approve',
  'programme.close',
  'round.assign',
  'round.approve',
  'round.resolveConflict',
  'round.correctPlanAmendment',
  'round.amendPlan',
  'round.report',
  'round.close',
  'audit.announce',
  'audit.confirmPlan',
  'audit.open',
  'checkItem.setResult',
  'audit.finishFieldwork',
  'audit.report',
  'audit.accept',
  'finding.send',
  'finding.agree',
  'finding.show',
  'finding.acknowledge',
  'finding.uphold',
] as const satisfies readonly (
  | Verb
  | 'document.draft'
  | 'selfInspection.mend'
  | 'round.resolveConflict'
  | 'round.correctPlanAmendment'
)[];

/** See {@link allTaskKinds}. */
export type TaskKind = (typeof allTaskKinds)[number];
