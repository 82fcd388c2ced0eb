import { defineRoom } from '../platform/room.js';
import { passwordCheck } from '../trail/index.js';
import { Account, Session } from './account.js';
import { isOwnPassword } from './change-password.js';
import { IdentityResolver } from './resolver.js';

export { Account } from './account.js';
export { hashPassword } from './passwords.js';
export { viewerOf } from './sessions.js';

/** Accounts, sign-in, sessions. */
export const identity = defineRoom({
  name: 'identity',
  entities: [Account, Session],
  resolvers: [IdentityResolver],
  contribute: () => passwordCheck.fill(isOwnPassword),
});
