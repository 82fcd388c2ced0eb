import type { AuditPageQuery } from '../graphql/generated/audits/audit';

/** An audit as its pages read it. */
export type AuditOfPage = AuditPageQuery['audit'];

/** Parts of a team in the order in which they are named. */
export const parts = ['LEAD', 'AUDITOR', 'SECRETARY', 'TRAINEE'] as const;
