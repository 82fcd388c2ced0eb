import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where a path leads in the end: node_modules may be a link. A folder that is not there yet stays as it is. */
const realpath = (path: string) => (existsSync(path) ? realpathSync(path) : path);
const server = process.env.SOAT_SERVER ?? 'http://127.0.0.1:4000';

/**
 * Style sheets of several chunks arrive in any order, and the first one that names a layer places
 * it. So each of them begins with the order of the layers that stands in `ui/layers.css`.
 */
function layersInOrder(): Plugin {
  const order = /@layer [^;{]+;/.exec(readFileSync(here('ui/layers.css'), 'utf8'))![0];
  return {
    name: 'layers-in-order',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = order + String(file.source);
      }
    },
  };
}

/**
 * An address that a person opens is the page's own to route. Vite by itself would take `/documents` for
 * the folder of that name and answer with its index.ts.
 */
function addressesLeadToPage(): Plugin {
  return {
    name: 'addresses-lead-to-page',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        const isAddress =
          request.headers.accept?.includes('text/html') && !/[.@]/.test((request.url ?? '').split('?')[0]!);
        if (isAddress) request.url = '/index.html';
        next();
      });
    },
  };
}

/**
 * Builds the client into `.build/client`. Three shared chunks (libraries, ui with the frame,
 * start) and one chunk for each screen. In development (`npm run dev`) the API is expected on `SOAT_SERVER`.
 */
export default defineConfig({
  root: here('.'),
  plugins: [solid(), layersInOrder(), addressesLeadToPage()],
  css: { modules: { generateScopedName: '[hash:base64:6]' } },
  build: {
    outDir: here('../.build/client'),
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // A widget or rule nobody uses is left out, though its module does something when loaded.
      treeshake: { moduleSideEffects: (id) => !/\/(client\/(ui|i18n)|api\/([\w-]+\/)?rules)\/[^?]*\.tsx?$/.test(id) },
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules\/(solid-js|@solidjs|@urql|wonka|@0no-co)\// },
            {
              name: 'ui',
              // Every page loads this at first: what only few screens need, such as sending files, comes with them.
              test: /\/client\/(ui|i18n|graphql(?!\/upload)|shell\/address)[/.](?!.*words\.(?!vi|ts)|generated)/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  cacheDir: here('../.build/vite'),
  server: {
    host: '127.0.0.1',
    // What the client imports from outside its folder; never the data.
    fs: { allow: ['.', '../api', '../.build/vite', '../node_modules'].map((path) => realpath(here(path))) },
    // Whole paths: the client has a folder `graphql` of its own.
    proxy: { '^/(graphql|healthz)(\\?|$)': server, '^/attachments(/|\\?|$)': server },
  },
});
