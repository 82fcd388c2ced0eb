import type { DocumentPageQuery, RevisionPageQuery } from '../graphql/generated/documents/documents';

/** A document as its page reads it. */
export type DocumentHead = DocumentPageQuery['document'];
/** A revision with everything that stands in it. */
export type RevisionFull = RevisionPageQuery['revision'];
/** The content of a procedure, as the page reads it. */
export type ProcedureContent = NonNullable<RevisionFull['procedure']>;
