/** The pure rules of findings. */
export * from './content.js';
export * from './finding-lifecycle.js';
export * from './finish.js';
export * from './parts.js';
export * from './work.js';
