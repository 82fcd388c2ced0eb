import { defineModule } from '../platform/module.js';
import { Attachment } from './attachment.js';
import { attachmentRoutes } from './routes.js';

export { Attachment } from './attachment.js';
export { requireOwnUploads } from './own-uploads.js';
export { visibleThrough } from './reads.js';
export { fileStore } from './store.js';

/** Uploaded files: hashed, kept once, seen through the records that carry them. */
export const attachments = defineModule({ name: 'attachments', entities: [Attachment], routes: attachmentRoutes });
