import { sql } from 'kysely';
import { reads, type ReadContext } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';
import { definePoint, defineRoom } from '../platform/room.js';
import { Attachment } from './attachment.js';
import { attachmentRoutes } from './routes.js';

export { Attachment } from './attachment.js';
export { requireOwnUploads } from './own-uploads.js';
export { fileStore } from './store.js';

/**
 * Filled by rooms whose records carry attachments: holds for an attachment (its row is given) that
 * the viewer may see through one of those records.
 */
export const visibleThrough = definePoint<(attachment: Row, ctx: ReadContext) => Sql>('attachments.visibleThrough');

reads.define(Attachment, {
  visible: (row, ctx) =>
    sql`(${row('uploaded_by_id')} = ${ctx.viewer.personId} or ${sql.join([sql`false`, ...visibleThrough.all.map((holds) => holds(row, ctx))], sql` or `)})`,
});

/** Uploaded files: hashed, kept once, seen through the records that carry them. */
export const attachments = defineRoom({ name: 'attachments', entities: [Attachment], routes: attachmentRoutes });
