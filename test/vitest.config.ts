import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

/**
 * What the projects share. The API runs as it was built, outside Vite. Files run one after the other in the same
 * worker, as the modules of the API keep nothing of one server that the next one would see.
 * A limit of time is no assertion: the limits only end a run that hangs, on the slowest of machines.
 */
const shared = {
  root,
  server: { deps: { external: [/[\\/]\.build[\\/]/, /node_modules/] } },
  isolate: false,
  testTimeout: 900_000,
  hookTimeout: 900_000,
  teardownTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
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
    // One more than a small machine has cores: a test often waits for the database or the browser.
    maxWorkers: 3,
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'rules',
          include: ['test/rules/**/*.test.ts', 'test/*.test.ts'],
          setupFiles: ['test/support/count-assertions.ts'],
        },
      },
      {
        root,
        resolve: { alias: solidOfBrowser },
        // Screens are only loaded here, never drawn: any reading of their JSX will do.
        oxc: { jsx: { runtime: 'automatic', importSource: 'solid-js/h' } },
        test: {
          root,
          name: 'client-code',
          include: ['test/client-code/**/*.test.ts'],
          setupFiles: ['test/client-code/setup.ts', 'test/support/count-assertions.ts'],
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
          setupFiles: ['test/support/setup.ts', 'test/support/count-assertions.ts'],
        },
      },
      {
        root,
        resolve,
        test: {
          ...shared,
          name: 'browser',
          include: ['test/client/**/*.test.ts', 'test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/database.ts', 'test/support/chromium.ts'],
          setupFiles: ['test/support/setup.ts', 'test/support/count-assertions.ts'],
        },
      },
    ],
  },
});
