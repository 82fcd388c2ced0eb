import { sql } from 'kysely';
import { visibleThrough } from '../attachments/index.js';
import { alias } from '../platform/reads/index.js';
import { defineModule } from '../platform/module.js';
import { ActionExtension } from './action-extension.js';
import { ActionProgress } from './action-progress.js';
import { CorrectiveActionCommands, NonconformityCommands } from './command-resolver.js';
import { CorrectiveAction } from './corrective-action.js';
import { Nonconformity } from './nonconformity.js';
import './reads.js';
import { CorrectiveActionResolver, NonconformityResolver } from './resolver.js';
import { Verification } from './verification.js';
import { visibleNonconformity } from './visibility.js';

export type { ExtensionDecision } from './action-extension.js';
export { CorrectiveAction } from './corrective-action.js';
export { tasks } from './tasks.js';
export { Nonconformity, NonconformitySource, Severity } from './nonconformity.js';
export { raiseNonconformity, type NonconformityFacts } from './raise.js';

/** Nonconformities and their corrective actions. */
export const nonconformities = defineModule({
  name: 'nonconformities',
  entities: [Nonconformity, CorrectiveAction, ActionExtension, ActionProgress, Verification],
  resolvers: [NonconformityResolver, NonconformityCommands, CorrectiveActionResolver, CorrectiveActionCommands],
  contribute: () =>
    visibleThrough.contribute(
      (attachment, ctx) => sql`exists (
        select 1
        from corrective_action shown
        join nonconformity evident on evident.id = shown.nonconformity_id
        where shown.attachment_ids @> array[${attachment('id')}]
          and ${visibleNonconformity(alias(Nonconformity, 'evident'), ctx)})`,
    ),
});
