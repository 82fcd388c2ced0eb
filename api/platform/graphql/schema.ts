import type { GraphQLSchema } from 'graphql';
import { buildSchema, type MiddlewareFn, type NonEmptyArray } from 'type-graphql';
import type { Room } from '../room.js';
import { Instant } from './scalars.js';

/** Builds the schema of the rooms. Inputs are validated before a resolver sees them. */
export function schemaOf(rooms: Room[], guard: MiddlewareFn<never>): Promise<GraphQLSchema> {
  const resolvers = rooms.flatMap((room) => room.resolvers ?? []) as unknown as NonEmptyArray<Function>;
  return buildSchema({
    resolvers,
    globalMiddlewares: [guard as MiddlewareFn<object>],
    scalarsMap: [{ type: Date, scalar: Instant }],
    validate: { forbidUnknownValues: false, whitelist: false, stopAtFirstError: true },
  });
}
