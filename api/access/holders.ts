import { defineExtensionPoint } from '../platform/module.js';
import type { Sql } from '../platform/reads/index.js';
import type { Role } from './roles.js';

/**
 * SELECT of one column with ids of people, each once or more often.
 * @param unit the unit, as SQL
 * @param roles roles of which a person holds one
 * @param day YYYY-MM-DD
 */
export type HoldersSelect = (unit: Sql, roles: readonly Role[], day: Sql | string) => Sql;

/** How the holders of roles are found. The module that keeps the roles of people defines it, once. */
export const holders = defineExtensionPoint<{ at: HoldersSelect; ofUnit: HoldersSelect }>('access.holders');

/** @throws Error when no module has said how */
function found() {
  const [select] = holders.all;
  if (!select) throw new Error('No module contributes to access.holders');
  return select;
}

/**
 * SELECT of the ids of the people who hold one of the roles at a unit on a day, on it or above it. `rolesAt`
 * answers the opposite question: which roles a person holds there.
 */
export const holdersAt: HoldersSelect = (unit, roles, day) => found().at(unit, roles, day);

/** SELECT of the ids of the people who hold one of the roles at that very unit on a day. */
export const holdersOfUnit: HoldersSelect = (unit, roles, day) => found().ofUnit(unit, roles, day);
