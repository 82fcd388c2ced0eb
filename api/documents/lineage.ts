import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Sql } from '../platform/reads/index.js';

/** That a person drafted, reviewed or approved a document. */
export interface Handling {
  personId: string;
  documentId: string;
  /** The same for all documents that were copied from one another, however often. */
  lineageId: string;
  authorityId: string;
  part: 'DRAFTER' | 'REVIEWER' | 'APPROVER';
}

/** A document with the lineage it belongs to. */
export interface Descent {
  documentId: string;
  lineageId: string;
  authorityId: string;
  code: string;
  title: string;
}

const lineage = sql`with recursive lineage as (
  select id, id as lineage_id from document where copied_from_id is null
  union all select d.id, l.lineage_id from document d join lineage l on d.copied_from_id = l.id)`;

const within = (column: Sql, ids: readonly string[] | undefined) => (ids ? sql`${column} = any(${ids}::uuid[])` : sql`true`);

/**
 * Who drafted, reviewed or approved which document, drafts and discarded ones left out. Rule R03
 * compares by `lineageId`: two documents of one lineage are copies of one another, in either direction.
 */
export async function handlings(em: SqlEntityManager, only: { personIds?: readonly string[] } = {}): Promise<Handling[]> {
  const { rows } = await sql<Handling>`${lineage}
    select distinct p.person_id as "personId", d.id as "documentId", l.lineage_id as "lineageId", d.authority_id as "authorityId", p.part
    from revision r join document d on d.id = r.document_id join lineage l on l.id = d.id
    cross join lateral (values (r.drafter_id, 'DRAFTER'), (r.reviewer_id, 'REVIEWER'), (r.approver_id, 'APPROVER')) p (person_id, part)
    where r.state not in ('DRAFT', 'DISCARDED') and p.person_id is not null and ${within(sql`p.person_id`, only.personIds)}`.execute(em.getKysely());
  return rows;
}

/** The documents in force of authorities, each with its lineage. */
export async function documentsInForce(em: SqlEntityManager, only: { authorityIds?: readonly string[]; documentIds?: readonly string[] } = {}): Promise<Descent[]> {
  const { rows } = await sql<Descent>`${lineage}
    select d.id as "documentId", l.lineage_id as "lineageId", d.authority_id as "authorityId", d.code, d.title
    from document d join lineage l on l.id = d.id
    where exists (select 1 from revision r where r.document_id = d.id and r.state = 'EFFECTIVE')
      and ${within(sql`d.authority_id`, only.authorityIds)} and ${within(sql`d.id`, only.documentIds)}
    order by d.code`.execute(em.getKysely());
  return rows;
}
