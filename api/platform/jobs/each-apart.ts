import { Refusal } from '../../rules/refusal.js';
import type { House } from '../room.js';

/**
 * Does the same work of a job for each of many records, apart: one that fails is logged, holds up no
 * other, and comes up again with the next run. A refusal means that somebody was faster.
 * @param job name of the job, for the log
 */
export async function eachApart<T>(house: House, job: string, all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      if (error instanceof Refusal) house.log.info({ job, on: one, refused: error.code }, 'left out by a job');
      else house.log.error({ err: error, job, on: one }, 'a job failed on one record');
    }
  }
}
