import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A procedure that an authority works by. */
export interface ProcedureInForce {
  documentId: string;
  revisionId: string;
  authorityId: string;
  ownerUnitId: string;
  code: string;
  title: string;
  kind: 'SYSTEM_PROCEDURE' | 'ADMINISTRATIVE_PROCEDURE';
  nationalCode: string | null;
  field: string | null;
  /** Office kinds that act in its steps. */
  unitKinds: string[];
  clauses: string[];
  /** The same for copies of one another (rule R03). */
  copiedFromId: string | null;
}

/** The procedures in force of authorities, ordered by code: for programmes, work sheets and self-inspection. */
export async function proceduresInForce(em: SqlEntityManager, authorityIds: readonly string[]): Promise<ProcedureInForce[]> {
  const { rows } = await sql<ProcedureInForce>`
    select d.id as "documentId", r.id as "revisionId", d.authority_id as "authorityId", d.owner_unit_id as "ownerUnitId", d.code, d.title, d.kind,
      p.national_code as "nationalCode", p.field, d.clauses, d.copied_from_id as "copiedFromId",
      (select coalesce(array_agg(distinct s.unit_kind) filter (where s.unit_kind <> ''), '{}') from procedure_step s where s.procedure_id = p.id) as "unitKinds"
    from document d join revision r on r.document_id = d.id and r.state = 'EFFECTIVE' join procedure p on p.revision_id = r.id
    where d.authority_id = any(${authorityIds}::uuid[]) order by d.authority_id, d.code`.execute(em.getKysely());
  return rows;
}
