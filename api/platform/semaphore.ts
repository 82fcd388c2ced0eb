/**
 * Lets at most so many pieces of work be under way at a time; the others wait, first
 * come, first served.
 * @returns does the work as soon as fewer than that many are under way
 */
export function semaphore(atMost: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = atMost;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
