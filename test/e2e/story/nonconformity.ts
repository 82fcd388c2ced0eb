import type { Visitor } from '../../support/visitor.js';

/** The unit's answer: what was done at once, why it happened, and what will be done by whom until when. */
export interface UnitResponse {
  correction: string;
  whys: readonly string[];
  cause: RegExp;
  action: string;
  owner: string;
  due: string;
}

/** The unit responds, from My work. */
export async function responds(head: Visitor, number: string, answer: UnitResponse): Promise<void> {
  await head.tasks('Phản hồi phiếu không phù hợp', number);
  await head.heading(number);
  await head.look('issued');
  await head.link('Gửi phản hồi');
  await head.heading(`Phản hồi ${number}`);
  await head.type(/Đã xử lý ngay/, answer.correction);
  for (const [index, why] of answer.whys.entries()) {
    if (index > 1) await head.press('Thêm một câu “Vì sao?”');
    await head.type(new RegExp(`^Vì sao ${index + 1}`), why);
  }
  await head.choose('Nhóm nguyên nhân', answer.cause);
  await head.type('Nội dung', answer.action);
  await head.pick('Người thực hiện', answer.owner);
  await head.type(/^Hạn/, answer.due);
  await head.look('respond');
  await head.press('Gửi phản hồi');
  await head.heading(number);
  await head.reads('Nguyên nhân gốc rễ');
  await head.look('responded');
}

/** The quality manager approves the plan. */
export async function approvesPlan(manager: Visitor, number: string): Promise<void> {
  await manager.tasks('Duyệt kế hoạch khắc phục', number);
  await manager.press('Duyệt kế hoạch');
  await manager.confirm('Duyệt kế hoạch');
  await manager.reads('Quá trình xử lý');
  await manager.look('plan-approved');
}

/** The owner does the action and says where that can be seen. */
export async function reportsDone(owner: Visitor, number: string, result: string, evidence: string): Promise<void> {
  await owner.tasks('Làm và báo xong hành động khắc phục', number);
  await owner.heading(number);
  await owner.press('Báo đã xong');
  await owner.type('Đã làm gì', result);
  await owner.type('Bằng chứng ở đâu', evidence);
  await owner.look('report-done');
  await owner.confirm('Báo đã xong');
  await owner.reads('Mọi hành động đã xong; phiếu tự chuyển sang chờ kiểm tra xác nhận.');
}

/** The lead auditor looks at the evidence and verifies. */
export async function verifies(lead: Visitor, number: string, note: string): Promise<void> {
  await lead.tasks('Kiểm tra xác nhận kết quả khắc phục', number);
  await lead.press('Kiểm tra xác nhận');
  await lead.tick('Tôi đã xem bằng chứng của mọi hành động');
  await lead.type('Đã xem những gì', note);
  await lead.look('verify');
  await lead.confirm('Xác nhận');
  await lead.reads(/Có thể kết luận từ ngày/);
}

/** After three months the check of the effect closes it. */
export async function confirmsEffect(by: Visitor, number: string, observed: string): Promise<void> {
  await by.tasks('Kiểm tra hiệu lực', number);
  await by.press('Kết luận có hiệu lực');
  await by.type('Đã xem gì, thấy gì', observed);
  await by.confirm('Đóng phiếu');
  await by.reads('Có hiệu lực, phiếu đã đóng.');
  await by.look('closed-nonconformity');
}

/** The story of the record, the newest first, as sentences. */
export async function tellsStory(by: Visitor): Promise<string[]> {
  const section = by.page.getByRole('region', { name: 'Quá trình xử lý' });
  return (await section.getByRole('listitem').allInnerTexts()).map(
    (text) => text.split('\n').find((line) => line.endsWith('.')) ?? text,
  );
}
