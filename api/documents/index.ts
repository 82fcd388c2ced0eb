import { defineRoom } from '../platform/room.js';
import { Document } from './document.js';
import { Revision } from './revision.js';

export { Document, DocumentKind } from './document.js';
export { ChangeRow, Revision, Section } from './revision.js';

/** Controlled documents: revisions, signatures, what is in force. */
export const documents = defineRoom({ name: 'documents', entities: [Document, Revision] });
