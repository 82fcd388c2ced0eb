import { readFileSync } from 'node:fs';
import { parseTsv } from '../rules/tsv.js';
import { projectFile } from './config.js';

/**
 * Reads a reference table of the source tree.
 * @param relative path from the project's root, such as `api/standards/data/clause-mapping.tsv`
 * @returns one object a line, keyed by the header; every value is a string, empty for "none"
 * @throws Error that names the file and the faulty line
 */
export function readTable<Column extends string>(relative: string): Record<Column, string>[] {
  try {
    return parseTsv<Column>(readFileSync(projectFile(relative), 'utf8'));
  } catch (error) {
    throw new Error(`${relative}: ${(error as Error).message}`, { cause: error });
  }
}

export { parseList } from '../rules/tsv.js';
