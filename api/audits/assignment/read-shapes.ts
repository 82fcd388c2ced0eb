import type { AuditRecord } from '../planning/policy.js';

/** What is read of an audit to decide whether a conflict may still be declared. */
export interface DeclarableRead extends AuditRecord {
  dates: string[];
  replacements: { at: string | Date; joined: { id: string } | null }[];
}

/** What is read of a declared conflict for its `viewerCan`. */
export interface DeclarationRead {
  withdrawnAt: string | null;
  audit: Pick<AuditRecord, 'unit' | 'authority'>;
}
