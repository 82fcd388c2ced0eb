import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumProgram } from './chromium.ts';

/** The two sizes every screen is looked at in: an office screen and a cheap phone. */
export const sizes = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

/** A name by which the browser reaches this machine as it would an office's server without HTTPS. */
export const officeHost = 'soat.test';

/** Starts the Chromium of the npm package. */
async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumProgram(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // Fewer processes: each costs time to start and to talk to.
      '--in-process-gpu',
      '--enable-features=NetworkServiceInProcess2',
      '--font-render-hinting=none',
      `--host-resolver-rules=MAP ${officeHost} 127.0.0.1`,
    ],
  });
}

let running: Promise<Browser> | undefined;

/** What a context may differ in. */
export interface ContextOptions {
  size?: keyof typeof sizes;
  theme?: 'light' | 'dark';
  /** Address that relative paths of `page.goto` start from. */
  baseURL?: string;
}

/**
 * A fresh visitor: nothing stored, Vietnamese, in Asia/Ho_Chi_Minh. All test files of a worker share one browser,
 * which ends with the worker. The limit of time only ends a run that hangs.
 */
export async function newContext({
  size = 'desk',
  theme = 'light',
  baseURL,
}: ContextOptions = {}): Promise<BrowserContext> {
  running ??= launchBrowser();
  const context = await (
    await running
  ).newContext({
    viewport: sizes[size],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: theme,
    reducedMotion: 'reduce',
    ...(size === 'phone' && { isMobile: true, hasTouch: true, deviceScaleFactor: 2 }),
    ...(baseURL && { baseURL }),
  });
  context.setDefaultTimeout(60_000);
  return context;
}

/** Ends the browser before its process ends. */
export async function closeBrowser(): Promise<void> {
  await (await running)?.close();
  running = undefined;
}

/** One thing that keeps people out: the rule, how bad, and where. */
export interface AccessFault {
  rule: string;
  impact: string;
  help: string;
  where: string[];
}

/**
 * The serious and critical faults that axe finds on the page as it stands (WCAG 2.2 AA).
 * Our pages have no frames, so no second page is opened for them.
 * What floats above the page is laid into it meanwhile: scrolling brings out whatever it happens to cover.
 */
export async function axeCheck(page: Page): Promise<AccessFault[]> {
  const laid = await page.addStyleTag({ content: '[data-floats] { position: static !important }' });
  // Half a megabyte of script stays on a page once it is there, and only what is wrong is reported.
  const isThere = await page.evaluate(() => 'axe' in window);
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) });
  const { violations } = await builder
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  await laid.evaluate((style) => (style as Element).remove());
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => ({
      rule: violation.id,
      impact: violation.impact ?? '',
      help: violation.help,
      where: violation.nodes
        .slice(0, 5)
        .map((node) => `${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
    }));
}

/** Whether the page scrolls sideways, which it must not, down to 320 px. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Waits until this browser keeps what was typed: it does so a moment after the last key. */
export async function kept(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (typed) => Object.values(localStorage).some((value) => String(value).includes(typed)),
    text,
  );
}
