import { sql } from 'kysely';
import { Unit } from '../organization/index.js';
import { refuse } from '../rules/refusal.js';
import { Clause } from '../standards/index.js';
import type { Tx } from '../commands/index.js';

/** A code as it is stored: in capitals, trimmed. */
export const tidyCode = (code: string): string => code.trim().toUpperCase();

/**
 * The unit that will own a document, and its authority.
 * @throws Refusal INVALID_INPUT on `ownerUnitId` above the authorities
 */
export async function ownerOf(
  tx: Tx,
  unitId: string,
): Promise<{ owner: Unit; authority: NonNullable<Unit['authority']> }> {
  const owner = await tx.find(Unit, unitId);
  if (owner.authority) return { owner, authority: owner.authority };
  return refuse(
    'INVALID_INPUT',
    { vi: 'Hãy chọn đơn vị thuộc một cơ quan áp dụng hệ thống.', en: 'Choose a unit of an authority.' },
    { field: 'ownerUnitId' },
  );
}

/** @throws Refusal DUPLICATE on `code`, naming the document of the authority that has it */
export async function refuseKnownCode(tx: Tx, authorityId: string, code: string): Promise<void> {
  const { rows } = await sql<{
    title: string;
  }>`select title from document where authority_id = ${authorityId} and code = ${code}`.execute(tx.kysely);
  if (!rows[0]) return;
  refuse(
    'DUPLICATE',
    {
      vi: `Mã ${code} đã dùng cho “${rows[0].title}”. Hãy đặt mã khác.`,
      en: `The code ${code} is taken by “${rows[0].title}”. Choose another.`,
    },
    { field: 'code' },
  );
}

/** @throws Refusal INVALID_INPUT on `clauses`, naming the numbers that the set does not have */
export async function requireClauses(tx: Tx, setCode: string, numbers: readonly string[]): Promise<void> {
  const known = await tx.em.find(
    Clause,
    { set: { code: setCode }, number: { $in: [...numbers] } },
    { fields: ['number'] },
  );
  const unknown = numbers.filter((number) => !known.some((clause) => clause.number === number));
  if (unknown.length === 0) return;
  refuse(
    'INVALID_INPUT',
    {
      vi: `Bộ điều khoản của tài liệu không có: ${unknown.join(', ')}. Hãy chọn trong danh sách.`,
      en: `The clause set of the document has no ${unknown.join(', ')}. Choose from the list.`,
    },
    { field: 'clauses' },
  );
}
