import { formatPeriod } from '../i18n';
import { holdsToday, type Role, type Viewer } from '../shell/viewer';
import type { Words as ShellWords } from '../shell/words.vi';
import type { Column } from '../ui/columns';
import type { Words } from './words.vi';

type Grant = Viewer['person']['grants'][number];

/** Whether a role is held today, in a word. */
export function statusOf(t: Words, grant: Grant): string {
  if (holdsToday(grant)) return t.holds;
  return grant.to && !holdsToday({ from: '', to: grant.to }) ? t.over : t.later;
}

/** The roles of the person who is signed in. */
export const roleColumns = (t: Words, names: ShellWords) =>
  [
    { key: 'role', header: t.role, value: (grant) => names.role[grant.role as Role], primary: true },
    { key: 'unit', header: t.inUnit, value: (grant) => grant.unit.name },
    { key: 'period', header: t.period, value: (grant) => formatPeriod(grant.from, grant.to), nowrap: true },
    { key: 'status', header: t.status, value: (grant) => statusOf(t, grant) },
  ] as const satisfies readonly Column<Grant>[];
