import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Page } from '../reads/index.js';
import { Max, Min } from './validation.js';

/** Where a page of a list begins and ends (Relay's PageInfo). */
@ObjectType({ simpleResolvers: true })
export class PageInfo {
  /** There is another page: ask for it with `after: endCursor`. */
  @Field(() => Boolean) hasNextPage!: boolean;
  /** There are rows before this page; always false without `after`. */
  @Field(() => Boolean) hasPreviousPage!: boolean;
  /** Cursor of the first edge; null for an empty page. */
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  /** Cursor of the last edge; null for an empty page. */
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** A page of a list as the API gives it. */
export interface ConnectionOf<Node> {
  edges: { node: Node; cursor: string }[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** The Relay connection type of a node type, `<Name>Connection`. Call it once for each type and keep the class. */
export function connectionOf<Node extends object>(node: ClassType<Node>, name: string): ClassType<ConnectionOf<Node>> {
  /** A row of a page, with its place in the list. */
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field(() => node) node!: Node;
    /** Marks the position of the row: give it as `after` to get the rows that follow. */
    @Field(() => String) cursor!: string;
  }
  /** A page of a list, in the order that was asked for. */
  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class Connection {
    /** The rows of this page, each with its cursor. */
    @Field(() => [Edge]) edges!: Edge[];
    /** The nodes of the edges, for clients that need no cursors. */
    @Field(() => [node]) nodes!: Node[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    /** How many there are in all; counted only when asked for. */
    @Field(() => Int, { nullable: true }) totalCount!: number | null;
  }
  return Connection;
}

/** Arguments of every list. */
@ArgsType()
export class PageArgs {
  /** Most rows on a page, 1 to 100. */
  @Min(1, { vi: 'Mỗi trang có ít nhất 1 dòng.', en: 'A page has at least 1 row.' })
  @Max(100, { vi: 'Mỗi trang có nhiều nhất 100 dòng.', en: 'A page has at most 100 rows.' })
  @Field(() => Int, { defaultValue: 50 })
  first!: number;

  /** Cursor of the last row of the page before; without it the list begins. */
  @Field(() => String, { nullable: true })
  after?: string | null;
}

/** Turns a page of rows into a connection. */
export function toConnection<Node>(page: Page): ConnectionOf<Node> {
  const nodes = page.rows as Node[];
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: page.cursors[index]! })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.cursors.at(0) ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
    totalCount: page.total,
  };
}
