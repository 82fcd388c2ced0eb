/** Building blocks for the rules of the modules. Pure: no I/O and no clock. */
export * from './canonical.js';
export * from './calendar.js';
export * from './checks.js';
export * from './compare.js';
export * from './lifecycle.js';
export * from './numbering.js';
export * from './parts.js';
export * from './refusal.js';
export * from './score.js';
export * from './tasks.js';
export * from './text.js';
export * from './tsv.js';
export * from './working-calendar.js';
