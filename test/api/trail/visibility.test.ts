import { describe, expect, test } from 'vitest';
import { useServer, type Caller } from '../../support/server.js';
import { cast, Story } from '../audits/fixtures.js';
import { target } from '../../support/commands.js';
import { byCode, revisionAfter, signed, signers, startAmendment } from '../documents/fixtures.js';
import { answerTo, formIdOf, look } from '../self-inspection/fixtures.js';

const it = useServer();
const story = new Story(it);

interface Entry {
  verb: string;
  changes: { type: string; id: string; set: Record<string, unknown> }[];
}

const historyOf = async (who: Caller, type: string, id: string): Promise<Entry[]> =>
  (
    await who.ask('query ($type: String!, $id: ID!) { history(subjectType: $type, subjectId: $id) { verb changes } }', {
      type,
      id,
    })
  ).history;
const verbs = (entries: Entry[]) => entries.map(({ verb }) => verb);
const changed = (entries: Entry[]) => entries.flatMap(({ changes }) => changes);

describe('the history of an audit', () => {
  test('does not show the auditee the lines of the work sheet; the team reads them (R16)', async () => {
    const { audit, lines } = await story.open();
    const types = async (who: string) =>
      new Set(changed(await historyOf(await it.as(who), 'Audit', audit)).map(({ type }) => type));
    expect(
      changed(await historyOf(await it.as(cast.member), 'Audit', audit)).filter(({ type }) => type === 'CheckItem'),
    ).toHaveLength(lines.length);
    for (const who of [cast.auditeeHead, cast.arranger]) expect(await types(who), who).not.toContain('CheckItem');
  });

  test('does not show the auditee what the report says before it is signed', async () => {
    const { audit } = await story.fieldworkDone();
    const conclusion = 'Kết luận nháp của trưởng đoàn, chưa ký.';
    await story.does(cast.lead, 'saveReport', 'audit', audit, {
      performance: '',
      strengths: '',
      recommendations: '',
      previousActions: '',
      conclusion,
    });
    const read = async (who: string) =>
      (
        await (
          await it.as(who)
        ).ask('query ($id: ID!) { audit(id: $id) { teamAgreement report { conclusion } } }', { id: audit })
      ).audit;
    expect(await read(cast.member)).toEqual({ teamAgreement: 'Đoàn thống nhất 01 phát hiện.', report: { conclusion } });
    expect(await read(cast.auditeeHead)).toEqual({ teamAgreement: null, report: { conclusion: '' } });
    expect(JSON.stringify(await historyOf(await it.as(cast.auditeeHead), 'Audit', audit))).not.toMatch(
      /nháp|thống nhất/,
    );
    await story.does(cast.lead, 'reportAudit', 'audit', audit, { password: 'lam-hong-vui-ve' });
    expect(await read(cast.auditeeHead)).toEqual({ teamAgreement: null, report: { conclusion } });
  });

  test('of a finding begins for the auditee when it is shown, and without why it was sent back', async () => {
    const { audit } = await story.open();
    const { id } = await story.finding(cast.member, audit, [], { gap: 'Câu chữ đầu tiên của thành viên đoàn' });
    await story.find(cast.member, 'sendFinding', id);
    await story.find(cast.lead, 'sendBackFinding', id, { reason: 'Viết lại cho chặt, chưa đủ bằng chứng' });
    await story.find(cast.member, 'saveFinding', id, {
      content: {
        category: 'MINOR',
        requirement: 'QT.ISO.01 mục 5.4',
        evidence: 'Quầy số 2 dùng tờ khai lần 01',
        gap: 'Tờ khai hết hiệu lực',
      },
    });
    await story.find(cast.member, 'sendFinding', id);
    await story.find(cast.lead, 'agreeFinding', id);
    await story.find(cast.lead, 'showFinding', id);
    const auditee = await it.as(cast.auditeeHead);
    expect(verbs(await historyOf(auditee, 'Finding', id))).toEqual(['finding.show']);
    const seen = await auditee.ask('query ($id: ID!) { audit(id: $id) { findings { id reason } } }', { id: audit });
    expect(seen['audit'].findings).toEqual([{ id, reason: null }]);
    expect(verbs(await historyOf(await it.as(cast.secretary), 'Finding', id))).toContain('finding.sendBack');
    expect(verbs(await historyOf(await it.as(cast.arranger), 'Finding', id))).toContain('finding.sendBack');
  });
});

test('the history of a revision in force does not show an officer what was in its drafts', async () => {
  const [drafter, reviewer, approver] = await Promise.all(Object.values(signers).map((who) => it.as(who)));
  const { document, revision } = await startAmendment(drafter!, 'QT.HT.01');
  const submitted = await revisionAfter(drafter!, 'submitRevision', signed(revision));
  const returned = await revisionAfter(reviewer!, 'returnRevision', {
    ...target(submitted),
    reason: 'Chưa đúng nghị định mới ban hành',
  });
  const again = await revisionAfter(drafter!, 'submitRevision', signed(returned));
  const reviewed = await revisionAfter(reviewer!, 'reviewRevision', signed(again));
  const approved = await revisionAfter(approver!, 'approveRevision', {
    ...signed(reviewed),
    effectiveOn: '2026-11-23',
  });
  expect(approved.state).toBe('EFFECTIVE');
  const officer = await it.as('P021');
  expect((await byCode(officer, 'QT.HT.01')).inForce?.id).toBe(revision.id);
  expect(verbs(await historyOf(officer, 'Revision', revision.id))).not.toContain('document.return');
  expect(verbs(await historyOf(officer, 'Revision', revision.id))).toContain('document.approve');
  expect(verbs(await historyOf(drafter!, 'Revision', revision.id))).toContain('document.return');
  const { document: whole } = await officer.ask('query ($id: ID!) { document(id: $id) { history { verb } } }', {
    id: document.id,
  });
  expect(verbs(whole.history)).not.toContain('document.return');
});

test('the history of a form does not show the lead agency what is answered before it is submitted', async () => {
  const id = await formIdOf(it, 'LH-BT', 'MONTHLY', 'DUE').catch(() => formIdOf(it, 'LH-BT', 'WEEKLY', 'DUE'));
  const unitHead = await it.as('P010');
  const { version } = await look(unitHead, id);
  await unitHead.run('beginInspection', { id, version });
  const [{ code } = { code: '' }] = await it.sql<{ code: string }>(
    `select q.code from inspection_question q join inspection i on i.template_version_id = q.template_version_id
    where i.id = $1 and q.answer_type = 'YES_NO' and q.shown_when is null order by q.position limit 1`,
    id,
  );
  await unitHead.run('saveAnswers', {
    id,
    note: 'Ghi chú riêng của phường',
    answers: [answerTo(code, 'NO', { note: 'Chưa làm được trong tuần' })],
  });
  const above = await it.as('P003');
  expect((await look(above, id)).note).toBeNull();
  const seen = await historyOf(above, 'Inspection', id);
  expect(verbs(seen)).toContain('selfInspection.saveAnswers');
  expect(JSON.stringify(seen)).not.toMatch(/Ghi chú riêng|Chưa làm được/);
  expect(JSON.stringify(await historyOf(unitHead, 'Inspection', id))).toMatch(
    /Ghi chú riêng.*Chưa làm được|Chưa làm được.*Ghi chú riêng/,
  );
});
