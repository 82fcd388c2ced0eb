import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Page } from '../reads/index.js';
import { Max, Min, say } from './validation.js';

/** Where a page of a list ends (Relay). */
@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** A page of a list as the API gives it. */
export interface ConnectionOf<Node> {
  edges: { node: Node; cursor: string }[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/**
 * The Relay connection type of a node type, `<Name>Connection`.
 * Call it once a type and keep the class.
 */
export function connectionOf<Node extends object>(node: ClassType<Node>, name: string): ClassType<ConnectionOf<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field(() => node) node!: Node;
    @Field(() => String) cursor!: string;
  }
  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class Connection {
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => [node], { description: 'The nodes of the edges, for those who need no cursors.' }) nodes!: Node[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int, { nullable: true, description: 'How many there are in all; counted only when asked for.' })
    totalCount!: number | null;
  }
  return Connection;
}

/** Arguments of every list. */
@ArgsType()
export class PageArgs {
  @Min(1, say('Mỗi trang có ít nhất 1 dòng.', 'A page has at least 1 row.'))
  @Max(100, say('Mỗi trang có nhiều nhất 100 dòng.', 'A page has at most 100 rows.'))
  @Field(() => Int, { defaultValue: 50 })
  first!: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}

/** Turns a page of rows into a connection. */
export function toConnection<Node>(page: Page): ConnectionOf<Node> {
  const nodes = page.rows as Node[];
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: page.cursors[index]! })),
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.cursors.at(-1) ?? null },
    totalCount: page.total,
  };
}
