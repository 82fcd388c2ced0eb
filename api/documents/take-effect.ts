import { LockMode } from '@mikro-orm/postgresql';
import { fire } from '../access/index.js';
import { eachApart } from '../platform/jobs/each-apart.js';
import type { Services } from '../platform/module.js';
import { localDate } from '../rules/calendar.js';
import { systemCommand, type Tx } from '../commands/index.js';
import { Document } from './document.js';
import { Revision } from './revision.js';
import { revisionLifecycle } from './rules/index.js';
import { entryDetailsOf } from './lock.js';

/** Puts an approved revision in force; the one before is superseded in the same transaction. */
export async function putInForce(tx: Tx, revision: Revision, document: Document): Promise<void> {
  const system = ['SYSTEM'] as const;
  const before = await tx.em.findOne(
    Revision,
    { document: document.id, state: 'EFFECTIVE' },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (before) {
    before.state = fire(revisionLifecycle, before.state, 'supersede', system);
    before.stateSince = tx.now;
    tx.record(before, { ...entryDetailsOf(document), verb: 'document.supersede' });
    // The database allows only one revision in force: the old one must be saved as superseded first.
    await tx.em.flush();
  }
  revision.state = fire(revisionLifecycle, revision.state, 'takeEffect', system);
  revision.stateSince = tx.now;
  tx.record(revision, { ...entryDetailsOf(document), verb: 'document.takeEffect' });
}

const takeEffect = systemCommand('document.takeEffect', async (tx, { id }: { id: string }) => {
  const revision = await tx.lock(Revision, id);
  await putInForce(tx, revision, await tx.em.findOneOrFail(Document, revision.document.id));
  return revision;
});

/** Puts every revision in force whose day has come, also if the job missed some days; one transaction for each. */
export async function takeEffectWhereDue(services: Services): Promise<void> {
  const today = localDate(services.clock.now());
  const em = services.orm.em.fork();
  const due = await em.find(
    Revision,
    { state: 'APPROVED', effectiveOn: { $lte: today } },
    { fields: ['id'], orderBy: { effectiveOn: 'asc', id: 'asc' } },
  );
  await eachApart(services, 'documents.takeEffect', due, ({ id }) => takeEffect(services, { id }));
}
