import { expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { cast, password, Story } from './fixtures.js';

const it = useServer();
const story = new Story(it);

test('from an approved plan to a nonconformity: everyone acts when the audit waits for them', async () => {
  const { audit, round, lines } = await story.open();
  expect(lines.map(({ clause }) => clause?.number)).toEqual(['7.5.2', '7.5.3.1', '7.5.3.2', '8.5.1', '10.2.1']);
  expect(await it.sql('select state from round where id = $1', round)).toEqual([{ state: 'RUNNING' }]);

  await story.line(cast.member, lines[1]!.id, 'MINOR');
  for (const { id } of lines.filter((_, index) => index !== 1)) await story.line(cast.secretary, id);
  const { id: finding } = await story.finding(cast.member, audit, [lines[1]!.id], { clauseId: lines[1]!.clause!.id });
  await story.find(cast.member, 'sendFinding', finding);
  await story.find(cast.lead, 'agreeFinding', finding);
  await story.find(cast.lead, 'showFinding', finding);
  await story.find(cast.auditeeSecretary, 'acknowledgeFinding', finding, { answer: 'Đơn vị nhất trí.' });
  await story.does(cast.lead, 'finishFieldwork', 'audit', audit, {
    teamAgreement: '',
    closingMinutes: 'Họp kết thúc, đơn vị nhất trí với phát hiện.',
  });
  await story.does(cast.lead, 'saveReport', 'audit', audit, {
    performance: '',
    strengths: '',
    recommendations: '',
    previousActions: '',
    conclusion: 'Hệ thống có hiệu lực.',
  });
  await story.does(cast.lead, 'reportAudit', 'audit', audit, { password });
  const closed = await story.does(
    cast.auditeeHead,
    'acceptReport',
    'audit',
    audit,
    { password },
    `
      state findings { state nonconformity { number severity state unit { code } issuer { code } finding { id
        audit { number } } } } signatures { part personName }`,
  );

  expect(closed).toMatchObject({
    state: 'CLOSED',
    findings: [
      {
        state: 'ISSUED',
        nonconformity: {
          severity: 'MINOR',
          state: 'ISSUED',
          unit: { code: 'LH-NT' },
          issuer: { code: 'LH-KHCN' },
          finding: { id: finding },
        },
      },
    ],
    signatures: [{ part: 'planConfirmed' }, { part: 'lead' }, { part: 'auditee', personName: 'Phạm Viết Đạt' }],
  });
  expect(await story.trail(audit)).toEqual(
    [
      'audit.setDates',
      'audit.setTeam',
      'audit.plan',
      'audit.announce',
      'audit.confirmPlan',
      'audit.open',
      'audit.finishFieldwork',
      'audit.saveReport',
      'audit.report',
      'audit.accept',
    ].sort(),
  );
  expect(await story.trail(finding)).toEqual(
    ['finding.write', 'finding.send', 'finding.agree', 'finding.show', 'finding.acknowledge', 'finding.issue'].sort(),
  );
  expect(await it.sql(`select distinct role, to_date::text from role_grant where given_by = $1`, audit)).toEqual(
    expect.arrayContaining([
      { role: 'AUDIT_LEAD', to_date: '2027-02-21' },
      { role: 'AUDIT_TEAM', to_date: '2027-02-21' },
    ]),
  );

  const report = await story.does(cast.arranger, 'reportRound', 'round', round, {
    conclusion: 'Đợt đánh giá đạt mục đích.',
  });
  expect(report['state']).toBe('REPORTED');
  expect((await story.does(cast.head, 'closeRound', 'round', round, { password }))['state']).toBe('CLOSED');
});
