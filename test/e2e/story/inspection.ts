import type { Locator } from 'playwright-core';
import type { Visitor } from '../../support/visitor.js';

const question = (head: Visitor, code: string): Locator => head.page.locator(`#question-${code}`);
const saved = (head: Visitor): Promise<void> => head.page.getByText('Đã lưu', { exact: true }).waitFor();

async function isMet(head: Visitor, code: string, note?: [label: string | RegExp, text: string]): Promise<void> {
  await question(head, code).getByRole('radio', { name: 'Đạt', exact: true }).check();
  if (note) await question(head, code).getByLabel(note[0]).fill(note[1]);
}

async function counts(head: Visitor, code: string, value: string, note: string): Promise<void> {
  await question(head, code).getByRole('textbox').first().fill(value);
  await head.page.keyboard.press('Tab');
  await question(head, code)
    .getByLabel(/Ghi chú|Chưa đạt ở/)
    .fill(note);
}

/** The head opens the weekly form from My work, and begins. */
export async function begins(head: Visitor, form: string): Promise<void> {
  await head.tasks('Làm phiếu tự kiểm tra', form);
  await head.press('Bắt đầu');
  await question(head, 'C01').waitFor();
  await head.look('form');
}

/** What is not met is said where, and becomes a nonconformity that is filled in already. */
export async function raisesFromAnswer(head: Visitor, code: string, where: string): Promise<void> {
  await question(head, code).getByRole('radio', { name: 'Chưa đạt', exact: true }).check();
  await question(head, code).getByLabel('Chưa đạt ở chỗ nào?').fill(where);
  await saved(head);
  await question(head, code).getByRole('button', { name: 'Lập phiếu KPH' }).click();
  await head.look('raise');
  await head.confirm('Lập phiếu KPH');
  await question(head, code)
    .getByRole('link', { name: /Mở phiếu KPH-/ })
    .waitFor();
}

/** The other questions of the weekly form are answered one after the other. */
export async function fillsIn(head: Visitor): Promise<void> {
  await counts(head, 'C01', '100', 'Số liệu hệ thống một cửa');
  await counts(head, 'C09', '0', 'Đã xem danh sách');
  await counts(head, 'B10', '0', 'Đã xem danh sách');
  await counts(head, 'F02', '0', 'Không có');
  await question(head, 'B01')
    .getByRole('button', { name: /^Cả 5 mẫu đều đạt/ })
    .click();
  await question(head, 'B01').getByLabel('Mã hồ sơ đã xem').fill('H29.36-261120-0007');
  await isMet(head, 'B02', ['Ghi chú', 'Đã kiểm đếm trên bàn']);
  await isMet(head, 'F01');
  await isMet(head, 'N04');
  await question(head, 'M02').getByRole('button', { name: 'Không áp dụng' }).click();
  await saved(head);
  await head.look('filled-in');
}

/** The head signs and submits it. */
export async function submits(head: Visitor): Promise<void> {
  await head.sign('Ký gửi');
  await head.page.getByRole('heading', { name: 'Kết quả', exact: true }).waitFor();
  await head.look('submitted');
}

/** The quality manager looks at the answers and accepts the form of the week. */
export async function isAccepted(manager: Visitor, week: string, unit: string): Promise<void> {
  await manager.tasks('Nhận hoặc trả lại phiếu tự kiểm tra', week, unit);
  await manager.heading(new RegExp(week));
  await manager.reads('Câu chưa đạt');
  await manager.look('to-accept');
  await manager.press('Nhận phiếu');
  await manager.confirm('Nhận phiếu');
  await manager.said('Đã nhận phiếu.');
}
