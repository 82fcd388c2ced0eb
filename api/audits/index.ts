import { visibleThrough } from '../attachments/index.js';
import { defineModule } from '../platform/module.js';
import { entryVisibility } from '../trail/index.js';
import { lapseFindings } from './findings/answer-finding.js';
import { AuditResolver } from './fieldwork/resolver.js';
import { Audit, AuditProcedure, TeamMember } from './planning/audit.js';
import { AuditsDoneResolver } from './planning/audits-done.js';
import { CheckItem, CheckItemAttachment } from './fieldwork/check-item.js';
import { CheckItemResolver, FindingOfNonconformityResolver, FindingResolver } from './findings/resolver.js';
import { ConflictDeclaration, TeamReplacement } from './assignment/conflict-declaration.js';
import { ConflictResolver } from './assignment/conflict-resolver.js';
import { Finding } from './findings/finding.js';
import { Programme } from './planning/programme.js';
import { defineReads } from './planning/queries.js';
import { ProgrammeResolver, PlanAmendmentResolver, RoundResolver } from './planning/resolver.js';
import { RoundPlan } from './assignment/round-plan.js';
import { Round } from './planning/round.js';
import { lineFileVisible, entryVisibilities } from './planning/visibility.js';

export { Audit } from './planning/audit.js';
export { modelAgenda, modelClauses, usualOffice } from './planning/agenda-model.js';
export { CheckItem } from './fieldwork/check-item.js';
export { tasks } from './tasks.js';
export { countFindings } from './findings/counts.js';
export { auditFacts, loadPeople, loadPlan } from './assignment/facts.js';
export { Finding } from './findings/finding.js';
export { CheckResult, FindingCategory, TeamPart } from './kinds.js';
export type { PlanEntry } from './planning/plan-entry.js';
export { Round } from './planning/round.js';
export { signedAuditPlan, signedPlan, signedProgramme, signedReport, signedRound } from './findings/signed-contents.js';

defineReads();

/** Programmes, rounds, audits, work sheets and findings. */
export const audits = defineModule({
  name: 'audits',
  entities: [
    Programme,
    Round,
    RoundPlan,
    Audit,
    TeamMember,
    AuditProcedure,
    CheckItem,
    CheckItemAttachment,
    Finding,
    ConflictDeclaration,
    TeamReplacement,
  ],
  resolvers: [
    ProgrammeResolver,
    RoundResolver,
    PlanAmendmentResolver,
    AuditResolver,
    AuditsDoneResolver,
    ConflictResolver,
    CheckItemResolver,
    FindingResolver,
    FindingOfNonconformityResolver,
  ],
  jobs: [{ name: 'audits.lapse', cron: '10 17 * * *', run: lapseFindings }],
  contribute: () => {
    entryVisibilities.forEach((rule) => entryVisibility.contribute(rule));
    visibleThrough.contribute(lineFileVisible);
  },
});
