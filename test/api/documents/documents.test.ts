import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { byCode } from './fixtures.js';

const it = useServer();
const list = (args: string, fields = 'code') =>
  `{ documents(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`;

describe('the list of documents', () => {
  test('is found by words without diacritics, by code and by national code', async () => {
    const head = await it.as('thuybp.bt');
    const codes = async (search: string) =>
      (await head.ask(list(`search: "${search}"`))).documents.nodes.map(({ code }: { code: string }) => code);
    expect(await codes('dang ky khai tu')).toEqual(['QT.HT.02', 'QT.HT.12']);
    expect(await codes('QT.HT.02')).toEqual(['QT.HT.02']);
    expect(await codes('1.000656')).toEqual(['QT.HT.02']);
    expect(await codes('% khai sinh')).toEqual([]);
  });

  test('is filtered by field, kind, office, clause and status', async () => {
    const head = await it.as('thuybp.bt');
    const count = async (args: string) => (await head.ask(list(args))).documents.totalCount as number;
    expect(await count('kinds: [SYSTEM_PROCEDURE]')).toBe(21);
    expect(await count('kinds: [ADMINISTRATIVE_PROCEDURE]')).toBe(86);
    expect(await count('field: "Chứng thực"')).toBe(9);
    expect(await count('clause: "9.2"')).toBe(1);
    expect(await count('kinds: [ADMINISTRATIVE_PROCEDURE], officeKind: "ECONOMY"')).toBeLessThan(86);
    expect(await count('status: WITHDRAWN')).toBe(1);
    expect(await count('status: UNDER_WAY')).toBe(6);
  });

  test('is sorted and paged without gaps, whichever way', async () => {
    const head = await it.as('thuybp.bt');
    for (const order of ['CODE', 'TITLE', 'EFFECTIVE_ON', 'NEWEST']) {
      const codes: string[] = [];
      let total = Number.NaN;
      for (let after: string | null = null, more = true; more;) {
        const { documents }: Record<string, any> = await head.ask(
          `
            query ($after: String) { documents(order: ${order}, descending: true, first: 40, after: $after) {
              totalCount pageInfo { hasNextPage endCursor } nodes { code } } }`,
          { after },
        );
        codes.push(...documents.nodes.map(({ code }: { code: string }) => code));
        ({ hasNextPage: more, endCursor: after } = documents.pageInfo);
        total = documents.totalCount;
      }
      expect(new Set(codes).size).toBe(total);
      expect(codes).toHaveLength(total);
    }
  });

  test('takes two statements, whatever is asked for', async () => {
    const head = await it.as('thuybp.bt');
    const everything = `
      code status effectiveOn reviewDueOn viewerCan ownerUnit { name } underWay { id state } inForce {
      viewerCan signatures { personName } checks { code } changes { kind } previous { id } acknowledgedAt
        procedure { field limitValue steps { code hours } } }`;
    expect(
      await it.countStatements(() => head.ask(list('first: 50, search: "ho tich", order: EFFECTIVE_ON', everything))),
    ).toBe(2);
    expect(
      await it.countStatements(() => head.ask(list('first: 50, field: "Hộ tịch", status: IN_FORCE', everything))),
    ).toBe(2);
  });
});

describe('who sees what', () => {
  test('an officer sees what is in force in the own ward, and no draft of others', async () => {
    const officer = await it.as('quyentm.bt');
    const document = await byCode(officer, 'QT.HTKT.01');
    expect(document).toMatchObject({ status: 'IN_FORCE', underWay: null });
    expect((await officer.ask(list('status: UNDER_WAY'))).documents.totalCount).toBe(0);
    expect((await officer.ask(list('search: "QC.01"'))).documents.nodes).toEqual([]);
    const [draft] = await it.sql(
      `
        select r.id from revision r join document d on d.id = r.document_id where d.code = 'QT.HTKT.01'
        and r.state = 'DRAFT'`,
    );
    expect(await officer.refused('query ($id: ID!) { revision(id: $id) { id } }', { id: draft!.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('drafter and ISO roles of the ward see the draft; the lead agency does not', async () => {
    for (const who of ['toanhv.bt', 'quyendk.bt', 'phunb.bt', 'thuybp.bt']) {
      expect((await byCode(await it.as(who), 'QT.HTKT.01')).underWay, who).toMatchObject({ state: 'DRAFT' });
    }
    const lead = await it.as('kiennn.khcn');
    const [ward] = await it.sql(`select id from unit where code = 'LH-BT'`);
    const { documents } = await lead.ask(
      `query ($id: ID!) { documents(authorityId: $id, search: "QT.HTKT.01") { nodes { status underWay { id } } } }`,
      { id: ward!.id },
    );
    expect(documents.nodes).toEqual([{ status: 'IN_FORCE', underWay: null }]);
  });

  test('another ward sees nothing', async () => {
    const other = await it.as('datpv.nt');
    const [foreign] = await it.sql(
      `select d.id from document d join unit u on u.id = d.authority_id where u.code = 'LH-BT' and d.code = 'QT.HT.09'`,
    );
    expect(await other.refused('query ($id: ID!) { document(id: $id) { id } }', { id: foreign!.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await other.refused('query ($type: String!, $id: ID!) { history(subjectType: $type, subjectId: $id) { id } }', {
        type: 'Document',
        id: foreign!.id,
      }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a copy does not show what it was copied from to people who may not see that', async () => {
    const copy = `query ($code: String!) { documents(search: $code) { nodes { copiedFrom { code } } } }`;
    expect((await (await it.as('datpv.nt')).ask(copy, { code: 'QT.HT.01' })).documents.nodes).toEqual([
      { copiedFrom: null },
    ]);
    expect(await it.sql(`select count(*)::int as n from document where copied_from_id is not null`)).toEqual([
      { n: 15 },
    ]);
  });
});
