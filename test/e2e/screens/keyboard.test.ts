import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { openPage, useVisitors } from '../../support/visitor.js';

const it = useServer();
const visitors = useVisitors(it);

describe('with the keyboard alone', () => {
  test('the skip link leads to the content, and Tab to the main action', async () => {
    const page = await visitors.page('phunb.bt');
    await openPage(page, '/nonconformities');
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
  });

  test('a dialog takes the focus, keeps it, closes with Escape and gives it back', async () => {
    const [{ address }] = (await it.sql<{ address: string }>(
      `
        select '/nonconformities/' || n.id as address from nonconformity n join unit u on u.id = n.authority_id
        and u.code = 'LH-BT' where n.state = 'ISSUED' limit 1`,
    )) as [{ address: string }];
    const page = await visitors.page('thuybp.bt');
    await openPage(page, address);
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
  });
});
