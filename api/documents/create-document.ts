import { ref } from '@mikro-orm/core';
import { refuseForbidden, refuseNotFound } from '../access/index.js';
import { Person } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { command, type Tx } from '../commands/index.js';
import { contentHash } from '../trail/index.js';
import { ClauseSet } from '../standards/index.js';
import { contentFiles, setContentFile } from './content-file.js';
import { readContent, signedRevision } from './content.js';
import { Document } from './document.js';
import { ownerOf, refuseKnownCode, requireClauses, tidyCode } from './document-facts.js';
import type { CreateDocumentInput, DocumentFactsInput, RegisterExternalInput } from './inputs.js';
import { addedContent } from './extension-points.js';
import { mayAuthor } from './policy.js';
import { Revision } from './revision.js';
import { isExternal, nextRevisionNumber } from './rules/index.js';
import { signatory } from './signatories.js';
import { entryDetailsOf } from './lock.js';

/**
 * Makes a controlled document with its first draft; the viewer becomes its drafter.
 * @throws Refusal FORBIDDEN without ISO_SECRETARY, UNIT_HEAD or OFFICER at the owner unit,
 *   DUPLICATE on `code`, INVALID_INPUT
 */
export const createDocument = command('document.create', async (tx, input: CreateDocumentInput) => {
  if (isExternal(input.kind)) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Tài liệu bên ngoài được đưa vào bằng chức năng “Ghi nhận tài liệu bên ngoài”.',
        en: 'A document of external origin is registered, not drafted.',
      },
      { field: 'kind' },
    );
  }
  const source = input.copiedFromId ? await tx.find(Document, input.copiedFromId) : null;
  const document = await newDocument(tx, input, source);
  const place = { authorityId: document.authority.id, drafterId: tx.viewer.personId };
  const revision = tx.create(Revision, {
    ...firstRevision(tx, document),
    state: 'DRAFT',
    reviewer: await signatory(tx, 'reviewer', input.reviewerId, place),
    approver: await signatory(tx, 'approver', input.approverId, place),
  });
  const model = source && (await inForceOf(tx, source));
  if (model) {
    revision.sections = model.sections;
    await contentFiles.copy(tx, model, revision);
    for (const added of addedContent.all) await added.copy(tx, model, revision);
  } else {
    for (const added of addedContent.all) await added.start(tx, document, revision);
  }
  tx.record(document, entryDetailsOf(document));
  return document;
});

/**
 * Registers a document of external origin (văn bản bên ngoài): it is in force at once, without signatures.
 * @throws Refusal FORBIDDEN without ISO_SECRETARY, DUPLICATE on `code`, INVALID_INPUT on `fileId`
 */
export const registerExternal = command('document.registerExternal', async (tx, input: RegisterExternalInput) => {
  const document = await newDocument(tx, { ...input, kind: 'EXTERNAL' }, null);
  if (
    !tx.viewer.grants.some(
      ({ role, authorityIds }) => role === 'ISO_SECRETARY' && authorityIds.includes(document.authority.id),
    )
  )
    refuseForbidden();
  const body = [input.issuedBy, input.summary, input.address].filter(Boolean).join('\n\n');
  const revision = tx.create(Revision, {
    ...firstRevision(tx, document),
    state: 'EFFECTIVE',
    sections: [{ key: 'CONTENT', body }],
    effectiveOn: input.effectiveOn,
  });
  await setContentFile(tx, revision, input.fileId);
  revision.contentHash = contentHash(signedRevision(await readContent(tx, revision.id)));
  tx.record(document, entryDetailsOf(document));
  return document;
});

async function newDocument(
  tx: Tx,
  input: DocumentFactsInput & { kind: Document['kind'] },
  source: Document | null,
): Promise<Document> {
  const { owner, authority } = await ownerOf(tx, input.ownerUnitId);
  if (!tx.viewer.memberOf.includes(authority.id)) refuseNotFound();
  if (!mayAuthor(tx.viewer, { authority, ownerUnit: owner })) refuseForbidden();
  const code = tidyCode(input.code);
  await refuseKnownCode(tx, authority.id, code);
  const clauseSetCode = await currentClauseSet(tx);
  await requireClauses(tx, clauseSetCode, input.clauses);
  return tx.create(Document, {
    id: newId(tx.now),
    authority,
    code,
    title: input.title.trim(),
    kind: input.kind,
    ownerUnit: owner,
    officeKinds: input.officeKinds,
    clauses: input.clauses,
    clauseSetCode,
    reviewCycleMonths: input.reviewCycleMonths ?? null,
    retention: input.retention?.trim() || null,
    copiedFrom: source,
    createdAt: tx.now,
  });
}

const currentClauseSet = async (tx: Tx): Promise<string> =>
  (await tx.em.findOneOrFail(ClauseSet, { isCurrent: true })).code;

function firstRevision(tx: Tx, document: Document) {
  const { issue, amendment } = nextRevisionNumber(null, 'NEW_ISSUE');
  return {
    id: newId(tx.now),
    document: ref(document),
    issueNumber: issue,
    amendmentNumber: amendment,
    sections: [],
    changeRows: [],
    drafter: tx.em.getReference(Person, tx.viewer.personId),
    reviewer: null,
    approver: null,
    stateSince: tx.now,
    savedAt: tx.now,
  };
}

const inForceOf = (tx: Tx, document: Document): Promise<Revision | null> =>
  tx.em.findOne(Revision, { document: document.id, state: 'EFFECTIVE' });
