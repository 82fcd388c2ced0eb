import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useServer } from '../support/server.js';
import { openPage, useVisitors } from '../support/visitor.js';
import { formIdOf } from '../api/self-inspection/fixtures.js';

const it = useServer();
const visitors = useVisitors(it);

const card = (page: Page, code: string) => page.locator(`#question-${code}`);
const answer = (page: Page, code: string, choice: string) =>
  card(page, code).getByRole('radio', { name: choice, exact: true }).check();
const answersOf = (id: string) =>
  it.sql('select question_code, status from inspection_answer where inspection_id = $1 order by 1', id);

test('bug: of two tabs without a connection the one that was closed last wrote over what the other one kept', async () => {
  const one = await visitors.page('quandh.ds', 'phone');
  const id = await formIdOf(it, 'LH-DS', 'WEEKLY', 'DUE');
  await openPage(one, `/inspections/${id}`);
  await one.getByRole('button', { name: 'Bắt đầu' }).click();
  await card(one, 'N04').waitFor();
  const other = await one.context().newPage();
  await openPage(other, `/inspections/${id}`);
  await one.context().setOffline(true);
  await answer(one, 'N04', 'Chưa đạt');
  await card(one, 'N04').getByLabel('Chưa đạt ở chỗ nào?').fill('Giao ban dành cho phòng chống bão');
  await answer(other, 'F01', 'Đạt');
  await answer(other, 'N04', 'Đạt');
  for (const page of [other, one]) await page.getByText('Chưa gửi được, đang giữ trên máy').first().waitFor();
  for (const page of [other, one]) await page.close();
  await one.context().setOffline(false);
  const later = await one.context().newPage();
  await openPage(later, `/inspections/${id}`);
  await later.getByText('Đã lưu', { exact: true }).waitFor();
  await expect
    .poll(() => answersOf(id))
    .toEqual([
      { question_code: 'F01', status: 'GOOD' },
      { question_code: 'N04', status: 'GOOD' },
    ]);
  const drafts = () => later.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('inspection:')));
  await expect.poll(drafts).toEqual([]);
});
