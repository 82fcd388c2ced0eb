import { Refusal } from '../../rules/refusal.js';
import type { Services } from '../module.js';

/**
 * Does the same work of a job for each of many records, apart: one that fails is logged, holds up no
 * other, and comes up again with the next run. A refusal means that somebody was faster.
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

/** Cuts a list into pieces that one transaction takes. */
export function inBatches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, index) =>
    all.slice(index * batchSize, (index + 1) * batchSize),
  );
}

/**
 * As {@link eachApart}, many in a transaction: a night in which thousands are due takes a few
 * statements for a hundred of them. A batch in which one fails is undone and done again apart.
 * @param work does it for all of a batch in one transaction, or throws and has done nothing
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
