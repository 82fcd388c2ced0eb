import type { Verb } from '../access/index.js';

/** One record that a command changed. */
export interface Change {
  /** Name of the type, such as `Nonconformity`. */
  type: string;
  id: string;
  kind: 'create' | 'update' | 'delete';
  /** New values by property. */
  set: Record<string, unknown>;
  /** Values before, of an update. */
  was?: Record<string, unknown>;
}

/** Who did what to which record; a command gives it to the trail when it ends. */
export interface CommandEntry {
  id: string;
  at: Date;
  /** The person; null for a job of the system. */
  actorId: string | null;
  actorName: string;
  /** Module and event, such as `nonconformity.respond`. */
  verb: Verb;
  subjectType: string;
  subjectId: string;
  unitId: string | null;
  authorityId: string | null;
  /** Reason given with the event, if any. */
  reason: string | null;
  changes: Change[];
}
