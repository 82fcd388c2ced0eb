import { actEnum, plainActEnum, stateEnum, type ValueOf } from '../platform/graphql/lifecycle-enums.js';
import { auditLifecycle, findingLifecycle, programmeLifecycle, roundLifecycle } from './rules/index.js';

/** GraphQL enum `ProgrammeState`. */
export const ProgrammeStates = stateEnum(programmeLifecycle, 'ProgrammeState');

/** GraphQL enum `ProgrammeAct`: the events of its lifecycle. */
export const ProgrammeActs = actEnum('ProgrammeAct', programmeLifecycle);

/** GraphQL enum `RoundState`. */
export const RoundStates = stateEnum(roundLifecycle, 'RoundState');

/** GraphQL enum `RoundAct`. */
export const RoundActs = actEnum('RoundAct', roundLifecycle, {
  approvePlanAmendment: 'Sign the proposed changes of the plan.',
});
export type RoundAct = ValueOf<typeof RoundActs>;

/** GraphQL enum `AuditState`. */
export const AuditStates = stateEnum(auditLifecycle, 'AuditState');

/** GraphQL enum `AuditAct`. */
export const AuditActs = actEnum('AuditAct', auditLifecycle, {
  declareConflict: 'Declare a conflict of interest with a member of the team (R14).',
});
export type AuditAct = ValueOf<typeof AuditActs>;

/** GraphQL enum `FindingState`. */
export const FindingStates = stateEnum(findingLifecycle, 'FindingState');

/** GraphQL enum `FindingAct`: the events of its lifecycle. */
export const FindingActs = actEnum('FindingAct', findingLifecycle);

/** GraphQL enum `ConflictDeclarationAct`. */
export const DeclarationActs = plainActEnum('ConflictDeclarationAct', 'the declared conflict', {
  withdraw: 'Take the declaration back.',
});
export type DeclarationAct = ValueOf<typeof DeclarationActs>;
