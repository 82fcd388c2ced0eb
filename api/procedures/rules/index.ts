/** The pure rules of procedures: what other modules and the client use. */
export * from './compare.js';
export * from './content.js';
export * from './flow-layout.js';
export * from './limit-words.js';
export * from './step-graph.js';
export * from './step-roles.js';
export * from './time-check.js';
export * from './working-window.js';
