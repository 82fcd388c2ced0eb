/** The pure rules of assignment. */
export * from './assignment-facts.js';
export * from './declarations.js';
export * from './hard-rules.js';
export * from './person-rules.js';
export * from './plan-dates.js';
export * from './team-rules.js';
