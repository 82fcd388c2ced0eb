import { sql } from 'kysely';
import { reads } from '../../access/index.js';
import { alias, many, one, type Row } from '../../platform/reads/index.js';
import { Audit } from '../planning/audit.js';
import { waitsFor } from '../planning/reads.js';
import { Round } from '../planning/round.js';
import { ConflictDeclaration, TeamReplacement } from './conflict-declaration.js';
import { openConflictsOf } from './open-conflicts.js';
import { roundAccess } from './policy.js';
import { RoundPlan } from './round-plan.js';
import { amendmentVisible, declarationVisible, isOpenConflict } from './visibility.js';

const newestDeclaration = (row: Row<'declared_at' | 'id'>) => sql`${row('declared_at')} desc, ${row('id')}`;

/** Says how the plan of a round, its versions and declared conflicts are read. */
export function defineAssignmentReads(): void {
  reads.define(Round, {
    restrictedFields: { amendment: amendmentVisible },
    fields: {
      viewerCan: { needs: () => [...roundAccess.needs, 'amendment'] },
      waitsFor: waitsFor(roundAccess),
      declarations: many(() => ConflictDeclaration, {
        on: (row, other) => sql`${other('audit_id')} in (select da.id from audit da where da.round_id = ${row('id')})`,
        orderBy: (other) => sql`case when ${isOpenConflict(other)} then 0 else 1 end, ${newestDeclaration(other)}`,
      }),
      plans: many(() => RoundPlan, {
        on: (row, other) => sql`${other('round_id')} = ${row('id')}`,
        orderBy: (other) => sql`${other('plan_version')} desc`,
      }),
    },
  });
  reads.define(RoundPlan, {
    visible: (row, ctx) => sql`exists (
      select 1
      from round vp
      where vp.id = ${row('round_id')} and ${amendmentVisible(alias(Round, 'vp'), ctx)})`,
  });
  reads.define(Audit, {
    fields: {
      replacements: many(() => TeamReplacement, {
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: (other) => sql`${other('at')} desc`,
      }),
      declarations: many(() => ConflictDeclaration, {
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: newestDeclaration,
      }),
      openConflicts: { sql: openConflictsOf },
    },
  });
  reads.define(ConflictDeclaration, {
    visible: declarationVisible,
    fields: {
      viewerCan: { needs: ['withdrawnAt', 'audit.unit.id', 'audit.authority.id'] },
      isOpen: { sql: isOpenConflict },
      replacement: one(() => TeamReplacement, {
        on: (row, other) => sql`${other('audit_id')} = ${row('audit_id')}
          and ${other('left_id')} = ${row('person_id')}
          and ${other('at')} >= ${row('declared_at')}`,
        orderBy: (other) => other('at'),
      }),
    },
  });
}
