import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { generateDocuments } from '../client/graphql/codegen.mjs';
import { build } from './build.mjs';

/**
 * `npm run dev`: the API, built and started anew whenever its source changes, and beside it Vite's
 * development server, which shows a changed screen at once. The address to open is Vite's; it passes
 * requests for data on to the API.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
process.env.NODE_ENV ??= 'development';
process.env.PORT ??= '4000';
process.env.SOAT_SERVER ??= `http://127.0.0.1:${process.env.PORT}`;

let api;

async function stopApi() {
  if (!api || api.exitCode !== null) return;
  const gone = new Promise((resolve) => api.once('exit', resolve));
  api.kill('SIGTERM');
  await gone;
}

/** Builds the API and starts it anew; while it does not compile, the server before keeps running. */
async function restartApi() {
  await build(['api']);
  await stopApi();
  api = spawn(process.execPath, ['--enable-source-maps', '.build/api/main.js'], { stdio: 'inherit' });
}

/** Runs the work a moment after the last of several calls, one run after the other; prints what went wrong. */
function afterQuiet(work) {
  let timer;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work).catch((error) => console.error(error.message ?? error));
    }, 200);
  };
}

const onApiChange = afterQuiet(restartApi);
const onOperationChange = afterQuiet(() => generateDocuments('docs/schema.graphql'));
const isApiSource = (file) => /\.(ts|tsv|json)$/.test(file ?? '');
for (const folder of ['api', 'migrations'])
  watch(folder, { recursive: true }, (_event, file) => isApiSource(file) && onApiChange());
watch('client', { recursive: true }, (_event, file) => file?.endsWith('.graphql') && onOperationChange());
watch('docs', (_event, file) => file === 'schema.graphql' && onOperationChange());

await generateDocuments('docs/schema.graphql').catch((error) => console.error(error.message));
const vite = await createServer({
  configFile: 'client/vite.config.ts',
  server: { port: Number(process.env.DEV_PORT ?? 5173) },
});
await vite.listen();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    await Promise.all([stopApi(), vite.close()]);
    process.exit(0);
  });
}
await restartApi().catch((error) => console.error(error.message ?? error));
console.log(`\nSoát, screens as they are written: ${vite.resolvedUrls.local[0]}\n`);
