import 'reflect-metadata';
import type { RunningServer } from './server.js';
import { readConfig } from './platform/config.js';
import { explainStart } from './platform/explain-start.js';
import { startEmbedded } from './platform/database/embedded.js';

/**
 * Composition root: config → database → modules → schema → http → jobs. Nothing imports it. The modules are loaded
 * after the settings are read, and while the embedded database starts: a wrong setting is told at once.
 */
async function main(): Promise<void> {
  const opening = open();
  // If a signal comes while the server starts, the server stops as soon as it has started.
  stopOnSignal(async () => (await opening.catch(() => undefined))?.stop());
  const { server, printAccounts } = await opening;
  console.log(`\nSoát: ${server.url}${fromElsewhere(server)}\n`);
  await printAccounts?.(server);
}

/** What to print if other machines can reach the server too. */
function fromElsewhere({ config, url }: RunningServer): string {
  if (!['0.0.0.0', '::'].includes(config.host)) return '';
  return ` (other machines: port ${new URL(url).port} of this machine's name or address)`;
}

interface Opened {
  server: RunningServer;
  /** Only on a database with the sample, whose accounts may be shown. */
  printAccounts?: ((server: RunningServer) => Promise<void>) | undefined;
  stop(): Promise<void>;
}

async function open(): Promise<Opened> {
  const config = readConfig();
  const loading = Promise.all([import('./server.js'), import('./demo/index.js')]);
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataDir) : undefined;
  try {
    const [{ startServer }, { fillWithSample, printAccounts }] = await loading;
    // Sample authorities only ever fill an embedded database that is empty.
    const server = await startServer(
      config,
      config.databaseUrl ?? embedded!.url,
      embedded ? { prepare: fillWithSample } : {},
    );
    const stop = async () => {
      await server.stop();
      await embedded?.stop();
    };
    return { server, printAccounts: embedded && printAccounts, stop };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const onSignal = () => {
    stopping ??= stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  // Ctrl-C reaches the server twice, from the terminal and from npm; a closed window is SIGHUP.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

main().catch((error: unknown) => {
  console.error(explainStart(error, process.env));
  process.exit(1);
});
