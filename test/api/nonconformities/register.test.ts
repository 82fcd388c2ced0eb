import { describe, expect, test } from 'vitest';
import {
  nonconformityLifecycle,
  type NonconformityEnd,
  type NonconformityEvent,
  type NonconformityState,
} from '../../../api/nonconformities/rules/index.js';
import { useServer } from '../../support/server.js';
import { idOf, letTeamIn, raisedByAudit, reported, who } from './fixtures.js';

const it = useServer();
const list = `
  query ($first: Int = 100, $after: String, $filter: NonconformityFilter, $sort: NonconformitySort, $descending:
    Boolean) {
  nonconformities(first: $first, after: $after, filter: $filter, sort: $sort, descending: $descending) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id number state source severity dueOn overdue mine issuedAt viewerCan unit { code } authority { code
      } clause { number } procedure { code title } causeCategory planApprover { id }
      actions { title state overdue viewerCan owner { id fullName } } waitsFor { id } } } }`;

type Row = Record<string, any>;
const rows = async (person: string, variables: Record<string, unknown> = {}): Promise<Row[]> =>
  (await (await it.as(person)).ask(list, variables)).nonconformities.nodes;
const idsOf = (found: Row[]) => found.map(({ id }) => id).sort();

describe('the register', () => {
  test('takes one statement and the session, whatever is asked of its rows', async () => {
    const caller = await it.as(who.leadAgency);
    expect(await it.countStatements(() => caller.ask(list, { first: 50 }))).toBe(2);
    expect(await it.countStatements(() => caller.ask('{ nonconformityCounts { state count overdue } }'))).toBe(2);
  });

  test('has every state, source and severity in the sample, this year and last', async () => {
    const all = [...(await rows(who.leadAgency)), ...(await rows(who.leadAgency, { descending: false }))];
    const different = (name: string) => new Set(all.map((row) => row[name])).size;
    expect([different('state'), different('source'), different('severity')]).toEqual([
      nonconformityLifecycle.states.length,
      7,
      2,
    ]);
    expect(new Set(all.map(({ issuedAt }) => issuedAt.slice(0, 4)))).toEqual(new Set(['2025', '2026']));
    expect(new Set(all.flatMap(({ actions }) => actions.map(({ state }: Row) => state)))).toEqual(
      new Set(['OPEN', 'DONE', 'ACCEPTED', 'DROPPED']),
    );
  });

  test.each([
    ['ISSUED', 'issuedAt'],
    ['DUE', 'dueOn'],
    ['NUMBER', 'number'],
  ])('by %s every row comes once, page after page, both ways', async (sort, column) => {
    for (const descending of [false, true]) {
      const caller = await it.as(who.leadAgency);
      const found: Row[] = [];
      let total = Number.NaN;
      for (let after: string | null = null, more = true; more;) {
        const { nonconformities }: Row = await caller.ask(list, { first: 40, after, sort, descending });
        found.push(...nonconformities.nodes);
        total = nonconformities.totalCount;
        ({ hasNextPage: more, endCursor: after } = nonconformities.pageInfo);
      }
      expect(found).toHaveLength(total);
      const values = found.map((row) => row[column] ?? '9999');
      expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1)));
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    }
  });

  test('filters by unit with all below it, state, source, severity, period and what is late', async () => {
    const ward = await rows(who.leadAgency, { filter: { unitId: await idOf(it, 'LH-BT') } });
    expect(new Set(ward.map(({ authority }) => authority.code))).toEqual(new Set(['LH-BT']));
    expect(new Set(ward.map(({ unit }) => unit.code)).size).toBeGreaterThan(2);
    const office = await rows(who.leadAgency, { filter: { unitId: await idOf(it, 'LH-BT-HC') } });
    expect(idsOf(office)).toEqual(idsOf(ward.filter(({ unit }) => unit.code === 'LH-BT-HC')));
    expect(idsOf(await rows(who.leadAgency, { filter: { authorityId: await idOf(it, 'LH-BT') } }))).toEqual(
      idsOf(ward),
    );

    const all = await rows(who.manager);
    const same = async (filter: Row, holds: (row: Row) => boolean) =>
      expect(idsOf(await rows(who.manager, { filter }))).toEqual(idsOf(all.filter(holds)));
    await same({ states: ['ISSUED', 'VERIFIED'] }, ({ state }) => state === 'ISSUED' || state === 'VERIFIED');
    await same({ open: true }, ({ dueOn }) => dueOn !== null);
    await same({ sources: ['AUDIT'] }, ({ source }) => source === 'AUDIT');
    await same({ severity: 'MAJOR' }, ({ severity }) => severity === 'MAJOR');
    await same({ overdue: true }, ({ dueOn }) => dueOn !== null && dueOn < '2026-11-23');
    await same(
      { issuedFrom: '2026-09-01', issuedTo: '2026-09-30' },
      ({ issuedAt }) => issuedAt >= '2026-08-31T17' && issuedAt < '2026-09-30T17',
    );
    const [{ procedure_id: procedureId }] = (await it.sql(
      `select procedure_id from nonconformity where authority_id = $1 and procedure_id is not null limit 1`,
      await idOf(it, 'LH-BT'),
    )) as [Row];
    expect((await rows(who.manager, { filter: { procedureId } })).length).toBeGreaterThan(0);
  });

  test('a clause that is a group means all below it, in every set', async () => {
    const clauseOf = async (set: string, number: string) =>
      (
        await it.sql(
          `select c.id from clause c join clause_set s on s.id = c.set_id where s.code = $1 and c.number = $2`,
          set,
          number,
        )
      )[0]!.id;
    const all = await rows(who.manager);
    const below = all.filter(({ clause }) => clause.number.startsWith('7.5'));
    expect(below.length).toBeGreaterThan(0);
    expect(idsOf(await rows(who.manager, { filter: { clauseId: await clauseOf('ISO9001_2015', '7.5') } }))).toEqual(
      idsOf(below),
    );
    const old = await rows(who.manager, { filter: { clauseId: await clauseOf('ISO9001_2008', '4.2') } });
    expect(idsOf(old)).toEqual(expect.arrayContaining(idsOf(below)));
  });

  test('is searched without diacritics, and a stray sign finds nothing', async () => {
    const made = await reported(it, { gap: 'Quầy tiếp nhận không niêm yết phí, lệ phí công chứng' });
    expect(idsOf(await rows(who.manager, { filter: { search: 'NIEM YET le phi' } }))).toContain(made.id);
    expect(await rows(who.manager, { filter: { search: made.number } })).toHaveLength(1);
    expect(await rows(who.manager, { filter: { search: '100% khong co' } })).toEqual([]);
  });

  test('counts by state what the filter finds', async () => {
    const caller = await it.as(who.manager);
    const filter = { unitId: await idOf(it, 'LH-BT'), severity: 'MINOR' };
    const { nonconformityCounts } = await caller.ask(
      'query ($filter: NonconformityFilter) { nonconformityCounts(filter: $filter) { state count overdue } }',
      { filter },
    );
    const found = await rows(who.manager, { filter });
    expect(nonconformityCounts.length).toBeGreaterThan(2);
    for (const { state, count, overdue } of nonconformityCounts) {
      const inState = found.filter((row) => row['state'] === state);
      expect([inState.length, inState.filter((row) => row['overdue']).length]).toEqual([count, overdue]);
    }
    expect(nonconformityCounts.reduce((sum: number, { count }: Row) => sum + count, 0)).toBe(found.length);
  });

  test('offers only units and procedures of what the viewer sees, offices with the name of their authority', async () => {
    const choices = '{ nonconformityChoices { places { id name authorityName } procedures { code title } } }';
    const caller = await it.as(who.manager);
    const { nonconformityChoices: own } = await caller.ask(choices);
    expect(await it.countStatements(() => caller.ask(choices))).toBe(2);
    expect(own.places[0]).toEqual({ id: await idOf(it, 'LH-BT'), name: 'Phường Bạch Trúc', authorityName: null });
    expect(new Set(own.places.slice(1).map(({ authorityName }: Row) => authorityName))).toEqual(
      new Set(['Phường Bạch Trúc']),
    );
    const { nonconformityChoices: province } = await (await it.as(who.leadAgency)).ask(choices);
    const labels = province.places.map(({ name, authorityName }: Row) => `${name}, ${authorityName}`);
    expect(new Set(labels).size).toBe(labels.length);
    const codes = province.procedures.map(({ code }: Row) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(own.procedures.map(({ code }: Row) => code)));

    const [{ code }] = own.procedures;
    const found = await rows(who.leadAgency, { filter: { procedureCode: code } });
    expect(new Set(found.map(({ procedure }) => procedure.code))).toEqual(new Set([code]));
    expect(new Set(found.map(({ authority }) => authority.code)).size).toBeGreaterThan(1);
    expect((await it.nobody.refused(choices)).code).toBe('UNAUTHENTICATED');
  });

  test('filters by the category of the cause', async () => {
    const machine = await rows(who.manager, { filter: { causeCategory: 'MACHINE' } });
    expect(machine.length).toBeGreaterThan(0);
    expect(new Set(machine.map(({ causeCategory }) => causeCategory))).toEqual(new Set(['MACHINE']));
  });

  test('a cursor of another list is refused', async () => {
    expect((await (await it.as(who.manager)).refused(list, { after: 'bm9uZQ==' })).code).toBe('INVALID_INPUT');
  });
});

describe('who sees what', () => {
  test('a ward sees its own, the lead agency, observers and administrators all; an officer what is his or hers', async () => {
    const [{ n }] = (await it.sql('select count(*)::int as n from nonconformity')) as [{ n: number }];
    const seen = async (person: string) =>
      (await (await it.as(person)).ask('{ nonconformities(first: 1) { totalCount } }')).nonconformities.totalCount;
    for (const person of [who.leadAgency, who.observer, who.administrator]) expect(await seen(person)).toBe(n);
    const [{ own }] = (await it.sql(
      'select count(*)::int as own from nonconformity where authority_id = $1',
      await idOf(it, 'LH-BT'),
    )) as [{ own: number }];
    for (const person of [who.manager, who.isoHead]) expect(await seen(person)).toBe(own);
    const officers = await rows(who.officer);
    const parts = await it.sql(
      `
        select n.id from nonconformity n where n.detected_by_id = $1 or n.responder_id = $1 or exists (select 1
        from corrective_action a where a.nonconformity_id = n.id and a.owner_id = $1)`,
      await idOf(it, who.officer),
    );
    expect(idsOf(officers)).toEqual(idsOf(parts));
    expect(new Set((await rows(who.unitHead)).map(({ unit }) => unit.code)).has('LH-BT-KT')).toBe(false);
  });

  test('the auditor who found it sees it in the time of the audit, and not for ever', async () => {
    const raised = await raisedByAudit(it);
    const ask = 'query ($id: ID!) { nonconformity(id: $id) { number } }';
    const auditEnds = async () =>
      it.sql(
        `
          update role_grant set from_date = '2026-01-05', to_date = '2026-11-20'
          where role in ('AUDIT_LEAD', 'AUDIT_TEAM') and person_id = $1 and unit_id = $2`,
        await idOf(it, who.auditLead),
        await idOf(it, 'LH-BT'),
      );
    await auditEnds();
    expect((await (await it.as(who.auditLead)).refused(ask, { id: raised.id })).code).toBe('NOT_FOUND');
    await letTeamIn(it);
    expect((await (await it.as(who.auditLead)).ask(ask, { id: raised.id })).nonconformity.number).toBe(raised.number);
    await auditEnds();
    const after = await it.as(who.auditLead);
    expect((await after.refused(ask, { id: raised.id })).code).toBe('NOT_FOUND');
    expect(
      (
        await after.refused('query ($id: ID!) { history(subjectType: "Nonconformity", subjectId: $id) { verb } }', {
          id: raised.id,
        })
      ).code,
    ).toBe('NOT_FOUND');
    expect((await rows(who.auditLead, { filter: { search: raised.number } })).map(({ id }) => id)).not.toContain(
      raised.id,
    );
  });

  test('who reported it and then left the authority sees it no more', async () => {
    const made = await reported(it);
    const officer = await idOf(it, who.officer);
    const ask = 'query ($id: ID!) { nonconformity(id: $id) { number } }';
    const moved = async (to: string | null) => {
      await it.sql('update post set to_date = $2 where person_id = $1', officer, to);
      await it.sql('update role_grant set to_date = $2 where person_id = $1', officer, to);
    };
    expect((await (await it.as(who.officer)).ask(ask, { id: made.id })).nonconformity.number).toBe(made.number);
    await moved('2026-11-20');
    expect((await (await it.as(who.officer)).refused(ask, { id: made.id })).code).toBe('NOT_FOUND');
    await moved(null);
  });

  test('what the viewer may not see is not found, and its history neither', async () => {
    const made = await reported(it);
    const caller = await it.as(who.neighbourManager);
    expect((await caller.refused('query ($id: ID!) { nonconformity(id: $id) { number } }', { id: made.id })).code).toBe(
      'NOT_FOUND',
    );
    expect(
      (
        await caller.refused('query ($id: ID!) { history(subjectType: "Nonconformity", subjectId: $id) { verb } }', {
          id: made.id,
        })
      ).code,
    ).toBe('NOT_FOUND');
    expect((await it.nobody.refused('{ nonconformities { totalCount } }')).code).toBe('UNAUTHENTICATED');
  });
});

describe('who must act', () => {
  /** What must be done in each open state; while actions are carried out it is work on them. */
  const nextEvents: Record<Exclude<NonconformityState, NonconformityEnd | 'PLAN_APPROVED'>, NonconformityEvent> = {
    ISSUED: 'respond',
    DISPUTED: 'uphold',
    RESPONDED: 'approvePlan',
    ACTIONS_DONE: 'verify',
    VERIFIED: 'confirmEffective',
  };
  const nextEventOf = (row: Row) => (nextEvents as Partial<Record<string, NonconformityEvent>>)[row['state']];
  const everybody = [
    who.isoHead,
    who.manager,
    who.secretary,
    who.unitHead,
    who.otherUnitHead,
    who.officer,
    who.otherOfficer,
    who.leadAgency,
    who.leadAgencyManager,
    who.neighbourManager,
    who.observer,
    who.administrator,
  ];

  test.each(everybody)('"mine" of %s is what he or she can and must do now, no more and no less', async (person) => {
    const me = await idOf(it, person);
    for (const row of await rows(person)) {
      // Who approved the plan decides on an extension; who may do it instead does not have the task.
      const decides = ({ viewerCan, owner }: Row) =>
        viewerCan.includes('grantExtension') && [me, owner.id].includes(row['planApprover'].id);
      const ownActions = row['actions'].some(
        (action: Row) => action['state'] === 'OPEN' && (action['viewerCan'].includes('reportDone') || decides(action)),
      );
      const nextEvent = nextEventOf(row);
      expect([row['number'], row['mine']]).toEqual([
        row['number'],
        (nextEvent !== undefined && row['viewerCan'].includes(nextEvent)) ||
          (row['state'] === 'PLAN_APPROVED' && (ownActions || row['viewerCan'].includes('reportDone'))),
      ]);
    }
  });

  test.each(everybody)('a record names %s exactly when it waits for him or her', async (person) => {
    const id = await idOf(it, person);
    const isNamed = (row: Row) => row['waitsFor'].some((other: Row) => other['id'] === id);
    const waits = (row: Row) => {
      const nextEvent = nextEventOf(row);
      return row['state'] === 'PLAN_APPROVED'
        ? row['mine']
        : nextEvent !== undefined && row['viewerCan'].includes(nextEvent);
    };
    const looked = (await rows(person)).filter((row) => row['state'] !== 'VERIFIED');
    expect(looked.length).toBeGreaterThan(0);
    expect(looked.map((row) => [row['number'], isNamed(row)])).toEqual(
      looked.map((row) => [row['number'], waits(row)]),
    );
  });

  test('my work lists the same records as "mine"', async () => {
    for (const person of everybody) {
      const { myWork } = await (await it.as(person)).ask('{ myWork { kind subjectType subjectId } }');
      const tasks = myWork
        .filter(({ subjectType }: Row) => subjectType === 'Nonconformity')
        .map(({ subjectId }: Row) => subjectId);
      expect([...new Set(tasks)].sort()).toEqual(idsOf(await rows(person, { filter: { mine: true } })));
    }
  });
});
