import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);

describe('the report', () => {
  test('is signed by the lead with a conclusion, once every finding is settled', async () => {
    const made = await story.open();
    for (const { id } of made.lines) await story.line(cast.member, id);
    const finding = await story.shown(made.audit);
    await story.does(cast.lead, 'finishFieldwork', 'audit', made.audit, {
      teamAgreement: '',
      closingMinutes: 'Họp kết thúc đầy đủ',
    });
    expect(await story.isRefused(cast.lead, 'reportAudit', 'audit', made.audit, { password })).toMatchObject({
      rule: 'FINDING_OPEN',
    });
    await story.find(cast.auditeeHead, 'acknowledgeFinding', finding);
    expect(await story.isRefused(cast.lead, 'reportAudit', 'audit', made.audit, { password })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'conclusion',
    });
    expect(
      await story.isRefused(cast.member, 'saveReport', 'audit', made.audit, {
        performance: '',
        strengths: '',
        recommendations: '',
        previousActions: '',
        conclusion: 'x',
      }),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('may be returned by the auditee or the lead agency, and is accepted by the auditee only', async () => {
    const { audit } = await story.reported();
    expect(await story.isRefused(cast.arranger, 'acceptReport', 'audit', audit, { password })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await story.isRefused(cast.auditeeHead, 'acceptReport', 'audit', audit, { password: 'sai' })).toMatchObject({
      field: 'password',
    });
    expect(
      await it.sql('select 1 from nonconformity n join finding f on n.source_id = f.id where f.audit_id = $1', audit),
    ).toEqual([]);
    await story.does(cast.arranger, 'returnReport', 'audit', audit, { reason: 'Thiếu tình trạng khắc phục kỳ trước' });
    await story.does(cast.lead, 'reportAudit', 'audit', audit, { password });
    const accepted = await story.does(
      cast.auditeeHead,
      'acceptReport',
      'audit',
      audit,
      { password },
      'state findings { state nonconformity { number finding { position } } }',
    );
    expect(accepted).toMatchObject({
      state: 'CLOSED',
      findings: [{ state: 'ISSUED', nonconformity: { finding: { position: 1 } } }],
    });
  });

  test('figures are counted by office and clause, of what the reader may see', async () => {
    const { audit, round } = await story.reported();
    const query = 'query ($id: ID!) { auditReport(id: $id) { tallies { authorityName category count } } }';
    expect(await (await it.as(cast.auditeeHead)).ask(query, { id: audit })).toEqual({
      auditReport: { tallies: [{ authorityName: 'Phường Nguyệt Thủy', category: 'MINOR', count: 1 }] },
    });
    const ofRound = 'query ($id: ID!) { roundReport(id: $id) { tallies { count } } }';
    expect(await (await it.as(cast.arranger)).ask(ofRound, { id: round })).toEqual({
      roundReport: { tallies: [{ count: 1 }] },
    });
    expect(await (await it.as('P088')).refused(ofRound, { id: round })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('an audit is cancelled by the lead agency with a reason', async () => {
    const { audit } = await story.announced();
    expect(
      await story.isRefused(cast.auditeeHead, 'cancelAudit', 'audit', audit, { reason: 'Không muốn bị đánh giá' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      (await story.does(cast.arranger, 'cancelAudit', 'audit', audit, { reason: 'Đơn vị đang khắc phục bão lũ' }))[
        'state'
      ],
    ).toBe('CANCELLED');
    expect(
      await it.sql(
        `select 1 from role_grant where given_by = $1 and (to_date is null or to_date >= '2026-11-23')`,
        audit,
      ),
    ).toEqual([]);
  });
});
