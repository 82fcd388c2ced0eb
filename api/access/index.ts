export { holders, holdersAt, holdersOfUnit, type HoldersSelect } from './holders.js';
export { Allows, assertAllowed, guard, permissionExtension, refuseForbidden } from './allows.js';
export type { Context, ReadContext } from './context.js';
export { fire } from './lifecycle.js';
export type { TaskSource } from './tasks.js';
export { permissions, type Permission } from './permissions.js';
export {
  anyOf,
  either,
  isId,
  isTheOne,
  readContext,
  readMany,
  readOne,
  readPage,
  reads,
  refuseNotFound,
  withinReach,
} from './reads.js';
export type { Binding } from './parts-sql.js';
export { accessTo, type TaskSubject } from './record-access.js';
export { reachingRoles, Role, roles } from './roles.js';
export { covers, holds, holdsAnywhere, reach, rolesAt, type Grant, type Place, type Viewer } from './viewer.js';
