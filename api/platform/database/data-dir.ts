import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../config.js';

/**
 * Makes the folder for the database and the files, with the folders above it.
 * @throws ConfigError when it cannot be made or written
 */
export function makeDataDir(dataDir: string): void {
  try {
    make(dataDir);
    if (!statSync(dataDir).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `DATA_DIR="${dataDir}" cannot be used (${code}): write the path of a folder that may be written, such as .data`,
      { cause: error },
    );
  }
}

/**
 * Level by level: `recursive` never comes back where a file system refuses a folder as if it were missing, as /proc
 * does.
 */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process that starts at once may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * As root, PostgreSQL runs as another user, who must be able to enter every folder on the way to the
 * data and to its programs.
 * @throws ConfigError that names the first folder that is closed
 */
export function assertOpen(...places: string[]): void {
  const closed = places.flatMap(waysTo).find((folder) => (statSync(folder).mode & constants.S_IXOTH) === 0);
  if (closed === undefined) return;
  throw new ConfigError(
    [
      `You are root, so the embedded PostgreSQL runs as the user "postgres", who may not enter ${closed}.`,
      'Start it as an ordinary user, or move the project to a folder that everybody may enter, such as /opt/soat.',
    ].join(' '),
  );
}

/** The folders above a place, from the top. */
function waysTo(place: string): string[] {
  const above = path.dirname(place);
  return above === place ? [] : [...waysTo(above), above];
}
