export { holders, type HoldersSelect } from './holders.js';
export {
  Allows,
  assertAllowed,
  guard,
  Performs,
  permissionExtension,
  permissionsOf,
  refuseForbidden,
  verbExtension,
} from './allows.js';
export type { Context, ReadContext } from './context.js';
export { fire } from './lifecycle.js';
export { tasksOfViewer, type TaskSource } from './tasks.js';
export { allowedRoles, permissions, type Permission } from './rules/permissions.js';
export {
  anyOf,
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
export type { SqlBinding } from './parts-sql.js';
export { accessTo, actorsFor, kindsOfTasks, type TaskSubject } from './record-access.js';
export { isoRoles, reachingRoles, Role, roles } from './roles.js';
export {
  formerVerbs,
  allTaskKinds,
  verbs,
  type FormerVerb,
  type PersonVerb,
  type TaskKind,
  type Verb,
} from './rules/verbs.js';
export {
  covers,
  holds,
  holdsAnywhere,
  placeOf,
  reach,
  rolesAt,
  type Grant,
  type Place,
  type Viewer,
} from './viewer.js';
