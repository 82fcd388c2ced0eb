import type { EntityClass } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { readOne, verbExtension, type Context } from '../access/index.js';
import type { CommandResult, Command, Keyed } from './command.js';

/**
 * Runs the command of a mutation.
 * @throws Error if the mutation states another verb, and with it perhaps another permission
 */
export function perform<Input extends object>(
  ctx: Context,
  info: GraphQLResolveInfo,
  command: Command<Input>,
  input: Input & Keyed,
): Promise<CommandResult> {
  const stated = info.parentType.getFields()[info.fieldName]?.extensions[verbExtension];
  if (stated !== command.verb) throw new Error(`${info.fieldName} states ${String(stated)} and runs ${command.verb}`);
  return command(ctx, input);
}

/** Runs the command of a mutation, and answers with the record as it stands afterwards. */
export async function answer<T extends object, Input extends object>(
  ctx: Context,
  info: GraphQLResolveInfo,
  entity: EntityClass<T>,
  command: Command<Input>,
  input: Input & Keyed,
): Promise<T> {
  const { id } = await perform(ctx, info, command, input);
  return readOne(ctx, entity, id, info);
}
