import { defineModule } from '../platform/module.js';
import { passwordCheck } from '../trail/index.js';
import { Account, Session } from './account.js';
import { AccountResolver } from './account-resolver.js';
import { signsWith } from './change-password.js';
import { IdentityResolver } from './resolver.js';

export { Account } from './account.js';
export { canAct } from './can-act.js';
export { randomPassword, resetPasswordAtServer } from './manage-accounts.js';
export { hashPassword } from './passwords.js';
export { contextOf } from './request-context.js';
export { viewerOf } from './sessions.js';

/** Accounts, sign-in, sessions. */
export const identity = defineModule({
  name: 'identity',
  entities: [Account, Session],
  resolvers: [IdentityResolver, AccountResolver],
  contribute: () => passwordCheck.contribute(signsWith),
});
