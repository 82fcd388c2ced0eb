import type { Visitor } from '../../support/visitor.js';

/** The officer finds the procedure without diacritics and reads it. */
export async function findsProcedure(officer: Visitor, typed: string, title: string): Promise<void> {
  await officer.module('Thủ tục, quy trình');
  await officer.heading(/Thủ tục/);
  await officer.page.getByRole('searchbox').fill(typed);
  await officer.link(title);
  await officer.heading(title);
  await officer.reads('Đang hiệu lực');
  await officer.page.getByRole('heading', { name: /Quy trình xử lý công việc/ }).waitFor();
  await officer.look('procedure');
}

/** She begins an amendment, says why, and shortens a step. */
export async function amendsStep(officer: Visitor, title: string): Promise<void> {
  await officer.press('Ban hành mới, sửa đổi');
  await officer.type(
    'Vì sao phải thay đổi',
    'Kết quả tự kiểm tra tuần 46: bước tiếp nhận ghi phiếu kiểm soát chưa rõ.',
  );
  await officer.look('start-revision');
  await officer.press('Lập bản thảo');
  await officer.heading(/Soạn thảo/);
  await officer.reads(title);
  await officer.type('Trang, phần liên quan', 'Mục 5.8, bước B1');
  await officer.type('Mô tả nội dung sửa đổi', 'Ghi phiếu kiểm soát ngay khi nhận hồ sơ.');
  await officer.page.locator('summary').first().click();
  await officer.type('Việc phải làm', 'Kiểm tra, nhận hồ sơ, ghi phiếu kiểm soát quá trình ngay khi nhận.');
  await officer.look('edit-step');
}

/** She saves, submits and signs as the one who drafted it. */
export async function submitsDraft(officer: Visitor): Promise<void> {
  await officer.press('Lưu và gửi soát xét');
  await officer.look('sign-submit');
  await officer.sign('Gửi soát xét');
  await officer.reads('Đang soát xét');
  await officer.look('in-review');
}

/** The reviewer opens it from My work, reads what changed, and signs. */
export async function reviews(reviewer: Visitor, title: string): Promise<void> {
  await reviewer.tasks('Soát xét và ký tài liệu', title);
  await reviewer.heading(title);
  await reviewer.link('Thay đổi');
  await reviewer.reads('ghi phiếu kiểm soát quá trình ngay khi nhận');
  await reviewer.look('changes');
  await reviewer.sign('Ký soát xét');
  await reviewer.reads('Đã soát xét, chờ phê duyệt');
}

/** The head approves it for today: it is in force, and the one before is superseded. */
export async function approvesForToday(head: Visitor, title: string): Promise<void> {
  await head.tasks('Phê duyệt và ký tài liệu', title);
  await head.heading(title);
  await head.sign('Phê duyệt');
  await head.reads('Đang hiệu lực');
  await head.link(/Các lần ban hành/);
  await head.reads('Đã được thay thế');
  await head.look('revisions');
}
