import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { build } from './build.mjs';

/** `npm run dev`: builds and starts, and does so again whenever a source changes. */
const watched = ['api', 'client', 'migrations', 'docs/schema.graphql', 'package.json'];
/** What the build itself writes. */
const isOwn = (file) => file !== null && /graphql[\\/]generated/.test(file);

let server;
let timer;
let working = Promise.resolve();

async function stop() {
  if (!server || server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
}

async function restart() {
  try {
    await build();
  } catch (error) {
    console.error(error.message ?? error);
    return;
  }
  await stop();
  server = spawn(process.execPath, ['--enable-source-maps', '.build/api/main.js'], { stdio: 'inherit' });
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    working = working.then(restart);
  }, 200);
}

for (const place of watched) watch(place, { recursive: true }, (_event, file) => isOwn(file) || soon());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    await stop();
    process.exit(0);
  });
}
working = restart();
