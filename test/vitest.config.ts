import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

/** What a project of ours shares: the API runs as it was built, outside Vite. */
const shared = {
  root,
  server: { deps: { external: [/[\\/]\.build[\\/]/, /node_modules/] } },
};

/** Node and Vite would each load a form of graphql-js of their own; graphql-js refuses to work with two. */
const resolve = { alias: [{ find: /^graphql$/, replacement: path.join(root, 'node_modules/graphql/index.js') }] };

/** In Node, solid-js is the form for servers, in which nothing follows a signal. */
const solidOfBrowser = [
  { find: /^solid-js$/, replacement: path.join(root, 'node_modules/solid-js/dist/solid.js') },
  { find: /^solid-js\/store$/, replacement: path.join(root, 'node_modules/solid-js/store/dist/store.js') },
];

export default defineConfig({
  root,
  test: {
    // One for each core of a small machine: by itself Vitest leaves one core idle.
    maxWorkers: 2,
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      { root, test: { ...shared, name: 'rules', include: ['test/rules/**/*.test.ts', 'test/*.test.ts'] } },
      {
        root,
        resolve: { alias: solidOfBrowser },
        test: {
          root,
          name: 'client-code',
          include: ['test/client-code/**/*.test.ts'],
          setupFiles: ['test/client-code/setup.ts'],
          server: { deps: { inline: [/solid/] } },
        },
      },
      {
        root,
        resolve,
        test: {
          ...shared,
          name: 'api',
          include: ['test/api/**/*.test.ts'],
          globalSetup: ['test/support/database.ts'],
          setupFiles: ['test/support/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        resolve,
        test: {
          ...shared,
          name: 'browser',
          include: ['test/client/**/*.test.ts', 'test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/database.ts'],
          setupFiles: ['test/support/setup.ts'],
          testTimeout: 120_000,
          // What a screen reads comes later than the screen; on a busy machine later still.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
