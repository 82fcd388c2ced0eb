import { actEnum, plainActEnum, type ValueOf } from '../../platform/graphql/lifecycle-enums.js';
import { auditLifecycle, roundLifecycle } from '../rules/planning/index.js';

/** GraphQL enum `RoundAct`: the events of its lifecycle. */
export const RoundActs = actEnum('RoundAct', roundLifecycle);

/** GraphQL enum `AuditAct`. */
export const AuditActs = actEnum('AuditAct', auditLifecycle, {
  declareConflict: 'Declare a conflict of interest with a member of the team (R14).',
});
export type AuditAct = ValueOf<typeof AuditActs>;

/** GraphQL enum `ConflictDeclarationAct`. */
export const DeclarationActs = plainActEnum('ConflictDeclarationAct', 'the declared conflict', {
  withdraw: 'Take the declaration back.',
});
export type DeclarationAct = ValueOf<typeof DeclarationActs>;
