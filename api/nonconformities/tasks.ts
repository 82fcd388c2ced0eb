import { sql } from 'kysely';
import type { TaskSource } from '../access/index.js';
import { placeInWords } from '../organization/index.js';
import { actionAccess, nonconformityAccess } from './policy.js';

const place = placeInWords(sql.ref('n.unit_id'));

/** What waits for the viewer in this module; every line opens a nonconformity. */
export const tasks: TaskSource = (ctx) => {
  const subject = { type: 'Nonconformity', id: sql`n.id`, place };
  const onRecords = nonconformityAccess.tasks(ctx, {
    ...subject,
    alias: 'n',
    from: sql`nonconformity n`,
    title: sql`n.number || ' · ' || n.gap`,
  });
  const onActions = actionAccess.tasks(ctx, {
    ...subject,
    alias: 'act',
    from: sql`corrective_action act join nonconformity n on n.id = act.nonconformity_id`,
    joined: { nonconformity: 'n' },
    title: sql`n.number || ' · ' || act.title`,
  });
  return [...onRecords, ...onActions];
};
