/**
 * Lets at most so many pieces of work run at the same time; the others wait and run in the order in which they
 * came.
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
