import { sql } from 'kysely';
import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { reads } from '../access/index.js';
import { Auditor } from '../organization/index.js';

reads.define(Auditor, {
  fields: {
    auditsDone: {
      sql: (
        auditor,
      ) => sql`${auditor('earlier_audits')} + (select count(*)::int from team_member dm join audit da on da.id = dm.audit_id
        where dm.person_id = ${auditor('person_id')} and dm.part <> 'TRAINEE' and da.state = 'CLOSED')`,
    },
  },
});

/** Adds to the register of auditors what this module knows of them. */
@Resolver(() => Auditor)
export class AuditsDoneResolver {
  @FieldResolver(() => Int, {
    description: 'Audits that are closed and those before the platform kept count, as trainee left out (R07).',
  })
  auditsDone(@Root() auditor: { auditsDone: number }): number {
    return auditor.auditsDone;
  }
}
