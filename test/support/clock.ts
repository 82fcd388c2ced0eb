import type { Clock } from '#api/platform/clock.js';

/** The moment at which tests begin: a Monday morning in Vietnam, within the sample's year. */
export const startOfTests = new Date('2026-11-23T08:00:00+07:00');

/** A clock that a test can set. */
export interface TestClock extends Clock {
  /** Sets the moment; a day `YYYY-MM-DD` means eight in the morning in Vietnam. */
  set(moment: Date | string): void;
}

/** A clock that stands still until it is set. */
export function sampleClock(at: Date = startOfTests): TestClock {
  let current = at;
  return {
    now: () => current,
    set(moment) {
      current =
        typeof moment === 'string' ? new Date(moment.length === 10 ? `${moment}T08:00:00+07:00` : moment) : moment;
    },
  };
}
