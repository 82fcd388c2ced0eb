import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeCheck, scrollsSideways } from '../support/browser.js';
import { samplePassword, useServer } from '../support/server.js';
import { useVisitors } from '../support/visitor.js';

const it = useServer();
const visitors = useVisitors(it);

const auditOf = async (code: string, state: string) =>
  (
    await it.sql<{ id: string; round: string }>(
      `
        select a.id, a.round_id as round from audit a join unit u on u.id = a.unit_id
        join round r on r.id = a.round_id where u.code = $1 and r.state = $2`,
      code,
      state,
    )
  )[0]!;
const membersOf = async (id: string) =>
  (
    await it.sql<{ code: string }>(
      'select p.code from team_member m join person p on p.id = m.person_id where m.audit_id = $1 order by m.position',
      id,
    )
  ).map(({ code }) => code);
const choose = (page: Page, name: string) => page.getByRole('button', { name: `Chọn ${name}` }).click();
const saveTeam = (page: Page) => page.getByRole('button', { name: 'Lưu đoàn' }).click();

describe('a team that was saved elsewhere meanwhile', () => {
  test('could only be reloaded: it is shown beside the chosen one, and either is kept', async () => {
    const { id } = await auditOf('LH-LK', 'PREPARING');
    const [one, other] = [await visitors.page('huongtm.khcn'), await visitors.page('kiennn.khcn')];
    for (const page of [one, other]) await page.goto(`/audits/teams/${id}`);
    await choose(other, 'Ngô Kim Sen');
    await choose(one, 'Nguyễn Minh Nghĩa');
    await saveTeam(one);
    await one.getByText('Đã lưu đoàn.').waitFor();
    await saveTeam(other);
    const notice = other.getByText('Nội dung này vừa được lưu ở nơi khác');
    await notice.waitFor();
    await other.getByText('Nguyễn Minh Nghĩa (Trưởng đoàn)').waitFor();
    expect(await axeCheck(other)).toEqual([]);
    expect(await membersOf(id)).toHaveLength(1);
    await other.getByRole('button', { name: 'Giữ phần tôi gõ, sẽ ghi lên bản mới' }).click();
    await saveTeam(other);
    await other.getByText('Đã lưu đoàn.').waitFor();
    expect(await membersOf(id)).toEqual(['P064']);
    // Whoever has typed nothing simply sees what is new.
    await one.reload();
    await one.getByRole('button', { name: 'Bỏ Ngô Kim Sen' }).waitFor();
  });

  test('its days: what somebody else saved is shown, and taken', async () => {
    const { id } = await auditOf('LH-ST', 'PREPARING');
    const [one, other] = [await visitors.page('huongtm.khcn'), await visitors.page('kiennn.khcn')];
    for (const page of [one, other]) await page.goto(`/audits/teams/${id}`);
    const save = async (page: Page, time: string) => {
      await page.getByLabel('Giờ bắt đầu').fill(time);
      await page.getByRole('button', { name: 'Lưu ngày' }).click();
    };
    await other.getByLabel('Giờ bắt đầu').fill('09:00');
    await save(one, '08:30');
    await one.getByText('Đã lưu ngày.').waitFor();
    await save(other, '09:00');
    await other.getByText(/Nửa ngày \(240 phút\), 08:30/).waitFor();
    await other.getByRole('button', { name: 'Lấy bản mới, bỏ phần tôi gõ' }).click();
    expect(await other.getByLabel('Giờ bắt đầu').inputValue()).toBe('08:30');
    expect(await it.sql('select start_time from audit where id = $1', id)).toEqual([{ start_time: '08:30' }]);
  });
});

test.each(['desk', 'phone'] as const)(
  'a conflict that a member has declared is shown to the lead, and leads the lead agency to a replacement that says who comes for whom (%s)',
  async (size) => {
    const [code, leadName, leads, reason] =
      size === 'desk'
        ? ['LH-DS', 'Lê Duy Phước', 'phuocld.sk', 'Vợ là công chức địa chính của xã']
        : ['LH-LK', 'Đinh Diệu Vân', 'vandd.st', 'Anh ruột là Phó Chủ tịch phường'];
    const { id, round } = await auditOf(code!, 'RUNNING');
    const unitId = (await it.sql<{ id: string }>('select id from unit where code = $1', code))[0]!.id;
    await it.run(leads!, 'declareOwnConflict', { unitId, reason });

    const lead = await visitors.page(leads!, size);
    await lead.goto(`/audits/${id}`);
    await lead.getByText('Chưa tiếp tục được: có xung đột lợi ích đã khai (R06)').waitFor();
    expect(await lead.getByRole('link', { name: 'Chọn người thay' }).count()).toBe(0);

    const arranger = await visitors.page('huongtm.khcn', size);
    await arranger.goto('/');
    await arranger.getByText('Thay người có xung đột lợi ích đã khai').first().waitFor();
    await arranger.goto(`/audits/rounds/${round}`);
    const card = arranger.getByRole('article', { name: leadName });
    await card.getByText(`Chuyên gia tự khai: ${reason}`).waitFor();
    expect(await axeCheck(arranger)).toEqual([]);
    expect(await scrollsSideways(arranger)).toBe(false);
    await card.getByRole('link', { name: 'Chọn người thay' }).click();
    await arranger.getByText(`${leadName} đã tự khai xung đột với đơn vị này: hãy chọn người thay`).waitFor();
    await arranger.getByRole('button', { name: `Bỏ ${leadName}` }).click();
    const first = arranger.getByRole('button', { name: /^Chọn ./ }).first();
    const comes = (await first.getAttribute('aria-label'))!.replace('Chọn ', '');
    await choose(arranger, comes);
    await arranger.getByRole('button', { name: 'Gửi điều chỉnh để ký' }).click();
    const dialog = arranger.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Thay người đã tự khai xung đột');
    await dialog.getByRole('button', { name: 'Gửi điều chỉnh để ký' }).click();
    await arranger.getByText('Có người thay đang chờ ký.').waitFor();

    const head = await visitors.page('tanmq.khcn', size);
    await head.goto(`/audits/rounds/${round}`);
    await head.getByText(`${comes} thay ${leadName}`).waitFor();
    await head.getByRole('button', { name: 'Ký điều chỉnh' }).click();
    await head.getByRole('dialog').getByLabel('mật khẩu').first().fill(samplePassword);
    await head.getByRole('dialog').getByRole('button', { name: 'Ký điều chỉnh' }).click();
    await head.getByText('Đã ký điều chỉnh.').waitFor();
    await expect.poll(() => head.getByRole('article', { name: leadName }).count()).toBe(0);
  },
);

test('reports are printed as papers: agency, form and title on them, the frame of the screen not', async () => {
  const page = await visitors.page('huongtm.khcn');
  const [closed] = await it.sql<{ id: string; round: string }>(
    `
      select a.id, r.id as round from audit a join round r on r.id = a.round_id where r.state = 'CLOSED'
      order by a.position limit 1`,
  );
  for (const [address, title, alone] of [
    [`/audits/${closed!.id}/report`, 'Báo cáo đánh giá nội bộ', 'BM.QT.ISO.03.05'],
    [`/audits/rounds/${closed!.round}/report`, 'Báo cáo tổng hợp đợt đánh giá', 'Đơn vị chủ trì lập báo cáo'],
  ] as const) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(address);
    await page.getByText('Kết quả theo điều khoản').first().waitFor();
    expect(await page.getByText(alone).isVisible(), alone).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.getByText(alone).waitFor();
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count(), 'heading of the screen').toBe(0);
  }
  await page.getByText('Phê duyệt bản kế hoạch 1').waitFor();
  await page.getByText('Kết thúc đợt').waitFor();
});

test('bug: who was chosen was lost without a question when the page was left', async () => {
  const { id, round } = await auditOf('LH-BS', 'PREPARING');
  const page = await visitors.page('huongtm.khcn', 'phone');
  await page.goto(`/audits/teams/${id}`);
  const before = await membersOf(id);
  await choose(page, 'Phạm Bá Tuyên');
  await page.getByRole('link', { name: 'Về đợt đánh giá' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ở lại' }).click();
  await saveTeam(page);
  await page.getByText('Đã lưu đoàn.').waitFor();
  expect(await membersOf(id)).toHaveLength(before.length + 1);
  await page.getByRole('link', { name: 'Về đợt đánh giá' }).click();
  await page.waitForURL(new RegExp(`/audits/rounds/${round}`));
});
