import type { Wording } from '../../rules/refusal.js';
import type { Limit } from './content.js';

/** A time limit as papers write it: "05 ngày làm việc". */
export function limitWords({ unit, value }: Limit): Wording {
  const number = value === null ? '…' : String(value).padStart(2, '0');
  switch (unit) {
    case 'WORKING_DAYS':
      return { vi: `${number} ngày làm việc`, en: `${value ?? '…'} working days` };
    case 'CALENDAR_DAYS':
      return { vi: `${number} ngày`, en: `${value ?? '…'} days` };
    case 'SAME_DAY':
      return { vi: 'Trong ngày làm việc', en: 'The same working day' };
    case 'NONE':
      return { vi: 'Không quy định', en: 'No limit' };
  }
}
