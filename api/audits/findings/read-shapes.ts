import type { AuditRead } from '../planning/read-shapes.js';
import type { FindingState } from '../rules/findings/index.js';

/** What is read of a finding for its `viewerCan`. */
export interface FindingRead {
  state: FindingState;
  author: { id: string };
  audit: AuditRead;
}
