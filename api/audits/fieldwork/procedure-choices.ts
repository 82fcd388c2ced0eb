import { sql } from 'kysely';
import { Field, ID, ObjectType } from 'type-graphql';
import { type Context, isId, readContext, refuseNotFound } from '../../access/index.js';
import { documentsInForce, handledDocuments } from '../../documents/index.js';
import { procedureKinds } from '../../documents/rules/index.js';
import { fieldOfProcedure } from '../../procedures/index.js';
import { inTeamOf } from '../planning/visibility.js';

/** A procedure in force at the auditee that the lead may add to the scope. */
@ObjectType({ simpleResolvers: true })
export class ProcedureChoice {
  /** The document. */
  @Field(() => ID) documentId!: string;
  @Field(() => String) code!: string;
  @Field(() => String) title!: string;
  /** Lĩnh vực. */
  @Field(() => String, { nullable: true }) field!: string | null;
  /** Members who took part in issuing it or the document it was copied from (R03): it cannot be chosen. */
  @Field(() => [String])
  handledBy!: string[];
}

/**
 * The procedures in force at the auditee of an audit, with one statement. The team sees their titles before it
 * may read the procedures.
 * @throws Refusal NOT_FOUND for people who are not in the team
 */
export async function procedureChoices(ctx: Context, auditId: string): Promise<ProcedureChoice[]> {
  const readAs = readContext(ctx);
  if (!isId(auditId)) refuseNotFound();
  const { rows } = await sql<{ choices: ProcedureChoice[] }>`
    with handled as (
      select p.full_name, document_origin(doc.document_id) as origin
      from team_member m
      join people p on p.id = m.person_id
      cross join lateral ${handledDocuments(sql`p.id`)} doc
      where m.audit_id = ${auditId})
    select (
      select coalesce(json_agg(
        json_build_object(
          'documentId', d.document_id,
          'code', d.code,
          'title', d.title,
          'field', ${fieldOfProcedure(sql.ref('d.revision_id'))},
          'handledBy', (
            select coalesce(json_agg(distinct h.full_name), '[]')
            from handled h
            where h.origin = document_origin(d.document_id)))
        order by d.kind desc, d.code),
        '[]')
      from ${documentsInForce} d
      where d.authority_id = a.authority_id
        and d.kind = any(${[...procedureKinds]}::text[])) as choices
    from audit a
    join round r on r.id = a.round_id and r.approved_at is not null
    where a.id = ${auditId} and ${inTeamOf(sql`a.id`, readAs)}`.execute(ctx.em.getKysely());
  return rows[0]?.choices ?? refuseNotFound();
}
