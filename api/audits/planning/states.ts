import { actEnum, stateEnum } from '../../platform/graphql/lifecycle-enums.js';
import { auditLifecycle, programmeLifecycle, roundLifecycle } from '../rules/planning/index.js';

/** GraphQL enum `ProgrammeState`. */
export const ProgrammeStates = stateEnum(programmeLifecycle, 'ProgrammeState');

/** GraphQL enum `ProgrammeAct`: the events of its lifecycle. */
export const ProgrammeActs = actEnum('ProgrammeAct', programmeLifecycle);

/** GraphQL enum `RoundState`. */
export const RoundStates = stateEnum(roundLifecycle, 'RoundState');

/** GraphQL enum `AuditState`. */
export const AuditStates = stateEnum(auditLifecycle, 'AuditState');
