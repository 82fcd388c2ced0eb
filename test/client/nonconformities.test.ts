import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { axeCheck, kept, scrollsSideways, sizes } from '../support/browser.js';
import { useServer } from '../support/server.js';
import { target } from '../support/commands.js';
import { cameTo, nonconformityAfter, reported, who } from '../api/nonconformities/fixtures.js';
import { openPage, useVisitors } from '../support/visitor.js';

const it = useServer();
const visitors = useVisitors(it);

type Size = keyof typeof sizes;

async function expectFitForAll(page: Page): Promise<void> {
  expect(await axeCheck(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

/** A wide table is put in order by its heads, a narrow one by a choice above it; each has only the one way. */
const ordersByNumber = {
  async desk(page: Page) {
    await expect.poll(() => page.getByLabel('Sắp xếp theo').count()).toBe(0);
    await page.getByRole('button', { name: 'Số phiếu và nội dung' }).click();
  },
  async phone(page: Page) {
    await expect.poll(() => page.locator('thead button').count()).toBe(0);
    const order = page.getByLabel('Sắp xếp theo');
    await expect.poll(() => order.locator('option:checked').innerText()).toBe('Phát hành, giảm dần');
    await order.selectOption({ label: 'Số phiếu và nội dung, tăng dần' });
  },
};

const widths: Size[] = ['desk', 'phone'];

describe.each(widths)('nonconformities on a %s', (size) => {
  test('the register filters, counts and leads to a record', async () => {
    const page = await visitors.page(who.manager, size);
    await openPage(page, '/nonconformities');
    const all = await page.locator('tbody tr').count();
    await page.getByRole('button', { name: /^Đã đóng/ }).click();
    await page.waitForURL(/state=CLOSED/);
    await page.waitForFunction((before) => document.querySelectorAll('tbody tr').length < before, all);
    await expect.poll(() => page.locator('tbody tr').filter({ hasNotText: 'Đã đóng' }).count()).toBe(0);
    await page.locator('tbody th a').first().click();
    await page.getByRole('heading', { name: 'Quá trình xử lý' }).waitFor();
    await expect.poll(() => page.locator('main').innerText()).toContain('kết luận có hiệu lực; phiếu được đóng.');
  });

  test('the register is put in another order, which stands in the address', async () => {
    const page = await visitors.page(who.manager, size);
    await openPage(page, '/nonconformities');
    const numbers = () =>
      page.locator('tbody th').evaluateAll((cells) => cells.map((cell) => /KPH-\d+-\d+/.exec(cell.textContent)![0]));
    await ordersByNumber[size](page);
    await page.waitForURL(/sort=number/);
    const inOrder = async () => (await numbers()).every((number, at, all) => at === 0 || all[at - 1]! < number);
    await expect.poll(inOrder).toBe(true);
    await page.reload();
    await page.locator('tbody tr').first().waitFor();
    expect(await inOrder()).toBe(true);
  });

  test('one unit among many is found by typing, without diacritics and without a mouse', async () => {
    const page = await visitors.page(who.leadAgency, size);
    await openPage(page, '/nonconformities?view=all');
    if (size === 'phone') await page.getByRole('button', { name: 'Lọc' }).click();
    const unit = page.getByRole('combobox', { name: 'Đơn vị' });
    await unit.focus();
    await page.keyboard.type('nguyet thuy');
    await page.getByRole('option').first().waitFor();
    await expect
      .poll(() => page.getByRole('option').allInnerTexts())
      .toEqual(expect.arrayContaining([expect.stringContaining('Nguyệt Thủy')]));
    await expectFitForAll(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/unit=/);
    await page.getByRole('button', { name: 'Bỏ lọc: Đơn vị: Phường Nguyệt Thủy' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => unit.inputValue()).toBe('Phường Nguyệt Thủy');
    await unit.fill('');
    await page.keyboard.press('Tab');
    await page.waitForURL((address) => !address.search.includes('unit='));
  });

  test('the unit filter lists only what the viewer can see, the procedure filter is chosen by code', async () => {
    const page = await visitors.page(who.manager, size);
    await openPage(page, '/nonconformities?view=all');
    if (size === 'phone') await page.getByRole('button', { name: /^Lọc/ }).click();
    const choices = page.getByLabel('Đơn vị').locator('option');
    await expect.poll(() => choices.count()).toBeGreaterThan(1);
    const units = await choices.allInnerTexts();
    expect(units.slice(0, 2)).toEqual(['Tất cả', 'Phường Bạch Trúc']);
    expect(units.length).toBeLessThan(15);
    expect(units.join()).not.toContain('Nguyệt Thủy');
    const procedure = page.getByRole('combobox', { name: 'Quy trình' });
    await procedure.click();
    await procedure.fill('QT.ISO.02');
    await page.getByRole('option', { name: /^QT\.ISO\.02/ }).click();
    await page.waitForURL(/procedure=QT\.ISO\.02/);
    await page.getByRole('button', { name: /Bỏ lọc: Quy trình: QT\.ISO\.02/ }).waitFor();
    await expect.poll(() => page.locator('tbody tr').filter({ hasNotText: 'QT.ISO.02' }).count()).toBe(0);
    await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(0);
  });

  test('offices of one name say which authority they belong to, for the lead agency', async () => {
    const page = await visitors.page(who.leadAgency, size);
    await openPage(page, '/nonconformities?view=all');
    if (size === 'phone') await page.getByRole('button', { name: /^Lọc/ }).click();
    await page.getByRole('combobox', { name: 'Đơn vị' }).click();
    const choices = page.locator('[role=listbox] [role=option]');
    await expect.poll(() => choices.count()).toBeGreaterThan(12);
    const names = await choices.allInnerTexts();
    expect(new Set(names).size).toBe(names.length);
  });

  test('the source filter has its word above and what is chosen inside, like the others', async () => {
    const page = await visitors.page(who.manager, size);
    await openPage(page, '/nonconformities?view=all');
    if (size === 'phone') await page.getByRole('button', { name: /^Lọc/ }).click();
    const box = page.locator('details > summary').first();
    await expect.poll(() => box.innerText()).toBe('Tất cả');
    await box.click();
    await page.getByRole('checkbox', { name: 'Cuộc đánh giá' }).check();
    await page.waitForURL(/source=AUDIT/);
    await expect.poll(() => box.innerText()).toBe('Cuộc đánh giá');
    await expectFitForAll(page);
  });

  test('an owner notes the progress, and cannot ask for more than the last day allowed', async () => {
    const { id } = await cameTo(it, 'PLAN_APPROVED');
    const page = await visitors.page(who.officer, size);
    await openPage(page, `/nonconformities/${id}`);
    await page.getByRole('button', { name: 'Ghi tiến độ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Đã làm tới đâu' }).fill('Đã soạn dự thảo, chờ góp ý.');
    await dialog.getByRole('textbox', { name: 'Đã làm (%)' }).fill('40');
    await expectFitForAll(page);
    await dialog.getByRole('button', { name: 'Ghi tiến độ' }).click();
    await page.getByText('(40%): Đã soạn dự thảo, chờ góp ý.').waitFor();
    await page.getByText('ghi tiến độ: “Đặt cảnh báo').waitFor();
    await page.getByRole('button', { name: 'Xin gia hạn' }).click();
    await page.getByText('Chậm nhất 24/05/2027').waitFor();
    const day = dialog.getByLabel('Hạn mới');
    await day.fill('31/02/2030');
    await dialog.getByRole('textbox', { name: 'Lý do' }).click();
    await dialog.getByText('Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 05/12/2026.').first().waitFor();
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    expect(
      await it.sql(
        'select 1 from action_extension e join corrective_action a on a.id = e.action_id where a.nonconformity_id = $1',
        id,
      ),
    ).toEqual([]);
    await dialog.getByRole('button', { name: 'Mở lịch' }).click();
    await dialog.locator('input[type=date]').fill('2027-03-01', { force: true });
    expect(await day.inputValue()).toBe('01/03/2027');
    await day.fill('1/1/2030');
    await dialog.getByRole('textbox', { name: 'Lý do' }).click();
    await dialog.getByText('Thứ Ba', { exact: true }).waitFor();
    expect(await day.inputValue()).toBe('01/01/2030');
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Chờ quyết định công bố mới của tỉnh.');
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await page.getByText('Hạn mới chậm nhất là 24/05/2027').first().waitFor();
  });

  test('the state card says who must act when an extension waits, and from which day the effect is judged', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    await nonconformityAfter(it, who.officer, 'askExtension', {
      ...target(approved.actions[0]),
      dueOn: '2027-01-15',
      reason: 'Chờ quyết định công bố mới của tỉnh.',
    });
    const page = await visitors.page(who.manager, size);
    const card = page.getByRole('region', { name: 'Trạng thái' });
    await openPage(page, `/nonconformities/${approved.id}`);
    await card.getByText('Có đề nghị gia hạn đang chờ người duyệt trả lời.').waitFor();
    await card
      .getByText('và người duyệt gia hạn (không phải người thực hiện): Nguyễn Bá Phú, Trần Minh Quyên')
      .waitFor();
    const verified = await cameTo(it, 'VERIFIED');
    await openPage(page, `/nonconformities/${verified.id}`);
    await card.getByText('Từ ngày 23/02/2027, người kiểm tra xác nhận xem lỗi').waitFor();
  });

  test('the printed slip shows a first verification that was not passed, and the register prints what is filtered', async () => {
    const done = await cameTo(it, 'ACTIONS_DONE');
    const returned = await nonconformityAfter(it, who.manager, 'returnAction', {
      ...target(done.actions[0]),
      reason: 'Mới có ảnh chụp, chưa có hồ sơ thực tế.',
    });
    const again = await nonconformityAfter(it, who.officer, 'reportActionDone', {
      ...target(returned.actions[0]),
      result: 'Đã thử trên năm hồ sơ.',
      evidence: 'Danh sách năm hồ sơ',
    });
    await nonconformityAfter(it, who.manager, 'verifyNonconformity', {
      ...target(again),
      evidenceSeen: true,
      onSite: true,
      note: 'Xem năm hồ sơ',
    });
    const page = await visitors.page(who.manager, size);
    await openPage(page, `/nonconformities/${done.id}/print`);
    const slip = await page.locator('article').innerText();
    expect(slip).toMatch(/Lần 1, 23\/11\/2026: ☐ Đạt {1,2}☑ Chưa đạt/);
    expect(slip).toMatch(/Lần 2, 23\/11\/2026: ☑ Đạt {1,2}☐ Chưa đạt/);
    expect(slip).toContain('Mới có ảnh chụp, chưa có hồ sơ thực tế.');
    expect(slip).toContain('Trần Minh Quyên');
    expect(slip).toContain('Ngày gửi phản hồi: 23/11/2026');
    await expectFitForAll(page);

    await openPage(page, '/nonconformities?view=all&severity=MAJOR');
    await page.getByRole('link', { name: 'In sổ theo dõi' }).click();
    await page.getByText('SỔ THEO DÕI SỰ KHÔNG PHÙ HỢP VÀ HÀNH ĐỘNG KHẮC PHỤC').waitFor();
    await page.getByText('Phạm vi: Tất cả; Loại: KPH nặng.').waitFor();
    await expect.poll(() => page.locator('tbody tr').filter({ hasNotText: 'KPH nặng' }).count()).toBe(0);
    await expect.poll(() => page.locator('thead th').count()).toBe(14);
  });

  test('the root cause is the last why that is answered', async () => {
    const { id } = await reported(it);
    const page = await visitors.page(who.secretary, size);
    await openPage(page, `/nonconformities/${id}/respond`);
    const labels = () =>
      page
        .getByRole('textbox', { name: /^Vì sao/ })
        .evaluateAll((boxes) => boxes.map((box) => /gốc rễ/.test((box as HTMLTextAreaElement).labels[0]!.textContent)));
    const add = page.getByRole('button', { name: 'Thêm một câu “Vì sao?”' });
    while ((await labels()).length < 3) await add.click();
    expect(await labels()).toEqual([true, false, false]);
    await page.getByRole('textbox', { name: /^Vì sao 2/ }).fill('Phần mềm không cảnh báo trước hạn.');
    expect(await labels()).toEqual([false, true, false]);
    await page.getByRole('textbox', { name: /^Vì sao 3/ }).fill('   ');
    expect(await labels()).toEqual([false, true, false]);
  });

  test('the unit responds; what was typed survives leaving the page', async () => {
    const { id, number } = await reported(it);
    const page = await visitors.page(who.secretary, size);
    await openPage(page, `/nonconformities/${id}`);
    await page.getByRole('link', { name: 'Gửi phản hồi' }).click();
    await page.getByRole('heading', { name: `Phản hồi ${number}` }).waitFor();

    await page.getByRole('button', { name: 'Gửi phản hồi' }).click();
    await page.getByText('Hãy chọn người thực hiện.').first().waitFor();
    await page.getByRole('textbox', { name: /^Đã xử lý ngay/ }).fill('Đã gửi văn bản xin lỗi cho ba người nộp hồ sơ.');
    await page.getByRole('textbox', { name: /^Vì sao 1/ }).fill('Công chức không biết hồ sơ đã quá hạn.');
    await page.getByRole('textbox', { name: /^Vì sao 2/ }).fill('Phần mềm không cảnh báo trước hạn.');
    await kept(page, 'Phần mềm không cảnh báo trước hạn.');

    await openPage(page, `/nonconformities/${id}/respond`);
    await expect
      .poll(() => page.getByRole('textbox', { name: /^Vì sao 2/ }).inputValue())
      .toBe('Phần mềm không cảnh báo trước hạn.');
    await page.getByRole('button', { name: 'Thêm một câu “Vì sao?”' }).click();
    await page.getByRole('textbox', { name: /^Vì sao 3/ }).fill('Chức năng cảnh báo chưa được bật.');
    await page.getByLabel('Nhóm nguyên nhân').selectOption({ label: 'Thiết bị, phần mềm' });
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Bật cảnh báo hồ sơ sắp đến hạn');
    await page.getByRole('combobox', { name: 'Người thực hiện' }).fill('minh quyen');
    await page.getByRole('option', { name: /Trần Minh Quyên/ }).click();
    await page.getByLabel('Hạn', { exact: true }).fill('2026-12-15');
    await page.getByRole('button', { name: 'Gửi phản hồi' }).click();
    await page.getByText('Đã phản hồi, chờ duyệt kế hoạch').waitFor();
    await expect.poll(() => page.getByText('Nguyên nhân gốc rễ').count()).toBe(1);

    await decideAndCarryOut(id, size);
  });

  test('a person reports what was seen; the address fills the form in', async () => {
    const page = await visitors.page(who.officer, size);
    await openPage(
      page,
      '/nonconformities/new?source=FEEDBACK&reference=1022-20261123&text=B%E1%BA%A3ng%20ni%C3%AAm%20y%E1%BA%BFt%20thi%E1%BA%BFu%20l%E1%BB%87%20ph%C3%AD',
    );
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Sai lệch' }).inputValue())
      .toBe('Bảng niêm yết thiếu lệ phí');
    await expect.poll(() => page.getByRole('textbox', { name: 'Số hiệu nguồn' }).inputValue()).toBe('1022-20261123');
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Đơn vị phải xử lý' }).inputValue())
      .toBe('Trung tâm Phục vụ hành chính công');
    await page.getByRole('textbox', { name: 'Yêu cầu' }).fill('Nghị định 63/2010/NĐ-CP, Điều 17');
    await page.getByRole('textbox', { name: 'Bằng chứng' }).fill('Bảng niêm yết ngày 23/11/2026 không có cột lệ phí');
    await page.getByRole('button', { name: 'Phát hành phiếu' }).click();
    await page.getByText('Đã phát hành, chờ phản hồi').waitFor();
    await page.getByRole('link', { name: 'In phiếu' }).click();
    await page.getByText('PHIẾU BÁO CÁO SỰ KHÔNG PHÙ HỢP VÀ HÀNH ĐỘNG KHẮC PHỤC').waitFor();
  });

  test('a record that the viewer may not see says so', async () => {
    const { id } = await reported(it);
    const page = await visitors.page(who.neighbourManager, size);
    await page.goto(`/nonconformities/${id}`);
    await page.getByText('Không tìm thấy').first().waitFor();
  });
});

/** The manager approves, the owner reports done with a click too many, the manager verifies. */
async function decideAndCarryOut(id: string, size: Size): Promise<void> {
  const manager = await visitors.page(who.manager, size);
  await openPage(manager, `/nonconformities/${id}`);
  await manager.getByRole('button', { name: 'Duyệt kế hoạch' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Duyệt kế hoạch' }).dblclick();
  await manager.getByText('Đã duyệt kế hoạch, đang khắc phục').waitFor();

  const owner = await visitors.page(who.officer, size);
  await openPage(owner, `/nonconformities/${id}`);
  await owner.getByRole('button', { name: 'Báo đã xong' }).click();
  const dialog = owner.getByRole('dialog');
  await expectFitForAll(owner);
  await dialog.getByRole('textbox', { name: 'Đã làm gì' }).fill('Đã bật cảnh báo trên phần mềm một cửa.');
  await dialog.getByRole('textbox', { name: 'Bằng chứng ở đâu' }).fill('Ảnh cấu hình kèm theo');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'cau-hinh.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgo=', 'base64') });
  await dialog.getByText('cau-hinh.png').waitFor();
  await dialog.getByRole('button', { name: 'Báo đã xong' }).click();
  await owner.getByText('Đã khắc phục, chờ kiểm tra xác nhận').waitFor();

  await openPage(manager, `/nonconformities/${id}`);
  await manager.getByRole('button', { name: 'Kiểm tra xác nhận' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click();
  await manager.getByText('Hãy xem bằng chứng của các hành động').first().waitFor();
  await manager.getByLabel('Tôi đã xem bằng chứng của mọi hành động').check();
  await manager.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click();
  await manager.getByText('Đã kiểm tra xác nhận, chờ kiểm tra hiệu lực').waitFor();
  await expect
    .poll(() => manager.locator('main').innerText())
    .toContain('Mọi hành động đã xong; phiếu tự chuyển sang chờ kiểm tra xác nhận.');
}

describe('an answer that was saved elsewhere meanwhile', () => {
  const typed = 'Đã gửi văn bản xin lỗi, gõ ở đây';
  const elsewhere = 'Đã gửi văn bản xin lỗi, lưu ở nơi khác';

  test.each(widths)(
    'bug: the second click wrote over it unseen; now it is shown, and one is asked (%s)',
    async (size) => {
      const { id } = await reported(it);
      const page = await visitors.page(who.unitHead, size);
      await openPage(page, `/nonconformities/${id}/respond`);
      const correction = page.getByRole('textbox', { name: /^Đã xử lý ngay/ });
      await correction.fill(typed);
      await page.getByRole('textbox', { name: /^Vì sao 1/ }).fill('Công chức không biết hồ sơ đã quá hạn.');
      await page.getByRole('textbox', { name: /^Vì sao 2/ }).fill('Phần mềm không cảnh báo trước hạn.');
      await page.getByLabel('Nhóm nguyên nhân').selectOption({ label: 'Thiết bị, phần mềm' });
      await page.getByRole('textbox', { name: 'Nội dung' }).fill('Bật cảnh báo hồ sơ sắp đến hạn');
      await page.getByRole('combobox', { name: 'Người thực hiện' }).fill('minh quyen');
      await page.getByRole('option', { name: /Trần Minh Quyên/ }).click();
      await page.getByLabel('Hạn', { exact: true }).fill('2026-12-15');
      await it.sql('update nonconformity set correction = $1, version = version + 1 where id = $2', elsewhere, id);
      const send = () => page.getByRole('button', { name: 'Gửi phản hồi' }).click();
      await send();
      await page.getByText('Nội dung này vừa được lưu ở nơi khác').waitFor();
      await page.getByText(elsewhere).waitFor();
      await expectFitForAll(page);
      await send();
      expect(await it.sql('select correction, state from nonconformity where id = $1', id)).toEqual([
        { correction: elsewhere, state: 'ISSUED' },
      ]);
      await expect.poll(() => correction.inputValue()).toBe(typed);
      await page.getByRole('button', { name: 'Lấy bản mới, bỏ phần tôi gõ' }).click();
      await expect.poll(() => correction.inputValue()).toBe(elsewhere);
    },
  );
});
