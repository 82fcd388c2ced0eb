import { ref } from '@mikro-orm/core';
import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { refuseForbidden } from '../access/index.js';
import { refuse } from '../rules/refusal.js';
import { command, type Tx } from '../commands/index.js';
import { contentHash } from '../trail/index.js';
import { contentFileId, setContentFile } from './content-file.js';
import { readContent, signedRevision } from './content.js';
import { Document } from './document.js';
import { ownerOf, refuseKnownCode, requireClauses, tidyCode } from './document-facts.js';
import type { ChangeDocumentFactsInput } from './inputs.js';
import { mayChangeFacts } from './policy.js';
import { isExternal } from './rules/index.js';
import { alias } from '../platform/reads/index.js';
import { nameIsSigned } from './queries.js';
import { Revision } from './revision.js';
import { entryDetailsOf } from './lock.js';

/**
 * Changes the facts of a document besides its content. Owner, offices, clauses, review cycle and retention say
 * how the authority manages it. They are not printed and may change at any time. Code and title are printed on
 * every revision and are part of the content that is hashed and signed (`signedRevision`). So they may change
 * only while no revision has a hash: before the first submission, or after it was returned or taken back. A
 * document of external origin has a hash but no signatures: until somebody has confirmed reading it, a mistake
 * may be corrected, and the hash is computed again. Its file may also be added later; earlier confirmations of
 * reading keep the hash of what was read.
 * @throws Refusal NOT_FOUND, VERSION_CONFLICT, FORBIDDEN for others than ISO_SECRETARY and QUALITY_MANAGER
 *   of the authority, DUPLICATE on `code`, INVALID_INPUT on `ownerUnitId` of another authority and on
 *   `clauses`, on `fileId` (as `contentFile`, and for any other kind of document), RULE_VIOLATED with rule
 *   NAME_SIGNED or FILE_READ
 */
export const changeFacts = command('document.changeFacts', async (tx, input: ChangeDocumentFactsInput) => {
  const document = await tx.lock(Document, input.id, input.version);
  if (!mayChangeFacts(tx.viewer, document)) refuseForbidden();
  const { owner, authority } = await ownerOf(tx, input.ownerUnitId);
  if (authority.id !== document.authority.id) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Đơn vị chủ trì phải thuộc cơ quan của tài liệu. Hãy chọn đơn vị khác.',
        en: 'The owner must be a unit of the authority of the document. Choose another.',
      },
      { field: 'ownerUnitId' },
    );
  }
  await requireClauses(tx, document.clauseSetCode, input.clauses);
  await rename(tx, document, tidyCode(input.code), input.title.trim());
  await exchangeFile(tx, document, input.fileId);
  Object.assign(document, {
    ownerUnit: ref(owner),
    officeKinds: input.officeKinds,
    clauses: input.clauses,
    reviewCycleMonths: input.reviewCycleMonths ?? null,
    retention: input.retention?.trim() || null,
  });
  tx.record(document, entryDetailsOf(document));
  return document;
});

async function rename(tx: Tx, document: Document, code: string, title: string): Promise<void> {
  if (code === document.code && title === document.title) return;
  if (code !== document.code) await refuseKnownCode(tx, document.authority.id, code);
  // The submission locks the revision too, so that it is signed either before this change or with the new name.
  const revisions = await tx.em.find(Revision, { document: document.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (await isNameSigned(tx, document)) refuseSignedName(document);
  Object.assign(document, { code, title });
  for (const revision of revisions) await hashAnew(tx, revision);
}

async function hashAnew(tx: Tx, revision: Revision): Promise<void> {
  if (revision.contentHash) revision.contentHash = contentHash(signedRevision(await readContent(tx, revision.id)));
}

async function exchangeFile(tx: Tx, document: Document, fileId: string | null | undefined): Promise<void> {
  if (fileId === undefined) return;
  if (!isExternal(document.kind)) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Tệp của tài liệu này thay bằng cách soạn lần ban hành, sửa đổi mới.',
        en: 'The file of this document is exchanged by a new revision.',
      },
      { field: 'fileId' },
    );
  }
  const revision = await tx.em.findOneOrFail(
    Revision,
    { document: document.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const before = await contentFileId(tx, revision);
  if (before === fileId) return;
  if (before && (await isNameSigned(tx, document))) {
    const { code } = document;
    refuse(
      'RULE_VIOLATED',
      {
        vi: `Đã có người xác nhận đọc ${code} với tệp này nên không thay được. Hãy thu hồi và ghi nhận lại.`,
        en: `Somebody has confirmed reading ${code} with this file, so it stays. Withdraw it and register it anew.`,
      },
      { rule: 'FILE_READ' },
    );
  }
  await setContentFile(tx, revision, fileId);
  await hashAnew(tx, revision);
}

async function isNameSigned(tx: Tx, { id }: Document): Promise<boolean> {
  const { rows } =
    await sql`select 1 from document d where d.id = ${id} and ${nameIsSigned(alias(Document, 'd'))}`.execute(tx.kysely);
  return rows.length > 0;
}

const refuseSignedName = ({ code, kind }: Document): never =>
  refuse(
    'RULE_VIOLATED',
    kind === 'EXTERNAL'
      ? {
          vi: [
            `Đã có người xác nhận đọc ${code}, nên số, ký hiệu và tên không đổi được nữa.`,
            'Hãy thu hồi và ghi nhận lại với số đúng.',
          ].join(' '),
          en: `Somebody has confirmed reading ${code}, so number and title stay. Withdraw it and register it anew.`,
        }
      : {
          vi: [
            `Mã hiệu và tên của ${code} đã nằm trong nội dung được ký nên không đổi được.`,
            'Nếu bản đang chờ ký, hãy trả lại hoặc lấy lại bản đó trước;',
            'nếu đã ban hành, hãy lập tài liệu mới với mã mới rồi thu hồi tài liệu này.',
          ].join(' '),
          en: [
            `Code and title of ${code} are part of what was signed and stay.`,
            'If it still waits for a signature, have it returned or taken back first;',
            'if it was issued, make a new document and withdraw this one.',
          ].join(' '),
        },
    { rule: 'NAME_SIGNED' },
  );
