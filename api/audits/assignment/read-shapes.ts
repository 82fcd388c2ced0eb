import type { RoundKind } from '../planning/kinds.js';
import type { AuditRead } from '../planning/read-shapes.js';
import type { RoundState } from '../rules/planning/index.js';

/** What is read of a round for its `viewerCan`. */
export interface RoundRead {
  state: RoundState;
  leadAgency: { id: string };
  kind: RoundKind;
  amendment?: { problems: readonly unknown[] } | null;
}

/** What is read of an audit to say whether a conflict may be declared still. */
export interface DeclarableRead extends AuditRead {
  dates: string[];
  replacements: { at: string | Date; joined: { id: string } | null }[];
}

/** What is read of a declared conflict for its `viewerCan`. */
export interface DeclarationRead {
  withdrawnAt: string | null;
  audit: AuditRead;
}
