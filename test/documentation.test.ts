import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

describe('the documentation', () => {
  test('names files that are there; what a recipe lets one write anew is marked as new', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pagesIn('docs')];
    const named = pages.flatMap((page) =>
      [
        ...readFileSync(path.join(root, page), 'utf8').matchAll(/`((?:api|client|test|docs)\/[\w./-]+)`(?! \(new)/g),
      ].map(([, file]) => ({ page, file: file! })),
    );
    const endings = ['', '.ts', '.tsx', '.test.ts'];
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ file }) => !endings.some((ending) => existsSync(path.join(root, file + ending))))).toEqual(
      [],
    );
  });

  function pagesIn(folder: string): string[] {
    return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => path.join(folder, file));
  }
});
