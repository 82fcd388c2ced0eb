import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { CommandCheck, gives, reason, signs } from './command-check.js';
import { cast, content, password, Story } from './fixtures.js';

const it = useServer();
const story = new Story(it);
const check = new CommandCheck(it, story);
const { arranger, head, lead, member, secretary, auditeeHead, auditeeSecretary } = cast;

// Each line: it works, and is in the trail; who may not; what is refused with which code;
// nothing changed by it (the check looks at every table).
describe('every command does its work, once, for whom it is, and nothing else', () => {
  test('of findings', async () => {
    const { audit } = await story.open();
    const writing = {
      on: ['audit', audit] as [string, string],
      by: member,
      input: { checkItemIds: [], content },
      notBy: [auditeeHead, arranger],
      verb: 'finding.write',
      unversioned: true,
      again: null,
    };
    await check.of('writeFinding', {
      ...writing,
      bad: [
        [{ checkItemIds: [audit] }, { code: 'INVALID_INPUT' }],
        [{ content: { ...content, gap: 'x'.repeat(5001) } }, { code: 'INVALID_INPUT' }],
        [{ content: { ...content, clauseId: audit } }, { field: 'clauseId' }],
      ],
    });
    const made = async () => ['finding', (await story.finding(member, audit)).id] as [string, string];
    const on = await made();
    const [writers, leads] = [
      [lead, secretary],
      [member, secretary],
    ];
    await check.of('saveFinding', {
      on,
      by: member,
      input: { content },
      notBy: writers,
      bad: [[{ content: { ...content, unitId: audit } }, { field: 'unitId' }]],
      verb: 'finding.save',
      again: null,
    });
    expect(await check.of('sendFinding', { on, by: member, notBy: writers, verb: 'finding.send' })).toBe('SENT');
    expect(await check.of('sendBackFinding', { on, by: lead, ...gives, notBy: leads, verb: 'finding.sendBack' })).toBe(
      'DRAFT',
    );
    await story.find(member, 'sendFinding', on[1]);
    expect(await check.of('agreeFinding', { on, by: lead, notBy: leads, verb: 'finding.agree' })).toBe('AGREED');
    expect(await check.of('showFinding', { on, by: lead, notBy: [...leads, arranger], verb: 'finding.show' })).toBe(
      'SHOWN',
    );
    expect(
      await check.of('disputeFinding', {
        on,
        by: auditeeHead,
        ...gives,
        notBy: [lead, member, arranger, auditeeSecretary],
        verb: 'finding.dispute',
      }),
    ).toBe('DISPUTED');
    expect(
      await check.of('amendFinding', {
        on,
        by: lead,
        input: { content },
        notBy: [member, auditeeHead],
        bad: [[{ content: { ...content, requirement: '' } }, { code: 'INVALID_INPUT' }]],
        verb: 'finding.amend',
      }),
    ).toBe('SENT');
    await story.find(lead, 'agreeFinding', on[1]);
    await story.find(lead, 'showFinding', on[1]);
    expect(
      await check.of('acknowledgeFinding', {
        on,
        by: auditeeSecretary,
        input: { answer: 'Đơn vị nhất trí' },
        notBy: [lead, member, arranger],
        bad: [[{ answer: 'x'.repeat(2001) }, { field: 'answer' }]],
        verb: 'finding.acknowledge',
      }),
    ).toBe('ACKNOWLEDGED');

    const disputed = ['finding', await story.shown(audit)] as [string, string];
    await story.find(auditeeHead, 'disputeFinding', disputed[1], { reason });
    expect(
      await check.of('upholdFinding', {
        on: disputed,
        by: lead,
        ...gives,
        notBy: [member, auditeeHead, arranger],
        verb: 'finding.uphold',
      }),
    ).toBe('ACKNOWLEDGED');
    expect(await check.of('dropFinding', { on: await made(), by: member, notBy: writers, verb: 'finding.drop' })).toBe(
      'DROPPED',
    );
    const shown = ['finding', await story.shown(audit)] as [string, string];
    await story.find(auditeeHead, 'disputeFinding', shown[1], { reason });
    expect(
      await check.of('dropFinding', {
        on: shown,
        by: lead,
        ...gives,
        notBy: [member, auditeeHead, arranger],
        verb: 'finding.drop',
      }),
    ).toBe('DROPPED');
  });

  test('of the end of an audit and of its round', async () => {
    const { round, audit, lines } = await story.open();
    const on: [string, string] = ['audit', audit];
    for (const { id } of lines) await story.line(member, id);
    const minutes = { teamAgreement: 'Đoàn thống nhất.', closingMinutes: 'Họp kết thúc lúc 11 giờ, đơn vị nhất trí.' };
    const finish = {
      on,
      by: lead,
      input: minutes,
      notBy: [member, arranger, auditeeHead],
      bad: [
        [{ closingMinutes: '' }, { code: 'RULE_VIOLATED' }],
        [{ teamAgreement: 'x'.repeat(10_001) }, { field: 'teamAgreement' }],
      ],
      verb: 'audit.finishFieldwork',
    } as const;
    expect(await check.of('finishFieldwork', finish)).toBe('FIELDWORK_DONE');
    expect(
      await check.of('reopenFieldwork', {
        on,
        by: lead,
        ...gives,
        notBy: [member, arranger, auditeeHead],
        verb: 'audit.reopenFieldwork',
      }),
    ).toBe('IN_PROGRESS');
    await story.does(lead, 'finishFieldwork', 'audit', audit, minutes);
    const texts = {
      performance: 'Đúng kế hoạch.',
      strengths: '',
      recommendations: '',
      previousActions: '',
      conclusion: 'Hệ thống phù hợp và có hiệu lực.',
    };
    expect(await story.isRefused(lead, 'reportAudit', 'audit', audit, { password })).toMatchObject({
      field: 'conclusion',
    });
    await check.of('saveReport', {
      on,
      by: lead,
      input: texts,
      notBy: [member, arranger, auditeeHead],
      bad: [[{ conclusion: 'x'.repeat(10_001) }, { field: 'conclusion' }]],
      verb: 'audit.saveReport',
      again: null,
    });
    expect(
      await check.of('reportAudit', {
        on,
        by: lead,
        ...signs,
        notBy: [member, arranger, auditeeHead],
        verb: 'audit.report',
      }),
    ).toBe('REPORTED');
    expect(await story.isRefused(lead, 'saveReport', 'audit', audit, texts)).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    expect(
      await check.of('returnReport', {
        on,
        by: auditeeHead,
        ...gives,
        notBy: [lead, member, auditeeSecretary],
        verb: 'audit.return',
      }),
    ).toBe('FIELDWORK_DONE');
    await story.does(lead, 'reportAudit', 'audit', audit, { password });
    expect(
      await check.of('acceptReport', {
        on,
        by: auditeeHead,
        ...signs,
        notBy: [lead, member, arranger, auditeeSecretary],
        verb: 'audit.accept',
      }),
    ).toBe('CLOSED');
    expect(await story.isRefused(arranger, 'cancelAudit', 'audit', audit, { reason })).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });

    const ofRound: [string, string] = ['round', round];
    expect(
      await check.of('reportRound', {
        on: ofRound,
        by: arranger,
        input: { conclusion: 'Các đơn vị duy trì hệ thống.' },
        notBy: [lead, auditeeHead],
        bad: [[{ conclusion: 'ngắn' }, { field: 'conclusion' }]],
        verb: 'round.report',
      }),
    ).toBe('REPORTED');
    expect(await story.isRefused(head, 'cancelRound', 'round', round, { reason })).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    expect(
      await check.of('closeRound', {
        on: ofRound,
        by: head,
        ...signs,
        notBy: [arranger, lead, auditeeHead],
        verb: 'round.close',
      }),
    ).toBe('CLOSED');
  });

  test('of a cancelled audit', async () => {
    const { audit } = await story.announced();
    expect(
      await check.of('cancelAudit', {
        on: ['audit', audit],
        by: arranger,
        ...gives,
        notBy: [lead, member, auditeeHead],
        verb: 'audit.cancel',
      }),
    ).toBe('CANCELLED');
    expect(
      await it.sql(
        `select 1 from role_grant where given_by = $1 and (to_date is null or to_date >= '2026-11-23')`,
        audit,
      ),
    ).toEqual([]);
  });
});
