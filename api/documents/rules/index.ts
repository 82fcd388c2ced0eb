/** The pure rules of documents: what other modules and the client use. */
export * from './agency.js';
export * from './compare.js';
export * from './content.js';
export * from './file.js';
export * from './kinds.js';
export * from './lifecycle.js';
export * from './numbering.js';
export * from './signers.js';
export * from './parts.js';
export * from './work.js';
