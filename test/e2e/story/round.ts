import type { Visitor } from '../../support/visitor.js';

/** A team as it is put together: names with their part. */
export type TeamList = readonly { name: string; part: string }[];

/** The lead agency opens a round over some units. */
export async function opensRound(
  arranger: Visitor,
  title: string,
  from: string,
  to: string,
  units: readonly string[],
): Promise<void> {
  await arranger.module('Đánh giá');
  await arranger.link('Lập đợt mới');
  await arranger.type('Tên đợt', title);
  await arranger.type('Từ ngày', from);
  await arranger.type('Đến ngày', to);
  for (const unit of units) await arranger.tick(new RegExp(`^${unit}`));
  await arranger.look('round-form');
  await arranger.press('Lập đợt');
  await arranger.heading(new RegExp(title));
  await arranger.look('round-made');
}

/** She opens an auditee's team page and reads why somebody may not audit there. */
export async function seesWhoMayNot(arranger: Visitor, name: string, rule: RegExp): Promise<void> {
  await arranger.page.getByRole('searchbox').fill(name);
  const row = arranger.page.getByRole('listitem').filter({ hasText: name });
  await row.getByText('Không được chọn', { exact: true }).waitFor();
  await row.getByText(rule).first().waitFor();
  await arranger.look('may-not');
  await arranger.page.getByRole('searchbox').fill('');
}

/** She sets the day, assignments the team of one unit, and comes back to the round. */
export async function seatsTeam(
  arranger: Visitor,
  unit: string,
  day: string,
  team: TeamList,
  before?: () => Promise<void>,
): Promise<void> {
  await arranger.link(new RegExp(unit));
  await arranger.heading(new RegExp(`Đoàn đánh giá ${unit}`));
  await before?.();
  await arranger.type('Ngày đánh giá', day);
  await arranger.press('Lưu ngày');
  await arranger.said('Đã lưu ngày.');
  for (const { name } of team) {
    await arranger.page.getByRole('searchbox').fill(name);
    await arranger.press(`Chọn ${name}`);
  }
  for (const { name, part } of team) await arranger.choose(`Vai trò của ${name}`, part);
  await arranger.press('Lưu đoàn');
  await arranger.said('Đã lưu đoàn.');
  await arranger.look('team');
  await arranger.link('Về đợt đánh giá');
}

/** She settles the assignment. */
export async function settles(arranger: Visitor): Promise<void> {
  await arranger.press('Chốt phân công');
  await arranger.confirm('Chốt phân công');
  await arranger.reads('Đã phân công');
  await arranger.look('assigned');
}

/** The head of the lead agency signs the assignment. */
export async function signsRound(head: Visitor, title: string): Promise<void> {
  await head.tasks('Phê duyệt phương án phân công', title);
  await head.heading(new RegExp(title));
  await head.sign('Ký phê duyệt');
  await head.said(/Đã phê duyệt/);
  await head.look('approved');
}
