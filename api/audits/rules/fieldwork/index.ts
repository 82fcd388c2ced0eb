/** The pure rules of fieldwork. */
export * from './announce.js';
export * from './check-items.js';
export * from './finding-categories.js';
export * from './line-status.js';
