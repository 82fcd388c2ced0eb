import { sql } from 'kysely';
import { either, reads } from '../access/index.js';
import { Attachment } from './attachment.js';
import { visibleThroughRecords } from './carrier.js';

reads.define(Attachment, {
  visible: (row, ctx) =>
    either(sql`${row('uploaded_by_id')} = ${ctx.viewer.personId}`, visibleThroughRecords(row, ctx)),
});
