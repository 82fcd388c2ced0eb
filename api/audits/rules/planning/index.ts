/** The pure rules of planning. */
export * from './agenda.js';
export * from './audit-lifecycle.js';
export * from './ends.js';
export * from './numbers.js';
export * from './programme-lifecycle.js';
export * from './round-lifecycle.js';
export * from './round-rules.js';
export * from './scope.js';
export * from './team.js';
export * from './parts.js';
export * from './work.js';
