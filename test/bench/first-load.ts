import { gzipSync } from 'node:zlib';
import { closeBrowser, newContext } from '../support/browser.ts';
import type { Figure } from './report.ts';

/** Script that a browser loads for the first page of someone who is signed in, gzip-compressed. */
export async function measureFirstLoad(
  url: string,
  account: { userName: string; password: string },
): Promise<Figure[]> {
  try {
    const page = await (await newContext({ baseURL: url })).newPage();
    const sizes = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      const size = response.body().then((body) => gzipSync(body).length);
      size.catch(() => {}); // looked at below
      sizes.set(response.url(), size);
    });
    await page.goto('/sign-in');
    await page.waitForLoadState('networkidle');
    const signIn = await total(sizes);
    await page.fill('input[autocomplete=username]', account.userName);
    await page.fill('input[type=password]', account.password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('main#main h1, main h1:has-text("Việc của tôi")');
    await page.waitForURL((address) => !address.pathname.includes('sign-in'));
    await page.waitForLoadState('networkidle');
    return [
      { what: 'script until the sign-in page shows', value: signIn / 1024, unit: 'kB gzip', atMost: 100 },
      { what: 'script until my work shows', value: (await total(sizes)) / 1024, unit: 'kB gzip', atMost: 100 },
    ];
  } finally {
    await closeBrowser();
  }
}

const total = async (sizes: Map<string, Promise<number>>) =>
  (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
