import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeCheck, officeHost, scrollsSideways } from '../support/browser.js';
import { samplePassword, useServer } from '../support/server.js';
import { openPage, passes, useVisitors } from '../support/visitor.js';
import { formIdOf } from '../api/self-inspection/fixtures.js';

const it = useServer();
const visitors = useVisitors(it);

const card = (page: Page, code: string) => page.locator(`#question-${code}`);
const answer = (page: Page, code: string, choice: string) =>
  card(page, code).getByRole('radio', { name: choice, exact: true }).check();
const number = async (page: Page, code: string, value: string, note?: string) => {
  await card(page, code).getByRole('textbox').first().fill(value);
  await page.keyboard.press('Tab');
  if (note)
    await card(page, code)
      .getByLabel(/Ghi chú|Chưa đạt ở/)
      .fill(note);
};
const saved = (page: Page) => page.getByText('Đã lưu', { exact: true }).waitFor();
const answersOf = (id: string) =>
  it.sql<{ question_code: string; status: string }>(
    'select question_code, status from inspection_answer where inspection_id = $1 order by 1',
    id,
  );

/** A form on a phone whose question A01 is answered and may carry photos. */
async function withPhotoQuestion(server = it.server.url): Promise<{ page: Page; id: string }> {
  const page = await visitors.page('phund.bt', 'phone', { baseURL: server });
  const id = await formIdOf(it, 'LH-BT-VP', 'MONTHLY', 'IN_PROGRESS');
  await openPage(page, `/inspections/${id}`);
  await answer(page, 'A01', 'Đạt');
  await saved(page);
  return { page, id };
}

let photosTaken = 0;

/** No two photos of a test are the same: bytes after the end of a PNG do not show. */
async function takePhoto(page: Page, code: string, name: string): Promise<void> {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const buffer = Buffer.concat([picture, Buffer.from([(photosTaken += 1)])]);
  await card(page, code).locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
}

const unsent = (page: Page, code: string) =>
  card(page, code).getByText('Ảnh được giữ trên máy này và tự gửi khi có mạng.').waitFor();
/** The uploads of that name, each with the answer of the form that carries it. */
const photosOf = (id: string, name: string) =>
  it.sql(
    `select (
      select x.question_code from inspection_answer x join attachment_link l on l.subject_id = x.id
      where x.inspection_id = $1 and l.attachment_id = a.id) as in_answer
    from attachment a where a.name = $2`,
    id,
    name,
  );
/** How many files this browser keeps. */
const keptOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const asked = indexedDB.open('soat.files');
        asked.onsuccess = () => {
          const count = asked.result.transaction('files').objectStore('files').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );

describe('a weekly form on a phone', () => {
  test('is filled in, a failing answer becomes a nonconformity, and it is signed and submitted', async () => {
    const page = await visitors.page('thuybp.bt', 'phone');
    await openPage(page, '/inspections');
    await page
      .getByRole('link', { name: /Phiếu tự kiểm tra tuần.*Tuần 48/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    const id = page.url().split('/').at(-1)!;
    await card(page, 'C01').waitFor();

    await number(page, 'C01', '97,5', 'Hai hồ sơ đất đai quá hạn trong tuần');
    await answer(page, 'C04', 'Đạt');
    await card(page, 'C04').getByLabel('Mã hồ sơ đã xem').fill('H29.36-261118-0012, H29.36-261119-0044');
    await answer(page, 'D01', 'Đạt');
    await card(page, 'D01').getByLabel('Mã hồ sơ đã xem').fill('H29.36-261118-0012');
    await number(page, 'C01', '100');
    await card(page, 'C04').waitFor({ state: 'detached' });
    await saved(page);

    await answer(page, 'C03', 'Chưa đạt');
    await card(page, 'C03').getByLabel('Chưa đạt ở chỗ nào?').fill('Bốn hồ sơ đến hạn chưa giao người xử lý');
    await saved(page);
    expect(await axeCheck(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await card(page, 'C03').getByRole('button', { name: 'Lập phiếu KPH' }).click();
    const sheet = page.getByRole('dialog', { name: /Lập phiếu KPH từ câu C03/ });
    await expect
      .poll(() => sheet.getByLabel('Bằng chứng').inputValue())
      .toBe('Bốn hồ sơ đến hạn chưa giao người xử lý');
    expect(await axeCheck(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Lập phiếu KPH' }).click();
    await card(page, 'C03')
      .getByRole('link', { name: /Mở phiếu KPH-2026-\d{3}/ })
      .waitFor();
    expect(await it.sql(`select source, severity from nonconformity where source_record_id = $1`, id)).toEqual([
      { source: 'SELF_INSPECTION', severity: 'MINOR' },
    ]);

    await page.getByText(/Còn \d+ chỗ cần làm/).waitFor();
    await page.getByRole('button', { name: /Hãy trả lời câu N04/ }).click();
    await answer(page, 'N04', 'Đạt');
    await number(page, 'C09', '0', 'Đã xem danh sách');
    await number(page, 'B10', '0', 'Đã xem danh sách');
    await card(page, 'B01').getByRole('button', { name: 'Cả 5 mẫu đều đạt' }).click();
    await card(page, 'B01').getByLabel('Mã hồ sơ đã xem').fill('H29.36-261120-0007');
    await answer(page, 'B02', 'Đạt');
    await card(page, 'B02').getByLabel('Ghi chú').fill('Đã kiểm đếm trên bàn');
    await answer(page, 'F01', 'Đạt');
    await number(page, 'F02', '0', 'Không có');
    await card(page, 'M02').getByRole('button', { name: 'Không áp dụng' }).click();
    await saved(page);

    await page.getByRole('button', { name: 'Ký gửi' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ký gửi' });
    await dialog.getByLabel(/Nhập lại mật khẩu/).fill(samplePassword);
    await dialog.getByRole('button', { name: 'Ký gửi' }).click();
    await page.getByRole('heading', { name: 'Kết quả', exact: true }).waitFor();
    await page.getByRole('link', { name: /Mở phiếu KPH-2026-/ }).waitFor();
    expect(await it.sql(`select state, failed from inspection where id = $1`, id)).toEqual([
      { state: 'SUBMITTED', failed: ['C03'] },
    ]);
  });

  test('what is answered without a connection stays on the phone and is sent when it is back', async () => {
    const page = await visitors.page('datpv.nt', 'phone');
    const id = await formIdOf(it, 'LH-NT', 'WEEKLY', 'DUE');
    await openPage(page, `/inspections/${id}`);
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await card(page, 'N04').waitFor();
    await page.context().setOffline(true);
    await answer(page, 'N04', 'Chưa đạt');
    await card(page, 'N04').getByLabel('Chưa đạt ở chỗ nào?').fill('Giao ban dành cho phòng chống bão');
    await page.getByText('Chưa gửi được, đang giữ trên máy').first().waitFor();
    expect(await answersOf(id)).toEqual([]);
    await page.context().setOffline(false);
    await saved(page);
    expect(await answersOf(id)).toEqual([{ question_code: 'N04', status: 'BAD' }]);

    await page.context().setOffline(true);
    await answer(page, 'F01', 'Đạt');
    await page.getByText('Chưa gửi được, đang giữ trên máy').first().waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await card(page, 'F01').getByRole('radio', { name: 'Đạt', exact: true }).waitFor();
    await expect.poll(() => card(page, 'F01').getByRole('radio', { name: 'Đạt', exact: true }).isChecked()).toBe(true);
    await saved(page);
    await expect
      .poll(async () => (await answersOf(id)).map(({ question_code }) => question_code))
      .toEqual(['F01', 'N04']);
  });

  test('a photo taken without a connection stays on the phone, holds the form back, and is sent once when the connection is back', async () => {
    const { page, id } = await withPhotoQuestion();
    await page.context().setOffline(true);
    await takePhoto(page, 'A01', 'so-tay.png');
    await unsent(page, 'A01');
    await page.getByText('Còn 1 ảnh chưa gửi được lên máy chủ.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Ký gửi' }).isDisabled()).toBe(true);
    expect(await axeCheck(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await photosOf(id, 'so-tay.png')).toEqual([]);
    await page.context().setOffline(false);
    await card(page, 'A01').getByText('Chưa gửi', { exact: true }).waitFor({ state: 'detached' });
    await card(page, 'A01').getByRole('img', { name: 'so-tay.png' }).waitFor();
    await saved(page);
    expect(await photosOf(id, 'so-tay.png')).toEqual([{ in_answer: 'A01' }]);
    expect(await keptOn(page)).toBe(0);
  });

  test('a photo is sent to a server of the office that has no HTTPS', async () => {
    const { page, id } = await withPhotoQuestion(it.server.url.replace('127.0.0.1', officeHost));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await takePhoto(page, 'A01', 'quay-so-1.png');
    await expect.poll(() => photosOf(id, 'quay-so-1.png')).toEqual([{ in_answer: 'A01' }]);
  });

  test('a photo that did not get through is sent when the form is opened again, though no connection was lost', async () => {
    const { page, id } = await withPhotoQuestion();
    await page.route('**/attachments/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await takePhoto(page, 'A01', 'ke-tai-lieu.png');
    await unsent(page, 'A01');
    await openPage(page, '/inspections');
    expect(await keptOn(page)).toBe(1);
    await page.unroute('**/attachments/*');
    await openPage(page, `/inspections/${id}`);
    await card(page, 'A01').getByRole('img', { name: 'ke-tai-lieu.png' }).waitFor();
    await saved(page);
    await expect.poll(() => photosOf(id, 'ke-tai-lieu.png')).toEqual([{ in_answer: 'A01' }]);
    expect(await keptOn(page)).toBe(0);
  });

  test('a photo whose receipt got lost is sent again and is there once; one that is taken back is not sent', async () => {
    const { page, id } = await withPhotoQuestion();
    let lost = 0;
    await page.route('**/attachments/*', async (route) => {
      if (route.request().method() !== 'PUT' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await takePhoto(page, 'A01', 'bien-ban.png');
    await unsent(page, 'A01');
    expect(await photosOf(id, 'bien-ban.png')).toEqual([{ in_answer: null }]);
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await saved(page);
    expect(await photosOf(id, 'bien-ban.png')).toEqual([{ in_answer: 'A01' }]);

    await page.context().setOffline(true);
    await takePhoto(page, 'A01', 'nham.png');
    await unsent(page, 'A01');
    await card(page, 'A01').getByRole('button', { name: 'Bỏ ảnh nham.png' }).click();
    await card(page, 'A01').getByText('Chưa gửi', { exact: true }).waitFor({ state: 'detached' });
    await page.context().setOffline(false);
    await page.reload();
    await card(page, 'A01').getByRole('img', { name: 'bien-ban.png' }).waitFor();
    await passes(page, 60_000);
    expect(await photosOf(id, 'nham.png')).toEqual([]);
  });

  test('a photo that the server refuses is not tried again, and the page says why', async () => {
    const { page, id } = await withPhotoQuestion();
    await card(page, 'A01')
      .locator('input[type=file]')
      .setInputFiles({ name: 'hong.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await card(page, 'A01').getByText('Nội dung tệp không đúng với loại tệp').waitFor();
    expect(await keptOn(page)).toBe(0);
    expect(await photosOf(id, 'hong.png')).toEqual([]);
  });

  test('a photo comes with the answer and is seen by the quality manager', async () => {
    const { page, id } = await withPhotoQuestion();
    await takePhoto(page, 'A01', 'bang-niem-yet.png');
    await card(page, 'A01').getByRole('img', { name: 'bang-niem-yet.png' }).waitFor();
    await saved(page);
    const { inspection } = await (
      await it.as('phunb.bt')
    ).ask(`query ($id: ID!) { inspection(id: $id) { answers { questionCode attachments { name } } } }`, { id });
    expect(inspection.answers.find(({ questionCode }: any) => questionCode === 'A01').attachments).toContainEqual({
      name: 'bang-niem-yet.png',
    });
  });
});
