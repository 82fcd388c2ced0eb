/** The pure rules of self-inspection: what other modules and the client use. */
export * from './form-engine.js';
export * from './lifecycle.js';
export * from './merge.js';
export * from './nonconformity.js';
export * from './periods.js';
export * from './questions.js';
export * from './template-lifecycle.js';
export * from './parts.js';
export * from './work.js';
