import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();
const people = `query ($search: String, $unitId: ID, $auditors: Boolean, $first: Int, $after: String) {
  people(search: $search, unitId: $unitId, auditors: $auditors, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { fullName currentPost { title unit { name authority { name } } } auditor { leadQualified conflicts {
      unit { name } } } }
  }
}`;

describe('the list of people', () => {
  test('finds a name without diacritics, and with them in either Unicode form', async () => {
    const head = await it.as('thuybp.bt');
    for (const search of ['pham ba tuyen', 'Phạm Bá Tuyên', 'Phạm Bá Tuyên'.normalize('NFD')]) {
      const answer = await head.ask(people, { search });
      expect(answer.people.nodes.map((person: any) => person.fullName)).toEqual(['Phạm Bá Tuyên']);
    }
    expect((await head.ask(people, { search: '100%_\\' })).people.totalCount).toBe(0);
  });

  test('sorts as a Vietnamese dictionary does and pages without losing or repeating anybody', async () => {
    const head = await it.as('thuybp.bt');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { people: page }: any = await head.ask(people, { first: 40, after });
      seen.push(...page.nodes.map((person: any) => person.fullName));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(149);
    expect(seen).toEqual(seen.toSorted(new Intl.Collator('vi').compare));
    expect(seen.findIndex((name) => name.startsWith('Đặng'))).toBeGreaterThan(
      seen.findLastIndex((name) => name.startsWith('Dương')),
    );
  });

  test('the auditor register of one ward, posts of its offices included', async () => {
    const [ward] = await it.sql(`select id from unit where code = 'LH-SK'`);
    const { people: page } = await (await it.as('kiennn.khcn')).ask(people, { unitId: ward!['id'], auditors: true });
    expect(page.totalCount).toBe(4);
    expect(page.nodes.find((person: any) => person.fullName === 'Phạm Bá Tuyên')).toMatchObject({
      currentPost: { unit: { authority: { name: 'Phường Sao Khuê' } } },
      auditor: { leadQualified: true, conflicts: [{ unit: { name: 'Xã Vân Tiêu' } }] },
    });
  });

  test('a declared conflict is read by the person, the lead agency and administrators; others read that it is not for them', async () => {
    const query = `
      query ($id: ID!) { person(id: $id) { auditor { conflictsShown conflicts { reason unit { code } } } } }`;
    const [declared] = await it.sql<{
      id: string;
      code: string;
      reason: string;
    }>(`
      select p.id, p.code, c.reason from auditor_conflict c join auditor a on a.id = c.auditor_id
      join person p on p.id = a.person_id
      join unit u on u.id = c.unit_id where u.code = 'LH-VT' limit 1`);
    const seen = async (who: string) => (await (await it.as(who)).ask(query, { id: declared!.id })).person.auditor;
    for (const who of [declared!.code, 'kiennn.khcn', 'toantd.khcn'])
      expect(await seen(who), who).toEqual({
        conflictsShown: true,
        conflicts: [{ reason: declared!.reason, unit: { code: 'LH-VT' } }],
      });
    for (const who of ['thuybp.bt', 'datpv.nt', 'P017', 'sangpn.nv'])
      expect(await seen(who), who).toEqual({ conflictsShown: false, conflicts: [] });
  });

  test('is one statement besides the session, whatever is asked', async () => {
    const head = await it.as('thuybp.bt');
    expect(await it.countStatements(() => head.ask(people, { first: 100 }))).toBe(2);
  });

  test('refuses more than a hundred rows and a cursor of another list', async () => {
    const head = await it.as('thuybp.bt');
    expect(await head.refused(people, { first: 101 })).toMatchObject({ code: 'INVALID_INPUT', field: 'first' });
    expect(await head.refused(people, { first: 10, after: 'not a cursor' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await head.refused(people, { search: 'x'.repeat(201) })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'search',
    });
  });
});

describe('units', () => {
  test('every commune and ward is an authority with four offices; the province is above them', async () => {
    const { units } = await (
      await it.as('toantd.khcn')
    ).ask('{ units { name kind isAuthority authority { name } parent { name } children { name } } }');
    expect(units).toHaveLength(64);
    const communes = units.filter((unit: any) => ['WARD', 'COMMUNE'].includes(unit.kind));
    expect(communes).toHaveLength(12);
    expect(
      communes.every(
        (unit: any) => unit.isAuthority && unit.authority.name === unit.name && unit.children.length === 4,
      ),
    ).toBe(true);
    expect(units[0]).toMatchObject({ name: 'Tỉnh Lam Hồng', authority: null, parent: null });
  });

  test('one that does not exist is NOT_FOUND', async () => {
    expect(
      await (await it.as('thuybp.bt')).refused('{ unit(id: "01900000-0000-7000-8000-000000000000") { id } }'),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what became of units', () => {
  const query = `
      query ($id: ID!) { unit(id: $id) { name predecessors { code name activeTo } successors { name } children {
        code } } }`;
  const unit = async (code: string) =>
    (
      await (
        await it.as('thuybp.bt')
      ).ask(query, { id: (await it.sql('select id from unit where code = $1', code))[0]!['id'] })
    ).unit;

  test('a ward names what it was merged from, and each of those what it became, in the order of names', async () => {
    const ward = await unit('LH-BT');
    expect(ward.predecessors.map((each: any) => each.name)).toEqual([
      'Phường Trúc Hạ',
      'Phường Trúc Thượng',
      'Xã Bạch Khê',
    ]);
    expect(new Set(ward.predecessors.map((each: any) => each.activeTo))).toEqual(new Set(['2025-06-30']));
    expect(ward.successors).toEqual([]);
    const divided = ward.predecessors.find((each: any) => each.name === 'Xã Bạch Khê');
    expect(await unit(divided.code)).toMatchObject({
      predecessors: [],
      successors: [{ name: 'Phường Bạch Trúc' }, { name: 'Phường Nguyệt Thủy' }],
    });
  });

  test('one that has ended is offered in no list of units', async () => {
    const { units } = await (await it.as('toantd.khcn')).ask('{ units { code } }');
    expect(units.filter((each: any) => each.code.startsWith('LH-CU'))).toEqual([]);
    expect((await unit('LH')).children.filter((each: any) => each.code.startsWith('LH-CU'))).toHaveLength(22);
  });

  test('none comes out of itself', async () => {
    await expect(
      it.sql(`insert into unit_succession (unit_id, predecessor_id) select id, id from unit where code = 'LH-BT'`),
    ).rejects.toThrow('unit_succession_of_another');
  });
});

describe('a person', () => {
  test('is reached by oneself, colleagues of the authority, the lead agency and administrators; others read that it is not for them', async () => {
    const [officer] = await it.sql(`select id, email, phone from person where code = 'P017'`);
    const seen = async (who: string) =>
      (
        await (
          await it.as(who)
        ).ask('query ($id: ID!) { person(id: $id) { email phone contactShown } }', { id: officer!['id'] })
      ).person;
    for (const who of ['ngandk.bt', 'P021', 'thuybp.bt', 'kiennn.khcn', 'toantd.khcn']) {
      expect(await seen(who), who).toEqual({ email: 'p017@lh-bt.example', phone: '0200 3900 017', contactShown: true });
    }
    for (const who of ['datpv.nt', 'P009', 'P030'])
      expect(await seen(who), who).toEqual({ email: null, phone: null, contactShown: false });
    const { people: page } = await (
      await it.as('datpv.nt')
    ).ask('{ people(search: "Dương Kim Ngân") { nodes { email phone } } }');
    expect(page.nodes).toEqual([{ email: null, phone: null }]);
  });

  test('of the register has done the audits that were closed here, besides those of before', async () => {
    const [auditor] = await it.sql<{
      id: string;
      earlier: number;
      here: number;
    }>(`select a.person_id as id, a.earlier_audits as earlier, count(*)::int as here from auditor a
      join team_member m on m.person_id = a.person_id and m.part <> 'TRAINEE' join audit d on d.id = m.audit_id
        and d.state = 'CLOSED' group by a.person_id, a.earlier_audits order by here desc limit 1`);
    const { person } = await (
      await it.as('thuybp.bt')
    ).ask('query ($id: ID!) { person(id: $id) { auditor { auditsDone } } }', { id: auditor!.id });
    expect(auditor!.here).toBeGreaterThan(0);
    expect(person.auditor.auditsDone).toBe(auditor!.earlier + auditor!.here);
  });

  test('of the register has certificates with issuer and edition, the one that is valid longest first', async () => {
    const [auditor] = await it.sql(`select id from person where code = 'P077'`);
    const { person } = await (
      await it.as('thuybp.bt')
    ).ask(
      `
        query ($id: ID!) { person(id: $id) { auditor { certifiedUntil certificates { number issuer edition
          issuedOn validUntil } } } }`,
      { id: auditor!['id'] },
    );
    expect(person.auditor).toMatchObject({
      certifiedUntil: '2027-03-15',
      certificates: [
        { number: 'CN-LH-2024-022', edition: 'ISO 9001:2015', issuedOn: '2024-03-15', validUntil: '2027-03-15' },
        { number: 'CN-LH-2021-022', issuedOn: '2021-03-15', validUntil: '2024-03-15' },
      ],
    });
    expect(person.auditor.certificates[0].issuer).not.toBe('');
  });
});

describe('a role', () => {
  const viewer = '{ viewer { roles memberOf } }';

  test('holds from its first to its last day', async () => {
    const officer = await it.as('P021');
    await it.sql(`insert into role_grant (id, person_id, role, unit_id, from_date, to_date)
      select gen_random_uuid(), p.id, 'ISO_SECRETARY', u.id, '2026-12-01', '2026-12-31' from person p, unit u
        where p.code = 'P021' and u.code = 'LH-BT'`);
    expect((await officer.ask(viewer)).viewer.roles).toEqual(['OFFICER']);
    it.clock.set('2026-12-01');
    expect((await officer.ask(viewer)).viewer.roles).toEqual(['ISO_SECRETARY', 'OFFICER']);
    it.clock.set('2027-01-01');
    expect((await officer.ask(viewer)).viewer.roles).toEqual(['OFFICER']);
  });

  test('stops at the border of another authority, except for those who reach across', async () => {
    const head = (await (await it.as('thuybp.bt')).ask(viewer)).viewer.memberOf;
    expect(head).toHaveLength(1);
    expect((await (await it.as('sangpn.nv')).ask(viewer)).viewer.memberOf).toHaveLength(15);
  });
});
