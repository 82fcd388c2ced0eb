/** The pure rules of audits: what other modules and the client use. */
export * from './actors.js';
export * from './agenda.js';
export * from './assignment-facts.js';
export * from './audit-lifecycle.js';
export * from './check-items.js';
export * from './declarations.js';
export * from './finding-categories.js';
export * from './finding-lifecycle.js';
export * from './finish.js';
export * from './hard-rules.js';
export * from './line-status.js';
export { personViolations } from './person-rules.js';
export * from './plan-dates.js';
export * from './programme-lifecycle.js';
export * from './round-lifecycle.js';
export * from './team-rules.js';
