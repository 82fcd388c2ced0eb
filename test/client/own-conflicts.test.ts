import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { axeCheck, scrollsSideways } from '../support/browser.js';
import { useServer } from '../support/server.js';
import { useVisitors } from '../support/visitor.js';

const it = useServer({ dataDir: mkdtempSync(path.join(tmpdir(), 'soat-conflicts-')) });
const visitors = useVisitors(it);

test('an auditor declares a conflict of interest on the own page, on a phone, and withdraws it', async () => {
  const page = await visitors.page('ngandk.bt', 'phone');
  const [own] = await it.sql<{ person_id: string }>('select person_id from account where user_name = $1', 'ngandk.bt');
  await page.goto(`/organization/people/${own!.person_id}`);
  await page.getByRole('button', { name: 'Khai xung đột lợi ích' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('nguyet thuy');
  await page
    .getByRole('option', { name: /Phường Nguyệt Thủy/ })
    .first()
    .click();
  await dialog.getByLabel('Lý do').fill('Là anh rể của công chức một cửa từ năm 2019');
  await dialog.getByRole('button', { name: 'Khai xung đột lợi ích' }).click();
  const declared = page.getByRole('article', { name: 'Phường Nguyệt Thủy' });
  await declared.getByText('Đang có hiệu lực').waitFor();
  expect(await axeCheck(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await declared.getByRole('button', { name: 'Rút bản khai' }).click();
  await dialog.getByLabel('Lý do').fill('Người thân đã chuyển công tác');
  await dialog.getByRole('button', { name: 'Rút bản khai' }).click();
  await declared.getByText('Đã rút').waitFor();
});
