import { sql } from 'kysely';
import { Field, ObjectType } from 'type-graphql';
import type { ReadContext } from '../../access/index.js';
import type { Row } from '../../platform/reads/index.js';

/** Who speaks for the auditee where the agenda visits an office of this kind. */
@ObjectType({ simpleResolvers: true })
export class Representative {
  /** Office kind, or PEOPLES_COMMITTEE. */
  @Field(() => String) unitKind!: string;
  @Field(() => String) name!: string;
  /** Name of that office. */
  @Field(() => String) unitName!: string;
}

/** Heads of the offices of the authority, and its ISO head for the committee, as the agenda names them. */
export const representatives = (
  audit: Row,
  { today }: ReadContext,
) => sql`select coalesce(json_agg(json_build_object('unitKind', spoken.kind, 'name', rp.full_name, 'unitName', ru.name) order by ru.position, rp.full_name), '[]')
  from (select case when o.id = ${audit('authority_id')} then 'PEOPLES_COMMITTEE' else o.office_kind end as kind, o.id as unit_id, g.person_id
      from unit o join role_grant g on g.unit_id = o.id and g.role = case when o.id = ${audit('authority_id')} then 'ISO_HEAD' else 'UNIT_HEAD' end
        and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today})
      where o.id = ${audit('authority_id')} or (o.authority_id = ${audit('authority_id')} and o.office_kind is not null)) spoken
    join unit ru on ru.id = spoken.unit_id join person rp on rp.id = spoken.person_id`;
