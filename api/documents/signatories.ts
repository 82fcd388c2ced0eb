import { sql } from 'kysely';
import { isId } from '../access/index.js';
import { Person } from '../organization/index.js';
import { refuseProblems, type InputProblem } from '../rules/checks.js';
import { refuse } from '../rules/refusal.js';
import type { Tx } from '../trail/index.js';
import type { Document } from './document.js';
import type { Revision } from './revision.js';

/** Whether an active person holds a post or a role in the authority today. */
async function serves(tx: Tx, personId: string, authorityId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from person p where p.id = ${personId} and p.is_active and (
    exists (select 1 from post o join unit u on u.id = o.unit_id where o.person_id = p.id and u.authority_id = ${authorityId}
      and o.from_date <= ${tx.today} and (o.to_date is null or o.to_date >= ${tx.today}))
    or exists (select 1 from role_grant g where g.person_id = p.id and g.unit_id = ${authorityId}
      and g.from_date <= ${tx.today} and (g.to_date is null or g.to_date >= ${tx.today})))`.execute(tx.kysely);
  return rows.length > 0;
}

/**
 * A person who may be named as reviewer or approver: someone who holds a post or a role in the authority.
 * @throws Refusal INVALID_INPUT on the field
 */
export async function signatory(tx: Tx, field: string, personId: string | null | undefined, authorityId: string): Promise<Person | null> {
  if (!personId) return null;
  if (isId(personId) && (await serves(tx, personId, authorityId))) return tx.em.findOneOrFail(Person, personId);
  return refuse('INVALID_INPUT', {
    vi: 'Người này không công tác tại cơ quan của tài liệu. Hãy chọn người khác.',
    en: 'This person does not work in the authority of the document. Choose someone else.',
  }, { field });
}

const parts = {
  reviewerId: { vi: 'người soát xét', en: 'the reviewer' },
  approverId: { vi: 'người phê duyệt', en: 'the approver' },
} as const;

/**
 * Lets a revision go to those who are to sign it when they still can: people leave and posts end
 * between the naming and the signing, and then nobody could sign.
 * @param wayOut what whoever acts can do about it
 * @throws Refusal INVALID_INPUT on `reviewerId` or `approverId`, naming the person
 */
export async function requireServing(tx: Tx, { reviewer, approver }: Revision, { authority }: Document, wayOut: 'choose' | 'return'): Promise<void> {
  const problems: InputProblem[] = [];
  for (const [field, signer] of [['reviewerId', reviewer], ['approverId', approver]] as const) {
    if (!signer || (await serves(tx, signer.id, authority.id))) continue;
    const { fullName } = await tx.em.findOneOrFail(Person, signer.id);
    const { vi, en } = parts[field];
    problems.push({
      field,
      words: wayOut === 'choose'
        ? {
            vi: `${fullName} (${vi}) không còn công tác tại cơ quan của tài liệu nên không ký được. Hãy chọn ${vi} khác trong bản thảo rồi gửi lại.`,
            en: `${fullName} (${en}) no longer works in the authority of the document and cannot sign. Choose someone else in the draft and submit it again.`,
          }
        : {
            vi: `${fullName} (${vi}) không còn công tác tại cơ quan của tài liệu nên không ký được. Hãy trả lại để người soạn thảo chọn người khác.`,
            en: `${fullName} (${en}) no longer works in the authority of the document and cannot sign. Return it, so that the drafter chooses someone else.`,
          },
    });
  }
  refuseProblems(problems);
}
