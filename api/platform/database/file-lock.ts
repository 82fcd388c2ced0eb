import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process of this machine still runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** How long to wait for the lock, in milliseconds: longer than a first start takes on a slow machine. */
const maxWaitMs = 120_000;

/**
 * Does the work while no other process of this machine does work under the same lock; waits until it is free.
 * A lock whose process has died is taken over.
 * @param file the lock: holds the id of the process that works
 * @throws Error that names the process that did not come to an end
 */
export async function withFileLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  for (const until = Date.now() + maxWaitMs; !isTaken(file); await sleep(50)) {
    if (Date.now() > until)
      throw new Error(
        [
          `Process ${holderOf(file)} has held ${file} for two minutes.`,
          'End it, or remove the file when there is no such process of Soát.',
        ].join(' '),
      );
  }
  try {
    return await work();
  } finally {
    own.delete(file);
    rmSync(file, { force: true });
  }
}

/** Locks that this process holds. */
const own = new Set<string>();

/**
 * Takes the lock if nobody alive holds it. After a container has restarted, the id of a process that died may
 * be our own id.
 */
function isTaken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    own.add(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = holderOf(file);
    const isGone = holder === process.pid ? !own.has(file) : !isAlive(holder);
    if (holder && isGone) rmSync(file, { force: true });
    return false;
  }
}

/** Zero while the holder is still writing its id. */
function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}
