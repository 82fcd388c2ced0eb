import { sql } from 'kysely';
import { ArgsType, Field, ID } from 'type-graphql';
import { isTheOne } from '../access/index.js';
import { PageArgs } from '../platform/graphql/connection.js';
import { Text } from '../platform/graphql/validation.js';
import type { ColumnOf, RowOf, Sort, Sql } from '../platform/reads/index.js';
import type { Person } from './person.js';
import { matches, vietnamese } from './search.js';

/** Filters of the list of people. */
@ArgsType()
export class PeopleArgs extends PageArgs {
  /** Words of the name, with or without diacritics. */
  @Text(0, 200)
  @Field(() => String, { nullable: true })
  search?: string | null;

  /** Only people whose current post is in this unit or below it. */
  @Field(() => ID, { nullable: true })
  unitId?: string | null;

  /** Only those in the auditor register. */
  @Field(() => Boolean, { nullable: true })
  auditors?: boolean | null;
}

export const peopleWhere =
  (args: PeopleArgs, today: string) =>
  (row: RowOf<Person>): Sql[] => [
    ...(args.search ? matches(row('search'), args.search) : []),
    ...(args.unitId
      ? [
          sql`exists (
            select 1
            from posts_on(${today}) p
            join unit top on p.path <@ top.path
            where p.person_id = ${row('id')} and ${isTheOne(sql`top.id`, args.unitId)})`,
        ]
      : []),
    ...(args.auditors ? [sql`exists (select 1 from auditor a where a.person_id = ${row('id')})`] : []),
  ];

export const byName: Sort<ColumnOf<Person>> = { by: (row) => vietnamese(row('full_name')), type: 'text' };
