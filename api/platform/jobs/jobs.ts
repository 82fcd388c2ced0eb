import { parseCronItems, run, runMigrations, type Runner } from 'graphile-worker';
import { Logger as WorkerLogger } from 'graphile-worker';
import type { House, Room } from '../room.js';

const workerLog = (house: House) =>
  new WorkerLogger(() => (level, message) => {
    if (level === 'error') house.log.error(message);
    else if (level === 'warning') house.log.warn(message);
  });

/** Makes the tables of the job queue. */
export async function migrateJobs(house: House): Promise<void> {
  const pgPool = await house.orm.em.getConnection().getNativeClient();
  await runMigrations({ pgPool, logger: workerLog(house) });
}

/**
 * Runs the rooms' jobs by their cron lines. With several processes each job runs once.
 * @returns stops the queue after the job in hand
 */
export async function startJobs(house: House, rooms: Room[]): Promise<() => Promise<void>> {
  const jobs = rooms.flatMap((room) => room.jobs ?? []);
  const pgPool = await house.orm.em.getConnection().getNativeClient();
  const runner: Runner = await run({
    pgPool,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 10_000,
    logger: workerLog(house),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, () => job.run(house)])),
    parsedCronItems: parseCronItems(
      jobs.map((job) => ({
        task: job.name,
        match: job.cron,
        identifier: job.name,
        options: { backfillPeriod: 0, maxAttempts: 3 },
      })),
    ),
  });
  return () => runner.stop();
}

/**
 * Runs every job once, in the order of the rooms: what came due while nothing was running. A job
 * that fails is logged; the house opens all the same.
 */
export async function runJobsOnce(house: House, rooms: Room[]): Promise<void> {
  for (const job of rooms.flatMap((room) => room.jobs ?? [])) {
    await job
      .run(house)
      .catch((error: unknown) => house.log.error({ err: error, job: job.name }, 'a job failed at the start'));
  }
}
