import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { sql } from 'kysely';
import type { Tx } from '../commands/index.js';

/** The last number that was given in a series, such as KPH of an authority in a year. */
@Entity()
export class NumberSeries {
  @PrimaryKey({ type: 'uuid' }) authorityId!: string;
  /** Series, such as `KPH`. */
  @PrimaryKey({ type: 'text' }) series!: string;
  @PrimaryKey({ type: 'integer' }) year!: number;
  @Property({ type: 'integer' }) last!: number;
}

/**
 * The next number of a series of an authority in a year: 1, 2, 3 … without gaps. The series stays locked until
 * the end of the transaction; if the command is refused, the number is free again.
 */
export async function nextNumber(tx: Tx, authorityId: string, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (authority_id, series, year, last) values (${authorityId}, ${series}, ${year}, 1)
    on conflict (authority_id, series, year) do update set last = number_series.last + 1
    returning last`.execute(tx.kysely);
  return rows[0]!.last;
}
