import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { startOfTests } from '../../../support/clock.js';
import { bachTrucTeam, cast, password, Story } from '../fixtures.js';
import { conflictsOf, conflictFields, declaredReason, withoutSecretary } from './declared.js';

const it = useServer();
const story = new Story(it);
const { input, declare, tasks } = conflictsOf(it, story);
const refused = async (who: string, auditId: string, code = cast.secretary, more: object = {}) =>
  it.runRefused(who, 'declareConflict', await input(auditId, code, more));
const openConflicts = (auditId: string) =>
  it.sql('select 1 from conflict_declaration where audit_id = $1 and withdrawn_at is null', auditId);

// What stands keeps people off the teams of the next test too.
beforeEach(async () => void (await it.sql('delete from conflict_declaration')));

describe('the auditee declares a conflict with a member of the team (R14)', () => {
  test('with person, kind and reason; the trail keeps it, the audit goes on as it stands', async () => {
    const { audit } = await story.announced();
    expect(await declare(audit)).toMatchObject({
      kind: 'FAMILY',
      reason: declaredReason,
      isOpen: true,
      viewerCan: ['withdraw'],
      person: { code: 'P016' },
      declaredBy: { fullName: 'Hoàng Phương Liên' },
      replacement: null,
    });
    const [{ id } = { id: '' }] = await it.sql<{ id: string }>(
      'select id from conflict_declaration where audit_id = $1',
      audit,
    );
    expect(await story.trail(id)).toEqual(['conflict.declare']);
    expect(await it.sql('select state from audit where id = $1', audit)).toEqual([{ state: 'ANNOUNCED' }]);
  });

  test('only its ISO head and secretary do, about somebody on the team, saying what it is, once', async () => {
    const { audit } = await story.announced();
    expect(await refused(cast.arranger, audit)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(cast.lead, audit)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused('quandh.ds', audit)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(cast.auditeeHead, randomUUID())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(cast.auditeeHead, audit, 'P052')).toMatchObject({ code: 'INVALID_INPUT', field: 'personId' });
    expect(await refused(cast.auditeeHead, audit, cast.secretary, { reason: 'em ruột' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await refused(cast.auditeeHead, audit, cast.secretary, { kind: 'NONE' })).toBeDefined();
    expect(await openConflicts(audit)).toEqual([]);
    await declare(audit, cast.secretary, cast.auditeeHead);
    expect(await refused(cast.auditeeSecretary, audit)).toMatchObject({ code: 'DUPLICATE', field: 'personId' });
    expect(await openConflicts(audit)).toHaveLength(1);
  });

  test('sent twice with one key is declared once', async () => {
    const { audit } = await story.announced();
    const idempotencyKey = randomUUID();
    const [first, second] = [
      await declare(audit, cast.secretary, cast.auditeeSecretary, { idempotencyKey }),
      await declare(audit, cast.secretary, cast.auditeeSecretary, { idempotencyKey }),
    ];
    expect(second.id).toBe(first.id);
  });

  test('up to five days before the audit; after that it is refused with R14, and no longer offered', async () => {
    const { audit } = await story.announced();
    const can = async () =>
      (await (await it.as(cast.auditeeHead)).ask('query ($id: ID!) { audit(id: $id) { viewerCan } }', { id: audit }))[
        'audit'
      ].viewerCan as string[];
    try {
      it.clock.set('2026-12-04');
      expect(await can()).toContain('declareConflict');
      it.clock.set('2026-12-05');
      expect(await can()).not.toContain('declareConflict');
      expect(await refused(cast.auditeeHead, audit)).toMatchObject({
        code: 'RULE_VIOLATED',
        rule: 'R14',
        message: expect.stringContaining('04/12/2026'),
      });
      expect(await openConflicts(audit)).toEqual([]);
      it.clock.set('2026-12-04');
      await declare(audit);
    } finally {
      it.clock.set(startOfTests);
    }
  });

  test('with who joined when it was too late for that, until the day before the audit', async () => {
    const { round, audit } = await story.announced();
    try {
      it.clock.set('2026-12-06');
      await story.amendPlan(round, audit, withoutSecretary);
      expect(await refused(cast.auditeeHead, audit, cast.lead)).toMatchObject({ rule: 'R14' });
      it.clock.set('2026-12-08');
      await declare(audit, 'P052');
      it.clock.set('2026-12-09');
      expect(await refused(cast.auditeeHead, audit, 'P052')).toMatchObject({ rule: 'R14' });
    } finally {
      it.clock.set(startOfTests);
    }
  });

  test('not any more when the audit is open', async () => {
    const { audit } = await story.open();
    expect(await refused(cast.auditeeHead, audit)).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });
});

describe('a declared conflict', () => {
  test('is read by the person, the side that declared it, the lead agency and administrators, not by the rest of the team', async () => {
    const { round, audit } = await story.announced();
    const { id } = await declare(audit);
    const ofAudit = async (who: string) =>
      (await (await it.as(who)).ask('query ($id: ID!) { audit(id: $id) { declarations { reason } } }', { id: audit }))[
        'audit'
      ].declarations;
    for (const who of [cast.secretary, cast.auditeeHead, cast.arranger, cast.head, 'toantd.khcn'])
      expect(await ofAudit(who), who).toEqual([{ reason: declaredReason }]);
    for (const who of [cast.lead, cast.member, 'sangpn.nv']) expect(await ofAudit(who), who).toEqual([]);
    expect(
      await (
        await it.as(cast.lead)
      ).refused('query ($id: ID!) { history(subjectType: "ConflictDeclaration", subjectId: $id) { verb } }', { id }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    const ofRound = 'query ($id: ID!) { round(id: $id) { declarations { isOpen person { code } audit { number } } } }';
    const arranger = await it.as(cast.arranger);
    expect((await arranger.ask(ofRound, { id: round }))['round'].declarations).toMatchObject([
      { isOpen: true, person: { code: 'P016' } },
    ]);
    expect(await it.countStatements(() => arranger.ask(ofRound, { id: round }))).toBe(2);
  });

  test('keeps the person off that unit (R06), in words that do not give the reason', async () => {
    const { audit } = await story.announced();
    await declare(audit);
    const next = await story.round();
    const refusal = await story.teamRefused(next.audits['LH-NT']!, [{ code: cast.secretary, part: 'AUDITOR' }]);
    expect(refusal).toMatchObject({
      rule: 'R06',
      message: expect.stringContaining('Phường Nguyệt Thủy đã khai xung đột với Đặng Kim Quyên'),
    });
    expect(refusal.message).not.toContain('em ruột');
    const { teamCandidates } = await (
      await it.as(cast.arranger)
    ).ask('query ($id: ID!) { teamCandidates(auditId: $id) { name violations { rule message } } }', {
      id: next.audits['LH-NT'],
    });
    const candidate = teamCandidates.find(({ name }: { name: string }) => name === 'Đặng Kim Quyên');
    expect(candidate.violations.map(({ rule }: { rule: string }) => rule)).toContain('R06');
  });

  test('stops announcement and confirmation while it stands', async () => {
    const planned = await story.approved();
    await story.plan(planned.audit);
    await declare(planned.audit);
    expect(await story.isRefused(cast.lead, 'announceAudit', 'audit', planned.audit)).toMatchObject({ rule: 'R06' });
    const { id } = await declare(planned.audit, cast.member);
    for (const each of await it.sql<{ id: string }>(
      'select id from conflict_declaration where audit_id = $1',
      planned.audit,
    )) {
      await story.does(
        cast.auditeeHead,
        'withdrawConflict',
        'conflict_declaration',
        each.id,
        { reason: 'Khai nhầm người trùng tên' },
        'id',
      );
    }
    expect(await story.trail(id)).toEqual(['conflict.declare', 'conflict.withdraw']);
    await story.does(cast.lead, 'announceAudit', 'audit', planned.audit);
    await declare(planned.audit);
    expect(
      await story.isRefused(cast.auditeeHead, 'confirmAuditPlan', 'audit', planned.audit, { password }),
    ).toMatchObject({ rule: 'R06' });
  });

  test('stops the opening of an audit that was confirmed before it was declared', async () => {
    const { audit } = await story.confirmed();
    await declare(audit, cast.member);
    expect(
      await story.isRefused(cast.lead, 'openAudit', 'audit', audit, {
        openingMinutes: 'Họp khai mạc lúc 8 giờ, đủ thành phần.',
      }),
    ).toMatchObject({ rule: 'R06' });
    expect(await it.sql('select state from audit where id = $1', audit)).toEqual([{ state: 'CONFIRMED' }]);
  });

  test('is resolved by an amendment, which keeps who was replaced by whom and why', async () => {
    const { round, audit } = await story.announced();
    const { id } = await declare(audit);
    expect(await tasks(cast.arranger)).toContainEqual(
      expect.objectContaining({
        subjectId: round,
        dueOn: '2026-12-09',
        title: expect.stringContaining('Đặng Kim Quyên'),
      }),
    );
    expect(await tasks(cast.auditeeHead)).toEqual([]);
    await story.amendPlan(round, audit, withoutSecretary);
    expect(await tasks(cast.arranger)).not.toContainEqual(expect.objectContaining({ subjectId: round }));
    const { audit: read } = await (
      await it.as(cast.auditeeHead)
    ).ask(
      `
        query ($id: ID!) { audit(id: $id) { state replacements { part planVersion reason left { code } joined {
          code } } declarations { ${conflictFields} } } }`,
      { id: audit },
    );
    expect(read).toMatchObject({
      state: 'ANNOUNCED',
      replacements: [
        {
          part: 'SECRETARY',
          planVersion: 2,
          reason: 'Thay người theo bản khai của đơn vị',
          left: { code: 'P016' },
          joined: { code: 'P052' },
        },
      ],
      declarations: [{ id, isOpen: false, replacement: { left: { code: 'P016' }, joined: { code: 'P052' } } }],
    });
    await story.does(cast.auditeeHead, 'confirmAuditPlan', 'audit', audit, { password });
  });

  test('of one audit does not stand in the way of an amendment of another', async () => {
    const round = await story.round(['LH-NT', 'LH-DS']);
    const [nt, ds] = [round.audits['LH-NT']!, round.audits['LH-DS']!];
    await story.team(nt);
    await story.team(ds, [
      { code: 'P053', part: 'LEAD' },
      { code: 'P054', part: 'AUDITOR' },
      { code: 'P052', part: 'SECRETARY' },
    ]);
    await story.dates(nt);
    await story.dates(ds, '2026-12-11');
    await story.does(cast.arranger, 'assignRound', 'round', round.id);
    await story.does(cast.head, 'approveRound', 'round', round.id, { password });
    await declare(nt);
    await declare(ds, 'P052', 'quandh.ds');
    await story.amendPlan(round.id, nt, [...bachTrucTeam.slice(0, 2), { code: 'P064', part: 'SECRETARY' }]);
    expect(await openConflicts(ds)).toHaveLength(1);
  });
});

describe('a declaration is withdrawn', () => {
  test('by the side that declared it, with a reason, once; then the person may audit there again', async () => {
    const { audit } = await story.announced();
    const { id } = await declare(audit);
    const withdraw = { reason: 'Khai nhầm người trùng tên' };
    expect(
      await story.isRefused(cast.arranger, 'withdrawConflict', 'conflict_declaration', id, withdraw),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await story.isRefused(cast.lead, 'withdrawConflict', 'conflict_declaration', id, withdraw)).toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/),
    });
    expect(
      await story.isRefused(cast.auditeeHead, 'withdrawConflict', 'conflict_declaration', id, { reason: 'nhầm' }),
    ).toMatchObject({ field: 'reason' });
    expect(await it.runRefused(cast.auditeeHead, 'withdrawConflict', { id, version: 99, ...withdraw })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await openConflicts(audit)).toHaveLength(1);
    expect(
      await story.does(
        cast.auditeeHead,
        'withdrawConflict',
        'conflict_declaration',
        id,
        withdraw,
        'isOpen viewerCan withdrawnReason',
      ),
    ).toEqual({ isOpen: false, viewerCan: [], withdrawnReason: withdraw.reason });
    expect(
      await story.isRefused(cast.auditeeHead, 'withdrawConflict', 'conflict_declaration', id, withdraw),
    ).toMatchObject({ rule: 'WITHDRAWN' });
    await story.does(cast.auditeeHead, 'confirmAuditPlan', 'audit', audit, { password });
  });
});
