import { getNamedType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { reads } from '#api/access/index.js';
import { schema } from '../../support/schema.js';
import { useServer } from '../../support/server.js';

const it = useServer();
const people = `query ($first: Int, $after: String, $search: String) {
  people(first: $first, after: $after, search: $search) {
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    edges { cursor node { id } }
    nodes { id }
  }
}`;
/** The lists of the API that come page by page. */
const lists = Object.values(schema.getQueryType()!.getFields())
  .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
  .map(({ name }) => name);

/** The first pages of a list, one after the other. */
async function pagesOf(query: string, first: number) {
  const head = await it.as('kiennn.khcn');
  const pages: any[] = [];
  let after: string | null = null;
  do {
    const page: any = Object.values(await head.ask(query, { first, after }))[0];
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after && pages.length < 4);
  return pages;
}

describe('a connection keeps the contract of Relay for pages forward', () => {
  test('the cursors of the page are those of its first and last edge; the nodes are those of the edges', async () => {
    for (const { pageInfo, edges, nodes } of await pagesOf(people, 70)) {
      expect(pageInfo.startCursor).toBe(edges[0].cursor);
      expect(pageInfo.endCursor).toBe(edges.at(-1).cursor);
      expect(nodes).toEqual(edges.map(({ node }: any) => node));
    }
  });

  test('before the first page stands nothing, after the last neither', async () => {
    const pages = await pagesOf(people, 70);
    expect(pages.map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
  });

  test('any edge’s cursor goes on from there', async () => {
    const head = await it.as('kiennn.khcn');
    const { people: all } = await head.ask(people, { first: 10 });
    const { people: rest } = await head.ask(people, { first: 6, after: all.edges[3].cursor });
    expect(rest.nodes).toEqual(all.nodes.slice(4));
    expect(rest.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  test('an empty page has no cursors, and nothing before or after it', async () => {
    const head = await it.as('kiennn.khcn');
    const { people: page } = await head.ask(people, { search: 'không có ai tên như vậy' });
    expect(page).toEqual({
      pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false },
      edges: [],
      nodes: [],
    });
  });

  test('a cursor before which a filter leaves nothing has no page before it', async () => {
    const head = await it.as('kiennn.khcn');
    const { people: all } = await head.ask(people, { first: 100 });
    const [last] = await it.sql(`select full_name from person where id = $1`, all.nodes.at(-1).id);
    const { people: found } = await head.ask(people, { search: last!['full_name'], after: all.edges.at(-2).cursor });
    expect(found.nodes).toContainEqual(all.nodes.at(-1));
    expect(found.pageInfo.hasPreviousPage).toBe(false);
  });

  test('there are such lists', () => {
    expect(lists.length).toBeGreaterThan(5);
  });

  test('is of a type that says who may see its rows, by `visible` in `reads.define`', () => {
    const guarded = reads.guarded().map(({ name }) => `${name}Connection`);
    const types = lists.map((list) => getNamedType(schema.getQueryType()!.getFields()[list]!.type).name);
    expect(types.filter((type) => !guarded.includes(type))).toEqual([]);
  });

  test.each(lists)(
    '%s: every page but the first has one before it, and it costs no further statement',
    async (list) => {
      const query = (pageInfo: string) =>
        `
          query ($first: Int, $after: String) { ${list}(first: $first, after: $after) { pageInfo { ${pageInfo} }
            edges { cursor } } }`;
      const pages = await pagesOf(query('startCursor endCursor hasNextPage hasPreviousPage'), 5);
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(pages.map((_, index) => index > 0));
      expect(pages.map(({ pageInfo }) => pageInfo.startCursor)).toEqual(pages.map(({ edges }) => edges[0].cursor));

      const head = await it.as('kiennn.khcn');
      const variables = { first: 5, after: pages[0].pageInfo.startCursor };
      const cost = (pageInfo: string) => it.countStatements(() => head.ask(query(pageInfo), variables));
      expect(await cost('hasPreviousPage hasNextPage')).toBe(await cost('hasNextPage'));
    },
  );
});
