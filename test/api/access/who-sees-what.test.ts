import { getNamedType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../support/schema.js';
import { useServer, type Caller } from '../../support/server.js';
import { people, type TestedRole } from './people.js';

/**
 * The table of who sees what: one person of each role asks for records of the own
 * authority (Bạch Trúc) and of another, one by one and in lists. What a person sees by a part in the
 * record, as its signer or owner, is left out of the records.
 */
const it = useServer();

const above: TestedRole[] = ['ADMINISTRATOR', 'LEAD_AGENCY', 'OBSERVER'];
const iso: TestedRole[] = ['ISO_HEAD', 'QUALITY_MANAGER', 'ISO_SECRETARY'];
const heads: TestedRole[] = [...iso, 'UNIT_HEAD'];
const everybody: TestedRole[] = [...above, ...heads, 'OFFICER'];
const nobody: TestedRole[] = [];

interface Kind {
  what: string;
  /** Query of one record, and where its id stands in the answer, if it is not the record itself. */
  one: string;
  part?: string;
  list?: string;
  /** SELECT of up to three ids: $1 is the code of the authority, $2 of the person. */
  records: string;
  own: TestedRole[];
  /** Makes such a record in Bạch Trúc, where the sample has none. */
  made?: string;
  elsewhere: TestedRole[];
  /** Another authority with such records; Cồn Nguyệt is the ordinary one. */
  where?: string;
}

const me = `(select id from person where code = $2)`;
const ofAuthority = (alias: string) => `join unit u on u.id = ${alias}.authority_id and u.code = $1`;
const ofOffice = (office: string) => `
  select n.id from nonconformity n ${ofAuthority('n')} join unit o on o.id = n.unit_id
  and o.code = u.code || '${office}'
  where n.detected_by_id <> ${me} and n.responder_id is distinct from ${me} and not exists (select 1
    from corrective_action a where a.nonconformity_id = n.id and a.owner_id = ${me}) order by n.number limit 3`;
const inspections = (office: string, states: string) => `
  select n.id from inspection n ${ofAuthority('n')} join unit o on o.id = n.unit_id
  and o.code = u.code || '${office}'
  where n.state in (${states}) and n.substitute_id is distinct from ${me} order by n.id limit 3`;
const audits = (
  condition: string,
) => `select a.id from audit a ${ofAuthority('a')} join round r on r.id = a.round_id where ${condition}
  and not exists (select 1 from team_member m where m.audit_id = a.id and m.person_id = ${me}) order by a.id limit 3`;
const partsOf = (
  table: string,
  condition: string,
) => `select x.id, a.id as of from ${table} x join audit a on a.id = x.audit_id ${ofAuthority('a')} where ${condition}
  and not exists (select 1 from team_member m where m.audit_id = a.id and m.person_id = ${me}) order by x.id limit 2`;

/** Opens the audit of Bạch Trúc again. */
const inProgress = `update audit a set state = 'IN_PROGRESS' from unit u
  where u.id = a.authority_id and u.code = 'LH-BT' and a.state in ('REPORTED', 'IN_PROGRESS')`;

const kinds: Kind[] = [
  {
    what: 'a document in force',
    one: 'document',
    list: 'documents(first: 100, after: $after, authorityId: $authority)',
    own: everybody,
    elsewhere: above,
    records: `select d.id from document d ${ofAuthority('d')} where d.standing = 'IN_FORCE' order by d.code limit 3`,
  },
  {
    what: 'a revision under way',
    one: 'revision',
    own: iso,
    elsewhere: nobody,
    where: 'LH-NT',
    records: `
      select r.id from revision r join document d on d.id = r.document_id ${ofAuthority('d')}
      where r.state in ('DRAFT', 'IN_REVIEW', 'REVIEWED', 'APPROVED')
      and r.drafter_id <> ${me} and r.reviewer_id is distinct from ${me} and r.approver_id is distinct
        from ${me} limit 3`,
  },
  {
    what: 'a nonconformity of the head’s own office',
    one: 'nonconformity',
    list: 'nonconformities(first: 100, after: $after, filter: { authorityId: $authority })',
    own: [...above, ...heads],
    elsewhere: above,
    records: ofOffice('-VX'),
  },
  {
    what: 'a nonconformity of another office',
    one: 'nonconformity',
    list: 'nonconformities(first: 100, after: $after, filter: { authorityId: $authority })',
    own: [...above, ...iso],
    elsewhere: above,
    records: ofOffice('-KT'),
  },
  {
    what: 'an accepted self-inspection of the head’s own office',
    one: 'inspection',
    list: 'inspections(first: 100, after: $after, authorityId: $authority)',
    own: [...above, ...heads],
    elsewhere: above,
    records: inspections('-VX', `'ACCEPTED'`),
  },
  {
    what: 'an accepted self-inspection of another office',
    one: 'inspection',
    list: 'inspections(first: 100, after: $after, authorityId: $authority)',
    own: [...above, ...iso],
    elsewhere: above,
    records: inspections('-HC', `'ACCEPTED'`),
  },
  {
    what: 'a self-inspection that an office fills in',
    one: 'inspection',
    list: 'inspections(first: 100, after: $after, authorityId: $authority)',
    own: heads,
    elsewhere: nobody,
    records: inspections('-VX', `'DUE', 'IN_PROGRESS'`),
  },
  {
    what: 'a self-inspection that the authority fills in',
    one: 'inspection',
    list: 'inspections(first: 100, after: $after, authorityId: $authority)',
    own: ['LEAD_AGENCY', ...iso],
    elsewhere: ['LEAD_AGENCY'],
    records: inspections('', `'DUE', 'IN_PROGRESS'`),
  },
  {
    what: 'an audit whose plan is not approved',
    one: 'audit',
    list: 'audits(first: 100, after: $after, authorityId: $authority)',
    own: above,
    elsewhere: above,
    records: audits('r.approved_at is null'),
  },
  {
    what: 'an audit that is closed',
    one: 'audit',
    list: 'audits(first: 100, after: $after, authorityId: $authority)',
    own: [...above, ...heads],
    elsewhere: above,
    records: audits(`a.state = 'CLOSED'`),
  },
  {
    what: 'a line of a work sheet when the fieldwork is done',
    one: 'audit',
    part: 'checkItems',
    own: above,
    elsewhere: above,
    records: partsOf('check_item', `a.state = 'CLOSED'`),
  },
  {
    what: 'a line of a work sheet before that',
    one: 'audit',
    part: 'checkItems',
    own: nobody,
    elsewhere: nobody,
    where: 'LH-SK',
    records: partsOf('check_item', `a.state = 'IN_PROGRESS'`),
    made: inProgress,
  },
  {
    what: 'a finding that was not shown',
    one: 'audit',
    part: 'findings',
    own: nobody,
    elsewhere: nobody,
    where: 'LH-SK',
    records: partsOf('finding', `x.state in ('DRAFT', 'SENT')`),
    made: `${inProgress};
      update finding f set state = 'DRAFT' from audit a join unit u on u.id = a.authority_id and u.code = 'LH-BT'
      where a.id = f.audit_id and a.state = 'IN_PROGRESS'`,
  },
  {
    what: 'a finding that was issued',
    one: 'audit',
    part: 'findings',
    own: [...above, ...heads],
    elsewhere: above,
    records: partsOf('finding', `x.state = 'ISSUED'`),
  },
];

/** Lists without a line in the table, and why. */
const otherLists: Record<string, string> = {
  people: 'everybody sees everybody',
  rounds: 'whoever sees one of its audits sees a round',
};

test('every list that comes page by page has its lines in the table', () => {
  const lists = Object.values(schema.getQueryType()!.getFields())
    .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
    .map(({ name }) => name);
  const asked = new Set([...kinds.map(({ list }) => list?.split('(')[0]), ...Object.keys(otherLists)]);
  expect(lists.length).toBeGreaterThan(5);
  expect(lists.filter((list) => !asked.has(list))).toEqual([]);
});

describe.each(kinds)('$what', ({ one, part, list, records, own, elsewhere, where = 'LH-CN', made }) => {
  test.each([
    ['own authority', 'LH-BT', own],
    ['another authority', where, elsewhere],
  ] as const)('is seen in the %s (%s) by these roles and no other: %j', async (_place, authority, expected) => {
    await it.sql(made ?? 'select 1');
    const seen = new Set<string>();
    const asked = new Set<string>();
    for (const [role, code] of Object.entries(people)) {
      const person = await it.as(code);
      const rows = await it.sql<{ id: string; of?: string }>(
        `with it as (${records}) select it.* from it where $1 <> $2`,
        authority,
        code,
      );
      if (rows.length > 0) asked.add(role);
      const listed = list ? await idsOf(person, list, authority) : undefined;
      for (const { id, of } of rows) {
        const answer = await person.send(
          `query ($id: ID!) { one: ${one}(id: $id) { id ${part ? `parts: ${part} { id }` : ''} } }`,
          { id: of ?? id },
        );
        const sees = part
          ? (answer.data?.['one']?.parts ?? []).some((each: { id: string }) => each.id === id)
          : answer.data !== null;
        expect(answer.errors?.[0]?.extensions.code ?? 'NOT_FOUND').toBe('NOT_FOUND');
        // Without a list there is nothing to compare with.
        expect(listed?.has(id) ?? sees, `${role} reads it alone: ${sees}, in the list: ${listed?.has(id)}`).toBe(sees);
        expect(sees || !(expected as string[]).includes(role), `${role} sees ${id}`).toBe(true);
        if (sees) seen.add(role);
      }
    }
    // An ISO head may have a part in every draft; somebody must be left of those who see, and of those who do not.
    expect(asked.size).toBeGreaterThan(where === 'LH-CN' || authority === where ? 5 : 0);
    expect([...seen].toSorted()).toEqual(expected.filter((role) => asked.has(role)).toSorted());
  });
});

/** All ids of a list of an authority, page by page; as many as the list counts. */
async function idsOf(person: Caller, list: string, authorityCode: string): Promise<Set<string>> {
  const [authority] = await it.sql<{ id: string }>('select id from unit where code = $1', authorityCode);
  const ids = new Set<string>();
  for (let after: string | null = null; ;) {
    const { page }: any = await person.ask(
      `
        query ($after: String, $authority: ID) { page: ${list} { totalCount nodes { id } pageInfo { hasNextPage
          endCursor } } }`,
      { after, authority: authority!.id },
    );
    for (const { id } of page.nodes) ids.add(id);
    after = page.pageInfo.endCursor;
    if (page.pageInfo.hasNextPage) continue;
    expect(ids.size).toBe(page.totalCount);
    return ids;
  }
}
