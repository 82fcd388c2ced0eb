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
    throw new ConfigError(`DATA_DIR="${dataDir}" cannot be used (${code}): write the path of a folder that may be written, such as .data`, { cause: error });
  }
}

/** Level by level: `recursive` never comes back where a file system refuses a folder as if it were missing, as /proc does. */
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
