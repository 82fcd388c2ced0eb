import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeCheck, kept, scrollsSideways } from '../support/browser.js';
import { samplePassword, useServer } from '../support/server.js';
import { openPage, passes, sentFrom, useVisitors } from '../support/visitor.js';

const it = useServer({ dataDir: mkdtempSync(path.join(tmpdir(), 'soat-audits-')) });
/** A photo of one point. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const visitors = useVisitors(it);

/** Id of this year's audit of a ward, or of a round. */
const auditOf = async (code: string) =>
  (
    await it.sql<{ id: string }>(
      `
        select a.id from audit a join unit u on u.id = a.unit_id join round r on r.id = a.round_id
        where u.code = $1 and r.state = 'RUNNING'`,
      code,
    )
  )[0]!.id;
const roundIn = async (state: string) =>
  (await it.sql<{ id: string }>('select id from round where state = $1', state))[0]!.id;

async function sign(page: Page, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('mật khẩu').first().fill(samplePassword);
  await dialog.getByRole('button', { name: button }).click();
}

describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
  test('an opened line of the sheet and a form for a finding can be used by everybody', async () => {
    const page = await visitors.page('ngandk.bt', size);
    await openPage(page, `/audits/${await auditOf('LH-SK')}/sheet`, /Sao Khuê/);
    await page.locator('article button[aria-expanded]').first().click();
    await page.getByRole('radiogroup', { name: 'Kết quả' }).waitFor();
    expect(await axeCheck(page)).toEqual([]);
    await openPage(page, `/audits/${await auditOf('LH-SK')}/findings`, /Sao Khuê/);
    await page.getByRole('button', { name: 'Viết phát hiện' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Bằng chứng' }).waitFor();
    expect(await axeCheck(page)).toEqual([]);
  });
});

describe('putting a team together', () => {
  test('who may not audit the ward is said with the reason, and cannot be chosen', async () => {
    const page = await visitors.page('huongtm.khcn');
    const preparing = await roundIn('PREPARING');
    const id = (
      await it.sql<{ id: string }>(
        `select a.id from audit a join unit u on u.id = a.unit_id where a.round_id = $1 and u.code = 'LH-LK'`,
        preparing,
      )
    )[0]!.id;
    await openPage(page, `/audits/teams/${id}`, /Phường Lam Kiều/);
    await page.getByRole('searchbox').fill('huong lam kieu');
    const row = page.getByRole('listitem').filter({ hasText: 'Nguyễn Thị Hường' }).first();
    await row.getByText('Không được chọn').waitFor();
    await row.getByText(/R01: .*đang công tác tại Phường Lam Kiều/).waitFor();
    await expect.poll(() => row.getByRole('button').count()).toBe(0);
    await page.getByRole('searchbox').fill('ngo kim sen');
    await page.getByRole('button', { name: 'Chọn Ngô Kim Sen' }).click();
    await page.getByRole('button', { name: 'Lưu đoàn' }).click();
    await page.getByText('Đã lưu đoàn.').waitFor();
    expect(
      await it.sql(
        `select p.code, m.part from team_member m join person p on p.id = m.person_id where audit_id = $1`,
        id,
      ),
    ).toEqual([{ code: 'P064', part: 'LEAD' }]);
  });
});

describe('the work sheet', () => {
  test('saves a line by itself, and the colleague sees it a moment later', async () => {
    const [mine, theirs] = [await visitors.page('ngandk.bt', 'phone'), await visitors.page('toanhv.bt')];
    const address = `/audits/${await auditOf('LH-SK')}/sheet?show=open`;
    await openPage(mine, address, /Sao Khuê/);
    await openPage(theirs, address, /Sao Khuê/);
    const line = mine.locator('article').first();
    const title = (await line.locator('button[aria-expanded] span span').first().innerText()).trim();
    await line.locator('button[aria-expanded]').click();
    await line.getByRole('radio', { name: 'Lưu ý' }).click();
    await line.getByLabel('Bằng chứng').fill('Sổ theo dõi chưa cập nhật hai tháng gần nhất.');
    await line.getByText(/Đã lưu/).waitFor();
    await expect.poll(() => theirs.locator('article', { hasText: title }).count()).toBe(0);
    expect(await it.sql(`select result, evidence from check_item where evidence like 'Sổ theo dõi chưa%'`)).toEqual([
      { result: 'OBSERVATION', evidence: 'Sổ theo dõi chưa cập nhật hai tháng gần nhất.' },
    ]);
  });

  test('shows both writings side by side when two write on one line, and joins them', async () => {
    const page = await visitors.page('toanhv.bt');
    const id = await auditOf('LH-SK');
    await openPage(page, `/audits/${id}/sheet?show=open`, /Sao Khuê/);
    const line = page.locator('article').first();
    await line.locator('button[aria-expanded]').click();
    await line.getByLabel('Bằng chứng').fill('Bản của tôi.');
    const [item] = await it.sql<{ id: string; version: number }>(
      `
        select id, version from check_item where audit_id = $1 and result = 'NOT_CHECKED'
        and reason_not_checked is null order by position limit 1`,
      id,
    );
    await (
      await it.as('ngandk.bt')
    ).ask('mutation ($input: SetCheckResultInput!) { setCheckResult(input: $input) { id } }', {
      input: { id: item!.id, version: item!.version, result: 'MINOR', evidence: 'Bản của trưởng đoàn.' },
    });
    await line.getByText('Dương Kim Ngân vừa ghi dòng này').waitFor();
    await line.getByText('Bản đang lưu (Dương Kim Ngân)').waitFor();
    expect(await axeCheck(page)).toEqual([]);
    await line.getByRole('button', { name: 'Ghép cả hai bằng chứng' }).click();
    await expect
      .poll(
        async () =>
          (await it.sql<{ evidence: string }>('select evidence from check_item where id = $1', item!.id))[0]!.evidence,
      )
      .toBe('Bản của trưởng đoàn.\nBản của tôi.');
  });
});

describe('writing the sheet on a phone', () => {
  test('goes from line to line, keeps a short reason while it is typed, and what was typed without a connection', async () => {
    const page = await visitors.page('ngandk.bt', 'phone');
    const id = await auditOf('LH-SK');
    await openPage(page, `/audits/${id}/sheet?show=open`, /Sao Khuê/);
    await page.getByRole('button', { name: 'Đến dòng chưa xong tiếp theo' }).click();
    const opened = () => page.locator('article').filter({ has: page.locator('button[aria-expanded=true]') });
    const title = await opened().locator('button[aria-expanded]').innerText();
    await opened()
      .getByLabel(/Lý do chưa kiểm tra/)
      .fill('đi vắng');
    await opened()
      .getByText(/Chưa gửi: nội dung giữ trên máy này/)
      .waitFor();
    expect(await axeCheck(page)).toEqual([]);
    const sent = sentFrom(page);
    // Longer than it takes to send what is long enough.
    await passes(page, 5_000);
    expect(sent()).toEqual([]);
    expect(await it.sql(`select 1 from check_item where audit_id = $1 and reason_not_checked = 'đi vắng'`, id)).toEqual(
      [],
    );
    await page.reload();
    await page.getByText('Chưa gửi', { exact: true }).waitFor();
    await page.locator('article', { hasText: 'Chưa gửi' }).locator('button[aria-expanded]').click();
    await expect
      .poll(() =>
        opened()
          .getByLabel(/Lý do chưa kiểm tra/)
          .inputValue(),
      )
      .toBe('đi vắng');
    await page.route('**/graphql', (route) => route.abort());
    await opened()
      .getByLabel(/Lý do chưa kiểm tra/)
      .fill('Công chức phụ trách đi vắng cả ngày');
    await kept(page, 'Công chức phụ trách đi vắng cả ngày');
    await page.unroute('**/graphql');
    await page.reload();
    await expect
      .poll(() =>
        it.sql(
          `
            select reason_not_checked as reason from check_item where audit_id = $1
            and reason_not_checked like 'Công chức phụ trách đi vắng%'`,
          id,
        ),
      )
      .toEqual([{ reason: 'Công chức phụ trách đi vắng cả ngày' }]);
    expect(sent()).not.toEqual([]);
    await page.getByRole('button', { name: 'Đến dòng chưa xong tiếp theo' }).first().click();
    await expect.poll(() => opened().locator('button[aria-expanded]').innerText()).not.toBe(title);
  });

  test('says before the end of the fieldwork which minor line has no finding, with the way to write it', async () => {
    const id = await auditOf('LH-SK');
    const [item] = await it.sql<{ id: string; position: number; version: number }>(
      `
        select id, position, version from check_item where audit_id = $1 and result = 'CONFORMING'
        and procedure_id is not null order by position limit 1`,
      id,
    );
    await (
      await it.as('ngandk.bt')
    ).ask('mutation ($input: SetCheckResultInput!) { setCheckResult(input: $input) { id } }', {
      input: {
        id: item!.id,
        version: item!.version,
        result: 'MINOR',
        evidence: 'Sổ theo dõi thiếu tháng 9 và tháng 10.',
      },
    });
    const page = await visitors.page('ngandk.bt');
    await openPage(page, `/audits/${id}`, /Sao Khuê/);
    await page.getByRole('button', { name: 'Kết thúc tại chỗ' }).click();
    const left = page
      .getByRole('dialog')
      .getByRole('listitem')
      .filter({ hasText: `Dòng ${item!.position},` });
    await left.getByText(/Chưa viết phát hiện/).waitFor();
    await left.getByRole('link', { name: 'Viết phát hiện' }).click();
    const clause = page.getByRole('dialog').getByLabel('Điều khoản');
    await expect.poll(() => clause.inputValue().catch(() => '')).not.toBe('');
  });
});

describe('papers', () => {
  test('are the forms, with places to sign and the anchor of the trail when printed', async () => {
    const page = await visitors.page('huongtm.khcn');
    const id = await auditOf('LH-ST');
    const programme = (
      await it.sql<{ id: string }>(
        `select p.id from programme p join round r on r.programme_id = p.id where r.state = 'RUNNING'`,
      )
    )[0]!.id;
    await it.runJob('trail.seal');
    const anchor = (await (await it.as('huongtm.khcn')).ask('{ trailAnchor { position hash } }'))['trailAnchor'];
    for (const [address, form, sign] of [
      [`/audits/${id}/plan-paper`, 'BM.QT.ISO.03.02', 'Trưởng Ban Chỉ đạo ISO'],
      [`/audits/${id}/sheet-paper`, 'BM.QT.ISO.03.03', 'Đại diện đơn vị'],
      [`/audits/programmes/${programme}/paper`, 'BM.QT.ISO.03.01', 'Thư ký ISO'],
      [`/audits/${id}/report`, '10. Hạn khắc phục', 'Phê duyệt của Trưởng Ban Chỉ đạo ISO'],
    ] as const) {
      await page.goto(address);
      await page.getByText(form).first().waitFor({ state: 'attached' });
      expect(await axeCheck(page), address).toEqual([]);
      expect(await scrollsSideways(page), address).toBe(false);
      await page.emulateMedia({ media: 'print' });
      await page.getByText(sign, { exact: true }).first().waitFor();
      await page
        .getByText(`Mốc niêm phong nhật ký: ${anchor.position}:${anchor.hash.slice(0, 16)}…`)
        .first()
        .waitFor();
      await page.emulateMedia({ media: 'screen' });
    }
  });
});

describe('photos on a line of the work sheet', () => {
  test('are taken on a phone, seen by a colleague, kept through a lost connection, taken off, and reached from the finding', async () => {
    const page = await visitors.page('toanhv.bt', 'phone');
    const id = await auditOf('LH-SK');
    await openPage(page, `/audits/${id}/sheet`, /Sao Khuê/);
    const line = page.locator('article').filter({ hasText: 'Đăng ký thường trú' });
    await line.locator('button[aria-expanded]').click();
    await line.getByRole('button', { name: 'Chụp ảnh' }).waitFor();
    const camera = line.locator('input[type=file]').first();
    expect([await camera.getAttribute('capture'), await camera.getAttribute('accept')]).toEqual([
      'environment',
      'image/*',
    ]);
    await camera.setInputFiles({ name: 'Quầy số 2.png', mimeType: 'image/png', buffer: photo });
    await line.getByRole('img', { name: 'Quầy số 2.png' }).waitFor();
    expect(await axeCheck(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);

    await page.route('**/attachments/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await line
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'Biên bản.png', mimeType: 'image/png', buffer: photo });
    await line.getByText('Mất kết nối').waitFor();
    await page.unroute('**/attachments/*');
    await line.getByRole('button', { name: 'Gửi lại (1 tệp)' }).click();
    await line.getByRole('img', { name: 'Biên bản.png' }).waitFor();

    await line.getByRole('button', { name: 'Bỏ tệp Biên bản.png' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ tệp' }).click();
    await line.getByRole('img', { name: 'Biên bản.png' }).waitFor({ state: 'detached' });

    const colleague = await it.as('ngandk.bt');
    const [item] = await it.sql<{ id: string }>(
      `select c.id from check_item c where c.audit_id = $1 and c.procedure_code = 'QT.CTR.01'`,
      id,
    );
    const content = {
      category: 'MINOR',
      requirement: 'Quy trình đăng ký thường trú',
      evidence: 'Xem ảnh quầy số 2',
      gap: 'Niêm yết bản đã hết hiệu lực',
    };
    await colleague.ask('mutation ($input: WriteFindingInput!) { writeFinding(input: $input) { id } }', {
      input: { auditId: id, checkItemIds: [item!.id], content },
    });
    const theirs = await visitors.page('ngandk.bt');
    await openPage(theirs, `/audits/${id}/findings`, /Sao Khuê/);
    await theirs
      .getByRole('article')
      .filter({ hasText: 'Xem ảnh quầy số 2' })
      .getByRole('img', { name: 'Quầy số 2.png' })
      .waitFor();
  });
});

describe('a conflict of interest', () => {
  test('is declared by the auditee on a phone, and resolved by the lead agency with somebody else on the team', async () => {
    const id = await auditOf('LH-LK');
    const [round] = await it.sql<{ id: string }>(`select round_id as id from audit where id = $1`, id);
    const declaring = await visitors.page('hungtd.lk', 'phone');
    await openPage(declaring, `/audits/${id}`, /Lam Kiều/);
    await declaring.getByRole('button', { name: 'Khai xung đột' }).click();
    const dialog = declaring.getByRole('dialog');
    await dialog.getByLabel('Thành viên đoàn').selectOption({ label: 'Nguyễn Ngọc Phong (Thư ký đoàn)' });
    await dialog.getByText('Quan hệ gia đình').click();
    expect(await axeCheck(declaring)).toEqual([]);
    await dialog.getByLabel('Nội dung cụ thể').fill('Là anh vợ của Phó Chủ tịch phường');
    await dialog.getByRole('button', { name: 'Gửi bản khai' }).click();
    await declaring.getByText('Chờ thay người').waitFor();

    const page = await visitors.page('huongtm.khcn');
    await openPage(page, `/audits/rounds/${round!.id}`, /Đánh giá chéo/);
    const waiting = page.getByRole('article', { name: 'Nguyễn Ngọc Phong' });
    await waiting.getByText('Là anh vợ của Phó Chủ tịch phường').waitFor();
    await waiting.getByRole('link', { name: 'Chọn người thay' }).click();
    await page.getByText('Đơn vị đã khai xung đột với Nguyễn Ngọc Phong').waitFor();
    expect(await axeCheck(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bỏ Nguyễn Ngọc Phong' }).click();
    await page.getByRole('searchbox').fill('trinh dinh hung');
    await expect
      .poll(() => page.getByRole('listitem').filter({ hasText: 'Trịnh Đình Hưng' }).getByRole('button').count())
      .toBe(0);
    await page.getByRole('searchbox').fill('nguyen minh nghia');
    await page.getByRole('button', { name: 'Chọn Nguyễn Minh Nghĩa' }).click();
    await page.getByRole('button', { name: 'Gửi điều chỉnh để ký' }).click();
    await page.getByRole('dialog').getByLabel('Lý do điều chỉnh').fill('Thay người theo bản khai của đơn vị');
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi điều chỉnh để ký' }).click();
    await page.getByText('Điều chỉnh đang chờ ký', { exact: true }).waitFor();

    const head = await visitors.page('tanmq.khcn');
    await openPage(head, `/audits/rounds/${round!.id}`, /Đánh giá chéo/);
    await head.getByRole('button', { name: 'Ký điều chỉnh' }).click();
    await sign(head, 'Ký điều chỉnh');
    await head.getByText('Đã thay bằng Nguyễn Minh Nghĩa').waitFor();
  });
});

describe('the auditee', () => {
  test('confirms the plan by signature on a phone', async () => {
    const page = await visitors.page('quandh.ds', 'phone');
    await openPage(page, `/audits/${await auditOf('LH-DS')}`, /Đồng Sim/);
    await page.getByRole('button', { name: 'Ký xác nhận kế hoạch' }).click();
    await sign(page, 'Ký xác nhận kế hoạch');
    await page.getByText('Đơn vị đã xác nhận kế hoạch').first().waitFor();
  });

  test('answers a finding, and does not see the work sheet', async () => {
    const page = await visitors.page('datpv.nt');
    const id = await auditOf('LH-NT');
    await openPage(page, `/audits/${id}/findings`, /Nguyệt Thủy/);
    await expect.poll(() => page.getByRole('link', { name: 'Phiếu ghi chép' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Không đồng ý' }).first().click();
    await page.getByRole('dialog').getByLabel('Lý do').fill('Hồ sơ đã được bổ sung trước ngày đánh giá');
    await page.getByRole('dialog').getByRole('button', { name: 'Không đồng ý' }).click();
    await page.getByText('Đã gửi ý kiến không đồng ý.').waitFor();
    expect(
      await it.sql(`select state from finding where answer = 'Hồ sơ đã được bổ sung trước ngày đánh giá'`),
    ).toEqual([{ state: 'DISPUTED' }]);
  });

  test('signs the report; its findings become nonconformities that lead back to the audit', async () => {
    const page = await visitors.page('thuybp.bt');
    const id = await auditOf('LH-BT');
    await openPage(page, `/audits/${id}`, /Bạch Trúc/);
    await page.getByRole('button', { name: 'Ký nhận báo cáo' }).click();
    await sign(page, 'Ký nhận báo cáo');
    await page.getByText('Đã kết thúc').first().waitFor();
    await openPage(page, `/audits/${id}/findings`, /Bạch Trúc/);
    await page
      .getByRole('link', { name: /KPH-2026-/ })
      .first()
      .waitFor();
  });
});
