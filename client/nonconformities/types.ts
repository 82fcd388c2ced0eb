import type { NonconformityPageQuery } from '../graphql/generated/nonconformities/nonconformity';

/** A nonconformity as its page reads it. */
export type Whole = NonconformityPageQuery['nonconformity'];
/** An action of the plan as the page reads it. */
export type Action = Whole['actions'][number];
/** The request for more time that waits for an answer. */
export const pendingExtension = (action: Action) => action.extensions.find(({ decision }) => !decision);
