import { defineModule } from '../platform/module.js';
import { ActionExtension } from './action-extension.js';
import { ActionProgress } from './action-progress.js';
import { CorrectiveActionCommands, NonconformityCommands } from './command-resolver.js';
import { CorrectiveAction } from './corrective-action.js';
import { Nonconformity } from './nonconformity.js';
import './reads.js';
import { CorrectiveActionResolver, NonconformityResolver } from './resolver.js';
import { Verification } from './verification.js';

export type { ExtensionDecision } from './action-extension.js';
export { Verification } from './verification.js';
export { ActionProgress } from './action-progress.js';
export { ActionExtension } from './action-extension.js';
export { CorrectiveAction } from './corrective-action.js';
export { tasks } from './tasks.js';
export { Nonconformity, NonconformitySource, Severity } from './nonconformity.js';
export { raiseNonconformity, type NonconformityFacts } from './raise.js';

/** Nonconformities and their corrective actions. */
export const nonconformities = defineModule({
  name: 'nonconformities',
  entities: [Nonconformity, CorrectiveAction, ActionExtension, ActionProgress, Verification],
  resolvers: [NonconformityResolver, NonconformityCommands, CorrectiveActionResolver, CorrectiveActionCommands],
});
