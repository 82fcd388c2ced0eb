import chromium from '@sparticuz/chromium';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Unpacks the browser before any test needs it. */
export default async function setup(): Promise<void> {
  await chromiumProgram();
}

/**
 * The npm package unpacks its browser wherever it is asked for, and gives out a file that another process is still
 * writing. Here it is unpacked beside its place and moved there when it is whole, once for each version.
 * @returns path of the program
 */
export async function chromiumProgram(): Promise<string> {
  const folder = path.join(tmpdir(), `soat-chromium-${versionOf('@sparticuz/chromium')}`);
  const program = path.join(folder, 'chromium');
  if (existsSync(program)) return program;
  const before = process.env['TMPDIR'];
  const beside = mkdtempSync(`${folder}-`);
  process.env['TMPDIR'] = beside;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(beside, folder);
  } catch (error) {
    // Another run was quicker; what it has unpacked is the same.
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(program)) throw error;
  }
  return program;
}

function versionOf(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const root = entry.slice(0, entry.lastIndexOf(name) + name.length);
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
