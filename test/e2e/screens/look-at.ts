import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { axeCheck, scrollsSideways, sizes } from '../../support/browser.js';
import { useServer } from '../../support/server.js';
import { screensOf, type ScreenGroup } from '../../support/screens.js';
import { openPage, useVisitors } from '../../support/visitor.js';

/** A code of the program that nobody should read, such as PLAN_APPROVED. */
const rawCode = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;
/** Letters that only Vietnamese has. */
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/**
 * Looks once at each screen of some parts of the client,
 * in both widths, themes and, where `inEnglish` says so, in English.
 */
export async function lookAt(parts: readonly ScreenGroup[], inEnglish: RegExp): Promise<void> {
  const it = useServer();
  const visitors = useVisitors(it);
  const screens = await screensOf(...parts);
  const pages = new Map<string, { page: Page; complaints: string[] }>();
  beforeAll(async () => {
    for (const who of new Set(screens.map((screen) => screen.who))) {
      const page = await visitors.page(who);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      pages.set(who, { page, complaints });
    }
  });

  test.each(screens.map((screen, index) => ({ ...screen, index })))(
    '$name as $who can be used by everybody, wide and narrow, light and dark, and shows no code',
    async ({ name, address, who, index }) => {
      const { page, complaints } = pages.get(who)!;
      await page.setViewportSize(sizes.desk);
      await openPage(page, address);
      const codes = (await page.locator('body').innerText()).match(rawCode) ?? [];
      const looks = [];
      for (const size of ['desk', 'phone'] as const) {
        // One screen is light when wide and dark when narrow, the next one the other way round.
        await page.emulateMedia({ colorScheme: (index % 2 === 0) === (size === 'desk') ? 'light' : 'dark' });
        await page.setViewportSize(sizes[size]);
        looks.push({ size, sideways: await scrollsSideways(page), axe: await axeCheck(page) });
      }
      expect({ name, codes, complaints: complaints.splice(0), looks }).toEqual({
        name,
        codes: [],
        complaints: [],
        looks: [
          { size: 'desk', sideways: false, axe: [] },
          { size: 'phone', sideways: false, axe: [] },
        ],
      });
    },
  );

  test.each(screens.filter(({ name }) => inEnglish.test(name)))(
    '$name as $who holds no Vietnamese in navigation and buttons with the English switch',
    async ({ address, who }) => {
      const { page } = pages.get(who)!;
      await page.setViewportSize(sizes.desk);
      await page.evaluate(() => localStorage.setItem('soat.language', 'en'));
      await openPage(page, address);
      const words = await page
        .locator('nav a, main button, main th[scope=col], [role=tab], h1 + *')
        .evaluateAll((all) =>
          all
            .filter((each) => !each.closest('li, tbody, [data-name]') || each.closest('nav'))
            .map((each) => (each as HTMLElement).innerText),
        );
      expect(words.length).toBeGreaterThan(5);
      expect(words.filter((text) => vietnamese.test(text))).toEqual([]);
    },
  );
}
