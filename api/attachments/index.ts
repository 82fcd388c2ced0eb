import { sql } from 'kysely';
import { reads, type ReadContext } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';
import { defineExtensionPoint, defineModule } from '../platform/module.js';
import { Attachment } from './attachment.js';
import { attachmentRoutes } from './routes.js';

export { Attachment } from './attachment.js';
export { requireOwnUploads } from './own-uploads.js';
export { fileStore } from './store.js';

/**
 * Filled by modules whose records carry attachments: holds for an attachment (its row is given) that
 * the viewer may see through one of those records.
 */
export const visibleThrough =
  defineExtensionPoint<(attachment: Row, ctx: ReadContext) => Sql>('attachments.visibleThrough');

reads.define(Attachment, {
  visible: (row, ctx) =>
    sql`(${row('uploaded_by_id')} = ${ctx.viewer.personId} or ${sql.join([sql`false`, ...visibleThrough.all.map((holds) => holds(row, ctx))], sql` or `)})`,
});

/** Uploaded files: hashed, kept once, seen through the records that carry them. */
export const attachments = defineModule({ name: 'attachments', entities: [Attachment], routes: attachmentRoutes });
