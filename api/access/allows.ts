import { Extensions, type MiddlewareFn } from 'type-graphql';
import { assertWellFormed } from '../platform/graphql/well-formed.js';
import { refuse } from '../rules/refusal.js';
import type { Context } from './context.js';
import { allowedRoles, permissions, type Permission } from './permissions.js';
import type { Role } from './roles.js';
import { holdsAnywhere } from './viewer.js';

/** Name of the extension in which a root field states its permission. */
export const permissionExtension = 'permission';

/** States which permission a root field needs. Every query and mutation has one; a test walks the schema. */
export const Allows = (permission: Permission): MethodDecorator => Extensions({ [permissionExtension]: permission });

/**
 * Refuses whoever may not call the field at all.
 * @throws Refusal UNAUTHENTICATED without a session, FORBIDDEN without one of the roles
 */
export function assertAllowed(permission: Permission, context: Context): void {
  const holders = allowedRoles(permission);
  if (holders.includes('ANYONE')) return;
  if (!context.viewer) {
    refuse('UNAUTHENTICATED', {
      vi: 'Phiên làm việc đã hết. Hãy đăng nhập lại để làm tiếp.',
      en: 'You are not signed in. Sign in to go on.',
    });
  }
  if (holders.includes('SIGNED_IN') || holdsAnywhere(context.viewer, holders as readonly Role[])) return;
  refuseForbidden();
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
