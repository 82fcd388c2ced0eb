/** What an address asks for, as far as it is one of these: anybody can write an address. */
export const chosen = <const Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

/** The same of several; null when none is left. */
export function allChosen<const Value extends string>(
  values: readonly Value[],
  texts: readonly string[],
): Value[] | null {
  const found = values.filter((value) => texts.includes(value));
  return found.length > 0 ? found : null;
}
