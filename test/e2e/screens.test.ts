import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeCheck, launchBrowser, newContext, scrollsSideways, sizes } from '../support/browser.js';
import { useServer } from '../support/server.js';
import { everyScreen, type Screen } from '../support/screens.js';
import { settled } from '../support/visitor.js';

const it = useServer();
let browser: Browser;
let screens: Screen[];
beforeAll(async () => {
  browser = await launchBrowser();
  screens = await everyScreen(it);
});
afterAll(() => browser.close());

/** Letters that only Vietnamese has. */
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
/** A code of the program that nobody should read, such as PLAN_APPROVED. */
const rawCode = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;

/** A browser with the person of each screen signed in, and what it complains of. */
async function at(
  language = 'vi',
): Promise<{ open(screen: Screen): Promise<Page>; complaints: string[]; close(): Promise<void> }> {
  const context: BrowserContext = await newContext(browser, { baseURL: it.server.url });
  await context.clock.setFixedTime(it.clock.now());
  await context.addInitScript((chosen) => localStorage.setItem('soat.language', chosen), language);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return {
    complaints,
    close: () => context.close(),
    async open({ address, who }) {
      const [name, value] = (await it.as(who)).cookie.split('=');
      await context.addCookies([{ name: name!, value: value!, url: it.server.url }]);
      await page.setViewportSize(sizes.desk);
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      return page;
    },
  };
}

test('every route of the client is among the screens', () => {
  const client = path.resolve(import.meta.dirname, '../../client');
  const modules = readdirSync(client)
    .map((module) => path.join(client, module, 'index.ts'))
    .filter((file) => existsSync(file));
  const routes = modules.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\{ path: '([^']+)', component/g)].map(([, route]) => route!),
  );
  const isShown = (route: string) =>
    screens.some(({ address }) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/?]+')}(\\?|$)`).test(address));
  expect(routes.length).toBeGreaterThan(40);
  expect(routes.filter((route) => !isShown(route))).toEqual(['/sign-in']);
});

test('every screen can be used by everybody, wide and narrow, light and dark, and shows no code', async () => {
  const visit = await at();
  const faults: object[] = [];
  for (const [index, screen] of screens.entries()) {
    const page = await visit.open(screen);
    const codes = (await page.locator('body').innerText()).match(rawCode) ?? [];
    const looks = [];
    for (const size of ['desk', 'phone'] as const) {
      // One screen is light when wide and dark when narrow, the next one the other way round.
      await page.emulateMedia({ colorScheme: (index % 2 === 0) === (size === 'desk') ? 'light' : 'dark' });
      await page.setViewportSize(sizes[size]);
      looks.push({ sideways: await scrollsSideways(page), axe: await axeCheck(page) });
    }
    const complaints = visit.complaints.splice(0);
    if (codes.length + complaints.length > 0 || looks.some(({ sideways, axe }) => sideways || axe.length > 0))
      faults.push({ ...screen, codes, complaints, looks });
  }
  expect(faults).toEqual([]);
  await visit.close();
});

test('with the English switch, navigation and buttons hold no Vietnamese', async () => {
  const visit = await at('en');
  const sample = [
    '/',
    '/documents',
    '/procedures',
    '/nonconformities',
    '/nonconformities/new',
    '/inspections',
    '/inspections/schedules',
    '/audits',
    '/audits/rounds/new',
  ];
  const left: string[] = [];
  for (const screen of screens.filter(
    ({ address }) =>
      sample.includes(address) || /^\/audits\/[0-9a-f-]{36}$|^\/nonconformities\/[0-9a-f-]{36}$/.test(address),
  )) {
    const page = await visit.open(screen);
    const words = await page
      .locator('nav a, main button, main th[scope=col], [role=tab], h1 + *')
      .evaluateAll((all) =>
        all
          .filter((each) => !each.closest('li, tbody, [data-name]') || each.closest('nav'))
          .map((each) => (each as HTMLElement).innerText),
      );
    left.push(...words.filter((text) => vietnamese.test(text)).map((text) => `${screen.address}: ${text}`));
  }
  expect(left).toEqual([]);
  await visit.close();
});

describe('with the keyboard alone', () => {
  test('the skip link leads to the content, and Tab to the main action', async () => {
    const visit = await at();
    const page = await visit.open({ address: '/nonconformities', who: 'phunb.bt' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    for (let presses = 0; presses < 3; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Báo cáo KPH') break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Báo cáo sự không phù hợp' }).waitFor();
    await visit.close();
  });

  test('a dialog takes the focus, keeps it, closes with Escape and gives it back', async () => {
    const visit = await at();
    const [{ address }] = (await it.sql<{ address: string }>(
      `select '/nonconformities/' || n.id as address from nonconformity n join unit u on u.id = n.authority_id and u.code = 'LH-BT' where n.state = 'ISSUED' limit 1`,
    )) as [{ address: string }];
    const page = await visit.open({ address, who: 'thuybp.bt' });
    const button = page.getByRole('button', { name: 'Không đồng ý' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        ),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await visit.close();
  });
});
