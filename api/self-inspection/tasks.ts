import { sql } from 'kysely';
import type { TaskSource } from '../access/index.js';
import { placeInWords } from '../organization/index.js';
import { inspectionAccess } from './policy.js';

/** Forms to fill in (as head of the unit or substitute) with their due day, and submitted ones to decide on. */
export const tasks: TaskSource = (ctx) =>
  inspectionAccess.tasks(ctx, {
    type: 'Inspection',
    alias: 'i',
    id: sql`i.id`,
    from: sql`
      inspection i
      join inspection_template t on t.id = i.template_id`,
    title: sql`t.title || ', ' || period_vi(i.period_key)`,
    place: placeInWords(sql`i.unit_id`),
  });
