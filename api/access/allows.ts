import { Extensions, type MiddlewareFn } from 'type-graphql';
import { assertWellFormed } from '../platform/graphql/well-formed.js';
import { refuse } from '../rules/refusal.js';
import type { Context } from './context.js';
import { allowedRoles, permissionNames, permissions, type Permission } from './rules/permissions.js';
import type { Role } from './rules/roles.js';
import { verbs, type PersonVerb } from './rules/verbs.js';
import { holdsAnywhere, type Viewer } from './viewer.js';

/** Name of the extension in which a root field states its permission. */
export const permissionExtension = 'permission';

/** Name of the extension in which a mutation states its verb. */
export const verbExtension = 'verb';

/** States which permission a query needs. Every root field has one; a test walks the schema. */
export const Allows = (permission: Permission): MethodDecorator => Extensions({ [permissionExtension]: permission });

/** States which verb a mutation performs. The catalogue of verbs says which permission the verb needs. */
export const Performs = (verb: PersonVerb): MethodDecorator =>
  Extensions({ [permissionExtension]: verbs[verb], [verbExtension]: verb });

/** Whether a person has the permission in at least one unit. */
function mayAnywhere(viewer: Viewer, permission: Permission): boolean {
  const holders = allowedRoles(permission);
  return (
    holders.includes('ANYONE') || holders.includes('SIGNED_IN') || holdsAnywhere(viewer, holders as readonly Role[])
  );
}

/** All permissions that a person has in at least one unit, in the order of the catalogue. */
export const permissionsOf = (viewer: Viewer): Permission[] =>
  permissionNames.filter((permission) => mayAnywhere(viewer, permission));

/**
 * Refuses whoever may not call the field at all.
 * @throws Refusal UNAUTHENTICATED without a session, FORBIDDEN without one of the roles
 */
export function assertAllowed(permission: Permission, context: Context): void {
  if (allowedRoles(permission).includes('ANYONE')) return;
  if (!context.viewer) {
    refuse('UNAUTHENTICATED', {
      vi: 'Phiên làm việc đã hết. Hãy đăng nhập lại để làm tiếp.',
      en: 'You are not signed in. Sign in to go on.',
    });
  }
  if (!mayAnywhere(context.viewer, permission)) refuseForbidden();
}

/** @throws Refusal FORBIDDEN, always */
export function refuseForbidden(): never {
  refuse('FORBIDDEN', {
    vi: 'Bạn không có quyền làm việc này. Hãy nhờ người có vai trò phù hợp, hoặc hỏi quản trị hệ thống.',
    en: 'You may not do this. Ask someone with the right role, or the administrator.',
  });
}

/**
 * Applied to every field of the schema: root fields are guarded by the permission they state, and their arguments are
 * well formed.
 */
export const guard: MiddlewareFn<Context> = async ({ args, info, context }, next) => {
  if (info.path.prev === undefined) {
    const field = info.parentType.getFields()[info.fieldName];
    const permission = field?.extensions[permissionExtension];
    if (typeof permission !== 'string' || !(permission in permissions)) {
      throw new Error(`${info.parentType.name}.${info.fieldName} states no permission`);
    }
    assertAllowed(permission as Permission, context);
    assertWellFormed(args);
  }
  return next();
};
