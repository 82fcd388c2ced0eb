import type { Browser, Page } from 'playwright-core';
import { newContext, type sizes } from './browser.js';
import { startOfTests } from './clock.js';
import { samplePassword } from './server.js';

/**
 * A page of somebody who has signed in as people do. Its clock runs, an hour behind that of the
 * server's tests, so that what is done in it has happened.
 */
export async function signInPage(
  browser: Browser,
  url: string,
  userName: string,
  size: keyof typeof sizes = 'desk',
): Promise<Page> {
  const context = await newContext(browser, { size, baseURL: url });
  await context.clock.install({ time: new Date(startOfTests.getTime() - 3_600_000) });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(samplePassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((address) => !address.pathname.includes('sign-in'));
  return page;
}

/** Goes to an address and waits until its heading stands and nothing is being read. */
export async function openPage(page: Page, address: string, heading: RegExp | string = /./): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForLoadState('networkidle');
}
