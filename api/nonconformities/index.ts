import { sql } from 'kysely';
import { reads } from '../access/index.js';
import { Attachment, visibleThrough } from '../attachments/index.js';
import { Person, vietnamese } from '../organization/index.js';
import type { Row } from '../platform/reads/index.js';
import { defineModule } from '../platform/module.js';
import { ActionExtension } from './action-extension.js';
import { ActionProgress } from './action-progress.js';
import { CorrectiveActionCommands, NonconformityCommands } from './command-resolver.js';
import { CorrectiveAction } from './corrective-action.js';
import { Nonconformity } from './nonconformity.js';
import { actionAccess, nonconformityAccess } from './policy.js';
import { CorrectiveActionResolver, NonconformityResolver } from './resolver.js';
import { Verification } from './verification.js';
import { visibleNonconformity } from './visibility.js';

export type { ExtensionDecision } from './action-extension.js';
export { CorrectiveAction } from './corrective-action.js';
export { tasks } from './tasks.js';
export { Nonconformity, NonconformitySource, Severity } from './nonconformity.js';
export { raiseNonconformity, type NonconformityFacts } from './raise.js';

reads.define(Nonconformity, {
  visible: visibleNonconformity,
  fields: {
    overdue: { sql: (row, { today }) => sql`coalesce(${row('due_on')} < ${today}, false)` },
    mine: { sql: (row, ctx) => sql`coalesce(${nonconformityAccess.waitsForViewer(row, ctx)}, false)` },
    followUps: {
      many: () => Nonconformity,
      on: (row, other) => sql`${other('follow_up_of_id')} = ${row('id')}`,
      orderBy: (other) => other('issued_at'),
    },
    waitsFor: {
      many: () => Person,
      on: (row, person, ctx) => sql`${person('id')} = any(array(${nonconformityAccess.waitsFor(row, ctx)}))`,
      orderBy: (person) => vietnamese(person('full_name')),
    },
    latestActionDay: { needs: ['actionsDueOn', 'actions.state', 'actions.dueOn'] },
    latestExtensionDay: { needs: ['issuedAt'] },
    viewerCan: { needs: nonconformityAccess.needs },
  },
});

reads.define(CorrectiveAction, {
  fields: {
    overdue: { sql: (row, { today }) => sql`(${row('state')} = 'OPEN' and ${row('due_on')} < ${today})` },
    attachments: {
      many: () => Attachment,
      on: (row, other) => sql`${other('id')} = any(${row('attachment_ids')})`,
      orderBy: (other) => other('uploaded_at'),
    },
    viewerCan: {
      needs: [
        ...actionAccess.needs,
        'id',
        'kind',
        'dueOn',
        'nonconformity.state',
        'nonconformity.issuedAt',
        'nonconformity.actions.kind',
      ],
    },
  },
});

/** Nonconformities and their corrective actions. */
export const nonconformities = defineModule({
  name: 'nonconformities',
  entities: [Nonconformity, CorrectiveAction, ActionExtension, ActionProgress, Verification],
  resolvers: [NonconformityResolver, NonconformityCommands, CorrectiveActionResolver, CorrectiveActionCommands],
  contribute: () =>
    visibleThrough.contribute((attachment, ctx) => {
      const row: Row = (column) => sql.ref(`evident.${column}`);
      return sql`exists (select 1 from corrective_action shown join nonconformity evident on evident.id = shown.nonconformity_id
        where shown.attachment_ids @> array[${attachment('id')}] and ${visibleNonconformity(row, ctx)})`;
    }),
});
