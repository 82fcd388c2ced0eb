import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const parts = ['.build', 'api', 'client', 'migrations', 'docs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Copies what a start of the project reads into this folder; the packages are linked. */
export function copyProject(folder: string): void {
  for (const part of parts) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
}
