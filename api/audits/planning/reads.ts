import { sql } from 'kysely';
import { reads } from '../../access/index.js';
import { Auditor } from '../../organization/index.js';
import type { Row } from '../../platform/reads/index.js';
import { Signature } from '../../trail/index.js';
import { auditWaitsFor, programmeWaitsFor, roundWaitsFor } from '../waits-for.js';
import { Audit, AuditProcedure, TeamMember } from './audit.js';
import { Programme } from './programme.js';
import { Round } from './round.js';
import { auditVisible, programmeVisible, roundVisible } from './visibility.js';

/** What `viewerCan` of an audit is worked out from. */
export const auditPlace = [
  'state',
  'unit.id',
  'authority.id',
  'round.kind',
  'round.leadAgency.id',
  'members.person.id',
  'members.part',
];

/** The signatures under a record of a type, the earliest first. */
export const signaturesOf = (type: string) => ({
  many: () => Signature,
  on: (row: Row, signature: Row) =>
    sql`${signature('subject_type')} = ${type} and ${signature('subject_id')} = ${row('id')}`,
  orderBy: (signature: Row) => signature('at'),
});

/** Says how programmes, rounds and audits are read. Later folders add what they know of them. */
export function definePlanningReads(): void {
  reads.define(Programme, {
    visible: programmeVisible,
    fields: {
      viewerCan: { needs: ['state', 'leadAgency.id'] },
      signatures: signaturesOf('Programme'),
      waitsFor: programmeWaitsFor,
    },
  });
  reads.define(Round, {
    visible: roundVisible,
    fields: {
      signatures: signaturesOf('Round'),
      waitsFor: roundWaitsFor,
      auditCount: {
        sql: (round) =>
          sql`select count(*)::int from audit c where c.round_id = ${round('id')} and c.state <> 'CANCELLED'`,
      },
      closedCount: {
        sql: (round) => sql`select count(*)::int from audit c where c.round_id = ${round('id')} and c.state = 'CLOSED'`,
      },
    },
  });
  reads.define(Audit, {
    visible: auditVisible,
    fields: { isTeam: { needs: ['members.person.id'] }, signatures: signaturesOf('Audit'), waitsFor: auditWaitsFor },
  });
  reads.define(TeamMember, {
    fields: {
      track: {
        sql: (row) => sql`coalesce(${row('track')}, case when ${row('position')} % 2 = 0 then 'A' else 'B' end)`,
      },
    },
  });
  reads.define(AuditProcedure, { fields: { documentId: { sql: (row) => row('document_id') } } });
  reads.define(Auditor, {
    fields: {
      auditsDone: {
        sql: (auditor) => sql`${auditor('earlier_audits')} + (
          select count(*)::int
          from team_member dm
          join audit da on da.id = dm.audit_id
          where dm.person_id = ${auditor('person_id')} and dm.part <> 'TRAINEE' and da.state = 'CLOSED')`,
      },
    },
  });
}
