/** One measured figure beside the bound it is held to. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** Highest value that is good enough; left out where a figure only informs. */
  atMost?: number;
}

/** Prints figures as a table; a bound that is missed is marked. @returns true when every bound holds */
export function printFigures(title: string, figures: Figure[]): boolean {
  console.log(`\n${title}`);
  const width = Math.max(...figures.map(({ what }) => what.length));
  let holds = true;
  for (const { what, value, unit, atMost } of figures) {
    const shown = value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
    const isMissed = atMost !== undefined && value > atMost;
    holds &&= !isMissed;
    const bound = atMost === undefined ? '' : `  (at most ${atMost} ${unit}${isMissed ? ', MISSED' : ''})`;
    console.log(`  ${what.padEnd(width)}  ${shown.padStart(10)} ${unit}${bound}`);
  }
  return holds;
}
