import { sql } from 'kysely';
import type { RowOf, Sql } from '../../platform/reads/index.js';
import { SHORTEST_REASON } from '../../rules/text.js';
import type { CheckItem } from '../fieldwork/check-item.js';
import { RESULTS_WITH_EVIDENCE, RESULTS_WITH_FINDING, SHORTEST_EVIDENCE } from '../rules/fieldwork/index.js';

const isShort = (text: Sql, least: number) => sql`char_length(btrim(coalesce(${text}, ''), E' \\t\\n\\r')) < ${least}`;

/** The condition of `wantsOfLine` in SQL: a line of the work sheet that still needs a result, evidence or a finding. */
export const isUnfinishedLine = (line: RowOf<CheckItem>): Sql => sql`case
  when ${line('result')} = 'NOT_CHECKED' then ${isShort(line('reason_not_checked'), SHORTEST_REASON)}
  else (${line('result')} = any(${[...RESULTS_WITH_EVIDENCE]}::text[])
      and ${isShort(line('evidence'), SHORTEST_EVIDENCE)})
    or (${line('result')} = any(${[...RESULTS_WITH_FINDING]}::text[])
      and not exists (
        select 1
        from finding_check_item link
        join finding carrier on carrier.id = link.finding_id
        where link.check_item_id = ${line('id')} and carrier.state <> 'DROPPED'))
  end`;
