import type { StepValues } from './draft-values';

/** The first free code B1, B2 … */
function freeCode(steps: readonly StepValues[]): string {
  const taken = new Set(steps.map(({ code }) => code));
  for (let number = steps.length + 1; ; number += 1) if (!taken.has(`B${number}`)) return `B${number}`;
}

/** A new last step, after the one that was last. */
export function addStep(steps: readonly StepValues[]): StepValues[] {
  const last = steps.at(-1);
  return [
    ...steps,
    {
      code: freeCode(steps),
      content: '',
      roleName: '',
      roleKey: '',
      unitKind: last?.unitKind ?? '',
      hours: null,
      output: '',
      formCodes: '',
      after: last ? [last.code] : [],
    },
  ];
}

/** Takes a step out; what came after it now comes after what was before it. */
export function removeStep(steps: readonly StepValues[], index: number): StepValues[] {
  const gone = steps[index];
  if (!gone) return [...steps];
  return steps
    .filter((step) => step !== gone)
    .map((step) =>
      step.after.includes(gone.code)
        ? {
            ...step,
            after: [...new Set(step.after.flatMap((code) => (code === gone.code ? gone.after : [code])))].filter(
              (code) => code !== step.code,
            ),
          }
        : step,
    );
}

/** Moves an entry of a list up (−1) or down (+1). */
export function moveEntry<T>(entries: readonly T[], index: number, by: -1 | 1): T[] {
  const moved = [...entries];
  const [entry] = moved.splice(index, 1);
  if (entry !== undefined) moved.splice(Math.max(0, index + by), 0, entry);
  return moved;
}

/** Gives the steps the codes B1, B2 … in the order in which they stand; predecessors follow. */
export function renumber(steps: readonly StepValues[]): StepValues[] {
  const codes = new Map(steps.map(({ code }, index) => [code, `B${index + 1}`]));
  return steps.map((step, index) => ({
    ...step,
    code: `B${index + 1}`,
    after: step.after.map((code) => codes.get(code) ?? code),
  }));
}

/** Renames a step; predecessors follow. */
export function renameStep(
  steps: readonly StepValues[],
  from: string,
  to: string,
): { index: number; after: string[] }[] {
  return steps.flatMap((step, index) =>
    step.after.includes(from) ? [{ index, after: step.after.map((code) => (code === from ? to : code)) }] : [],
  );
}
