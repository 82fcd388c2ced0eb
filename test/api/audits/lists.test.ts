import { describe, expect, test } from 'vitest';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Plan } from '#api/audits/index.js';
import { useServer } from '../../support/server.js';
import { cast, password, Story } from './fixtures.js';

const it = useServer();
const story = new Story(it);

describe('lists take one statement beside the session', () => {
  test.each([
    [
      'rounds',
      '{ rounds { totalCount nodes { id number state viewerCan auditCount closedCount leadAgency { name } } } }',
    ],
    [
      'audits',
      `
        { audits(first: 50) { totalCount nodes { id number state viewerCan lineCount unit { name } round {
          number } members { part person { fullName } } } } }`,
    ],
    ['programmes', '{ programmes { year state viewerCan rounds { number } } }'],
  ])('%s', async (_name, query) => {
    const arranger = await it.as(cast.arranger);
    await arranger.ask(query);
    expect(await it.countStatements(() => arranger.ask(query))).toBe(2);
  });

  test('an audit with everything in it', async () => {
    const lead = await it.as(cast.lead);
    const { audits } = await lead.ask('{ audits(mine: true, state: IN_PROGRESS) { nodes { id } } }');
    const query = `
        query ($id: ID!) { audit(id: $id) { viewerCan checkItems { question clause { number } by { fullName } }
          findings { viewerCan category unit { name } checkItemIds } signatures { personName } } }`;
    expect(await it.countStatements(() => lead.ask(query, { id: audits.nodes[0].id }))).toBe(2);
  });
});

describe('who sees what in the sample', () => {
  const numbers = async (who: string, args = '') => {
    const { audits } = await (await it.as(who)).ask(`{ audits(first: 100${args}) { totalCount nodes { number } } }`);
    return audits.totalCount as number;
  };

  test('the lead agency sees all, a ward its own and those of its auditors', async () => {
    expect(await numbers(cast.arranger)).toBe(36);
    expect(await numbers('sangpn.nv')).toBe(36);
    expect(await numbers('quandh.ds')).toBe(2);
    expect(await numbers('P017', ', mine: true')).toBe(2);
    expect(await numbers('quyentm.bt')).toBe(0);
  });

  test('the list is put in order by auditee and by day, page by page', async () => {
    const arranger = await it.as(cast.arranger);
    const all = async (order: string) => {
      const seen: { dates: string[]; unit: { name: string } }[] = [];
      let after: string | null = null;
      do {
        const { audits }: Record<string, any> = await arranger.ask(
          `
            query ($after: String) { audits(first: 15, after: $after, ${order}) { pageInfo { hasNextPage
              endCursor } nodes { dates unit { name } } } }`,
          { after },
        );
        seen.push(...audits.nodes);
        after = audits.pageInfo.hasNextPage ? audits.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toHaveLength(36);
      return seen;
    };
    const collator = new Intl.Collator('vi-VN');
    const names = (await all('order: AUDITEE')).map(({ unit }) => unit.name);
    expect(names).toEqual(names.toSorted(collator.compare));
    const days = (await all('order: DAY, descending: true')).map(({ dates }) => dates[0] ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
    expect((await arranger.refused('{ audits(order: COLOUR) { totalCount } }')).code).toBe('INVALID_INPUT');
  });

  test('search finds without diacritics, by state and by kind', async () => {
    const arranger = await it.as(cast.arranger);
    expect(await arranger.ask('{ rounds(search: "danh gia cheo 2025") { nodes { number } } }')).toEqual({
      rounds: { nodes: [{ number: 'DG-2025-01' }] },
    });
    expect(await arranger.ask('{ rounds(state: RUNNING, kind: CROSS) { nodes { number } } }')).toEqual({
      rounds: { nodes: [{ number: 'DG-2026-01' }] },
    });
    expect(await arranger.refused('{ rounds(state: NONE) { nodes { number } } }')).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('the sample', () => {
  test('breaks no hard rule in the round under way besides the conflict that waits for a replacement, and has every state', async () => {
    const [round] = await it.sql<{ id: string }>(`select id from round where state = 'RUNNING'`);
    const db = (it.server.orm.em.fork() as SqlEntityManager).getKysely();
    const plan = await Plan.load(db, round!.id, '2026-11-23');
    expect(plan.violations().map(({ words }) => words.vi)).toEqual([
      expect.stringContaining('Cồn Nguyệt đã khai xung đột với Nguyễn Minh Lâm'),
    ]);
    const states = await it.sql<{ state: string }>('select distinct state from audit order by state');
    expect(states.map(({ state }) => state)).toEqual([
      'ANNOUNCED',
      'CLOSED',
      'CONFIRMED',
      'FIELDWORK_DONE',
      'IN_PROGRESS',
      'PLANNED',
      'REPORTED',
    ]);
  });

  test('its issued findings lead to nonconformities and back', async () => {
    expect(
      await it.sql(
        `
          select count(*)::int as n from finding where state = 'ISSUED' and category in ('MAJOR', 'MINOR')
          and nonconformity_id is null`,
      ),
    ).toEqual([{ n: 0 }]);
  });
});

describe('what a person must do', () => {
  const kinds = async (who: string) => {
    const { myWork } = await (await it.as(who)).ask('{ myWork { kind subjectType title place dueOn } }');
    return [
      ...new Set(
        myWork
          .map(({ kind }: { kind: string }) => kind)
          .filter((kind: string) => /^(audit|round|finding|checkItem|programme)\./.test(kind)),
      ),
    ].sort();
  };

  test.each([
    ['the lead in the field', 'P017', ['checkItem.setResult', 'finding.agree', 'finding.send', 'finding.show']],
    ['the lead who must announce', 'P087', ['audit.announce']],
    ['the lead who must open', 'P064', ['audit.open']],
    ['the lead whose finding is disputed', 'P053', ['finding.uphold']],
    ['the head who must confirm', 'quandh.ds', ['audit.confirmPlan']],
    ['the head who must accept', 'thuybp.bt', ['audit.accept']],
    ['the head who must answer', 'datpv.nt', ['finding.acknowledge']],
    ['the secretary who may answer', 'lienhp.nt', ['finding.acknowledge']],
    ['the lead agency', 'kiennn.khcn', ['round.assign', 'round.resolveConflict']],
  ])('%s', async (_what, who, expected) => {
    const tasks = await kinds(who);
    for (const kind of tasks) expect(expected).toContain(kind);
    expect(tasks).toContain(expected[0]);
  });

  test('the head of the lead agency must sign a plan, an amendment and the end of a round', async () => {
    const round = await story.round();
    await story.dates(round.audits['LH-NT']!);
    await story.team(round.audits['LH-NT']!);
    await story.does(cast.arranger, 'assignRound', 'round', round.id);
    expect(await kinds(cast.head)).toContain('round.approve');
  });
});

test('the head of the lead agency must sign a programme, the lead agency (the head too) must close it when all rounds are over', async () => {
  const taskKinds = async (who: string, id: string) =>
    (await (await it.as(who)).ask('{ myWork { kind subjectType subjectId title } }'))['myWork']
      .filter(({ subjectId }: { subjectId: string }) => subjectId === id)
      .map(({ kind }: { kind: string }) => kind);
  const input = {
    year: 2032,
    title: 'Chương trình đánh giá nội bộ năm 2032',
    purpose: 'Xác nhận sự phù hợp của hệ thống',
    scope: 'Toàn bộ các xã, phường',
  };
  const { id } = await it.run(cast.arranger, 'createProgramme', input);
  expect([
    await taskKinds(cast.head, id),
    await taskKinds(cast.arranger, id),
    await taskKinds(cast.auditeeHead, id),
  ]).toEqual([['programme.approve'], [], []]);
  await story.does(cast.head, 'approveProgramme', 'programme', id, { password });
  const { id: round } = await story.round();
  await it.sql('update round set programme_id = $1 where id = $2', id, round);
  expect([await taskKinds(cast.head, id), await taskKinds(cast.arranger, id)]).toEqual([[], []]);
  await story.does(cast.head, 'cancelRound', 'round', round, { reason: 'Không còn đơn vị nào phải đánh giá' });
  expect([await taskKinds(cast.head, id), await taskKinds(cast.arranger, id)]).toEqual([
    ['programme.close'],
    ['programme.close'],
  ]);
});

describe('for whom a record waits', () => {
  const codes = (people: { code: string }[]) => people.map(({ code }) => code).toSorted();
  const waiting = async (who: string, type: string, id: string) =>
    codes(
      (await (await it.as(who)).ask(`query ($id: ID!) { ${type}(id: $id) { waitsFor { code } } }`, { id }))[type]
        .waitsFor,
    );
  const codeOf = async (userName: string) =>
    (
      await it.sql<{ code: string }>(
        'select p.code from person p join account a on a.person_id = p.id where a.user_name = $1',
        userName,
      )
    )[0]!.code;

  test('an audit waits for its lead, then its auditee, then its team; a finding for author, lead, auditee', async () => {
    const { round, audit } = await story.approved();
    expect(await waiting(cast.lead, 'audit', audit)).toEqual([cast.lead]);
    await story.plan(audit);
    await story.does(cast.lead, 'announceAudit', 'audit', audit);
    expect(await waiting(cast.lead, 'audit', audit)).toEqual([await codeOf(cast.auditeeHead)]);
    await story.does(cast.auditeeHead, 'confirmAuditPlan', 'audit', audit, { password });
    await story.does(cast.lead, 'openAudit', 'audit', audit, { openingMinutes: 'Họp khai mạc đầy đủ' });
    expect(await waiting(cast.lead, 'audit', audit)).toEqual(['P016', 'P017', 'P019']);
    const finding = async () =>
      codes(
        (
          await (
            await it.as(cast.lead)
          ).ask('query ($id: ID!) { audit(id: $id) { findings { waitsFor { code } } } }', { id: audit })
        )['audit'].findings[0].waitsFor,
      );
    const { id } = await story.finding(cast.member, audit);
    expect(await finding()).toEqual([cast.member]);
    await story.find(cast.member, 'sendFinding', id);
    expect(await finding()).toEqual([cast.lead]);
    await story.find(cast.lead, 'agreeFinding', id);
    await story.find(cast.lead, 'showFinding', id);
    expect(await finding()).toEqual([await codeOf(cast.auditeeHead), await codeOf(cast.auditeeSecretary)].toSorted());
    expect(await waiting(cast.arranger, 'round', round)).toContain(await codeOf(cast.arranger));
  });

  test('an audit with an answer missing and one disputed waited for the auditee only: the lead decides too', async () => {
    const { audit, finding } = await story.fieldworkDone();
    const auditee = [await codeOf(cast.auditeeHead), await codeOf(cast.auditeeSecretary)];
    const into = (state: string) => it.sql('update finding set state = $2 where id = $1', finding, state);
    for (const [state, who] of [
      ['SHOWN', auditee],
      ['DISPUTED', [cast.lead]],
      ['ACKNOWLEDGED', [cast.lead]],
    ] as const) {
      await into(state);
      expect(await waiting(cast.lead, 'audit', audit), state).toEqual(who.toSorted());
    }
    await into('SHOWN');
    await it.sql(
      `
        insert into finding
        select (jsonb_populate_record(f, jsonb_build_object(
          'id', gen_random_uuid(), 'position', 2, 'state', 'DISPUTED'))).*
        from finding f where f.id = $1`,
      finding,
    );
    expect(await waiting(cast.lead, 'audit', audit)).toEqual([...auditee, cast.lead].toSorted());
  });

  test('a page with the names is read in one statement beside the session', async () => {
    const caller = await it.as(cast.arranger);
    const [audit] = await it.sql<{ id: string; round: string }>(
      `select a.id, a.round_id as round from audit a where a.state = 'REPORTED' limit 1`,
    );
    const query = `
        query ($a: ID!) { audit(id: $a) { state waitsFor { fullName } representatives { name } members { track }
          findings { waitsFor { fullName } } } }`;
    expect(await it.countStatements(() => caller.ask(query, { a: audit!.id }))).toBe(2);
    expect(
      await it.countStatements(() =>
        caller.ask('query ($r: ID!) { round(id: $r) { waitsFor { fullName } } }', { r: audit!.round }),
      ),
    ).toBe(2);
  });
});

describe('a programme', () => {
  test('is made, signed, revised and closed by those who must act', async () => {
    const arranger = await it.as(cast.arranger);
    const input = {
      year: 2030,
      title: 'Chương trình đánh giá nội bộ năm 2030',
      purpose: 'Xác nhận sự phù hợp của hệ thống',
      scope: 'Toàn bộ các xã, phường',
    };
    const created = await arranger.run('createProgramme', input, 'id state viewerCan');
    const { id } = created;
    expect(await arranger.runRefused('createProgramme', input)).toMatchObject({ code: 'DUPLICATE' });
    expect(await it.runRefused(cast.auditeeSecretary, 'createProgramme', { ...input, year: 2031 })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await arranger.runRefused('createProgramme', { ...input, year: 1 })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    await story.does(cast.arranger, 'changeProgramme', 'programme', id, {
      title: 'Chương trình 2030 (sửa)',
      purpose: input.purpose,
      scope: input.scope,
    });
    expect(await story.isRefused(cast.arranger, 'approveProgramme', 'programme', id, { password })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await story.does(cast.head, 'approveProgramme', 'programme', id, { password }))['state']).toBe('APPROVED');
    expect(
      await story.isRefused(cast.arranger, 'changeProgramme', 'programme', id, {
        title: 'Sửa sau khi ký',
        purpose: input.purpose,
        scope: input.scope,
      }),
    ).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
    expect(
      await story.does(
        cast.arranger,
        'reviseProgramme',
        'programme',
        id,
        { reason: 'Thêm một đợt đột xuất' },
        'state edition',
      ),
    ).toEqual({ state: 'DRAFT', edition: 2 });
    await story.does(cast.head, 'approveProgramme', 'programme', id, { password });
    expect((await story.does(cast.arranger, 'closeProgramme', 'programme', id))['state']).toBe('CLOSED');
    expect(await story.trail(id)).toEqual(
      [
        'programme.create',
        'programme.change',
        'programme.approve',
        'programme.revise',
        'programme.approve',
        'programme.close',
      ].sort(),
    );
  });

  test('is not closed while a round of it is open', async () => {
    const [running] = await it.sql<{ id: string }>(
      `select p.id from programme p join round r on r.programme_id = p.id where r.state = 'RUNNING'`,
    );
    expect(await story.isRefused(cast.arranger, 'closeProgramme', 'programme', running!.id)).toMatchObject({
      rule: 'ROUNDS_OPEN',
    });
  });
});
