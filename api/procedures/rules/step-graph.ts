/** A step as the graph sees it. */
export interface GraphStep {
  code: string;
  after: readonly string[];
}

/** The steps of a procedure with their order; it also exists if the steps have faults. */
export interface StepGraph<S extends GraphStep> {
  /** Steps in an order in which every step comes after its predecessors, without those in a cycle. */
  ordered: S[];
  /** Codes of the steps that have no place in the order: those in a cycle and those after one. */
  circular: string[];
  /** Codes of the steps in a cycle, without the steps after it. */
  circle: string[];
  /** Known predecessors of every step, in the order in which they are named. */
  before: ReadonlyMap<string, readonly string[]>;
  /** Predecessors that are not a step of the procedure. */
  unknown: { code: string; predecessor: string }[];
  /** Codes that stand more than once. */
  duplicates: string[];
}

/** Reads the order of the steps. Deterministic: steps whose order is free keep the given order. */
export function stepGraph<S extends GraphStep>(steps: readonly S[]): StepGraph<S> {
  const first = new Map<string, S>();
  const duplicates = new Set<string>();
  for (const step of steps) {
    if (first.has(step.code)) duplicates.add(step.code);
    else first.set(step.code, step);
  }
  const unique = [...first.values()];
  const before = new Map(
    unique.map(({ code, after }) => [code, [...new Set(after)].filter((predecessor) => first.has(predecessor))]),
  );
  const unknown = unique.flatMap(({ code, after }) =>
    after.filter((predecessor) => !first.has(predecessor)).map((predecessor) => ({ code, predecessor })),
  );
  const ordered = inOrder(unique, before);
  const done = new Set(ordered.map(({ code }) => code));
  const circular = unique.map(({ code }) => code).filter((code) => !done.has(code));
  return { ordered, circular, circle: withoutEnds(circular, before), before, unknown, duplicates: [...duplicates] };
}

/** Removes the steps without successors, again and again, until none is left. */
function withoutEnds(codes: readonly string[], before: ReadonlyMap<string, readonly string[]>): string[] {
  const followed = new Set(codes.flatMap((code) => before.get(code)!));
  const left = codes.filter((code) => followed.has(code));
  return left.length === codes.length ? left : withoutEnds(left, before);
}

/** Takes the first step whose predecessors are all taken, again and again. */
function inOrder<S extends GraphStep>(steps: readonly S[], before: ReadonlyMap<string, readonly string[]>): S[] {
  const taken = new Set<string>();
  const ordered: S[] = [];
  let left = [...steps];
  while (left.length > 0) {
    const ready = left.find(({ code }) => before.get(code)!.every((predecessor) => taken.has(predecessor)));
    if (!ready) break;
    taken.add(ready.code);
    ordered.push(ready);
    left = left.filter((step) => step !== ready);
  }
  return ordered;
}

/** A longest path through the steps. */
export interface LongestPath {
  /** Sum of the hours along it. */
  hours: number;
  /** Codes of its steps, first to last. */
  codes: string[];
}

/**
 * The path through the steps with the most hours; if several are equally long, the one that was given first.
 * Steps in a cycle are left out.
 */
export function longestPath(steps: readonly (GraphStep & { hours: number })[]): LongestPath {
  const { ordered, before } = stepGraph(steps);
  const paths = new Map<string, LongestPath>();
  let longest: LongestPath = { hours: 0, codes: [] };
  for (const { code, hours } of ordered) {
    const start = longestOf(before.get(code)!.map((predecessor) => paths.get(predecessor)!));
    const path = { hours: start.hours + hours, codes: [...start.codes, code] };
    paths.set(code, path);
    longest = longestOf([longest, path]);
  }
  return longest;
}

function longestOf(paths: readonly LongestPath[]): LongestPath {
  return paths.reduce((longest, path) => (path.hours > longest.hours || longest.codes.length === 0 ? path : longest), {
    hours: 0,
    codes: [],
  });
}
