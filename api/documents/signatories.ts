import { sql } from 'kysely';
import { isId, type Role } from '../access/index.js';
import { canAct } from '../identity/index.js';
import { belongsTo, holdersWithin, Person } from '../organization/index.js';
import { rowOf, type Row, type RowOf, type Sql } from '../platform/reads/index.js';
import { refuseProblems, type InputProblem } from '../rules/checks.js';
import { refuse, type Wording } from '../rules/refusal.js';
import type { Tx } from '../commands/index.js';
import type { Document } from './document.js';
import type { Revision } from './revision.js';
import { signingRoles } from './rules/index.js';

/** The two who are named by the drafter. */
export type NamedPart = 'reviewer' | 'approver';

/** Condition: the person holds one of the roles in the authority today, at its top or in one of its units. */
const holdsThere = (person: Sql, authority: Sql, roles: readonly Role[], today: string): Sql =>
  sql`exists (
    select 1
    from (${holdersWithin(authority, roles, today)}) holder
    where holder.person_id = ${person})`;

/** Condition: the authority has no ISO head other than the drafter. */
const noOtherHead = (authority: Sql, drafter: Sql, today: string): Sql => sql`not exists (
  select 1
  from (${holdersWithin(authority, signingRoles.approver, today)}) head
  join people hp on hp.id = head.person_id
  where hp.id <> ${drafter} and ${canAct(rowOf('hp'))})`;

/**
 * Condition: the person can act and may be named as reviewer or approver of a revision, as `signingRoles` says.
 * @param document authority and drafter of the revision, as SQL
 */
export const maySign = (
  part: NamedPart,
  person: Sql,
  { authority, drafter }: { authority: Sql; drafter: Sql },
  today: string,
): Sql =>
  part === 'reviewer'
    ? holdsThere(person, authority, signingRoles.reviewer, today)
    : sql`(${holdsThere(person, authority, signingRoles.approver, today)}
        or (${holdsThere(person, authority, signingRoles.deputyApprover, today)}
          and ${noOtherHead(authority, drafter, today)}))`;

/** Condition: the revision waits for this person, who can no longer write or sign it. */
export function waitsInVain(revision: RowOf<Revision>, person: Row<'id' | 'is_active'>, today: string): Sql {
  const authority = sql`(select wd.authority_id from document wd where wd.id = ${revision('document_id')})`;
  const able = (may: Sql) => sql`(${canAct(person)} and ${may})`;
  const signs = (part: NamedPart) =>
    able(maySign(part, person('id'), { authority, drafter: revision('drafter_id') }, today));
  return sql`(
    ${person('id')} = case ${revision('state')}
      when 'DRAFT' then ${revision('drafter_id')}
      when 'IN_REVIEW' then ${revision('reviewer_id')}
      when 'REVIEWED' then ${revision('approver_id')}
      end
    and not case ${revision('state')}
      when 'DRAFT' then ${able(belongsTo(person('id'), authority, today))}
      when 'IN_REVIEW' then ${signs('reviewer')}
      else ${signs('approver')}
      end)`;
}

/** The person, or null if it is the viewer: a drafter may not have another part. */
export const otherThan = <P extends { id: string }>(tx: Tx, person: P | null | undefined): P | null =>
  person && person.id !== tx.viewer.personId ? person : null;

/** Authority and drafter of the revision for which somebody signs. */
export interface SigningPlace {
  authorityId: string;
  drafterId: string;
}

async function isEntitled(
  tx: Tx,
  part: NamedPart,
  personId: string,
  { authorityId, drafterId }: SigningPlace,
): Promise<boolean> {
  const place = { authority: sql`${authorityId}::uuid`, drafter: sql`${drafterId}::uuid` };
  const { rows } = await sql`
    select 1
    from people p
    where p.id = ${personId}
      and ${canAct(rowOf('p'))}
      and ${maySign(part, sql.ref('p.id'), place, tx.today)}`.execute(tx.kysely);
  return rows.length > 0;
}

const parts: Record<NamedPart, { field: 'reviewerId' | 'approverId'; name: Wording; must: Wording }> = {
  reviewer: {
    field: 'reviewerId',
    name: { vi: 'người soát xét', en: 'the reviewer' },
    must: {
      vi: 'Người soát xét phải là Đại diện lãnh đạo về chất lượng hoặc trưởng một đơn vị của cơ quan ban hành tài liệu',
      en: 'The reviewer must be a quality manager or the head of a unit of the authority of the document',
    },
  },
  approver: {
    field: 'approverId',
    name: { vi: 'người phê duyệt', en: 'the approver' },
    must: {
      vi: 'Người phê duyệt phải là Trưởng Ban Chỉ đạo ISO của cơ quan ban hành tài liệu (Đại diện lãnh đạo về chất lượng chỉ phê duyệt thay khi Trưởng Ban tự soạn thảo hoặc đang khuyết)',
      en: 'The approver must be the ISO head of the authority of the document (a quality manager only where the ISO head is the drafter or the post is vacant)',
    },
  },
};

/**
 * A person who may be named as reviewer or approver.
 * @throws Refusal INVALID_INPUT on `reviewerId` or `approverId` for people whom {@link maySign} excludes
 */
export async function signatory(
  tx: Tx,
  part: NamedPart,
  personId: string | null | undefined,
  place: SigningPlace,
): Promise<Person | null> {
  if (!personId) return null;
  if (isId(personId) && (await isEntitled(tx, part, personId, place))) return tx.em.findOneOrFail(Person, personId);
  const { field, must } = parts[part];
  return refuse(
    'INVALID_INPUT',
    { vi: `${must.vi}. Hãy chọn người khác.`, en: `${must.en}. Choose someone else.` },
    { field },
  );
}

/**
 * Passes if the people who are named may still sign: people may leave, and roles may end, between the naming
 * and the signing.
 * @param named the parts that are still to sign
 * @param wayOut what the viewer can do about it
 * @throws Refusal INVALID_INPUT on `reviewerId` or `approverId`, naming the person
 */
export async function requireEntitled(
  tx: Tx,
  revision: Revision,
  document: Document,
  named: readonly NamedPart[],
  wayOut: 'choose' | 'return',
): Promise<void> {
  const problems: InputProblem[] = [];
  for (const part of named) {
    const signer = revision[part];
    const place = { authorityId: document.authority.id, drafterId: revision.drafter.id };
    if (!signer || (await isEntitled(tx, part, signer.id, place))) continue;
    const { fullName } = await tx.em.findOneOrFail(Person, signer.id);
    problems.push({ field: parts[part].field, words: notEntitled(part, fullName, wayOut) });
  }
  refuseProblems(problems);
}

function notEntitled(part: NamedPart, fullName: string, wayOut: 'choose' | 'return'): Wording {
  const { name, must } = parts[part];
  return wayOut === 'choose'
    ? {
        vi: `${fullName} (${name.vi}) không ký được. ${must.vi}. Hãy chọn ${name.vi} khác trong bản thảo rồi gửi lại.`,
        en: `${fullName} (${name.en}) cannot sign. ${must.en}. Choose someone else in the draft and submit it again.`,
      }
    : {
        vi: `${fullName} (${name.vi}) không ký được. ${must.vi}. Hãy trả lại để người soạn thảo chọn người khác.`,
        en: `${fullName} (${name.en}) cannot sign. ${must.en}. Return it, so that the drafter chooses someone else.`,
      };
}
