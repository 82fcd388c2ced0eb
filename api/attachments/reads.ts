import { sql } from 'kysely';
import { reads } from '../access/index.js';
import { either } from '../platform/reads/index.js';
import { Attachment } from './attachment.js';
import { visibleThroughRecords } from './carrier.js';

reads.define(Attachment, {
  visible: (row, ctx) =>
    either(sql`${row('uploaded_by_id')} = ${ctx.viewer.personId}`, visibleThroughRecords(row, ctx)),
});
