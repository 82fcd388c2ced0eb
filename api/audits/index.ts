import { defineModule } from '../platform/module.js';
import { entryVisibility } from '../trail/index.js';
import { ConflictDeclaration, TeamReplacement } from './assignment/conflict-declaration.js';
import { defineAssignmentReads } from './assignment/reads.js';
import { ConflictResolver, PlanAmendmentResolver, RoundPlanResolver, TeamResolver } from './assignment/resolver.js';
import { RoundPlan } from './assignment/round-plan.js';
import { CheckItem } from './fieldwork/check-item.js';
import { defineFieldworkReads } from './fieldwork/reads.js';
import { CheckItemResolver, FieldworkResolver } from './fieldwork/resolver.js';
import { lapseFindings } from './findings/answer-finding.js';
import { Finding } from './findings/finding.js';
import { defineFindingsReads } from './findings/reads.js';
import {
  FindingOfNonconformityResolver,
  FindingResolver,
  ReportResolver,
  RoundReportResolver,
} from './findings/resolver.js';
import { findingEntries } from './findings/visibility.js';
import { Audit, AuditProcedure, TeamMember } from './planning/audit.js';
import { Programme } from './planning/programme.js';
import { definePlanningReads } from './planning/reads.js';
import { AuditResolver, AuditsDoneResolver, ProgrammeResolver, RoundResolver } from './planning/resolver.js';
import { Round } from './planning/round.js';
import { auditEntries } from './planning/visibility.js';

export { TeamReplacement } from './assignment/conflict-declaration.js';
export { TeamMember } from './planning/audit.js';
export { RoundPlan } from './assignment/round-plan.js';
export { Programme } from './planning/programme.js';
export { ConflictDeclaration } from './assignment/conflict-declaration.js';
export { AuditProcedure } from './planning/audit.js';
export { Plan } from './assignment/plan.js';
export { signedPlan } from './assignment/signed-contents.js';
export { CheckItem } from './fieldwork/check-item.js';
export { CheckResult, FindingCategory } from './fieldwork/kinds.js';
export { signedAuditPlan } from './fieldwork/signed-contents.js';
export { countFindings } from './findings/counts.js';
export { Finding } from './findings/finding.js';
export { signedReport, signedRound } from './findings/signed-contents.js';
export { modelAgenda, modelClauses, usualOffice } from './planning/agenda-model.js';
export { Audit } from './planning/audit.js';
export { TeamPart } from './planning/kinds.js';
export type { PlanEntry } from './planning/plan-entry.js';
export { Round } from './planning/round.js';
export { signedProgramme } from './planning/signed-contents.js';
export { tasks } from './tasks.js';

definePlanningReads();
defineAssignmentReads();
defineFieldworkReads();
defineFindingsReads();

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
    Finding,
    ConflictDeclaration,
    TeamReplacement,
  ],
  resolvers: [
    ProgrammeResolver,
    RoundResolver,
    AuditResolver,
    AuditsDoneResolver,
    RoundPlanResolver,
    PlanAmendmentResolver,
    TeamResolver,
    ConflictResolver,
    FieldworkResolver,
    CheckItemResolver,
    ReportResolver,
    RoundReportResolver,
    FindingResolver,
    FindingOfNonconformityResolver,
  ],
  jobs: [{ name: 'audits.lapse', cron: '10 17 * * *', run: lapseFindings }],
  contribute: () => {
    entryVisibility.contribute(auditEntries);
    entryVisibility.contribute(findingEntries);
  },
});
