import { actEnum, plainActEnum, stateEnum, type ValueOf } from '../platform/graphql/lifecycle-enums.js';
import { revisionLifecycle } from './rules/index.js';

/** GraphQL enum `RevisionState`. */
export const RevisionStates = stateEnum(revisionLifecycle, 'RevisionState');

/** GraphQL enum `RevisionAct`. */
export const RevisionActs = actEnum('RevisionAct', revisionLifecycle, {
  edit: 'Change the content of the draft.',
  acknowledge: 'Confirm having read the revision in force.',
});
export type RevisionAct = ValueOf<typeof RevisionActs>;

/** GraphQL enum `DocumentAct`. */
export const DocumentActs = plainActEnum('DocumentAct', 'the document', {
  startRevision: 'Start the next issue or amendment.',
  changeFacts: 'Change what is known of it besides its content.',
  rename: 'Change code and title too: they are not signed yet.',
});
export type DocumentAct = ValueOf<typeof DocumentActs>;
