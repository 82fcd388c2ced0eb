/** The pure rules of audits: what other modules and the client use. */
export * from './planning/index.js';
export * from './assignment/index.js';
export * from './fieldwork/index.js';
export * from './findings/index.js';
