import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assertOpen } from '../../api/platform/database/data-dir.js';

test('a folder that the user postgres may not enter is named to root, with what to do', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'soat-closed-'));
  expect(() => assertOpen(path.join(folder, 'postgres'))).toThrow(
    `the user "postgres", who may not enter ${folder}. Start it as an ordinary user`,
  );
  chmodSync(folder, 0o755);
  expect(() => assertOpen(path.join(folder, 'postgres'))).not.toThrow();
  rmSync(folder, { recursive: true });
});
