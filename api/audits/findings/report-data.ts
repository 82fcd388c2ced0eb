import { sql } from 'kysely';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type Context, isId, readContext, refuseNotFound } from '../../access/index.js';
import { FindingCategory } from '../fieldwork/kinds.js';
import { auditVisible, roundVisible } from '../planning/visibility.js';
import { countFindings } from './counts.js';
import { findingVisible } from './visibility.js';

/** How many findings of a category there are in an authority, office and clause. */
@ObjectType({ simpleResolvers: true })
export class FindingTally {
  /** The authority that was audited. */
  @Field(() => ID) authorityId!: string;
  /** Its name. */
  @Field(() => String) authorityName!: string;
  /** The office that must answer. */
  @Field(() => ID) unitId!: string;
  /** Its name. */
  @Field(() => String) unitName!: string;
  /** The clause; null for findings that name none. */
  @Field(() => String, { nullable: true }) clauseNumber!: string | null;
  /** Title of the clause. */
  @Field(() => String, { nullable: true }) clauseTitle!: string | null;
  /** Title of the clause in English. */
  @Field(() => String, { nullable: true }) clauseTitleEn!: string | null;
  @Field(() => FindingCategory) category!: FindingCategory;
  /** How many findings. */
  @Field(() => Int) count!: number;
}

/** The figures of a consolidated report. */
@ObjectType({ simpleResolvers: true })
export class RoundReport {
  @Field(() => ID) id!: string;
  /** In the order of audits, offices and clauses, without sums. */
  @Field(() => [FindingTally])
  tallies!: FindingTally[];
}

const own = (column: string) => sql.ref(`t.${column}`);

const finding = (column: string) => sql.ref(`f.${column}`);

/** The figures of a round. @throws Refusal NOT_FOUND */
export async function reportOfRound(ctx: Context, id: string): Promise<RoundReport> {
  const readAs = readContext(ctx);
  const seen = sql`select 1 from round t where t.id = ${known(id)} and ${roundVisible(own, readAs)}`;
  return {
    id,
    tallies:
      (await countFindings(ctx.em.getKysely(), { roundId: id }, { seen, visible: findingVisible(finding, readAs) })) ??
      refuseNotFound(),
  };
}

/** The figures of an audit. @throws Refusal NOT_FOUND */
export async function reportOfAudit(ctx: Context, id: string): Promise<RoundReport> {
  const readAs = readContext(ctx);
  const seen = sql`select 1 from audit t where t.id = ${known(id)} and ${auditVisible(own, readAs)}`;
  return {
    id,
    tallies:
      (await countFindings(ctx.em.getKysely(), { auditId: id }, { seen, visible: findingVisible(finding, readAs) })) ??
      refuseNotFound(),
  };
}

const known = (id: string) => (isId(id) ? id : refuseNotFound());
