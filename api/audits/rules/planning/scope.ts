/** Whether a clause is in scope: it is named itself, or is in a group that is named (7.5 means all its sub-clauses). */
export function inScope(number: string, scope: readonly string[]): boolean {
  return scope.some((named) => number === named || number.startsWith(`${named}.`));
}

/** The order of clauses: 4.4.2 before 4.10. */
export function compareClauses(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let level = 0; level < Math.max(left.length, right.length); level += 1) {
    const difference = (left[level] ?? -1) - (right[level] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
