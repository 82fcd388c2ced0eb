import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();
const myWork = '{ myWork { kind subjectType subjectId title place dueOn since } }';
const people = ['thuybp.bt', 'phunb.bt', 'quyendk.bt', 'lepn.bt', 'ngandk.bt', 'tanmq.khcn', 'kiennn.khcn', 'datpv.nt'];
/** What one may do, but nobody waits for: every other event is somebody's task, a new one too. */
const optional = [
  ...['dispute', 'withdraw', 'revisePlan', 'returnPlan', 'returnResult', 'findIneffective'].map(
    (event) => `nonconformity.${event}`,
  ),
  ...['noteProgress', 'askExtension', 'accept', 'return', 'drop', 'grantExtension', 'refuseExtension'].map(
    (event) => `correctiveAction.${event}`,
  ),
  ...['save', 'reportFailing', 'nameSubstitute', 'return'].map((event) => `selfInspection.${event}`),
];

describe('my work', () => {
  test('comes from all modules in one statement besides the session', async () => {
    const head = await it.as('thuybp.bt');
    expect(await it.countStatements(() => head.ask(myWork))).toBe(2);
    const { myWork: work } = await head.ask(myWork);
    expect(new Set(work.map((item: any) => item.kind.split('.')[0])).size).toBeGreaterThanOrEqual(3);
  });

  test('is in the order of due dates, what has none last', async () => {
    const { myWork: work } = await (await it.as('thuybp.bt')).ask(myWork);
    const days = work.map((item: any) => item.dueOn ?? '9999-12-31');
    expect(new Set(days).size).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted());
  });

  test.each(people)('%s may open everything that is named there', async (userName) => {
    const person = await it.as(userName);
    const { myWork: work } = await person.ask(myWork);
    const byType: Record<string, string> = {
      Document: 'document',
      Nonconformity: 'nonconformity',
      Inspection: 'inspection',
      Audit: 'audit',
      Round: 'round',
      Programme: 'programme',
    };
    expect(work).not.toEqual([]);
    for (const { subjectType, subjectId } of work) {
      const query = `query ($id: ID!) { opened: ${byType[subjectType]}(id: $id) { id } }`;
      expect(await person.ask(query, { id: subjectId })).toEqual({ opened: { id: subjectId } });
    }
  });

  test('nothing is listed that cannot be done now, and nothing that only this person must do is missing, for everybody with an account', async () => {
    const accounts = await it.sql<{ user_name: string }>('select user_name from account order by 1');
    expect(accounts.length).toBeGreaterThan(20);
    const [missing, met] = [[] as string[], new Set<string>()];
    for (const { user_name: userName } of accounts) {
      const person = await it.as(userName);
      const { myWork: work } = await person.ask(myWork);
      const listed = new Set<string>(work.map(({ kind, subjectId }: any) => `${kind} ${subjectId}`));
      const { nonconformities, mine, toDecide, audits } = await person.ask(`{
        nonconformities(first: 100, filter: { open: true }) { nodes { id mine viewerCan actions { viewerCan } } }
        mine: inspections(first: 100, mine: true) { nodes { id state viewerCan } }
        toDecide: inspections(first: 100, toDecide: true) { nodes { id state viewerCan } }
        audits(first: 100) { nodes { id viewerCan } } }`);
      const events = new Map<string, string[]>();
      for (const { id, viewerCan, actions } of nonconformities.nodes) {
        events.set(id, [
          ...viewerCan.map((event: string) => `nonconformity.${event}`),
          ...actions.flatMap((action: any) => action.viewerCan.map((event: string) => `correctiveAction.${event}`)),
        ]);
      }
      for (const { id, state, viewerCan } of [...mine.nodes, ...toDecide.nodes])
        events.set(
          id,
          viewerCan.map(
            (event: string) => `selfInspection.${state === 'RETURNED' && event === 'submit' ? 'mend' : event}`,
          ),
        );
      for (const [id, can] of events) {
        for (const event of can.filter((each) => !optional.includes(each)))
          missing.push(...(listed.has(`${event} ${id}`) ? [] : [`${userName} can ${event}`]));
        for (const event of can) met.add(event);
      }
      for (const { id, viewerCan } of audits.nodes)
        events.set(
          id,
          viewerCan.map((event: string) => `audit.${event}`),
        );
      const cannot = work.filter(
        ({ kind, subjectId }: any) =>
          /^(nonconformity|correctiveAction|selfInspection|audit)\./.test(kind) &&
          events.has(subjectId) &&
          !events.get(subjectId)!.includes(kind),
      );
      expect(cannot, userName).toEqual([]);
    }
    expect([...new Set(missing)]).toEqual([]);
    expect([...optional].filter((event) => !met.has(event))).toEqual([]);
    expect(met.size).toBeGreaterThan(optional.length + 8);
  });

  test('an observer has no task', async () => {
    expect(await (await it.as('sangpn.nv')).ask(myWork)).toEqual({ myWork: [] });
  });
});
