import type { Visitor } from '../../support/visitor.js';

/** The lead makes scope and agenda, and announces the audit. */
export async function announces(
  lead: Visitor,
  audit: string,
  clauses: readonly string[],
  procedure: RegExp,
): Promise<void> {
  await lead.tasks('Lập lịch và thông báo cuộc đánh giá', audit);
  await lead.reads(audit);
  await lead.link('Lập phạm vi và lịch');
  for (const clause of clauses) await lead.tick(new RegExp(`^${clause.replaceAll('.', '\\.')} `));
  await lead.tick(procedure);
  await lead.look('plan');
  await lead.press('Lưu kế hoạch');
  await lead.page.getByRole('button', { name: 'Gửi thông báo' }).waitFor();
  await lead.press('Gửi thông báo');
  await lead.confirm('Gửi thông báo');
  await lead.said('Đã gửi thông báo.');
  await lead.look('announced');
}

/** The head of the auditee confirms the plan by signature. */
export async function confirmsPlan(head: Visitor, audit: string): Promise<void> {
  await head.tasks('Xác nhận kế hoạch đánh giá', audit);
  await head.reads(audit);
  await head.look('to-confirm');
  await head.sign('Ký xác nhận kế hoạch');
  await head.said('Đã xác nhận kế hoạch.');
}

/** On the day the lead opens the audit with the minutes of the first meeting. */
export async function opensAudit(lead: Visitor, audit: string): Promise<void> {
  await lead.tasks('Khai mạc cuộc đánh giá', audit);
  await lead.reads(audit);
  await lead.press('Khai mạc');
  await lead.type('Biên bản họp khai mạc', 'Họp khai mạc lúc 8 giờ, có Chủ tịch và thư ký ISO của phường.');
  await lead.confirm('Khai mạc');
  await lead.link('Mở phiếu ghi chép');
  await lead.look('sheet');
}

/** A member opens the work sheet from My work and fills a line. */
export async function fillsLine(
  member: Visitor,
  audit: string,
  line: RegExp,
  result: string,
  evidence: string,
): Promise<void> {
  const button = member.page.getByRole('button', { name: line });
  if (!(await button.count())) {
    await member.tasks('Hoàn thiện phiếu ghi chép', audit);
    await member.reads(audit);
  }
  await button.first().click();
  await member.page.getByRole('radio', { name: result, exact: true }).click();
  await member.type(/^Bằng chứng/, evidence);
  await member.reads(/^Đã lưu/);
  await member.look('line');
}

/** He writes a finding out of the line, and sends it to the lead. */
export async function writesFinding(member: Visitor, requirement: string, gap: string): Promise<void> {
  await member.link('Viết phát hiện');
  await member.type('Yêu cầu', requirement);
  await member.type('Sai lệch', gap);
  await member.look('finding-form');
  await member.confirm('Lưu');
  await member.press('Gửi trưởng đoàn');
  await member.confirm('Gửi trưởng đoàn');
  await member.said('Đã gửi trưởng đoàn.');
}

/** The lead agrees the finding and shows it to the auditee. */
export async function agreesAndShows(lead: Visitor, gap: string): Promise<void> {
  await lead.tasks('Thống nhất phát hiện trong đoàn', gap);
  await lead.reads(gap);
  await lead.press('Thống nhất');
  await lead.confirm('Thống nhất');
  await lead.press('Thông báo cho đơn vị');
  await lead.confirm('Thông báo cho đơn vị');
  await lead.said('Đã thông báo cho đơn vị.');
  await lead.look('shown');
}

/** The auditee acknowledges what it was shown. */
export async function acknowledges(auditee: Visitor, gap: string): Promise<void> {
  await auditee.tasks('Trả lời phát hiện đánh giá', gap);
  await auditee.reads(gap);
  await auditee.look('to-acknowledge');
  await auditee.press('Xác nhận');
  await auditee.confirm('Xác nhận');
  await auditee.said('Đã xác nhận phát hiện.');
}

/** The lead says for every line that is left why it was not checked. */
export async function explainsTheRest(lead: Visitor, audit: string, reason: string): Promise<void> {
  await lead.tasks('Hoàn thiện phiếu ghi chép', audit);
  await lead.press(/^Ghi lý do cho \d+ dòng còn lại/);
  await lead.look('explain-rest');
  await lead.type(/Lý do/, reason);
  await lead.confirm('Ghi lý do');
  await lead.said('Đã ghi lý do.');
}

/** She ends the fieldwork with the minutes of the last meeting, writes the report and signs it. */
export async function finishesAndReports(lead: Visitor, audit: string): Promise<void> {
  await lead.tasks('Kết thúc đánh giá tại chỗ', audit);
  await lead.reads(audit);
  await lead.press('Kết thúc tại chỗ');
  await lead.type('Đoàn đã thống nhất', 'Đoàn thống nhất 01 điểm không phù hợp nhẹ.');
  await lead.type('Biên bản họp kết thúc', 'Họp kết thúc lúc 11 giờ 15, đơn vị nhất trí với phát hiện.');
  await lead.confirm('Kết thúc tại chỗ');
  await lead.said('Đã kết thúc tại chỗ.');
  await lead.look('fieldwork-done');
  await lead.tasks('Ký báo cáo đánh giá', audit);
  await lead.link('Soạn báo cáo');
  await lead.press('Soạn báo cáo');
  await lead.type(/Tình hình thực hiện/, 'Đúng kế hoạch, đủ thành phần.');
  await lead.type(/Điểm mạnh/, 'Hồ sơ hộ tịch lưu đủ, dễ tra cứu.');
  await lead.type(/Kết luận/, 'Hệ thống phù hợp và có hiệu lực; 01 điểm không phù hợp nhẹ phải khắc phục.');
  await lead.confirm('Lưu bản soạn');
  await lead.look('report');
  await lead.sign('Ký báo cáo');
  await lead.said(/Đã ký báo cáo/);
}

/** The head of the auditee reads the report and accepts it by signature; the finding is now a nonconformity. */
export async function acceptsReport(head: Visitor, audit: string): Promise<string> {
  await head.tasks('Xác nhận hoặc trả lại báo cáo đánh giá', audit);
  await head.link('Xem báo cáo');
  await head.look('report-to-accept');
  await head.sign('Ký nhận báo cáo');
  await head.said(/Đã ký nhận/);
  const link = head.page.getByRole('link', { name: /^KPH/ });
  await link.first().waitFor();
  const number = await link.first().innerText();
  await head.look('report-issued');
  await link.first().click();
  await head.heading(number);
  return number;
}
