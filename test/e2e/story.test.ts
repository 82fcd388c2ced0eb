import { describe, expect, test } from 'vitest';
import { useHouse } from '../support/house.js';
import { useVisitors } from '../support/visitor.js';
import { acceptsReport, acknowledges, agreesAndShows, announces, confirmsPlan, explainsTheRest, fillsLine, finishesAndReports, opensAudit, writesFinding } from './story/audit.js';
import { approvesPlan, confirmsEffect, reportsDone, responds, tellsStory, verifies } from './story/nonconformity.js';
import { amendsStep, approvesForToday, findsProcedure, reviews, submitsDraft } from './story/procedure.js';
import { isApproved, opensRound, seatsTeam, seesWhoMayNot } from './story/round.js';

const it = useHouse();
const visitors = useVisitors(it);

/** Who plays which part. */
const cast = {
  secretary: 'quyendk.bt', reviewer: 'phund.bt', headOfWard: 'thuybp.bt', manager: 'phunb.bt',
  arranger: 'huongtm.khcn', headOfAgency: 'tanmq.khcn', manager2: 'kiennn.khcn', chiefOfOffice: 'phund.bt', officer: 'quyentm.bt', lead: 'vandd.st', auditor: 'phuocld.sk', clerk: 'huongct.sk',
} as const;
const ward = 'Phường Bạch Trúc';
/** The first audit of the second round of the year. */
const audit = 'DG-2026-02-01';
const procedure = 'Đăng ký khai tử';

test('a procedure in force is found, amended, signed by three, and in force today', async () => {
  const secretary = await visitors.at(cast.secretary);
  await findsProcedure(secretary, 'khai tu', procedure);
  await amendsStep(secretary, procedure);
  await submitsDraft(secretary);
  await reviews(await visitors.at(cast.reviewer), procedure);
  await approvesForToday(await visitors.at(cast.headOfWard), procedure);
});

describe('an audit across units', () => {
  const gap = 'Phiếu kiểm soát quá trình để trống giờ giao nhận ở bước B1';
  let number: string;

  test('is arranged by hand, settled and approved', async () => {
    const arranger = await visitors.at(cast.arranger);
    const title = 'Đánh giá chéo bổ sung tháng 11';
    await opensRound(arranger, title, '2026-11-24', '2026-12-04', [ward, 'Phường Nguyệt Thủy']);
    await seatsTeam(arranger, ward, '2026-11-26', [
      { name: 'Đinh Diệu Vân', part: 'Trưởng đoàn' }, { name: 'Lê Duy Phước', part: 'Chuyên gia đánh giá' }, { name: 'Cao Thu Hương', part: 'Thư ký đoàn' },
    ], () => seesWhoMayNot(arranger, 'Dương Kim Ngân', /R01/));
    await arranger.link('Về đợt đánh giá');
    await seatsTeam(arranger, 'Phường Nguyệt Thủy', '2026-11-27', [
      { name: 'Nguyễn Thị Hường', part: 'Trưởng đoàn' }, { name: 'Nguyễn Bá Thuận', part: 'Chuyên gia đánh giá' },
    ]);
    await arranger.link('Về đợt đánh giá');
    await isApproved(arranger, await visitors.at(cast.headOfAgency), title);
  });

  test('is announced, confirmed and opened', async () => {
    const lead = await visitors.at(cast.lead);
    await announces(lead, audit, ['7.5.2', '8.5.1', '10.2.1'], new RegExp(procedure));
    await confirmsPlan(await visitors.at(cast.headOfWard), audit);
    await visitors.setDay('2026-11-26');
    await opensAudit(lead, audit);
  });

  test('is carried out by two members; a finding is agreed, shown and acknowledged', async () => {
    const auditor = await visitors.at(cast.auditor);
    await fillsLine(await visitors.at(cast.clerk), audit, /^7\.5\.2/, 'Phù hợp', 'Danh mục tài liệu khớp với các bản tại quầy 1, 2, 3.');
    await fillsLine(auditor, audit, /QT\.HT\.02/, 'KPH nhẹ', 'Hồ sơ khai tử số 0412, 0431: phiếu kiểm soát không ghi giờ.');
    await writesFinding(auditor, 'QT.HT.02 bước B1: ghi phiếu kiểm soát quá trình ngay khi nhận hồ sơ', gap);
    await agreesAndShows(await visitors.at(cast.lead), gap);
    await acknowledges(await visitors.at(cast.secretary), gap);
  });

  test('is finished, reported and accepted, and the finding becomes a nonconformity', async () => {
    const lead = await visitors.at(cast.lead);
    await explainsTheRest(lead, audit, 'Hết giờ của buổi đánh giá; chuyển sang đợt sau.');
    await finishesAndReports(lead, audit);
    number = await acceptsReport(await visitors.at(cast.headOfWard), audit);
  });
  test('the nonconformity is answered, planned, done, verified, and after three months closed', async () => {
    const head = await visitors.at(cast.chiefOfOffice);
    await responds(head, number, {
      correction: 'Đã ghi bổ sung giờ giao nhận vào hai phiếu kiểm soát ngày 26/11/2026.',
      whys: ['Công chức ghi phiếu vào cuối ngày.', 'Quầy không có phiếu in sẵn tại chỗ.', 'Chưa quy định ai chuẩn bị phiếu mỗi sáng.'],
      action: 'Phân công Bộ phận Một cửa in sẵn phiếu kiểm soát mỗi sáng', owner: 'Trần Minh Quyên', due: '2026-12-15',
    });
    await approvesPlan(await visitors.at(cast.manager), number);
    await visitors.setDay('2026-12-10');
    await reportsDone(await visitors.at(cast.officer), number, 'Đã in sẵn phiếu và ghi giờ ngay khi nhận.', 'Sổ giao phiếu từ 01/12 đến 10/12, quầy số 1.');
    const lead = await visitors.at(cast.lead);
    await verifies(lead, number, 'Xem 10 phiếu kiểm soát của tuần đầu tháng 12: đủ giờ giao nhận.');
    await visitors.setDay('2027-03-10');
    await confirmsEffect(await visitors.at(cast.manager2), number, 'Lấy mẫu 10 hồ sơ ba tháng gần nhất: phiếu ghi đủ giờ, không tái diễn.');
    expect(await tellsStory(await visitors.at(cast.manager2))).toEqual([]);
  });
});
