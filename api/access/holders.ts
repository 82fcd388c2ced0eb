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

/**
 * How the holders of roles are found: `at` a unit, on it or above it, and `ofUnit`, of that very unit only.
 * The module that keeps the roles of people defines it, once.
 */
export const holders = defineExtensionPoint<{ at: HoldersSelect; ofUnit: HoldersSelect }>('access.holders');

/**
 * What was contributed. `rolesAt` answers the opposite question: which roles a person holds at a unit.
 * @throws Error when no module has contributed
 */
export function holdersSelect(): { at: HoldersSelect; ofUnit: HoldersSelect } {
  const [select] = holders.all;
  if (!select) throw new Error('No module contributes to access.holders');
  return select;
}
