import { ref } from '@mikro-orm/core';
import { refuseForbidden } from '../access/index.js';
import { Person } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { command, type Tx } from '../commands/index.js';
import { contentFiles } from './content-file.js';
import { Document } from './document.js';
import type { StartRevisionInput } from './inputs.js';
import { addedContent } from './extension-points.js';
import { mayRevise } from './policy.js';
import { Revision } from './revision.js';
import { nextRevisionNumber, revisionLifecycle } from './rules/index.js';
import { otherThan } from './signatories.js';
import { entryDetailsOf } from './lock.js';

/**
 * Starts the next issue or amendment of a document: a draft copied from the revision in force (or from the last
 * one that was), with the content of other modules. The viewer becomes its drafter.
 * @throws Refusal FORBIDDEN (also for a document of external origin), VERSION_CONFLICT, RULE_VIOLATED with rule
 *   ONE_OPEN while another one is open
 */
export const startRevision = command('document.startRevision', async (tx, input: StartRevisionInput) => {
  const document = await tx.lock(Document, input.id, input.version);
  if (!mayRevise(tx.viewer, document)) refuseForbidden();
  const revisions = await tx.em.find(
    Revision,
    { document: document.id },
    { orderBy: { issueNumber: 'desc', amendmentNumber: 'desc', stateSince: 'desc' } },
  );
  await refuseSecond(tx, revisions);
  const last = revisions.find(({ state }) => state !== 'DISCARDED');
  const source = revisions.find(({ state }) => state === 'EFFECTIVE') ?? last ?? revisions[0];
  const number = nextRevisionNumber(
    last ? { issue: last.issueNumber, amendment: last.amendmentNumber } : null,
    input.kind,
  );
  const revision = tx.create(Revision, {
    id: newId(tx.now),
    document: ref(document),
    issueNumber: number.issue,
    amendmentNumber: number.amendment,
    state: revisionLifecycle.initial,
    sections: source?.sections ?? [],
    changeRows: input.request ? [{ place: '', request: input.request.trim(), description: '' }] : [],
    drafter: tx.em.getReference(Person, tx.viewer.personId),
    reviewer: otherThan(tx, source?.reviewer),
    approver: otherThan(tx, source?.approver),
    stateSince: tx.now,
    savedAt: tx.now,
  });
  if (source) await contentFiles.copy(tx, source, revision);
  for (const added of addedContent.all)
    await (source ? added.copy(tx, source, revision) : added.start(tx, document, revision));
  tx.record(revision, entryDetailsOf(document, input.request?.trim()));
  return revision;
});

async function refuseSecond(tx: Tx, revisions: Revision[]): Promise<void> {
  const open = revisions.find(({ state }) => !revisionLifecycle.isTerminal(state) && state !== 'EFFECTIVE');
  if (!open) return;
  const drafter = await tx.em.findOneOrFail(Person, open.drafter.id);
  refuse(
    'RULE_VIOLATED',
    {
      vi: `Tài liệu này đang có một bản thảo do ${drafter.fullName} soạn. Hãy hoàn thành hoặc hủy bản đó trước.`,
      en: `${drafter.fullName} has a revision of this document under way. Finish or discard that one first.`,
    },
    { rule: 'ONE_OPEN' },
  );
}
