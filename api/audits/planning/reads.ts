import { sql } from 'kysely';
import { reads, type ReadContext } from '../../access/index.js';
import { Auditor, Person, vietnamese } from '../../organization/index.js';
import { many, type ColumnOf, type Row, type Sql } from '../../platform/reads/index.js';
import { Signature } from '../../trail/index.js';
import { Audit, AuditProcedure, TeamMember } from './audit.js';
import { programmeAccess } from './policy.js';
import { Programme } from './programme.js';
import { Round } from './round.js';
import { auditVisible, programmeVisible, roundVisible } from './visibility.js';

/** The people for whom a record waits, by name. */
export const waitsFor = <T extends object>(access: { waitsFor(row: Row, ctx: ReadContext): Sql }) =>
  many<ReadContext, T, Person>(() => Person, {
    on: (row, person, ctx) => sql`${person('id')} = any(array(${access.waitsFor(row as Row, ctx)}))`,
    orderBy: (person) => vietnamese(person('full_name')),
  });

/** The signatures under a record of a type, the earliest first. */
export const signaturesOf = <T extends { id: string }>(type: string) =>
  many<ReadContext, T, Signature>(() => Signature, {
    on: (row, signature) =>
      sql`${signature('subject_type')} = ${type} and ${signature('subject_id')} = ${row('id' as ColumnOf<T>)}`,
    orderBy: (signature) => signature('at'),
  });

/** Defines how programmes, rounds and audits are read. Later folders of the module add their fields. */
export function definePlanningReads(): void {
  reads.define(Programme, {
    visible: programmeVisible,
    fields: {
      viewerCan: { needs: () => programmeAccess.needs },
      signatures: signaturesOf('Programme'),
      waitsFor: waitsFor(programmeAccess),
    },
  });
  reads.define(Round, {
    visible: roundVisible,
    fields: {
      signatures: signaturesOf('Round'),
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
    fields: { isTeam: { needs: ['members.person.id'] }, signatures: signaturesOf('Audit') },
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
