import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeCheck, newContext, scrollsSideways, sizes } from '../support/browser.js';
import { createDatabase, dropDatabase, on } from '../support/database.js';
import { copyProject } from './copy-project.js';

const root = path.resolve(import.meta.dirname, '../..');
/** A copy of the project, so that a test may change a source. */
const copy = mkdtempSync(path.join(tmpdir(), 'soat-dev-'));
const database = `t_${randomUUID().replaceAll('-', '')}`;
let server: ChildProcess;
let output = '';
let url: string;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function says(text: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = text.exec(output);
    if (found) return found;
    if (server.exitCode !== null) throw new Error(`ended with ${server.exitCode}:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  copyProject(copy);
  await createDatabase(inject('databaseUrl'), database);
  const [api, screens] = [await freePort(), await freePort()];
  server = spawn('npm', ['run', 'dev'], {
    cwd: copy,
    env: {
      ...process.env,
      NODE_ENV: undefined,
      DATABASE_URL: on(inject('databaseUrl'), database),
      PORT: String(api),
      DEV_PORT: String(screens),
      LOG_LEVEL: 'error',
    },
    detached: true,
  });
  server.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  server.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await says(/Soát: http:\S+/);
  url = (await says(/as they are written: (http:\S+)/))[1]!;
});
afterAll(async () => {
  if (server?.exitCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
  await dropDatabase(inject('databaseUrl'), database);
  rmSync(copy, { recursive: true, force: true });
});

/** A page of the development server and what it complains of. */
async function open(address: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await newContext({ baseURL: url })).newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(address);
  return { page, complaints };
}

describe('npm run dev', () => {
  test('shows a changed screen without loading the page anew', async () => {
    // An address of the same name as a folder of the client leads to the page, too.
    const { page } = await open('/documents');
    await page.getByLabel('Tên đăng nhập').fill('một phần');
    await page.evaluate(() => Object.assign(window, { stays: true }));
    const screen = path.join(copy, 'client/identity/sign-in.tsx');
    writeFileSync(screen, readFileSync(screen, 'utf8').replace(/>\s*\{t\.signIn\}/, '>{`${t.signIn} thử`}'));
    await page.getByRole('heading', { name: / thử$/ }).waitFor();
    expect(await page.evaluate(() => 'stays' in window)).toBe(true);
  });

  test('starts the API anew when something of it changes', async () => {
    const before = output.length;
    const table = path.join(copy, 'api/standards/data/clause-mapping.tsv');
    writeFileSync(table, readFileSync(table, 'utf8'));
    await expect.poll(() => output.slice(before), { timeout: 60_000 }).toMatch(/Soát: http:/);
  });
});

describe('the page of all widgets', () => {
  test('can be used by everybody, wide and narrow, light and dark', async () => {
    const { page, complaints } = await open('/widgets');
    await page.getByRole('heading', { name: 'Các thành phần giao diện' }).waitFor();
    // Rows that are being read anew are paler for a moment.
    await page.addStyleTag({ content: '[aria-busy="true"] { opacity: 1 !important }' });
    for (const size of ['desk', 'phone'] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(sizes[size]);
        expect({ size, colorScheme, faults: await axeCheck(page) }).toEqual({ size, colorScheme, faults: [] });
        expect(await scrollsSideways(page)).toBe(false);
      }
    expect(complaints).toEqual([]);
  });

  test('shows every widget that screens may use', async () => {
    const index = readFileSync(path.join(root, 'client/ui/index.ts'), 'utf8');
    const widgets = [...index.matchAll(/export \{([^}]*)\}/g)]
      .flatMap(([, names]) => names!.split(','))
      .map((name) => name.trim())
      .filter((name) => /^[A-Z]/.test(name));
    const page = readdirSync(path.join(root, 'client/widgets'))
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => readFileSync(path.join(root, 'client/widgets', file), 'utf8'))
      .join('\n');
    expect(widgets.length).toBeGreaterThan(40);
    expect(widgets.filter((name) => !page.includes(`<${name}`))).toEqual([]);
  });

  test('is not in the files that offices get', async () => {
    const built = readdirSync(path.join(root, '.build/client'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(js|css|html)$/.test(file),
    );
    expect(built.length).toBeGreaterThan(40);
    const text = built.map((file) => readFileSync(path.join(root, '.build/client', file), 'utf8')).join('\n');
    expect(text).toContain('Tên đăng nhập');
    expect(text).not.toContain('Các thành phần giao diện');
    expect(text).not.toContain('/widgets');
  });

  test('a combobox is worked with the keyboard alone, and searches without diacritics here and on the server', async () => {
    const { page } = await open('/widgets');
    for (const name of ['Tìm ở đây', 'Tìm ở máy chủ']) {
      const box = page.getByRole('combobox', { name }).first();
      await box.focus();
      expect(await box.getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.type('kinh te');
      const options = page.getByRole('listbox').getByRole('option');
      await expect.poll(() => options.allInnerTexts()).toEqual([expect.stringContaining('Phòng Kinh tế')]);
      await page.keyboard.press('Enter');
      expect(await box.inputValue()).toBe('Phòng Kinh tế, Hạ tầng và Đô thị');
      await page.keyboard.type('gì đó khác');
      await page.keyboard.press('Escape');
      expect(await box.inputValue()).toBe('Phòng Kinh tế, Hạ tầng và Đô thị');
      await box.fill('');
      await page.keyboard.press('Tab');
      expect(await box.inputValue()).toBe('');
    }
    const always = page.getByRole('combobox', { name: 'Không bỏ được' });
    const chosen = page.getByRole('combobox', { name: 'Tìm ở đây' }).first();
    await chosen.click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const value = await chosen.inputValue();
    expect(value).toBe('Phòng Kinh tế, Hạ tầng và Đô thị');
    await always.fill('');
    await page.keyboard.press('Tab');
    expect(await always.inputValue()).toBe(value);
  });

  test('a menu is walked through with arrow keys and gives the focus back', async () => {
    const { page } = await open('/widgets');
    const button = page.getByRole('button', { name: 'Thao tác khác' });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('In');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Mở tài liệu');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Đã chọn: In' }).waitFor();
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
