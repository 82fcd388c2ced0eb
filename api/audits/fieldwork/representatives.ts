import { sql } from 'kysely';
import { Field, ObjectType } from 'type-graphql';
import type { ReadContext } from '../../access/index.js';
import type { RowOf } from '../../platform/reads/index.js';
import type { Audit } from '../planning/audit.js';

/** The representative of the auditee when the agenda visits an office of this kind. */
@ObjectType({ simpleResolvers: true })
export class Representative {
  /** Office kind, or PEOPLES_COMMITTEE. */
  @Field(() => String) unitKind!: string;
  @Field(() => String) name!: string;
  /** Name of that office. */
  @Field(() => String) unitName!: string;
}

/** Heads of the offices of the authority, and its ISO head for the committee, as the agenda names them. */
export const representatives = (audit: RowOf<Audit>, { today }: ReadContext) => sql`
  select coalesce(json_agg(
    json_build_object(
      'unitKind', case when o.id = ${audit('authority_id')} then 'PEOPLES_COMMITTEE' else o.office_kind end,
      'name', p.full_name,
      'unitName', o.name)
    order by o.position, p.full_name),
    '[]')
  from place o
  join roles_on(${today}) g on g.unit_id = o.id
    and g.role = case when o.id = ${audit('authority_id')} then 'ISO_HEAD' else 'UNIT_HEAD' end
  join people p on p.id = g.person_id
  where o.id = ${audit('authority_id')}
    or (o.authority_id = ${audit('authority_id')} and o.office_kind is not null)`;
