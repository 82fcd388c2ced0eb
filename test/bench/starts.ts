import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Figure } from './report.ts';

/** A server that was started as a newcomer would. */
export interface Started {
  url: string;
  seconds: number;
  stop(): Promise<void>;
}

/** Runs `npm start` on a free port and waits for its address. @throws Error with the output when it ends first */
export async function npmStart(root: string, dataDir: string): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['api/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
  });
  const url = await addressOf(child);
  return {
    url,
    seconds: (performance.now() - begun) / 1000,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [, url] = /Soát: (http\S+)/.exec(output) ?? [];
      if (url) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`npm start ended:\n${output}`)));
  });
}

/**
 * Measures the first start with installed packages (nothing built, no data) and the next one.
 * The build that stood before is put back at the end.
 */
export async function measureStarts(root: string): Promise<Figure[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'soat-bench-'));
  const build = path.join(root, '.build');
  const aside = path.join(root, '.build-aside');
  if (existsSync(build)) renameSync(build, aside);
  try {
    const first = await npmStart(root, dataDir);
    await first.stop();
    const later = await npmStart(root, dataDir);
    await later.stop();
    return [
      { what: 'first start (build, database, sample)', value: first.seconds, unit: 's', atMost: 25 },
      { what: 'later start', value: later.seconds, unit: 's', atMost: 6 },
    ];
  } finally {
    if (existsSync(aside)) {
      rmSync(build, { recursive: true, force: true });
      renameSync(aside, build);
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}
