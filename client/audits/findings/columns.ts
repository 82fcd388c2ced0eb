import type { RoundPageQuery } from '../../graphql/generated/audits/planning/rounds';
import type { Column } from '../../ui/columns';
import { auditName, auditStateWord, daysOf } from '../planning/columns';
import type { Words } from './words.vi';

/** How far the audits of a consolidated report are. */
export const reportStatusColumns = (t: Words) =>
  [
    { key: 'unit', header: t.auditee, value: auditName, primary: true },
    { key: 'days', header: t.days, value: daysOf, none: t.noDays, nowrap: true },
    { key: 'state', header: t.state, value: (audit) => auditStateWord(audit.state) },
  ] as const satisfies readonly Column<RoundPageQuery['round']['audits'][number]>[];
