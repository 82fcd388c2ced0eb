import { sql } from 'kysely';
import { visibleThrough } from '../attachments/index.js';
import { defineRoom } from '../platform/room.js';
import { tellingRule } from '../trail/index.js';
import { Acknowledgement } from './acknowledgement.js';
import { Document } from './document.js';
import './read-fields.js';
import { DocumentResolver, RevisionResolver } from './resolver.js';
import { Revision } from './revision.js';
import { takeEffectWhereDue } from './take-effect.js';
import { draftTelling, revisionVisible } from './visibility.js';

export { signedContent } from './content.js';
export { Document } from './document.js';
export { DraftInput } from './inputs.js';
export { handledDocuments } from './lineage.js';
export { owed } from './owed.js';
export {
  addedContent,
  listHelp,
  submitCheck,
  type AddedContent,
  type ListHelp,
  type RevisionContentRead,
} from './points.js';
export { Revision } from './revision.js';
export { takeDraft, writeDraft } from './save-draft.js';
export { placeOf } from './turn.js';

/** Controlled documents: revisions, signatures, what is in force, who has read it. */
export const documents = defineRoom({
  name: 'documents',
  entities: [Document, Revision, Acknowledgement],
  resolvers: [DocumentResolver, RevisionResolver],
  jobs: [{ name: 'documents.takeEffect', cron: '*/10 * * * *', run: takeEffectWhereDue }],
  contribute() {
    tellingRule.fill(draftTelling);
    visibleThrough.fill(
      (attachment, ctx) =>
        sql`exists (select 1 from revision fr where fr.file_id = ${attachment('id')} and ${revisionVisible((column) => sql.ref(`fr.${column}`), ctx)})`,
    );
  },
});
