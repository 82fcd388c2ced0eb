import type { RowOf, Sql } from '../platform/reads/index.js';
import { defineExtensionPoint } from '../platform/module.js';
import type { CheckProblem } from '../rules/checks.js';
import type { ContentChange } from '../rules/compare.js';
import type { Tx } from '../commands/index.js';
import type { Document } from './document.js';
import type { ChangeRow, Revision, Section } from './revision.js';
import type { SectionKey } from './rules/index.js';

/** A revision as the read kit gives it: plain values, with what other modules add. */
export interface RevisionContentRead {
  issueNumber: number;
  amendmentNumber: number;
  sections: Section[];
  changeRows: ChangeRow[];
  file: { name: string; sha256: string } | null;
  drafter: { id: string };
  reviewer: { id: string } | null;
  approver: { id: string } | null;
  document: { code: string; title: string; kind: Document['kind']; authority: { id: string } };
  [added: string]: unknown;
}

/** Content that a later module adds to a revision. It is hashed, signed, copied and compared with the revision. */
export interface AddedContent {
  /** Name of the field it adds to Revision, such as `procedure`. */
  name: string;
  /** The signed properties: paths below that field, with their names in GraphQL. */
  signed: readonly string[];
  /** The sections of the paper that it fills in this revision. */
  fills(revision: RevisionContentRead): SectionKey[];
  /** Makes the first content of a new document of that kind. */
  start(tx: Tx, document: Document, revision: Revision): Promise<void>;
  /** Copies what belongs to one revision to another one. */
  copy(tx: Tx, from: Revision, to: Revision): Promise<void>;
  /** How the later revision differs from the earlier one. */
  compare(before: RevisionContentRead, after: RevisionContentRead): ContentChange[];
}

/** Filled by procedures: limit, dossier, steps. */
export const addedContent = defineExtensionPoint<AddedContent>('documents.content');

/** Further checks before a revision may be submitted; the module procedures adds the time check. */
export const submitCheck =
  defineExtensionPoint<(revision: RevisionContentRead) => CheckProblem[]>('documents.submitCheck');

/** How a later module finds documents by its own data. */
export interface ListHelp {
  /** Condition: the document is also found by this word; undefined for a word of another kind. */
  found(document: RowOf<Document>, word: string): Sql | undefined;
  /** Condition: the document belongs to this field (lĩnh vực). */
  ofField(document: RowOf<Document>, field: string): Sql;
}

/** Contributed by procedures: national code and field. */
export const listHelp = defineExtensionPoint<ListHelp>('documents.list');
