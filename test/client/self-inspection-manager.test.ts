import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeCheck, scrollsSideways } from '../support/browser.js';
import { useServer } from '../support/server.js';
import { openPage, useVisitors } from '../support/visitor.js';
import { formIdOf } from '../api/self-inspection/fixtures.js';

const it = useServer();
const visitors = useVisitors(it);

describe('the quality manager', () => {
  test('finds the forms of one office on a phone and puts the worst first', async () => {
    const manager = await visitors.page('phunb.bt', 'phone');
    await openPage(manager, '/inspections');
    await manager.getByRole('button', { name: 'Lọc' }).click();
    await expect.poll(() => manager.getByLabel('Đơn vị', { exact: true }).locator('option').count()).toBe(6);
    await manager.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'Phòng Kinh tế, Hạ tầng và Đô thị' });
    await manager.getByLabel('Sắp xếp theo').selectOption({ label: 'Điểm, tăng dần' });
    await manager.waitForURL(/sort=score/);
    const rows = manager.locator('tbody tr');
    await expect
      .poll(async () => (await rows.allInnerTexts()).every((text) => text.includes('Phòng Kinh tế')))
      .toBe(true);
    const scores = async () =>
      (await rows.locator('strong').allInnerTexts()).map((text) => Number.parseFloat(text.replace(',', '.')));
    await expect
      .poll(async () => (await scores()).every((score, at, all) => at === 0 || all[at - 1]! <= score))
      .toBe(true);
    expect(await axeCheck(manager)).toEqual([]);
  });

  test('of the lead agency finds the forms of one office among those of all wards by typing', async () => {
    const manager = await visitors.page('kiennn.khcn');
    await openPage(manager, '/inspections');
    await manager.getByRole('combobox', { name: 'Đơn vị' }).fill('kinh te nguyet thuy');
    await manager.getByRole('option', { name: /^Phòng Kinh tế.*Phường Nguyệt Thủy$/ }).click();
    await manager.waitForURL(/unit=/);
    await expect
      .poll(async () =>
        (await manager.locator('tbody th').allInnerTexts()).every(
          (text) => text === 'Phòng Kinh tế, Hạ tầng và Đô thị, Phường Nguyệt Thủy',
        ),
      )
      .toBe(true);
    expect(await axeCheck(manager)).toEqual([]);
  });

  test('pages the overview back to older periods and forward again', async () => {
    const manager = await visitors.page('phunb.bt', 'phone');
    await openPage(manager, '/inspections/overview');
    const shown = () => manager.getByText(/^Từ \d/).innerText();
    const newest = await shown();
    await expect.poll(() => manager.getByRole('button', { name: 'Mới hơn' }).isDisabled()).toBe(true);
    await manager.getByRole('button', { name: 'Cũ hơn' }).click();
    await manager.waitForURL(/until=/);
    await expect.poll(shown).not.toBe(newest);
    await expect.poll(() => manager.getByRole('region').getByRole('link').count()).toBeGreaterThan(0);
    expect(await axeCheck(manager)).toEqual([]);
    expect(await scrollsSideways(manager)).toBe(false);
    await manager.getByRole('button', { name: 'Mới hơn' }).click();
    await manager.waitForURL((address) => !address.search.includes('until='));
    await expect.poll(shown).toBe(newest);
  });

  test('bug: a long form was printed without its answers, which are folded on the screen', async () => {
    const page = await visitors.page('phunb.bt', 'desk');
    await openPage(page, `/inspections/${await formIdOf(it, 'LH-BT-HC', 'MONTHLY', 'ACCEPTED')}`);
    const note = page.locator('details article').first();
    await note.waitFor({ state: 'attached' });
    expect(await note.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.locator('details summary').evaluateAll((all) => all.every((each) => each.checkVisibility())),
    ).toBe(true);
    expect(
      await page
        .locator('details article')
        .evaluateAll(
          (all) => all.length > 20 && all.every((each) => each.checkVisibility({ contentVisibilityAuto: true })),
        ),
    ).toBe(true);
  });

  test('returns a form with a reason on a question, and the head finds it marked', async () => {
    const manager = await visitors.page('phunb.bt');
    const id = await formIdOf(it, 'LH-BT-VX', 'WEEKLY', 'SUBMITTED').catch(() =>
      formIdOf(it, 'LH-BT', 'WEEKLY', 'SUBMITTED'),
    );
    await openPage(manager, `/inspections/${id}`);
    await manager.getByRole('button', { name: 'Trả lại' }).click();
    const dialog = manager.getByRole('dialog', { name: 'Trả lại phiếu' });
    await dialog.getByRole('checkbox', { name: /^C01/ }).check();
    await dialog.getByLabel('Câu C01: cần sửa gì?').fill('Ghi rõ ngày lấy số liệu từ hệ thống');
    await dialog.getByLabel('Lý do chung').fill('Số liệu chưa đối chiếu được với hệ thống');
    expect(await axeCheck(manager)).toEqual([]);
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await manager.getByText('Bị trả lại').first().waitFor();
    await manager.getByText('Ghi rõ ngày lấy số liệu từ hệ thống').first().waitFor();
  });

  test('bug: a draft that was saved elsewhere meanwhile was written over by the second click', async () => {
    const [office, home] = [await visitors.page('phunb.bt'), await visitors.page('phunb.bt', 'phone')];
    const [draft] = await it.sql<{ id: string }>(
      `
        select v.id from inspection_template_version v join inspection_template t on t.id = v.template_id
        where t.code = 'CUOI-NGAY' and v.state = 'DRAFT'`,
    );
    await Promise.all([
      openPage(office, `/inspections/templates/${draft!.id}`),
      openPage(home, `/inspections/templates/${draft!.id}`),
    ]);
    const first = (page: Page) => page.getByRole('button', { name: /^Sửa câu / }).first();
    const word = async (page: Page, text: string) => {
      await first(page).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Nội dung cần đạt').fill(text);
      await dialog.getByRole('button', { name: 'Xong' }).click();
    };
    const send = (page: Page) => page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    const kept = () =>
      it.sql<{ text: string }>(
        'select text from inspection_question where template_version_id = $1 order by position limit 1',
        draft!.id,
      );
    const before = (await kept())[0]!.text;
    await word(office, 'Quầy gọn gàng, viết ở phòng làm việc');
    await word(home, 'Quầy gọn gàng, viết ở nhà');
    await send(office);
    await office.getByText('Đã lưu dự thảo.').waitFor();
    await send(home);
    const asked = home.getByText('Nội dung này vừa được lưu ở nơi khác');
    await asked.waitFor();
    await home.getByText('Quầy gọn gàng, viết ở phòng làm việc').first().waitFor();
    expect(await axeCheck(home)).toEqual([]);
    expect(await scrollsSideways(home)).toBe(false);
    await send(home);
    expect(await kept()).toEqual([{ text: 'Quầy gọn gàng, viết ở phòng làm việc' }]);
    await home.getByRole('button', { name: 'Giữ phần tôi gõ, sẽ ghi lên bản mới' }).click();
    await send(home);
    await home.getByText('Đã lưu dự thảo.').waitFor();
    expect(await kept()).toEqual([{ text: 'Quầy gọn gàng, viết ở nhà' }]);
    await word(home, before);
    await send(home);
    await expect.poll(kept).toEqual([{ text: before }]);
  });

  test('writes a question into a draft and publishes the template', async () => {
    const manager = await visitors.page('phunb.bt');
    await openPage(manager, '/inspections/templates');
    await manager.getByRole('link', { name: 'Sửa dự thảo' }).click();
    await manager.getByRole('button', { name: 'Thêm câu hỏi' }).click();
    const dialog = manager.getByRole('dialog', { name: 'Câu hỏi mới' });
    await dialog.getByLabel('Mã câu').fill('X01');
    await dialog.getByLabel('Nội dung cần đạt').fill('Số hồ sơ tồn cuối tuần tại quầy');
    await dialog.getByLabel('Cách trả lời').selectOption('NUMBER');
    await dialog.getByLabel('Câu trả lời đạt').fill('98');
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await dialog
      .getByText(/ví dụ >=98 hoặc <=0/)
      .last()
      .waitFor();
    await dialog.getByLabel('Câu trả lời đạt').fill('<=5');
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await manager.getByText('Có thay đổi chưa lưu').waitFor();
    await manager.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await manager.getByText('Đã lưu dự thảo.').waitFor();
    await manager.getByRole('button', { name: 'Ban hành' }).click();
    await manager.getByRole('dialog', { name: 'Ban hành mẫu này?' }).getByRole('button', { name: 'Ban hành' }).click();
    await manager
      .getByText(/Đang dùng/)
      .first()
      .waitFor();
    expect(
      await it.sql(`
        select v.state, count(q.id)::int as questions from inspection_template t
        join inspection_template_version v on v.template_id = t.id
      join inspection_question q on q.template_version_id = v.id where t.code = 'CUOI-NGAY' group by 1`),
    ).toEqual([{ state: 'PUBLISHED', questions: 5 }]);
  });
});
