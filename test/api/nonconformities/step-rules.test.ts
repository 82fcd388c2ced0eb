import { afterEach, describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import {
  nonconformityAfter,
  cameTo,
  letTeamIn,
  planned,
  raisedByAudit,
  read,
  reported,
  response,
  steps,
  who,
  type Answered,
} from './fixtures.js';

const it = useServer();
const reason = 'Đã xem xét kỹ hồ sơ và ý kiến của đơn vị.';
afterEach(() => it.clock.set('2026-11-23'));

describe('the response', () => {
  test.each([
    ['no correction', { correction: '' }, 'correction'],
    ['no cause', { whys: [] }, 'whys'],
    ['six whys', { whys: Array.from({ length: 6 }, () => 'Vì chưa có quy định') }, 'whys'],
    ['an empty why', { whys: ['Không ai biết hồ sơ quá hạn.', ' '] }, 'whys.1'],
    ['nobody who corrected it', { correctedById: null }, 'correctedById'],
    ['a correction that is done tomorrow', { correctedOn: '2026-11-24' }, 'correctedOn'],
    ['no category of the cause', { causeCategory: null }, 'causeCategory'],
    ['no action', { actions: [] }, 'actions'],
  ])('is refused with %s', async (_, change, field) => {
    const issued = await reported(it);
    expect(
      await it.runRefused(who.secretary, 'respondToNonconformity', await response(it, issued, change)),
    ).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  test.each([
    ['without an owner', { ownerId: null }, 'actions.0.ownerId'],
    ['due yesterday', { dueOn: '2026-11-22' }, 'actions.0.dueOn'],
    ['due later than two months after the issue', { dueOn: '2027-01-26' }, 'actions.0.dueOn'],
    ['that is only a correction', { kind: 'CORRECTION' }, 'actions'],
    ['without a title', { title: '' }, 'actions.0.title'],
  ])('is refused with an action %s', async (_, change, field) => {
    const issued = await reported(it);
    expect(
      await it.runRefused(
        who.secretary,
        'respondToNonconformity',
        await response(it, issued, { actions: [await planned(it, change)] }),
      ),
    ).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  test('owners work in the authority, and one quality manager stays free to verify', async () => {
    const issued = await reported(it);
    for (const owner of [who.neighbourManager, who.manager]) {
      expect(
        await it.runRefused(
          who.secretary,
          'respondToNonconformity',
          await response(it, issued, { actions: [await planned(it, {}, owner)] }),
        ),
      ).toMatchObject({ code: 'INVALID_INPUT', field: 'actions.0.ownerId' });
    }
    const raised = await raisedByAudit(it);
    expect(
      (
        await nonconformityAfter(
          it,
          who.secretary,
          'respondToNonconformity',
          await response(it, raised, { actions: [await planned(it, {}, who.manager)] }),
        )
      ).state,
    ).toBe('RESPONDED');
  });

  test('long after the issue an action may still be planned for the coming days', async () => {
    const issued = await reported(it);
    it.clock.set('2027-03-01');
    expect((await read(it, who.secretary, issued.id)).overdue).toBe(true);
    const late = await response(it, issued, { actions: [await planned(it, { dueOn: '2027-03-10' })] });
    expect((await nonconformityAfter(it, who.secretary, 'respondToNonconformity', late)).state).toBe('RESPONDED');
  });

  test('sent again after a return, it replaces the plan; what was done stays', async () => {
    const issued = await reported(it);
    const two = [await planned(it), await planned(it, { title: 'Tập huấn cách ghi giờ giao nhận' }, who.secretary)];
    const responded = await nonconformityAfter(
      it,
      who.unitHead,
      'respondToNonconformity',
      await response(it, issued, { actions: two }),
    );
    const approved = await nonconformityAfter(it, who.manager, 'approvePlan', target(responded));
    const half = await nonconformityAfter(it, who.officer, 'reportActionDone', {
      ...target(approved.actions[0]),
      result: 'Đã bật cảnh báo.',
      evidence: 'Ảnh cấu hình',
    });
    expect(half.state).toBe('PLAN_APPROVED');
    const back = await nonconformityAfter(it, who.unitHead, 'revisePlan', { ...target(half), reason });
    const again = await nonconformityAfter(
      it,
      who.unitHead,
      'respondToNonconformity',
      await response(it, back, { actions: [await planned(it, { title: 'Thuê đơn vị phần mềm tập huấn tại chỗ' })] }),
    );
    expect(again.actions.map(({ title, state }: Answered) => [title, state])).toEqual([
      ['Đặt cảnh báo hồ sơ sắp đến hạn trước một ngày', 'DONE'],
      ['Thuê đơn vị phần mềm tập huấn tại chỗ', 'OPEN'],
    ]);
  });

  test('nobody approves an own response', async () => {
    const responded = await nonconformityAfter(
      it,
      who.isoHead,
      'respondToNonconformity',
      await response(it, await reported(it)),
    );
    expect(responded.viewerCan).toEqual([]);
    expect((await it.runRefused(who.isoHead, 'approvePlan', target(responded))).code).toBe('FORBIDDEN');
    expect((await nonconformityAfter(it, who.manager, 'approvePlan', target(responded))).state).toBe('PLAN_APPROVED');
  });
});

describe('actions', () => {
  test('an extension moves the due date; refused, it stays', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    const asked = await nonconformityAfter(it, who.officer, 'askExtension', {
      ...target(approved.actions[0]),
      dueOn: '2027-01-15',
      reason,
    });
    expect(asked.actions[0]).toMatchObject({
      dueOn: '2026-12-15',
      extensionTo: '2027-01-15',
      extensions: [{ toDay: '2027-01-15', decision: null }],
    });
    const granted = await nonconformityAfter(it, who.manager, 'grantExtension', target(asked.actions[0]));
    expect(granted).toMatchObject({
      dueOn: '2027-01-15',
      actions: [{ dueOn: '2027-01-15', extensionTo: null, extensions: [{ decision: 'GRANTED' }] }],
    });
    expect(await it.runRefused(who.manager, 'grantExtension', target(granted.actions[0]))).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'NO_EXTENSION_ASKED',
    });
    expect(
      await it.runRefused(who.officer, 'askExtension', { ...target(granted.actions[0]), dueOn: '2027-01-10', reason }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'dueOn' });
  });

  test('the last corrective action cannot be dropped', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    expect(approved.actions[0].viewerCan).toEqual([]);
    expect(await it.runRefused(who.manager, 'dropAction', { ...target(approved.actions[0]), reason })).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'LAST_CORRECTIVE_ACTION',
    });
  });

  test('an action that is done shows its files to whoever sees the nonconformity', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    const [{ id }] = (await it.sql(
      `insert into attachment (id, sha256, name, type, size, uploaded_by_id, uploaded_at)
      select gen_random_uuid(), md5(random()::text), 'anh-man-hinh.jpg', 'image/jpeg', 10, p.person_id, now()
        from account p where p.user_name = $1 returning id`,
      who.officer,
    )) as [{ id: string }];
    const input = {
      ...target(approved.actions[0]),
      result: 'Đã bật cảnh báo.',
      evidence: 'Ảnh màn hình',
      attachmentIds: [id],
    };
    const done = await nonconformityAfter(it, who.officer, 'reportActionDone', input);
    expect(done.actions[0].attachments).toEqual([{ name: 'anh-man-hinh.jpg' }]);
    expect((await read(it, who.manager, done.id)).actions[0].attachments).toHaveLength(1);
    const other = await cameTo(it, 'PLAN_APPROVED', await reported(it));
    expect(
      await it.runRefused(who.officer, 'reportActionDone', {
        ...input,
        ...target(other.actions[0]),
        attachmentIds: ['0198f000-0000-7000-8000-000000000000'],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'attachmentIds' });
  });

  test('an action given back has days left even when its date is past', async () => {
    const done = await cameTo(it, 'ACTIONS_DONE');
    it.clock.set('2026-12-28');
    const returned = await nonconformityAfter(it, who.manager, 'returnAction', { ...target(done.actions[0]), reason });
    expect(returned).toMatchObject({
      state: 'PLAN_APPROVED',
      dueOn: '2027-01-05',
      actions: [{ state: 'OPEN', dueOn: '2027-01-05', reason }],
    });
  });
});

describe('verification', () => {
  test('of an audit is for its team and the lead agency, never for an owner', async () => {
    await letTeamIn(it);
    const done = await cameTo(it, 'ACTIONS_DONE', await raisedByAudit(it));
    expect(
      (await it.runRefused(who.manager, 'verifyNonconformity', { ...target(done), evidenceSeen: true, onSite: true }))
        .code,
    ).toBe('FORBIDDEN');
    for (const person of [who.auditLead, who.auditor, who.leadAgency])
      expect((await read(it, person, done.id)).viewerCan).toContain('verify');
    expect((await steps.verify(it, done, who.auditor)).state).toBe('VERIFIED');
  });

  test('an owner who also manages quality verifies nothing of it', async () => {
    await letTeamIn(it);
    const raised = await raisedByAudit(it);
    const responded = await nonconformityAfter(
      it,
      who.secretary,
      'respondToNonconformity',
      await response(it, raised, { actions: [await planned(it, {}, who.manager)] }),
    );
    await it.sql(
      `
        insert into role_grant (id, person_id, role, unit_id, from_date)
        select gen_random_uuid(), a.person_id, 'AUDIT_TEAM', u.id, '2026-11-01' from account a, unit u
        where a.user_name = $1 and u.code = 'LH-BT'`,
      who.manager,
    );
    const done = await steps.doAll(it, await nonconformityAfter(it, who.isoHead, 'approvePlan', target(responded)));
    expect(
      await it.runRefused(who.manager, 'verifyNonconformity', { ...target(done), evidenceSeen: true, onSite: true }),
    ).toMatchObject({ code: 'RULE_VIOLATED', rule: 'OWN_WORK' });
    await it.sql(
      `
        delete from role_grant g using account a where a.person_id = g.person_id and a.user_name = $1
        and g.role = 'AUDIT_TEAM'`,
      who.manager,
    );
  });

  test('wants the evidence seen, and a major one on site', async () => {
    const done = await cameTo(it, 'ACTIONS_DONE', await reported(it, { severity: 'MAJOR' }));
    expect(
      await it.runRefused(who.manager, 'verifyNonconformity', { ...target(done), evidenceSeen: false, onSite: true }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'evidenceSeen' });
    expect(
      await it.runRefused(who.manager, 'verifyNonconformity', { ...target(done), evidenceSeen: true, onSite: false }),
    ).toMatchObject({ code: 'RULE_VIOLATED', rule: 'ON_SITE' });
  });

  test('the effect is judged from the set day on', async () => {
    const verified = await cameTo(it, 'VERIFIED');
    const input = { ...target(verified), observed: 'Lấy mẫu 10 hồ sơ, không còn lỗi.' };
    expect(await it.runRefused(who.manager, 'confirmEffective', input)).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'TOO_EARLY',
    });
    expect(await it.runRefused(who.manager, 'confirmEffective', { ...input, observed: 'ok' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'observed',
    });
  });

  test('what proved ineffective is followed by a new one that says what was seen', async () => {
    const verified = await cameTo(it, 'VERIFIED');
    it.clock.set('2027-03-01');
    const closed = await nonconformityAfter(it, who.manager, 'findIneffective', {
      ...target(verified),
      observed: 'Ba trong mười hồ sơ vẫn thiếu văn bản xin lỗi.',
    });
    expect(closed).toMatchObject({
      state: 'CLOSED_INEFFECTIVE',
      followUps: [{ state: 'ISSUED', source: 'FEEDBACK', number: 'KPH-2027-001' }],
    });
    const next = await read(it, who.secretary, closed.followUps[0].id);
    expect(next).toMatchObject({ followUpOf: { id: closed.id }, viewerCan: ['respond'] });
    expect(await it.sql(`select verb from trail_entry where subject_id = $1`, next.id)).toEqual([
      { verb: 'nonconformity.issue' },
    ]);
    expect(await it.sql(`select evidence from nonconformity where id = $1`, next.id)).toEqual([
      { evidence: 'Ba trong mười hồ sơ vẫn thiếu văn bản xin lỗi.' },
    ]);
  });
});

describe('a dispute', () => {
  test('about an audit is decided by the lead auditor or a quality manager of the lead agency', async () => {
    await letTeamIn(it);
    const disputed = await nonconformityAfter(it, who.isoHead, 'disputeNonconformity', {
      ...target(await raisedByAudit(it)),
      reason,
    });
    expect((await read(it, who.manager, disputed.id)).viewerCan).toEqual([]);
    expect((await read(it, who.leadAgency, disputed.id)).viewerCan).toEqual([]);
    for (const person of [who.auditLead, who.leadAgencyManager])
      expect((await read(it, person, disputed.id)).viewerCan).toEqual(['uphold', 'withdraw']);
    expect(
      await nonconformityAfter(it, who.auditLead, 'withdrawNonconformity', { ...target(disputed), reason }),
    ).toMatchObject({
      state: 'WITHDRAWN',
      dueOn: null,
      reason,
    });
  });
});
