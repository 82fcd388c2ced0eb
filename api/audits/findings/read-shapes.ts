import type { AuditRead } from '../planning/read-shapes.js';

/** What is read of a finding for its `viewerCan`. */
export interface FindingRead {
  state: string;
  author: { id: string };
  audit: AuditRead;
}
