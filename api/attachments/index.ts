import { defineModule } from '../platform/module.js';
import { AttachmentLink } from './attachment-link.js';
import { Attachment } from './attachment.js';
import './reads.js';
import { attachmentRoutes } from './routes.js';

export { AttachmentLink } from './attachment-link.js';
export { Attachment } from './attachment.js';
export type { CarriedAttachments } from './carried-attachments.js';
export { attachmentsOf } from './carrier.js';
export { fileStore } from './store.js';

/** Uploaded files: hashed, stored once, visible to whoever sees a record that carries them. */
export const attachments = defineModule({
  name: 'attachments',
  entities: [Attachment, AttachmentLink],
  routes: attachmentRoutes,
});
