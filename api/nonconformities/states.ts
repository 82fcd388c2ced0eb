import { actEnum, stateEnum } from '../platform/graphql/lifecycle-enums.js';
import { actionLifecycle, nonconformityLifecycle } from './rules/index.js';

/** GraphQL enum `NonconformityState`. */
export const NonconformityStates = stateEnum(nonconformityLifecycle, 'NonconformityState');

/** GraphQL enum `NonconformityAct`: the events of its lifecycle. */
export const NonconformityActs = actEnum('NonconformityAct', nonconformityLifecycle);

/** GraphQL enum `CorrectiveActionState`. */
export const ActionStates = stateEnum(actionLifecycle, 'CorrectiveActionState');

/** GraphQL enum `CorrectiveActionAct`: the events of its lifecycle. */
export const ActionActs = actEnum('CorrectiveActionAct', actionLifecycle);
