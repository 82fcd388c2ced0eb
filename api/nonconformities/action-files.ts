import { sql } from 'kysely';
import { attachmentsOf } from '../attachments/index.js';
import { alias } from '../platform/reads/index.js';
import { CorrectiveAction } from './corrective-action.js';
import { Nonconformity } from './nonconformity.js';
import { visibleNonconformity } from './visibility.js';

/** What shows that an action was done: seen by whoever sees the nonconformity. */
export const actionFiles = attachmentsOf(CorrectiveAction, {
  visible: (action, ctx) => sql`exists (
    select 1
    from nonconformity evident
    where evident.id = ${action('nonconformity_id')}
      and ${visibleNonconformity(alias(Nonconformity, 'evident'), ctx)})`,
});
