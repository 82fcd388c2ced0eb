import { sql } from 'kysely';
import { reads } from '../access/index.js';
import { Person, vietnamese } from '../organization/index.js';
import { many } from '../platform/reads/index.js';
import { actionFiles } from './action-files.js';
import { CorrectiveAction } from './corrective-action.js';
import { Nonconformity } from './nonconformity.js';
import { actionAccess, nonconformityAccess } from './policy.js';
import { visibleNonconformity } from './visibility.js';

reads.define(Nonconformity, {
  visible: visibleNonconformity,
  fields: {
    overdue: { sql: (row, { today }) => sql`coalesce(${row('due_on')} < ${today}, false)` },
    mine: { sql: (row, ctx) => sql`coalesce(${nonconformityAccess.waitsForViewer(row, ctx)}, false)` },
    followUps: many(() => Nonconformity, {
      on: (row, other) => sql`${other('follow_up_of_id')} = ${row('id')}`,
      orderBy: (other) => other('issued_at'),
    }),
    waitsFor: many(() => Person, {
      on: (row, person, ctx) => sql`${person('id')} = any(array(${nonconformityAccess.waitsFor(row, ctx)}))`,
      orderBy: (person) => vietnamese(person('full_name')),
    }),
    latestActionDay: { needs: ['actionsDueOn', 'actions.state', 'actions.dueOn'] },
    latestExtensionDay: { needs: ['issuedAt'] },
    viewerCan: { needs: () => nonconformityAccess.needs },
  },
});

reads.define(CorrectiveAction, {
  fields: {
    overdue: { sql: (row, { today }) => sql`(${row('state')} = 'OPEN' and ${row('due_on')} < ${today})` },
    attachments: actionFiles.many,
    viewerCan: {
      needs: () => [
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
