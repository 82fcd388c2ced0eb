/** The pure rules of findings. */
export * from './content.js';
export * from './finding-lifecycle.js';
export * from './finish.js';
