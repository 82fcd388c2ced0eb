import { createReadStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Where uploaded files are kept, by the SHA-256 of their content. */
export interface FileStore {
  /** Keeps a content; doing so twice is once. */
  put(sha256: string, content: Buffer): Promise<void>;
  /** The content as a stream, or null when it is not there. */
  get(sha256: string): Promise<Readable | null>;
}

/** Keeps files in a folder, spread over 256 subfolders. */
export function diskStore(folder: string): FileStore {
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(sha256, content) {
      const target = place(sha256);
      if (await exists(target)) return;
      await mkdir(path.dirname(target), { recursive: true });
      // Written under another name and then renamed, so that a file with the final name is always complete.
      const partial = `${target}.${process.pid}.${Date.now()}`;
      await writeFile(partial, content, { mode: 0o600 });
      await rename(partial, target);
    },
    async get(sha256) {
      const target = place(sha256);
      return (await exists(target)) ? createReadStream(target) : null;
    },
  };
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
