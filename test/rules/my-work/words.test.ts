import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { taskKinds } from '../../../api/rules/tasks.js';
import { words } from '../../../client/my-work/words.vi.js';
import { groupWork, addressOf, urgencyOf, type MyTask } from '../../../client/my-work/group-work.js';
import { works } from '../works.js';

const root = path.resolve(import.meta.dirname, '../../..');
/** Where the modules name further tasks. */
const taskRules = [
  'api/documents/tasks.ts',
  'api/nonconformities/tasks.ts',
  'api/self-inspection/tasks.ts',
  'api/audits/tasks.ts',
];
const work = (part: Partial<MyTask>): MyTask => ({
  kind: 'document.review',
  subjectType: 'Document',
  subjectId: 'd',
  title: '',
  place: null,
  dueOn: null,
  since: '',
  ...part,
});

test('every task that a module can name has words', () => {
  const named = taskRules.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return [
      ...text.matchAll(
        /'((?:document|nonconformity|correctiveAction|selfInspection|audit|finding|checkItem|round|programme)\.[a-zA-Z]+)'/g,
      ),
    ].map(([, kind]) => kind!);
  });
  const derived = works.flatMap((work) => taskKinds(work as never));
  expect(derived.length).toBeGreaterThan(20);
  expect([...new Set([...named, ...derived])].filter((kind) => !(kind in words.kinds))).toEqual([]);
});

test('work is grouped by how urgent it is, and today is not overdue', () => {
  expect(urgencyOf('2026-11-22', '2026-11-23')).toBe('overdue');
  expect(urgencyOf('2026-11-23', '2026-11-23')).toBe('soon');
  expect(urgencyOf('2026-12-01', '2026-11-23')).toBe('later');
  const groups = groupWork(
    [
      work({ subjectId: 'a', dueOn: '2027-01-01' }),
      work({ subjectId: 'b' }),
      work({ subjectId: 'c', dueOn: '2026-11-01' }),
    ],
    '2026-11-23',
  );
  expect(groups.map((group) => [group.urgency, group.work.map((item) => item.subjectId)])).toEqual([
    ['overdue', ['c']],
    ['later', ['a']],
    ['open', ['b']],
  ]);
});

test('every kind of record that tasks name can be opened', () => {
  expect(
    ['Document', 'Nonconformity', 'Inspection', 'Audit', 'Round', 'Programme'].map((subjectType) =>
      addressOf(work({ subjectType, subjectId: '1' })),
    ),
  ).toEqual([
    '/documents/1',
    '/nonconformities/1',
    '/inspections/1',
    '/audits/1',
    '/audits/rounds/1',
    '/audits/programmes/1',
  ]);
  expect(
    ['finding.agree', 'checkItem.setResult', 'audit.report'].map((kind) =>
      addressOf(work({ kind, subjectType: 'Audit', subjectId: '1' })),
    ),
  ).toEqual(['/audits/1/findings', '/audits/1/sheet', '/audits/1']);
});
