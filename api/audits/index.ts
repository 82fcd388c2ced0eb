import { defineModule } from '../platform/module.js';
import { entryVisibility } from '../trail/index.js';
import { lapseFindings } from './answer-finding.js';
import { AuditResolver } from './audit-resolver.js';
import { Audit, AuditProcedure, TeamMember } from './audit.js';
import { AuditsDoneResolver } from './audits-done.js';
import { CheckItem } from './check-item.js';
import { CheckItemResolver, FindingOfNonconformityResolver, FindingResolver } from './finding-resolver.js';
import { ConflictDeclaration, TeamReplacement } from './conflict-declaration.js';
import { ConflictResolver } from './conflict-resolver.js';
import { Finding } from './finding.js';
import { Programme } from './programme.js';
import { defineReads } from './queries.js';
import { ProgrammeResolver, PlanAmendmentResolver, RoundResolver } from './round-resolver.js';
import { RoundPlan } from './round-plan.js';
import { Round } from './round.js';
import { entryVisibilities } from './visibility.js';

export { Audit } from './audit.js';
export { modelAgenda, modelClauses, usualOffice } from './agenda-model.js';
export { CheckItem } from './check-item.js';
export { tasks } from './tasks.js';
export { countFindings } from './counts.js';
export { auditFacts, loadPeople, loadPlan } from './facts.js';
export { Finding } from './finding.js';
export { CheckResult, FindingCategory, TeamPart } from './kinds.js';
export type { PlanEntry } from './plan-entry.js';
export { Round } from './round.js';
export { signedAuditPlan, signedPlan, signedProgramme, signedReport, signedRound } from './signed-contents.js';

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
  },
});
