import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { CommandCheck, gives, reason, signs } from './command-check.js';
import { bachTrucTeam, cast, password, Story } from './fixtures.js';

const it = useServer();
const story = new Story(it);
const check = new CommandCheck(it, story);
const { arranger, head, lead, member, secretary, auditeeHead, auditeeSecretary } = cast;

// Each line: it works, and is in the trail; who may not; what is refused with which code;
// nothing changed by it (the check looks at every table).
describe('every command does its work, once, for whom it is, and nothing else', () => {
  test('of a programme', async () => {
    const programme = {
      year: 2031,
      title: 'Chương trình năm 2031',
      purpose: 'Xác nhận sự phù hợp của hệ thống',
      scope: 'Toàn bộ xã, phường của tỉnh',
    };
    const created = await it.run(arranger, 'createProgramme', programme);
    const on: [string, string] = ['programme', created.id];
    expect(await story.trail(created.id)).toEqual(['programme.create']);
    for (const [who, more, how] of [
      [auditeeHead, {}, { code: 'FORBIDDEN' }],
      [arranger, {}, { code: 'DUPLICATE' }],
      [arranger, { year: 1999 }, { code: 'INVALID_INPUT' }],
      [arranger, { year: 2032, purpose: 'ngắn' }, { code: 'INVALID_INPUT', field: 'purpose' }],
    ] as const)
      expect(await it.runRefused(who, 'createProgramme', { ...programme, ...more })).toMatchObject(how);
    expect(await it.sql('select 1 from programme where year > 2030')).toHaveLength(1);
    const { year: _, ...texts } = programme;
    await check.of('changeProgramme', {
      on,
      by: arranger,
      input: { ...texts, title: 'Chương trình năm 2031, sửa' },
      notBy: [auditeeHead],
      bad: [
        [{ title: 'x' }, { field: 'title' }],
        [{ scope: '' }, { field: 'scope' }],
      ],
      verb: 'programme.change',
      again: null,
    });
    expect(
      await check.of('approveProgramme', { on, by: head, ...signs, notBy: [arranger], verb: 'programme.approve' }),
    ).toBe('APPROVED');
    expect(await story.isRefused(arranger, 'changeProgramme', 'programme', on[1], texts)).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    expect(
      await check.of('reviseProgramme', { on, by: arranger, ...gives, notBy: [auditeeHead], verb: 'programme.revise' }),
    ).toBe('DRAFT');
    await story.does(head, 'approveProgramme', 'programme', on[1], { password });
    expect(await check.of('closeProgramme', { on, by: arranger, notBy: [auditeeHead], verb: 'programme.close' })).toBe(
      'CLOSED',
    );
  });

  test('of a round and its plan, until it is cancelled', async () => {
    const { id, audits } = await story.round();
    const [round, audit] = [['round', id] as [string, string], ['audit', audits['LH-NT']!] as [string, string]];
    const settings = { monthsAfterLeaving: 12, earlierAuditsOfLead: 0, teamSize: { min: 2, max: 4 }, maxLoad: 2 };
    const asRound = {
      title: 'Đánh giá chéo quý IV',
      from: '2026-12-01',
      to: '2026-12-31',
      unitIds: [await story.idOf('unit', 'LH-NT')],
      settings,
    };
    await check.of('changeRound', {
      on: round,
      by: arranger,
      input: asRound,
      notBy: [auditeeHead],
      verb: 'round.change',
      again: null,
      bad: [
        [{ title: 'x' }, { field: 'title' }],
        [{ to: '2026-11-01' }, { code: 'INVALID_INPUT' }],
        [{ unitIds: [] }, { code: 'INVALID_INPUT' }],
        [{ settings: { ...settings, maxLoad: 0 } }, { code: 'INVALID_INPUT' }],
      ],
    });
    const on = audits['LH-NT']!;
    await check.of('setAuditDates', {
      on: audit,
      by: arranger,
      input: { dates: ['2026-12-09'], length: 'HALF_DAY', startTime: '08:00' },
      notBy: [auditeeHead],
      verb: 'audit.setDates',
      again: null,
      bad: [
        [{ startTime: '8 giờ' }, { code: 'INVALID_INPUT' }],
        [{ dates: ['2027-01-12'] }, { rule: 'OUTSIDE_WINDOW' }],
        [{ dates: ['2026-12-12'] }, { rule: 'R17' }],
      ],
    });
    const members = await story.members(bachTrucTeam);
    await check.of('setTeam', {
      on: audit,
      by: arranger,
      input: { members },
      notBy: [auditeeHead],
      verb: 'audit.setTeam',
      again: null,
      bad: [
        [{ members: await story.members([{ code: 'P027', part: 'LEAD' }]) }, { code: 'RULE_VIOLATED' }],
        [{ members: [members[0], members[0]] }, { rule: 'R08' }],
      ],
    });
    expect(await check.of('assignRound', { on: round, by: arranger, notBy: [auditeeHead], verb: 'round.assign' })).toBe(
      'ASSIGNED',
    );
    expect(await story.isRefused(arranger, 'setTeam', 'audit', on, { members })).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    expect(await check.of('reopenRound', { on: round, by: arranger, notBy: [auditeeHead], verb: 'round.reopen' })).toBe(
      'PREPARING',
    );
    await story.does(arranger, 'assignRound', 'round', id);
    expect(
      await check.of('approveRound', { on: round, by: head, ...signs, notBy: [arranger], verb: 'round.approve' }),
    ).toBe('APPROVED');

    const change = { auditId: on, members, dates: ['2026-12-11'], length: 'HALF_DAY', startTime: '08:00' };
    const proposal = {
      on: round,
      by: arranger,
      input: { reason, changes: [change] },
      notBy: [auditeeHead, lead],
      verb: 'round.proposePlanAmendment',
      again: null,
      bad: [
        [{ reason: 'ngắn' }, { field: 'reason' }],
        [{ changes: [{ ...change, dates: ['2026-12-12'] }] }, { rule: 'R17' }],
        [{ changes: [] }, { code: 'INVALID_INPUT' }],
      ],
    } as const;
    await check.of('proposePlanAmendment', proposal);
    await check.of('withdrawPlanAmendmentChange', {
      on: round,
      by: arranger,
      input: { auditId: on },
      notBy: [auditeeHead, lead],
      verb: 'round.withdrawPlanAmendmentChange',
      bad: [[{ auditId: id }, { code: 'NOT_FOUND' }]],
      again: { rule: 'NO_PLAN_AMENDMENT' },
    });
    await story.does(arranger, 'proposePlanAmendment', 'round', id, proposal.input);
    await check.of('withdrawPlanAmendment', {
      on: round,
      by: arranger,
      notBy: [auditeeHead, lead],
      verb: 'round.withdrawPlanAmendment',
      again: { rule: 'NO_PLAN_AMENDMENT' },
    });
    await story.does(arranger, 'proposePlanAmendment', 'round', id, proposal.input);
    await check.of('approvePlanAmendment', {
      on: round,
      by: head,
      ...signs,
      notBy: [arranger, auditeeHead, lead],
      verb: 'round.amendPlan',
      again: { rule: 'NO_PLAN_AMENDMENT' },
    });
    expect(
      await check.of('cancelRound', {
        on: round,
        by: head,
        ...gives,
        notBy: [arranger, auditeeHead, lead],
        verb: 'round.cancel',
      }),
    ).toBe('CANCELLED');
    expect(await it.sql('select state from audit where id = $1', on)).toEqual([{ state: 'CANCELLED' }]);
    expect(await story.isRefused(arranger, 'proposePlanAmendment', 'round', id, proposal.input)).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
  });

  test('of an audit until it is open, and of its work sheet', async () => {
    const { audit: id } = await story.approved();
    const on: [string, string] = ['audit', id];
    const plan = { startTime: '08:00', scopeClauses: ['7.5.2', '7.5.3', '8.5.1'], procedureIds: [] };
    const line = {
      date: '2026-12-09',
      from: '08:00',
      to: '09:00',
      track: 'ALL',
      activity: 'Họp khai mạc',
      unitKind: 'ANY',
      clauses: [],
    };
    await check.of('planAudit', {
      on,
      by: lead,
      input: plan,
      notBy: [member, arranger, auditeeHead],
      verb: 'audit.plan',
      again: null,
      bad: [
        [{ startTime: '25:00' }, { code: 'INVALID_INPUT' }],
        [{ agenda: [{ ...line, to: '07:00' }] }, { field: 'agenda.0.to' }],
        [{ agenda: [{ ...line, track: 'C' }] }, { code: 'INVALID_INPUT' }],
        [{ agenda: [{ ...line, activity: '' }] }, { code: 'INVALID_INPUT' }],
      ],
    });
    expect(
      await check.of('announceAudit', { on, by: lead, notBy: [member, arranger, auditeeHead], verb: 'audit.announce' }),
    ).toBe('ANNOUNCED');
    expect(await story.isRefused(lead, 'planAudit', 'audit', id, plan)).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    expect(
      await check.of('objectToAuditPlan', {
        on,
        by: auditeeHead,
        ...gives,
        notBy: [lead, arranger, auditeeSecretary],
        verb: 'audit.objectToPlan',
      }),
    ).toBe('PLANNED');
    await story.does(lead, 'announceAudit', 'audit', id);
    expect(
      await check.of('confirmAuditPlan', {
        on,
        by: auditeeHead,
        ...signs,
        notBy: [lead, arranger, auditeeSecretary],
        verb: 'audit.confirmPlan',
      }),
    ).toBe('CONFIRMED');
    expect(
      await check.of('openAudit', {
        on,
        by: lead,
        input: { openingMinutes: 'Họp khai mạc lúc 8 giờ, đủ thành phần.' },
        notBy: [member, arranger, auditeeHead],
        bad: [[{ openingMinutes: 'ngắn' }, { field: 'openingMinutes' }]],
        verb: 'audit.open',
      }),
    ).toBe('IN_PROGRESS');

    const lines = await it.sql<{ id: string }>('select id from check_item where audit_id = $1 order by position', id);
    const [first, second] = lines.map((item): [string, string] => ['check_item', item.id]);
    const outsiders = { unversioned: true, again: null } as const;
    const result = { result: 'CONFORMING', evidence: 'Đã xem hồ sơ gốc tại quầy' };
    await check.of('setCheckResult', {
      on: first!,
      by: member,
      input: result,
      notBy: [],
      verb: 'checkItem.setResult',
      again: null,
      bad: [
        [{ result: 'NONE' }, {}],
        [{ evidence: 'x'.repeat(10_001) }, { field: 'evidence' }],
        [{ result: 'NOT_CHECKED', reasonNotChecked: 'bận' }, { field: 'reasonNotChecked' }],
      ],
    });
    await check.of('addSamples', {
      on: first!,
      by: member,
      input: { codes: ['H40.01-261101-0001'] },
      notBy: [],
      verb: 'checkItem.addSamples',
      bad: [
        [{ codes: ['x'.repeat(81)] }, { code: 'INVALID_INPUT' }],
        [{ codes: [''] }, { code: 'INVALID_INPUT' }],
      ],
      ...outsiders,
    });
    await check.of('removeSamples', {
      on: first!,
      by: secretary,
      input: { codes: ['H40.01-261101-0001'] },
      notBy: [],
      verb: 'checkItem.removeSamples',
      bad: [[{ codes: ['x'.repeat(81)] }, { code: 'INVALID_INPUT' }]],
      ...outsiders,
    });
    const files = { attachmentIds: [await story.upload(member, 'quay-mot-cua.jpg')] };
    await check.of('addLineFiles', {
      on: first!,
      by: member,
      input: files,
      notBy: [],
      verb: 'checkItem.addFiles',
      bad: [[{ attachmentIds: [id] }, { code: 'INVALID_INPUT', field: 'attachmentIds' }]],
      ...outsiders,
    });
    await check.of('removeLineFiles', {
      on: first!,
      by: secretary,
      input: files,
      notBy: [],
      verb: 'checkItem.removeFiles',
      ...outsiders,
    });
    await check.of('explainLines', {
      on,
      by: member,
      input: { checkItemIds: [second![1]], reason },
      notBy: [auditeeHead, arranger],
      bad: gives.bad,
      verb: 'checkItem.explain',
      ...outsiders,
    });
    await check.of('addCheckItem', {
      on,
      by: member,
      input: { question: 'Sổ tiếp công dân có cập nhật không?' },
      notBy: [auditeeHead, arranger],
      bad: [
        [{ question: 'x' }, { field: 'question' }],
        [{ unitId: id }, { field: 'unitId' }],
        [{ procedureId: id }, { field: 'procedureId' }],
      ],
      verb: 'checkItem.add',
      ...outsiders,
    });
    for (const who of [arranger, auditeeHead])
      expect(await it.runRefused(who, 'setCheckResult', { id: first![1], version: 2, ...result })).toMatchObject({
        code: 'NOT_FOUND',
      });
    await story.does(head, 'cancelAudit', 'audit', id, { reason });
    for (const [name, input] of [
      ['setCheckResult', result],
      ['addSamples', { codes: ['a'] }],
      ['removeSamples', { codes: ['a'] }],
      ['addLineFiles', files],
      ['removeLineFiles', files],
    ] as const) {
      const version = name === 'setCheckResult' && { version: await story.version('check_item', first![1]) };
      expect(await it.runRefused(member, name, { id: first![1], ...version, ...input }), name).toMatchObject({
        code: 'TRANSITION_NOT_ALLOWED',
      });
    }
  });
});
