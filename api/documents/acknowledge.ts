import { sql } from 'kysely';
import { refuseForbidden } from '../access/index.js';
import { Person } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { command } from '../commands/index.js';
import { contentHash } from '../trail/index.js';
import { Acknowledgement } from './acknowledgement.js';
import { readContent, signedRevision } from './content.js';
import { Document } from './document.js';
import type { AcknowledgeInput } from './inputs.js';
import { mayAcknowledge } from './policy.js';
import { Revision } from './revision.js';
import { entryDetailsOf } from './lock.js';

/**
 * Confirms that the viewer has read the revision in force, with the hash of what was read.
 * @throws Refusal TRANSITION_NOT_ALLOWED when it is not in force, FORBIDDEN for its signers and for
 *   people of other authorities, DUPLICATE the second time
 */
export const acknowledge = command('document.acknowledge', async (tx, input: AcknowledgeInput) => {
  const revision = await tx.find(Revision, input.id);
  const document = await tx.em.findOneOrFail(Document, revision.document.id);
  if (revision.state !== 'EFFECTIVE') {
    refuse('TRANSITION_NOT_ALLOWED', {
      vi: 'Bản này không còn hiệu lực. Hãy mở bản đang hiệu lực để đọc và xác nhận.',
      en: 'This revision is not in force. Open the one that is, read and confirm that.',
    });
  }
  const { state, drafter, reviewer, approver } = revision;
  if (!mayAcknowledge(tx.viewer, { state, document, drafter, reviewer, approver })) refuseForbidden();
  const known = await sql`
    select 1
    from acknowledgement
    where revision_id = ${revision.id} and person_id = ${tx.viewer.personId}`.execute(tx.kysely);
  if (known.rows.length > 0)
    refuse('DUPLICATE', { vi: 'Bạn đã xác nhận đọc bản này rồi.', en: 'You have confirmed that you read this one.' });
  tx.create(Acknowledgement, {
    id: newId(tx.now),
    revision,
    person: tx.em.getReference(Person, tx.viewer.personId),
    at: tx.now,
    contentHash: revision.contentHash ?? contentHash(signedRevision(await readContent(tx, revision.id))),
  });
  tx.record(revision, entryDetailsOf(document));
  return revision;
});
