import { sql } from 'kysely';
import { reads } from '../../access/index.js';
import type { Row } from '../../platform/reads/index.js';
import { Audit } from '../planning/audit.js';
import { auditPlace } from '../planning/reads.js';
import { Round } from '../planning/round.js';
import { ConflictDeclaration, TeamReplacement } from './conflict-declaration.js';
import { openConflictsOf } from './open-conflicts.js';
import { RoundPlan } from './round-plan.js';
import { amendmentVisible, declarationVisible, isOpenConflict } from './visibility.js';

const newestDeclaration = (row: Row) => sql`${row('declared_at')} desc, ${row('id')}`;

/** Says how the plan of a round, its versions and declared conflicts are read. */
export function defineAssignmentReads(): void {
  reads.define(Round, {
    restrictedFields: { amendment: amendmentVisible },
    fields: {
      viewerCan: { needs: ['state', 'kind', 'leadAgency.id', 'amendment'] },
      declarations: {
        many: () => ConflictDeclaration,
        on: (row, other) => sql`${other('audit_id')} in (select da.id from audit da where da.round_id = ${row('id')})`,
        orderBy: (other) => sql`case when ${isOpenConflict(other)} then 0 else 1 end, ${newestDeclaration(other)}`,
      },
      plans: {
        many: () => RoundPlan,
        on: (row, other) => sql`${other('round_id')} = ${row('id')}`,
        orderBy: (other) => sql`${other('plan_version')} desc`,
      },
    },
  });
  reads.define(RoundPlan, {
    visible: (row, ctx) => {
      const round: Row = (column) => sql.ref(`vp.${column}`);
      return sql`exists (select 1 from round vp where vp.id = ${row('round_id')} and ${amendmentVisible(round, ctx)})`;
    },
  });
  reads.define(Audit, {
    fields: {
      viewerCan: { needs: [...auditPlace, 'dates', 'replacements.at', 'replacements.joined.id'] },
      replacements: {
        many: () => TeamReplacement,
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: (other) => sql`${other('at')} desc, ${other('id')}`,
      },
      declarations: {
        many: () => ConflictDeclaration,
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: newestDeclaration,
      },
      openConflicts: { sql: openConflictsOf },
    },
  });
  reads.define(ConflictDeclaration, {
    visible: declarationVisible,
    fields: {
      viewerCan: { needs: ['withdrawnAt', ...auditPlace.map((path) => `audit.${path}`)] },
      isOpen: { sql: isOpenConflict },
      replacement: {
        one: () => TeamReplacement,
        on: (row, other) => sql`${other('audit_id')} = ${row('audit_id')}
          and ${other('left_id')} = ${row('person_id')}
          and ${other('at')} >= ${row('declared_at')}`,
        orderBy: (other) => other('at'),
      },
    },
  });
}
