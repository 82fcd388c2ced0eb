import { build } from './build.mjs';

/** `npm start`: builds what has changed since the last build, then opens the house. */
await build();
await import('../.build/api/main.js');
