import type { Words } from './words.vi';

export const words = {
  title: 'Clause sets',
  lead: 'Titles of the clauses in two languages, and the clauses they correspond to in other editions. No text of the standard.',
  sets: 'Editions',
  current: 'In use',
  draft: 'Draft, not checked against the published edition',
  filter: 'Find by number or title',
  number: 'Number',
  clause: 'Clause',
  other: 'Vietnamese title',
  maps: 'In other editions',
  usualUnit: 'Usually asked',
  change: 'Change',
  nothing: 'No clause fits',
  nothingHint: 'Type fewer letters or clear the search box.',
  count: (n: number) => `${n} clauses`,
  changes: { NEW: 'New', RENAMED: 'Renamed', MOVED: 'Moved', TEXT: 'Text changed', SAME: 'Same' },
  edition: { ISO9001_2008: '2008', ISO9001_2015: '2015', ISO9001_2026: '2026' },
} satisfies Words;
