import { describe, expect, test } from 'vitest';
import { bachTrucTeam, cast, content, Story } from '../api/audits/fixtures.js';
import { nonconformityAfter, who } from '../api/nonconformities/fixtures.js';
import { useServer } from '../support/server.js';
import { useVisitors } from '../support/visitor.js';
import { acceptsReport, acknowledges, confirmsPlan, explainsTheRest, fillsLine, writesFinding } from './story/audit.js';
import { begins, fillsIn, isAccepted, raisesFromAnswer, submits } from './story/inspection.js';
import { reportsDone, responds } from './story/nonconformity.js';
import { approvesForToday } from './story/procedure.js';
import { signsRound } from './story/round.js';

/*
 * What people do with a phone in their hand: sign, write the work sheet, answer, and inspect themselves. What
 * comes between is done by those who sit at a desk, and is looked at there.
 */
const it = useServer();
const visitors = useVisitors(it);
const story = new Story(it);
const at = (who: string) => visitors.at(who, 'phone');

test('the head of the ward signs a document for today', async () => {
  const [document] = await it.sql<{ title: string }>(
    `select d.title from document d join unit u on u.id = d.authority_id and u.code = 'LH-BT'
     join revision r on r.document_id = d.id and r.state = 'REVIEWED' where d.code = 'QT.ISO.13'`,
  );
  await approvesForToday(await at('thuybp.bt'), document!.title);
});

describe('an audit', () => {
  let round: { id: string; number: string; audits: Record<string, string> };
  let audit: { id: string; number: string };
  let clause: string;
  /** The number of the nonconformity that the audit leads to. */
  let number: string;
  const nonconformity = async () =>
    (
      await it.sql<{ id: string; version: number; state: string }>(
        `select n.id, n.version, n.state from nonconformity n
         join unit u on u.id = n.authority_id and u.code = 'LH-NT' where n.number = $1`,
        number,
      )
    )[0]!;

  test('of a round that the head of the lead agency signs is confirmed by the head of the auditee', async () => {
    round = await story.round();
    const id = round.audits['LH-NT']!;
    audit = { id, number: (await it.sql<{ number: string }>('select number from audit where id = $1', id))[0]!.number };
    await story.dates(id);
    await story.team(id, bachTrucTeam);
    await story.does(cast.arranger, 'assignRound', 'round', round.id);
    await signsRound(await at(cast.head), 'Đánh giá chéo quý IV');
    await story.plan(id);
    await story.does(cast.lead, 'announceAudit', 'audit', id);
    await confirmsPlan(await at(cast.auditeeHead), audit.number);
  });

  test('has its work sheet written on the spot; a finding is written from a line, and acknowledged', async () => {
    const { checkItems } = await story.does(
      cast.lead,
      'openAudit',
      'audit',
      audit.id,
      { openingMinutes: 'Họp khai mạc lúc 8 giờ, đủ thành phần.' },
      'id version checkItems { clause { number } }',
    );
    clause = (checkItems as { clause: { number: string } | null }[]).find((line) => line.clause)!.clause!.number;
    const member = await at(cast.member);
    const line = new RegExp(`^${clause.replaceAll('.', '\\.')}`);
    await fillsLine(member, audit.number, line, 'KPH nhẹ', content.evidence);
    await writesFinding(member, content.requirement, content.gap);
    const [finding] = await it.sql<{ id: string }>('select id from finding where audit_id = $1', audit.id);
    await story.find(cast.lead, 'agreeFinding', finding!.id);
    await story.find(cast.lead, 'showFinding', finding!.id);
    await acknowledges(await at(cast.auditeeSecretary), content.gap);
  });

  test('has the rest of its lines explained; its report is accepted by signature', async () => {
    await explainsTheRest(await at('ngandk.bt'), audit.number, 'Hết giờ của buổi đánh giá; chuyển sang đợt sau.');
    await story.does(cast.lead, 'finishFieldwork', 'audit', audit.id, {
      teamAgreement: 'Đoàn thống nhất 01 phát hiện.',
      closingMinutes: 'Họp kết thúc lúc 11 giờ, đơn vị nhất trí.',
    });
    await story.saveAndSignReport(audit.id);
    number = await acceptsReport(await at(cast.auditeeHead), audit.number);
  });

  test('leads to a nonconformity that is answered, and whose action is reported done', async () => {
    await responds(await at(cast.auditeeSecretary), number, {
      correction: 'Đã thay tờ khai tại quầy số 2.',
      whys: ['Tờ khai in sẵn từ năm trước.', 'Không ai thu hồi bản cũ.', 'Chưa quy định ai kiểm tra mỗi tháng.'],
      cause: /^Quản lý/,
      action: 'Thu hồi tờ khai hết hiệu lực mỗi tháng',
      owner: 'Hoàng Phương Liên',
      due: '2026-12-15',
    });
    const { id, version } = await nonconformity();
    await nonconformityAfter(it, who.neighbourManager, 'approvePlan', { id, version });
    await reportsDone(
      await at(cast.auditeeSecretary),
      number,
      'Đã thu hồi và ký sổ.',
      'Sổ thu hồi biểu mẫu tháng 11, quầy số 2.',
    );
    expect((await nonconformity()).state).toBe('ACTIONS_DONE');
  });
});

test('a weekly form is filled in and signed; a failing answer becomes a nonconformity', async () => {
  const head = await at('thuybp.bt');
  await begins(head, 'Phiếu tự kiểm tra tuần');
  await raisesFromAnswer(head, 'C03', 'Bốn hồ sơ đến hạn chưa giao người xử lý');
  await fillsIn(head);
  await submits(head);
  await isAccepted(await at('phunb.bt'), 'tuần 48 năm 2026', 'Phường Bạch Trúc');
});
