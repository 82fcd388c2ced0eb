/**
 * A running number by a pattern. `{year}` is replaced by the value of that name; `{seq:3}` also pads it with
 * zeros to three digits.
 *
 * `formatNumber('KPH-{year}-{seq:3}', { year: 2026, seq: 1 })` is `KPH-2026-001`.
 * @throws Error if the pattern names a value that is not given
 */
export function numberByPattern(pattern: string, values: Record<string, number | string>): string {
  return pattern.replace(/\{(\w+)(?::(\d+))?\}/g, (_, name: string, digits?: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The pattern ${pattern} needs ${name}`);
    return String(value).padStart(Number(digits ?? 0), '0');
  });
}
