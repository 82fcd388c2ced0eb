import { describe, expect, test } from 'vitest';
import { useHouse } from '../../support/house.js';

const it = useHouse();
const myWork = '{ myWork { kind subjectType subjectId title place dueOn since } }';
const people = ['thuybp.bt', 'phunb.bt', 'quyendk.bt', 'lepn.bt', 'ngandk.bt', 'tanmq.khcn', 'kiennn.khcn', 'datpv.nt', 'sangpn.nv'];

describe('my work', () => {
  test('comes from all rooms in one statement besides the session', async () => {
    const head = await it.as('thuybp.bt');
    expect(await it.countStatements(() => head.ask(myWork))).toBe(2);
    const { myWork: work } = await head.ask(myWork);
    expect(new Set(work.map((item: any) => item.kind.split('.')[0])).size).toBeGreaterThanOrEqual(3);
  });

  test('is in the order of due dates, what has none last', async () => {
    const { myWork: work } = await (await it.as('thuybp.bt')).ask(myWork);
    const days = work.map((item: any) => item.dueOn ?? '9999-12-31');
    expect(days).toEqual(days.toSorted());
  });

  test.each(people)('%s may open everything that is named there', async (userName) => {
    const person = await it.as(userName);
    const { myWork: work } = await person.ask(myWork);
    const byType: Record<string, string> = { Document: 'document', Nonconformity: 'nonconformity', Inspection: 'inspection', Audit: 'audit', Round: 'round', Programme: 'programme' };
    for (const { subjectType, subjectId } of work) {
      await person.ask(`query ($id: ID!) { ${byType[subjectType]}(id: $id) { id } }`, { id: subjectId });
    }
  });

  test('an observer owes nothing', async () => {
    expect(await (await it.as('sangpn.nv')).ask(myWork)).toEqual({ myWork: [] });
  });
});
