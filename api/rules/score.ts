/** One thing that counts towards a score. */
export interface Weighted {
  /** How much it counts, above 0. */
  weight: number;
  /** How good it is, from 0 to 1. */
  value: number;
}

/**
 * Σ weight × value / Σ weight (domain model, self-inspection).
 * @returns from 0 to 1, or null if nothing applies: no score is not the same as a score of zero
 * @throws RangeError if a weight is not above 0 or a value is outside 0 to 1
 */
export function weightedScore(items: Iterable<Weighted>): number | null {
  let weights = 0;
  let sum = 0;
  for (const { weight, value } of items) {
    if (!(weight > 0) || !Number.isFinite(weight)) throw new RangeError(`Weight must be above 0: ${weight}`);
    if (!(value >= 0 && value <= 1)) throw new RangeError(`Value must be from 0 to 1: ${value}`);
    weights += weight;
    sum += weight * value;
  }
  return weights === 0 ? null : Math.min(1, sum / weights);
}
