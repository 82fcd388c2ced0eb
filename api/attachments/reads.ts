import { sql } from 'kysely';
import { either, reads, type ReadContext } from '../access/index.js';
import { defineExtensionPoint } from '../platform/module.js';
import type { RowOf, Sql } from '../platform/reads/index.js';
import { Attachment } from './attachment.js';

/**
 * Filled by modules whose records carry attachments: holds for an attachment (its row is given) that
 * the viewer may see through one of those records.
 */
export const visibleThrough =
  defineExtensionPoint<(attachment: RowOf<Attachment>, ctx: ReadContext) => Sql>('attachments.visibleThrough');

reads.define(Attachment, {
  visible: (row, ctx) =>
    either(
      sql`${row('uploaded_by_id')} = ${ctx.viewer.personId}`,
      ...visibleThrough.all.map((holds) => holds(row, ctx)),
    ),
});
