/** The pure rules of audits: what other modules and the client use. */
export * from './planning/agenda.js';
export * from './assignment/assignment-facts.js';
export * from './planning/audit-lifecycle.js';
export * from './fieldwork/check-items.js';
export * from './assignment/declarations.js';
export * from './fieldwork/finding-categories.js';
export * from './findings/finding-lifecycle.js';
export * from './findings/finish.js';
export * from './assignment/hard-rules.js';
export * from './fieldwork/line-status.js';
export { personViolations } from './assignment/person-rules.js';
export * from './assignment/plan-dates.js';
export * from './planning/programme-lifecycle.js';
export * from './planning/round-lifecycle.js';
export * from './assignment/team-rules.js';
