/** The pure rules of assignment. */
export * from './assignment-facts.js';
export * from './assignment-rules.js';
export * from './declarations.js';
export * from './plan-dates.js';
export * from './rule.js';
export * from './violations.js';
export * from './work.js';
