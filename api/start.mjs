import { build } from './build.mjs';

// graphql-js and Apollo leave out what only helps developers.
process.env.NODE_ENV ??= 'production';

/** `npm start`: builds what has changed since the last build, then opens the server. */
try {
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../.build/api/main.js');
