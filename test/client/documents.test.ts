import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeCheck, kept, scrollsSideways, sizes } from '../support/browser.js';
import { samplePassword, useServer } from '../support/server.js';
import { openPage, useVisitors } from '../support/visitor.js';
import { fileContent } from '../support/upload.js';
import { byCode } from '../api/documents/fixtures.js';

const it = useServer({ dataDir: mkdtempSync(path.join(tmpdir(), 'soat-client-')) });
const visitors = useVisitors(it);

const inWard = async (code: string) => byCode(await it.as('quyendk.bt'), code);

describe('reading', () => {
  test('a procedure is found without diacritics, and its paper has seven sections, steps and a drawing', async () => {
    const page = await visitors.page('quyentm.bt');
    await openPage(page, '/procedures', /Thủ tục/);
    await page.getByRole('searchbox').fill('khai tu');
    await page.getByRole('link', { name: 'Đăng ký khai tử', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Đăng ký khai tử' }).waitFor();
    for (const heading of [
      '1. Mục đích',
      '4. Định nghĩa, viết tắt',
      '5.8. Quy trình xử lý công việc',
      '7. Hồ sơ cần lưu',
    ]) {
      await page.getByRole('heading', { name: heading }).waitFor();
    }
    await page.getByRole('img', { name: /Sơ đồ \d+ bước/ }).waitFor();
    await page
      .getByRole('cell', { name: /Đã ký điện tử/ })
      .first()
      .waitFor();
  });

  test.each(['desk', 'phone'] as const)(
    'bug: the amendments lost their history, the contents were missing, and words broke in narrow columns (%s)',
    async (size) => {
      const page = await visitors.page('quyentm.bt', size);
      const { id, inForce } = await inWard('QT.HT.03');
      await it.sql(`update revision set change_rows = '[]' where id = $1 and amendment_number = 1`, inForce!.id);
      await openPage(page, `/documents/${id}`, /kết hôn/);
      const table = page.getByRole('region', { name: 'Sửa đổi tài liệu' });
      await table.getByText('Ban hành lần đầu').waitFor();
      await expect.poll(() => table.locator('tbody tr').count()).toBe(inForce!.amendmentNumber + 1);
      await table.getByText('(Không ghi nội dung sửa đổi)').waitFor();
      expect((await table.locator('tbody tr').allInnerTexts()).map((row) => /\d\d\/\d\d(?!\/)/.exec(row)![0])).toEqual([
        '01/00',
        '01/01',
      ]);
      const narrowest = await table
        .locator('tbody td')
        .evaluateAll((cells) => Math.min(...cells.map((cell) => cell.clientWidth)));
      expect(narrowest).toBeGreaterThan(60);
      expect(await scrollsSideways(page)).toBe(false);
      const contents = page.getByRole('navigation', { name: 'Mục lục' });
      await expect.poll(() => contents.getByRole('link').allInnerTexts()).toHaveLength(8);
      await contents.getByRole('link', { name: '7. Hồ sơ cần lưu' }).click();
      await page.waitForURL(/#part-RECORDS$/);
      expect(await axeCheck(page)).toEqual([]);
    },
  );

  test('what newly took effect is read and confirmed', async () => {
    const page = await visitors.page('quyentm.bt');
    const { id } = await inWard('QT.ISO.15');
    await openPage(page, `/documents/${id}`, /tự kiểm tra/);
    await page.getByRole('button', { name: 'Tôi đã đọc' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tôi đã đọc' }).click();
    await page.getByText('Bạn đã xác nhận đọc ngày').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Tôi đã đọc' }).count()).toBe(0);
  });
});

describe('writing and signing', () => {
  test('the drafter shortens a step, sees the check pass, and submits', async () => {
    const page = await visitors.page('toanhv.bt');
    const { id, underWay } = await inWard('QT.HTKT.01');
    await openPage(page, `/documents/${id}/revisions/${underWay!.id}/edit`, /Soạn thảo/);
    await page.getByText('cần 92 giờ làm việc').waitFor();
    await page.locator('summary', { hasText: 'Đối chiếu danh mục cây xanh' }).click();
    const hours = page.locator('details[open]').getByLabel('Thời gian');
    await hours.fill('10');
    await hours.blur();
    await page.getByText('Không có điểm nào phải sửa.').waitFor();
    await page.getByRole('button', { name: 'Lưu và gửi soát xét' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('mật khẩu').first().fill(samplePassword);
    await dialog.getByRole('button', { name: 'Gửi soát xét' }).click();
    await page.getByText('Đang soát xét').first().waitFor();
    expect((await inWard('QT.HTKT.01')).underWay).toMatchObject({ state: 'IN_REVIEW' });
  });

  test('bug: anybody could be chosen to review and approve: only those who may are offered', async () => {
    const page = await visitors.page('ngandk.bt');
    const { id, underWay } = await inWard('QT.HT.03');
    await openPage(page, `/documents/${id}/revisions/${underWay!.id}/edit`, /Soạn thảo/);
    const offered = async (label: string) => {
      await page.getByLabel(label).fill('');
      const options = page.getByRole('listbox').getByRole('option');
      await options.first().waitFor();
      return options.allInnerTexts();
    };
    expect(await offered('Người phê duyệt')).toEqual([expect.stringContaining('Bùi Phương Thủy')]);
    await page.keyboard.press('Escape');
    const reviewers = (await offered('Người soát xét')).join();
    expect(reviewers).toContain('Nguyễn Đình Phú');
    expect(reviewers).not.toContain('Trần Minh Quyên');
  });

  test('what was typed is kept when the page is left by accident', async () => {
    const page = await visitors.page('ngandk.bt');
    const { id, underWay } = await inWard('QT.HT.03');
    const address = `/documents/${id}/revisions/${underWay!.id}/edit`;
    await openPage(page, address, /Soạn thảo/);
    await page.getByLabel('2. Phạm vi').fill('Áp dụng cho việc kết hôn cần xác minh.');
    await kept(page, 'Áp dụng cho việc kết hôn cần xác minh.');
    await openPage(page, address, /Soạn thảo/);
    await expect.poll(() => page.getByLabel('2. Phạm vi').inputValue()).toBe('Áp dụng cho việc kết hôn cần xác minh.');
  });

  test('the head of the ward approves for today on a phone', async () => {
    const page = await visitors.page('thuybp.bt', 'phone');
    const { id, underWay } = await inWard('QT.ISO.13');
    await openPage(page, `/documents/${id}/revisions/${underWay!.id}`, /tiếp nhận và trả kết quả/);
    await page.getByRole('button', { name: 'Phê duyệt' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('mật khẩu').first().fill(samplePassword);
    await dialog.getByRole('button', { name: 'Phê duyệt' }).click();
    await page.getByText('Đang hiệu lực').first().waitFor();
  });
});

describe('bug: a revision was stuck when people had left', () => {
  test.each(['desk', 'phone'] as const)(
    'the secretary finds it in My work, takes it back and goes on writing (%s)',
    async (size) => {
      const [draft] = await it.sql<{ id: string; code: string }>(
        `
          select r.id, d.code from revision r join document d on d.id = r.document_id
          join person p on p.id = r.drafter_id where r.state = 'IN_REVIEW' and p.code = 'P017'`,
      );
      const shut = `update account a set is_active = $1 from person p where p.id = a.person_id and p.code = any($2)`;
      await it.sql(shut, false, ['P012', 'P017']);
      const page = await visitors.page('quyendk.bt', size);
      await openPage(page, '/');
      await page.getByRole('link', { name: /Lấy lại bản thảo chờ người không còn ký được/ }).click();
      await page.getByText('Nguyễn Đình Phú không làm tiếp được').waitFor();
      expect(await axeCheck(page)).toEqual([]);
      const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
      await page.getByRole('button', { name: 'Lấy lại để sửa' }).click();
      await confirm('Lấy lại để sửa');
      await page.getByText('Dương Kim Ngân không làm tiếp được').waitFor();
      await page.getByRole('button', { name: 'Nhận soạn thảo tiếp' }).click();
      await page.getByRole('dialog').getByLabel('Lý do').fill('Người soạn thảo đã chuyển công tác.');
      await confirm('Nhận soạn thảo tiếp');
      await page.getByRole('link', { name: 'Soạn thảo', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: `Soạn thảo ${draft!.code}` }).waitFor();
      expect(await page.getByLabel('1. Mục đích').inputValue()).toContain('Quy định thống nhất');
      await it.sql(shut, true, ['P012', 'P017']);
      await it.sql(
        `
          update revision set state = 'IN_REVIEW', drafter_id = (select id from person where code = 'P017')
          where id = $1`,
        draft!.id,
      );
    },
  );
});

test('bug: what the reviewer had just signed gave way to the revision in force', async () => {
  const page = await visitors.page('phongnd.sk');
  const [waiting] = await it.sql<{ id: string; title: string }>(
    `
      select d.id, d.title from document d join unit u on u.id = d.authority_id and u.code = 'LH-SK'
      join revision r on r.document_id = d.id and r.state = 'IN_REVIEW'`,
  );
  await openPage(page, `/documents/${waiting!.id}`, waiting!.title);
  await page.getByRole('button', { name: 'Ký soát xét' }).click();
  await page.getByRole('dialog').getByLabel('mật khẩu').first().fill(samplePassword);
  await page.getByRole('dialog').getByRole('button', { name: 'Ký soát xét' }).click();
  await page.waitForURL(/\/revisions\//);
  await page.getByRole('region', { name: 'Trạng thái' }).getByText('Đã soát xét, chờ phê duyệt').waitFor();
});

test('bug: saving beside the text said nothing when it failed', async () => {
  const page = await visitors.page('ngandk.bt');
  const { id, underWay } = await inWard('QT.HT.03');
  await openPage(page, `/documents/${id}/revisions/${underWay!.id}/edit`, /Soạn thảo/);
  await page.context().setOffline(true);
  await page.getByLabel('1. Mục đích').fill('Mục đích viết khi mất mạng');
  const beside = page.getByRole('complementary');
  await beside.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await beside.getByText('Không kết nối được với máy chủ').waitFor();
  await page.context().setOffline(false);
  await beside.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByText('Đã lưu bản thảo').waitFor();
  await beside.getByRole('link', { name: '7. Hồ sơ cần lưu' }).click();
  await expect
    .poll(() =>
      page
        .getByRole('heading', { name: '7. Hồ sơ cần lưu' })
        .evaluate((heading) => heading.getBoundingClientRect().top),
    )
    .toBeLessThan(sizes.desk.height);
});

test('bug: a discarded draft still said what had to be mended', async () => {
  const page = await visitors.page('huongct.sk');
  const secretary = await it.as('huongct.sk');
  const [office] = await it.sql<{ id: string }>(`select id from unit where code = 'LH-SK-VP'`);
  const { createDocument: made } = await secretary.ask(
    'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { id } }',
    {
      input: { code: 'HD.VP.77', title: 'Hướng dẫn chưa viết', kind: 'INSTRUCTION', ownerUnitId: office!.id },
    },
  );
  await openPage(page, `/documents/${made.id}`, 'Hướng dẫn chưa viết');
  await page.getByText('Phải sửa', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Hủy bản thảo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy bản thảo' }).click();
  await page.getByText('Phải sửa', { exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Trạng thái' }).getByText('Đã hủy bản thảo').waitFor();
});

test('bug: paper gave the day of effect as the day of issue', async () => {
  const page = await visitors.page('quyentm.bt');
  const { id } = await inWard('QT.HT.01');
  await openPage(page, `/documents/${id}`, /khai sinh/);
  const [days] = await it.sql<{ issued: string; effective: string }>(
    `
      select to_char(approved_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as issued,
        to_char(effective_on, 'DD/MM/YYYY') as effective
      from revision where document_id = $1 and state = 'EFFECTIVE'`,
    id,
  );
  expect(days!.issued).not.toBe(days!.effective);
  const paper = page.getByRole('article');
  await paper.getByText(`Ngày ban hành: ${days!.issued}`).waitFor();
  expect(await paper.locator('dl').first().innerText()).toMatch(
    new RegExp(`Ngày ban hành\\s*${days!.issued}\\s+Ngày hiệu lực\\s*${days!.effective}`),
  );
});

describe('the same draft on two computers', () => {
  const scope = '2. Phạm vi';
  const save = (page: Page) => page.getByRole('button', { name: 'Lưu bản thảo' }).first().click();
  const writing = async (page: Page) => {
    const { id, underWay } = await inWard('QT.HT.03');
    await openPage(page, `/documents/${id}/revisions/${underWay!.id}/edit`, /Soạn thảo/);
  };

  test('what the other one saved stands beside mine, part by part; both are kept as chosen', async () => {
    const [office, home] = [await visitors.page('ngandk.bt'), await visitors.page('ngandk.bt', 'phone')];
    await Promise.all([writing(office), writing(home)]);
    await office.getByLabel('1. Mục đích').fill('Mục đích viết ở phòng làm việc');
    await office.getByLabel(scope).fill('Phạm vi viết ở phòng làm việc');
    await save(office);
    await office.getByText('Đã lưu bản thảo').first().waitFor();

    await home.getByLabel(scope).fill('Phạm vi viết ở nhà');
    await home.getByLabel('4. Định nghĩa').fill('Định nghĩa viết ở nhà');
    await save(home);
    await home.getByRole('heading', { name: 'Bản thảo đã được lưu ở nơi khác' }).waitFor();
    expect(await axeCheck(home)).toEqual([]);
    expect(await scrollsSideways(home)).toBe(false);
    await home.getByRole('button', { name: 'Gộp và lưu' }).click();
    await home.getByText('Còn 1 phần chưa chọn').waitFor();
    const contested = home.getByRole('article').filter({ hasText: 'Cả hai nơi cùng sửa' });
    await contested.getByText('Phạm vi viết ở phòng làm việc').waitFor();
    await contested.getByRole('radio', { name: 'Lấy của tôi' }).check();
    await home.getByRole('button', { name: 'Gộp và lưu' }).click();
    await home.getByText('Đã lưu bản thảo').first().waitFor();

    await office.reload();
    await expect.poll(() => office.getByLabel('1. Mục đích').inputValue()).toBe('Mục đích viết ở phòng làm việc');
    await expect.poll(() => office.getByLabel(scope).inputValue()).toBe('Phạm vi viết ở nhà');
    await expect.poll(() => office.getByLabel('4. Định nghĩa').inputValue()).toBe('Định nghĩa viết ở nhà');
  });

  test('what was typed on an older version is compared when it is opened again, and saving twice goes through', async () => {
    const [office, home] = [await visitors.page('ngandk.bt'), await visitors.page('ngandk.bt')];
    await writing(home);
    await home.getByLabel(scope).fill('Phạm vi gõ dở từ hôm qua');
    await kept(home, 'Phạm vi gõ dở từ hôm qua');
    await home.goto('/documents');
    await writing(office);
    for (const text of ['Phạm vi lưu lần một', 'Phạm vi lưu lần hai']) {
      await office.getByLabel(scope).fill(text);
      await save(office);
      await office.getByRole('button', { name: 'Lưu bản thảo' }).nth(1).waitFor({ state: 'detached' });
    }
    await writing(home);
    const compared = home.getByRole('article').filter({ hasText: 'Phạm vi gõ dở từ hôm qua' });
    await compared.getByText('Phạm vi lưu lần hai').waitFor();
    await home.getByRole('button', { name: 'Gộp và lưu' }).click();
    await compared.getByRole('radio', { name: 'Lấy bản mới' }).check();
    await home.getByRole('button', { name: 'Gộp và lưu' }).click();
    await home.getByRole('heading', { name: 'Bản thảo đã được lưu ở nơi khác' }).waitFor({ state: 'detached' });
    await expect.poll(() => home.getByLabel(scope).inputValue()).toBe('Phạm vi lưu lần hai');
  });
});

test('the ISO secretary corrects what is known of a document; its signed name stays', async () => {
  const page = await visitors.page('quyendk.bt');
  const { id } = await inWard('QT.HT.09');
  await openPage(page, `/documents/${id}`, /giám sát/);
  await page.getByRole('link', { name: 'Sửa thông tin' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sửa thông tin QT.HT.09' }).waitFor();
  await expect.poll(() => page.getByLabel('Mã hiệu').isDisabled()).toBe(true);
  await page.getByLabel('Thời hạn lưu').fill('10 năm');
  await page.getByRole('button', { name: 'Lưu thông tin' }).click();
  await page.getByText('10 năm').waitFor();
  const colleague = await visitors.page('quyentm.bt');
  await colleague.goto(`/documents/${id}/facts`);
  await colleague.getByText('Bạn không sửa được thông tin tài liệu này').waitFor();
});

describe('a file as the content', () => {
  const chosen = (name: string) => ({ name, mimeType: '', buffer: fileContent(name) });

  test.each(['desk', 'phone'] as const)(
    'is chosen, refused when it is no paper, saved, and opened by who reads (%s)',
    async (size) => {
      const page = await visitors.page('quyendk.bt', size);
      const { id, underWay } = await inWard('QC.01');
      await openPage(page, `/documents/${id}/revisions/${underWay!.id}/edit`, /Soạn thảo QC.01/);
      await page.setInputFiles('input[type=file]', chosen('Bảng tính.xlsx'));
      await page.getByText('“Bảng tính.xlsx” không phải PDF hoặc Word').waitFor();
      await page.setInputFiles('input[type=file]', chosen(`Quy chế ${size}.pdf`));
      await page.getByText(`Quy chế ${size}.pdf`).waitFor();
      expect(await axeCheck(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.getByRole('button', { name: 'Lưu bản thảo' }).first().click();
      await page.getByText('Đã lưu bản thảo').first().waitFor();
      await openPage(page, `/documents/${id}/revisions/${underWay!.id}`, /Quy chế làm việc/);
      const link = page.getByRole('link', { name: 'Mở tệp PDF' });
      const answer = await page.request.get((await link.getAttribute('href'))!);
      expect(await answer.body()).toEqual(fileContent(`Quy chế ${size}.pdf`));
    },
  );

  test('comes with an outside document, and the list shows it', async () => {
    const page = await visitors.page('quyendk.bt');
    await openPage(page, '/documents/external', /tài liệu bên ngoài/);
    await page.getByLabel('Số, ký hiệu').fill('150/2026/NĐ-CP');
    await page.getByLabel('Tên tài liệu').fill('Nghị định về lưu trữ số');
    await page.getByLabel('Cơ quan ban hành').fill('Chính phủ');
    await page.setInputFiles('input[type=file]', chosen('Nghị định 150.docx'));
    await page.getByText('Nghị định 150.docx').waitFor();
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await page.getByRole('link', { name: 'Tải tệp Word' }).waitFor();
    await openPage(page, '/documents?search=150/2026', /Tài liệu/);
    await page.getByText('Nội dung là tệp tải lên').waitFor({ state: 'attached' });
  });
});

describe('the list', () => {
  test('bug: the filter by authority could not be taken away, so an observer saw an empty list and nothing to do', async () => {
    const page = await visitors.page('sangpn.nv');
    await openPage(page, '/documents', /Tài liệu/);
    await page.getByText('Cơ quan chưa có tài liệu nào').waitFor();
    await page.getByRole('button', { name: 'Xem tài liệu của mọi cơ quan' }).click();
    await page.getByRole('columnheader', { name: 'Cơ quan' }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Cơ quan' }).waitFor();
  });

  test('is narrowed by clause and by owner, found by typing among many', async () => {
    const page = await visitors.page('quyendk.bt');
    await openPage(page, '/documents', /Tài liệu/);
    await page.getByLabel('Điều khoản').fill('danh gia noi bo');
    await page.getByRole('option', { name: /9.2/ }).first().click();
    await page.waitForURL(/clause=9.2/);
    await page.getByRole('button', { name: /Bỏ lọc: Điều khoản: 9.2/ }).click();
    await page.getByLabel('Đơn vị chủ trì').fill('kinh te');
    await page
      .getByRole('option', { name: /Phòng Kinh tế, Hạ tầng/ })
      .first()
      .click();
    await page.waitForURL(/unit=/);
    await page
      .getByRole('link', { name: /cây xanh/ })
      .first()
      .waitFor();
  });
});
