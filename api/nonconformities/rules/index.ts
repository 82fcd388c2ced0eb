/** The pure rules of nonconformities: what other modules and the client use. */
export * from './action-lifecycle.js';
export * from './closing-gates.js';
export * from './due-dates.js';
export * from './facts.js';
export * from './lifecycle.js';
export * from './numbering.js';
export * from './parts.js';
export * from './response.js';
export * from './work.js';
