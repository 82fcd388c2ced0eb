import { defineModule } from '../platform/module.js';
import { entryVisibility } from '../trail/index.js';
import { Acknowledgement } from './acknowledgement.js';
import { Document } from './document.js';
import './reads.js';
import { DocumentResolver, RevisionResolver } from './resolver.js';
import { Revision } from './revision.js';
import { takeEffectWhereDue } from './take-effect.js';
import { draftEntryVisibility } from './visibility.js';

export { Acknowledgement } from './acknowledgement.js';
export { signedRevision } from './content.js';
export { Document } from './document.js';
export { DraftInput } from './inputs.js';
export {
  clausesServed,
  documentsInForce,
  documentsWithCode,
  handledDocuments,
  namesOfDocuments,
  revisionInForce,
  revisions,
  seesRevision,
} from './in-sql.js';
export { tasks } from './tasks.js';
export {
  addedContent,
  listHelp,
  submitCheck,
  type AddedContent,
  type ListHelp,
  type RevisionContentRead,
} from './extension-points.js';
export { Revision } from './revision.js';
export { lockDraft, writeDraft } from './save-draft.js';
export { entryDetailsOf } from './lock.js';

/** Controlled documents: revisions, signatures, what is in force, who has read it. */
export const documents = defineModule({
  name: 'documents',
  entities: [Document, Revision, Acknowledgement],
  resolvers: [DocumentResolver, RevisionResolver],
  jobs: [{ name: 'documents.takeEffect', cron: '*/10 * * * *', run: takeEffectWhereDue }],
  contribute() {
    entryVisibility.contribute(draftEntryVisibility);
  },
});
