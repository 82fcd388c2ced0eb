import type { Visitor } from '../../support/visitor.js';

/** The head begins the form that is due, from what is owed. */
export async function begins(head: Visitor, template: string): Promise<void> {
  await head.owed(/Làm phiếu tự kiểm tra|Làm tiếp và gửi phiếu/, template);
  await head.heading(new RegExp(template));
  await head.look('form-due');
  const begin = head.page.getByRole('button', { name: 'Bắt đầu' });
  if (await begin.count()) await begin.click();
  await head.page.getByRole('progressbar').first().waitFor();
}

/** Every question that is not answered yet is answered well, one after the other. */
export async function answersWell(head: Visitor, but: string): Promise<void> {
  await head.page.locator('[id^=question-]').first().waitFor();
  for (let at = 0; at < await head.page.locator('[id^=question-]').count(); at += 1) {
    const question = head.page.locator('[id^=question-]').nth(at);
    if ((await question.getAttribute('id')) === `question-${but}`) continue;
    const good = question.getByRole('radio', { name: 'Đạt', exact: true });
    const all = question.getByRole('button', { name: /^Cả \d+ mẫu đều đạt/ });
    const number = question.getByLabel('Số liệu');
    if (await good.count()) await good.check();
    else if (await all.count()) await all.click();
    else if (await number.count()) await number.fill('100');
    const note = question.getByLabel(/Ghi chú, bằng chứng/);
    if (await note.count() && !(await note.inputValue())) await note.fill('Đã xem sổ và hồ sơ tuần này.');
    const codes = question.getByLabel(/Mã hồ sơ đã xem/);
    if (await codes.count() && !(await codes.inputValue())) await codes.fill('H40.01-261120-0007');
  }
}
