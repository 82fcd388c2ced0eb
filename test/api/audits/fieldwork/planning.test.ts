import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);

describe('planning', () => {
  test('bug: a start so late that the model runs past midnight was refused without a word', async () => {
    const { audit } = await story.approved();
    expect(
      await story.isRefused(cast.lead, 'planAudit', 'audit', audit, {
        startTime: '23:00',
        scopeClauses: ['7.2'],
        procedureIds: [],
      }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'startTime',
      message: expect.stringContaining('kéo sang ngày hôm sau'),
    });
  });

  test('the lead makes the agenda from the model; nobody else does', async () => {
    const { audit } = await story.approved();
    const planned = await story.plan(audit);
    expect(planned['agenda'][0]).toEqual({ date: '2026-12-09', from: '08:00', activity: 'Họp khai mạc' });
    expect(
      await story.isRefused(cast.member, 'planAudit', 'audit', audit, {
        startTime: '08:00',
        scopeClauses: ['7.2'],
        procedureIds: [],
      }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await story.isRefused(cast.stranger, 'planAudit', 'audit', audit, {
        startTime: '08:00',
        scopeClauses: ['7.2'],
        procedureIds: [],
      }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await story.isRefused(cast.lead, 'planAudit', 'audit', audit, {
        startTime: '8h',
        scopeClauses: ['7.2'],
        procedureIds: [],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    expect(
      await story.isRefused(cast.lead, 'planAudit', 'audit', audit, {
        startTime: '08:00',
        scopeClauses: ['99.1'],
        procedureIds: [],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'scopeClauses' });
    const foreign = (
      await it.sql<{ id: string }>(
        `select d.id from document d join unit u on u.id = d.authority_id where u.code = 'LH-SK' limit 1`,
      )
    )[0]!.id;
    expect(
      await story.isRefused(cast.lead, 'planAudit', 'audit', audit, {
        startTime: '08:00',
        scopeClauses: ['7.2'],
        procedureIds: [foreign],
      }),
    ).toMatchObject({ field: 'procedureIds' });
    const line = {
      date: '2026-12-10',
      from: '08:00',
      to: '09:00',
      track: 'ALL',
      activity: 'Họp',
      unitKind: 'ANY',
      clauses: [],
    };
    expect(
      await story.isRefused(cast.lead, 'planAudit', 'audit', audit, {
        startTime: '08:00',
        scopeClauses: ['7.2'],
        procedureIds: [],
        agenda: [line],
      }),
    ).toMatchObject({ field: 'agenda.0.date' });
  });

  test('the team is split in two groups one by one, or as the lead says; only members are', async () => {
    const { audit } = await story.approved();
    const query =
      'query ($id: ID!) { audit(id: $id) { members { track person { id code } } representatives { unitKind name } } }';
    const tracks = async () =>
      ((await (await it.as(cast.lead)).ask(query, { id: audit }))['audit'].members as { track: string }[]).map(
        ({ track }) => track,
      );
    expect(await tracks()).toEqual(['A', 'B', 'A']);
    const secretary = await story.idOf('person', cast.secretary);
    await story.plan(audit, { groups: [{ personId: secretary, track: 'B' }] });
    expect(await tracks()).toEqual(['A', 'B', 'B']);
    const plan = { startTime: '08:00', scopeClauses: ['7.2'], procedureIds: [] };
    const stranger = await story.idOf('person', cast.stranger);
    expect(
      await story.isRefused(cast.lead, 'planAudit', 'audit', audit, {
        ...plan,
        groups: [{ personId: stranger, track: 'A' }],
      }),
    ).toMatchObject({ field: 'groups.0.personId' });
    expect(
      await story.isRefused(cast.lead, 'planAudit', 'audit', audit, {
        ...plan,
        groups: [{ personId: secretary, track: 'C' }],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await tracks()).toEqual(['A', 'B', 'B']);
    const { representatives } = (await (await it.as(cast.lead)).ask(query, { id: audit }))['audit'];
    expect(representatives).toContainEqual({ unitKind: 'PEOPLES_COMMITTEE', name: expect.stringContaining('Đạt') });
    expect(representatives.some(({ unitKind }: { unitKind: string }) => unitKind === 'OFFICE')).toBe(true);
  });

  test('an audit is not announced without an agenda; announced, the team may look into the unit', async () => {
    const { audit } = await story.approved();
    expect(await story.isRefused(cast.lead, 'announceAudit', 'audit', audit)).toMatchObject({ rule: 'NO_AGENDA' });
    await story.plan(audit);
    expect(await story.isRefused(cast.arranger, 'announceAudit', 'audit', audit)).toMatchObject({ code: 'FORBIDDEN' });
    await story.does(cast.lead, 'announceAudit', 'audit', audit);
    expect(
      await it.sql(
        `select role, from_date::text, to_date from role_grant where given_by = $1 and role = 'AUDIT_LEAD'`,
        audit,
      ),
    ).toEqual([{ role: 'AUDIT_LEAD', from_date: '2026-11-23', to_date: null }]);
    expect(await story.isRefused(cast.lead, 'announceAudit', 'audit', audit)).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
  });

  test('the auditee confirms by signature or objects with a reason, which takes the roles away', async () => {
    const { audit } = await story.announced();
    expect(
      await story.isRefused(cast.auditeeSecretary, 'confirmAuditPlan', 'audit', audit, { password }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await story.isRefused('thuybp.bt', 'confirmAuditPlan', 'audit', audit, { password })).toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/),
    });
    expect(
      await story.isRefused(cast.auditeeHead, 'objectToAuditPlan', 'audit', audit, { reason: 'bận' }),
    ).toMatchObject({ field: 'reason' });
    const objected = await story.does(
      cast.auditeeHead,
      'objectToAuditPlan',
      'audit',
      audit,
      { reason: 'Ngày đó phường họp Hội đồng nhân dân' },
      'state reason',
    );
    expect(objected).toEqual({ state: 'PLANNED', reason: 'Ngày đó phường họp Hội đồng nhân dân' });
    expect(
      await it.sql(
        `select 1 from role_grant where given_by = $1 and (to_date is null or to_date >= '2026-11-23')`,
        audit,
      ),
    ).toEqual([]);
    await story.does(cast.lead, 'announceAudit', 'audit', audit);
    expect((await story.does(cast.auditeeHead, 'confirmAuditPlan', 'audit', audit, { password }))['state']).toBe(
      'CONFIRMED',
    );
  });
});
