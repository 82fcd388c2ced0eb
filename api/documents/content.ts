import { selection } from '../platform/reads/index.js';
import { reads, refuseNotFound } from '../access/index.js';
import { sql } from 'kysely';
import type { CheckProblem } from '../rules/checks.js';
import type { ContentChange } from '../rules/compare.js';
import { refuse } from '../rules/refusal.js';
import type { Tx } from '../commands/index.js';
import { contentHash } from '../trail/index.js';
import { addedContent, submitCheck, type RevisionContentRead } from './extension-points.js';
import { Revision } from './revision.js';
import { compareFiles, compareSections, contentChecks, isFirst } from './rules/index.js';

const ownPaths = [
  'issueNumber',
  'amendmentNumber',
  'sections',
  'changeRows',
  'file.name',
  'file.sha256',
  'drafter.id',
  'reviewer.id',
  'approver.id',
  'document.code',
  'document.title',
  'document.kind',
  'document.authority.id',
];

/** Everything of a revision that is signed, as paths of the read kit; other modules' content included. */
export const contentPaths = (): string[] => [
  ...ownPaths,
  ...addedContent.all.flatMap(({ name, signed }) => signed.map((path) => `${name}.${path}`)),
];

/**
 * The content of a revision that the three people sign; its hash is computed from this. A file is included by
 * its own hash. A revision without a file has no entry for files, so that revisions that were signed before
 * files existed keep their hash.
 */
export function signedRevision(revision: RevisionContentRead): unknown {
  const { issueNumber, amendmentNumber, sections, changeRows, file, drafter, reviewer, approver, document } = revision;
  const { code, title, kind, authority } = document;
  return {
    document: { code, title, kind, authorityId: authority.id },
    issueNumber,
    amendmentNumber,
    sections,
    changeRows,
    ...(file && { file: { name: file.name, sha256: file.sha256 } }),
    drafterId: drafter.id,
    reviewerId: reviewer?.id ?? null,
    approverId: approver?.id ?? null,
    ...Object.fromEntries(addedContent.all.map(({ name }) => [name, withoutIds(revision[name])])),
  };
}

/** Ids of rows are not content: a step that is saved again with the same words is the same step. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'id')
      .map(([name, inner]) => [name, withoutIds(inner)]),
  );
}

/** Reads the content of a revision as it stands in the transaction. @throws Refusal NOT_FOUND */
export async function readContent(tx: Tx, id: string): Promise<RevisionContentRead> {
  await tx.em.flush();
  const found = await reads.one(tx.em, Revision, selection(...contentPaths()), tx.readContext, (row) => [
    sql`${row('id')} = ${id}`,
  ]);
  return (found as RevisionContentRead | null) ?? refuseNotFound();
}

/** What is missing or wrong in a revision: completeness, and the checks that other modules add. */
export function revisionChecks(revision: RevisionContentRead): CheckProblem[] {
  return contentChecks({
    kind: revision.document.kind,
    sections: revision.sections,
    hasFile: revision.file !== null,
    changeRows: isFirst({ issue: revision.issueNumber, amendment: revision.amendmentNumber })
      ? undefined
      : revision.changeRows,
    filledElsewhere: addedContent.all.flatMap((added) => added.fills(revision)),
    otherChecks: submitCheck.all.flatMap((check) => check(revision)),
  });
}

/** How a revision differs from the one before it. */
export function revisionChanges(before: RevisionContentRead, after: RevisionContentRead): ContentChange[] {
  return [
    ...compareFiles(before.file, after.file),
    ...compareSections(before.sections, after.sections),
    ...addedContent.all.flatMap((added) => added.compare(before, after)),
  ];
}

/**
 * The content to sign, if it is still the content that was submitted.
 * @throws Refusal RULE_VIOLATED with rule CONTENT_CHANGED
 */
export async function unchangedContent(tx: Tx, revision: Revision): Promise<unknown> {
  const content = signedRevision(await readContent(tx, revision.id));
  if (contentHash(content) === revision.contentHash) return content;
  return refuse(
    'RULE_VIOLATED',
    {
      vi: 'Nội dung không còn đúng như bản đã gửi soát xét nên không thể ký. Hãy trả lại để người soạn thảo gửi lại.',
      en: 'The content is no longer what was submitted, so it cannot be signed. Return it to the drafter.',
    },
    { rule: 'CONTENT_CHANGED' },
  );
}
