import type { GraphQLSchema } from 'graphql';
import { buildSchema, type MiddlewareFn, type NonEmptyArray } from 'type-graphql';
import type { Module } from '../module.js';
import { describeByDocstrings } from './docstrings.js';
import { Instant } from './scalars.js';
import { validateArgument } from './validation.js';

/**
 * Builds the schema of all modules; its descriptions come from docstrings. Inputs are validated before a
 * resolver gets them.
 */
export async function schemaOf(modules: Module[], guard: MiddlewareFn<never>): Promise<GraphQLSchema> {
  const resolvers = modules.flatMap((module) => module.resolvers ?? []) as unknown as NonEmptyArray<Function>;
  describeByDocstrings();
  const schema = await buildSchema({
    resolvers,
    globalMiddlewares: [guard as MiddlewareFn<object>],
    scalarsMap: [{ type: Date, scalar: Instant }],
    validateFn: validateArgument,
  });
  schema.getQueryType()!.description = 'What can be read. A viewer finds only what he or she may see.';
  schema.getMutationType()!.description =
    'What can be done. Each is one transaction, stands in the trail, and answers with the record as it is afterwards.';
  return schema;
}
