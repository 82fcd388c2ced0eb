/**
 * The rows of a reference table: UTF-8, tab-separated, one header line, no quoting. An empty cell is
 * the empty text.
 * @param text the whole file
 * @returns one object per line, keyed by the header
 * @throws Error if a line has another number of columns than the header
 */
export function parseTsv<Column extends string = string>(text: string): Record<Column, string>[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = header.split('\t') as Column[];
  return lines
    .filter((line) => line !== '')
    .map((line, index) => {
      const cells = line.split('\t');
      if (cells.length !== columns.length) {
        throw new Error(`Line ${index + 2} has ${cells.length} columns instead of ${columns.length}`);
      }
      return Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as Record<Column, string>;
    });
}

/** A list inside a cell, such as `B3,B4` or `4.1, 4.2`; an empty cell is an empty list. */
export function parseList(cell: string, separator: ',' | ';' = ','): string[] {
  return cell
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
