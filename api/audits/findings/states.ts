import { actEnum, stateEnum } from '../../platform/graphql/lifecycle-enums.js';
import { findingLifecycle } from '../rules/findings/index.js';

/** GraphQL enum `FindingState`. */
export const FindingStates = stateEnum(findingLifecycle, 'FindingState');

/** GraphQL enum `FindingAct`: the events of its lifecycle. */
export const FindingActs = actEnum('FindingAct', findingLifecycle);
