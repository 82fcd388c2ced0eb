import { defineExtensionPoint } from '../platform/module.js';
import type { Sql } from '../platform/reads/index.js';
import type { Role } from './roles.js';

/**
 * SELECT of one column with the ids of the people whose roles cover a unit on a day, each once or more often.
 * @param unit the unit, as SQL
 * @param day YYYY-MM-DD
 */
export type HoldersAt = (unit: Sql, roles: readonly Role[], day: Sql | string) => Sql;

/** Who keeps the roles of people says how their holders are found; contributed once. */
export const holders = defineExtensionPoint<HoldersAt>('access.holders');

/**
 * SELECT of the ids of the people who hold one of the roles at a unit on a day, on it or above it; the
 * other way round of `rolesAt`.
 * @throws Error when no module has said how
 */
export const holdersAt: HoldersAt = (unit, roles, day) => {
  const [select] = holders.all;
  if (!select) throw new Error('No module contributes to access.holders');
  return select(unit, roles, day);
};
