import { parseCronItems, run, runMigrations, type Runner } from 'graphile-worker';
import { Logger as WorkerLogger } from 'graphile-worker';
import type { Services, Module } from '../module.js';

const workerLog = (services: Services) =>
  new WorkerLogger(() => (level, message) => {
    if (level === 'error') services.log.error(message);
    else if (level === 'warning') services.log.warn(message);
  });

/** Makes the tables of the job queue. */
export async function migrateJobs(services: Services): Promise<void> {
  const pgPool = await services.orm.em.getConnection().getNativeClient();
  await runMigrations({ pgPool, logger: workerLog(services) });
}

/**
 * Runs the modules' jobs by their cron lines. With several processes each job runs once.
 * @returns stops the queue after the job that is running
 */
export async function startJobs(services: Services, modules: Module[]): Promise<() => Promise<void>> {
  const jobs = modules.flatMap((module) => module.jobs ?? []);
  const pgPool = await services.orm.em.getConnection().getNativeClient();
  const runner: Runner = await run({
    pgPool,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 10_000,
    logger: workerLog(services),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, () => job.run(services)])),
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
 * Runs every job once, in the order of the modules: for what became due while no server was running. A job that
 * fails is logged; the server starts anyway.
 */
export async function runJobsOnce(services: Services, modules: Module[]): Promise<void> {
  for (const job of modules.flatMap((module) => module.jobs ?? [])) {
    await job
      .run(services)
      .catch((error: unknown) => services.log.error({ err: error, job: job.name }, 'a job failed at the start'));
  }
}
