import { sql } from 'kysely';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { isId, readContext, refuseNotFound, type Context } from '../access/index.js';
import { countFindings } from './counts.js';
import { FindingCategory } from './kinds.js';
import { auditVisible, findingVisible, roundVisible } from './visibility.js';

/** How many findings of a category there are in an authority, office and clause. */
@ObjectType({ simpleResolvers: true })
export class FindingTally {
  @Field(() => ID) authorityId!: string;
  @Field(() => String) authorityName!: string;
  @Field(() => ID) unitId!: string;
  @Field(() => String) unitName!: string;
  @Field(() => String, { nullable: true }) clauseNumber!: string | null;
  @Field(() => String, { nullable: true }) clauseTitle!: string | null;
  @Field(() => FindingCategory) category!: FindingCategory;
  @Field(() => Int) count!: number;
}

/** The figures of a consolidated report. */
@ObjectType({ simpleResolvers: true })
export class RoundReport {
  @Field(() => ID) id!: string;
  @Field(() => [FindingTally], { description: 'In the order of audits, offices and clauses; sums are left to the reader.' }) tallies!: FindingTally[];
}

const own = (column: string) => sql.ref(`t.${column}`);
const finding = (column: string) => sql.ref(`f.${column}`);

/** The figures of a round. @throws Refusal NOT_FOUND */
export async function reportOfRound(ctx: Context, id: string): Promise<RoundReport> {
  const readAs = readContext(ctx);
  await requireSeen(ctx, 'round', id);
  return { id, tallies: await countFindings(ctx.em.getKysely(), { roundId: id }, findingVisible(finding, readAs)) };
}

/** The figures of an audit. @throws Refusal NOT_FOUND */
export async function reportOfAudit(ctx: Context, id: string): Promise<RoundReport> {
  const readAs = readContext(ctx);
  await requireSeen(ctx, 'audit', id);
  return { id, tallies: await countFindings(ctx.em.getKysely(), { auditId: id }, findingVisible(finding, readAs)) };
}

async function requireSeen(ctx: Context, table: 'round' | 'audit', id: string): Promise<void> {
  if (!isId(id)) refuseNotFound();
  const visible = table === 'round' ? roundVisible(own, readContext(ctx)) : auditVisible(own, readContext(ctx));
  const { rows } = await sql`select 1 from ${sql.table(table)} t where t.id = ${id} and ${visible}`.execute(ctx.em.getKysely());
  if (rows.length === 0) refuseNotFound();
}
