import { Refusal } from '../../rules/refusal.js';
import type { Services } from '../module.js';

/**
 * Does the work of a job for each of many records, each in a transaction of its own. A record that fails is
 * logged, does not stop the others, and is tried again in the next run. A refusal means that a person or
 * another process was faster.
 * @param job name of the job, for the log
 */
export async function eachApart<T>(
  services: Services,
  job: string,
  all: Iterable<T>,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      if (error instanceof Refusal) services.log.info({ job, on: one, refused: error.code }, 'left out by a job');
      else services.log.error({ err: error, job, on: one }, 'a job failed on one record');
    }
  }
}

/** Records that one transaction of a job takes at most. */
const batchSize = 200;

/** Cuts a list into batches, one for each transaction. */
export function inBatches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, index) =>
    all.slice(index * batchSize, (index + 1) * batchSize),
  );
}

/**
 * As {@link eachApart}, but with many records in one transaction: when thousands are due in a night, a hundred
 * of them need only a few statements. If one record of a batch fails, the batch is undone and its records are
 * done one by one.
 * @param work does it for all records of a batch in one transaction, or throws and has changed nothing
 */
export async function togetherOrApart<T>(
  services: Services,
  job: string,
  all: readonly T[],
  work: (batch: T[]) => Promise<unknown>,
): Promise<void> {
  for (const batch of inBatches(all)) {
    const isDone = await work(batch).then(
      () => true,
      () => false,
    );
    if (!isDone) await eachApart(services, job, batch, (one) => work([one]));
  }
}
