import { sql } from 'kysely';
import { isoRoles, type ReadContext, withinReach } from '../../access/index.js';
import { alias, either, type RowOf, type Sql } from '../../platform/reads/index.js';
import { Audit } from '../planning/audit.js';
import type { Round } from '../planning/round.js';
import { arranges, auditOf, roundOf } from '../planning/visibility.js';
import type { ConflictDeclaration } from './conflict-declaration.js';
import { isNotOpened } from './open-conflicts.js';

/**
 * Declared conflicts are visible to the person, the side that declared, the lead agency with those who sign for
 * it, and administrators, but not to the rest of the team.
 */
export const declarationVisible = (row: RowOf<ConflictDeclaration>, ctx: ReadContext): Sql =>
  either(
    sql`${row('person_id')} = ${ctx.viewer.personId}`,
    withinReach(
      ctx.viewer,
      ['LEAD_AGENCY', 'ADMINISTRATOR', 'ISO_HEAD', 'ISO_SECRETARY'],
      row('unit_id'),
      row('authority_id'),
    ),
    auditOf(row, (audit) =>
      roundOf(audit, (round) =>
        withinReach(ctx.viewer, [...isoRoles, 'LEAD_AGENCY'], round('lead_agency_id'), round('lead_agency_id')),
      ),
    ),
  );

/** The declaration is not withdrawn, and the person is still on the team of an audit that is not opened. */
export const isOpenConflict = (row: RowOf<ConflictDeclaration>): Sql => sql`(
  ${row('withdrawn_at')} is null
  and exists (
    select 1
    from team_member om
    join audit oa on oa.id = om.audit_id
    where om.audit_id = ${row('audit_id')}
      and om.person_id = ${row('person_id')}
      and ${isNotOpened(alias(Audit, 'oa'))}))`;

/** Changes that wait for a signature are visible to those who arrange the round. */
export const amendmentVisible = (round: RowOf<Round>, ctx: ReadContext): Sql => arranges(round, ctx);
