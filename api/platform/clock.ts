/** Where the time comes from. Everything that depends on the time takes it from here. */
export interface Clock {
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };
