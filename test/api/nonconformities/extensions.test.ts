import { afterEach, describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import {
  nonconformityAfter,
  cameTo,
  idOf,
  planned,
  raisedByAudit,
  read,
  reported,
  response,
  who,
  type Answered,
} from './fixtures.js';

const it = useServer();
const reason = 'Chờ quyết định công bố mới của tỉnh.';
afterEach(() => it.clock.set('2026-11-23'));

/** The quality manager owns the action of a plan that she approved herself; she asks for more time. */
async function ownerApproved(dueOn = '2027-03-01'): Promise<Answered> {
  const raised = await raisedByAudit(it);
  const actions = [await planned(it, {}, who.manager)];
  const responded = await nonconformityAfter(
    it,
    who.secretary,
    'respondToNonconformity',
    await response(it, raised, { actions }),
  );
  const approved = await nonconformityAfter(it, who.manager, 'approvePlan', target(responded));
  return nonconformityAfter(it, who.manager, 'askExtension', { ...target(approved.actions[0]), dueOn, reason });
}

const owesDecision = async (person: string, id: string) => {
  const { myWork } = await (await it.as(person)).ask('{ myWork { kind subjectId } }');
  return myWork.some(
    (work: Answered) => work['kind'] === 'correctiveAction.grantExtension' && work['subjectId'] === id,
  );
};

describe('an extension', () => {
  test('is never decided by the owner of the action, who may have approved the plan', async () => {
    const asked = await ownerApproved();
    expect(asked.actions[0].viewerCan).not.toContain('grantExtension');
    expect(asked.actions[0].viewerCan).not.toContain('drop');
    for (const mutation of ['grantExtension', 'refuseExtension']) {
      const input = mutation === 'grantExtension' ? target(asked.actions[0]) : { ...target(asked.actions[0]), reason };
      expect((await it.runRefused(who.manager, mutation, input)).code).toBe('FORBIDDEN');
    }
    expect([await owesDecision(who.manager, asked.id), await owesDecision(who.isoHead, asked.id)]).toEqual([
      false,
      true,
    ]);
    const granted = await nonconformityAfter(it, who.isoHead, 'grantExtension', target(asked.actions[0]));
    expect(granted.actions[0]).toMatchObject({
      dueOn: '2027-03-01',
      extensions: [{ decision: 'GRANTED', decidedBy: { fullName: expect.any(String) } }],
    });
  });

  test('is asked of who approved the plan; the other may stand in', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    const asked = await nonconformityAfter(it, who.officer, 'askExtension', {
      ...target(approved.actions[0]),
      dueOn: '2027-01-15',
      reason,
    });
    expect([await owesDecision(who.manager, asked.id), await owesDecision(who.isoHead, asked.id)]).toEqual([
      true,
      false,
    ]);
    expect((await read(it, who.isoHead, asked.id)).actions[0].viewerCan).toContain('grantExtension');
    const [{ id }] = (await it.sql(
      `
        select g.id from role_grant g join account a on a.person_id = g.person_id where a.user_name = $1
        and g.role = 'QUALITY_MANAGER'`,
      who.manager,
    )) as [{ id: string }];
    await it.sql(`update role_grant set to_date = '2026-11-20' where id = $1`, id);
    expect(await owesDecision(who.isoHead, asked.id)).toBe(true);
    await it.sql('update role_grant set to_date = null where id = $1', id);
  });

  test('without bound is refused with the last day allowed, six months after the issue', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    expect(approved.latestExtensionDay).toBe('2027-05-24');
    const ask = { ...target(approved.actions[0]), reason };
    const tooLong = await it.runRefused(who.officer, 'askExtension', { ...ask, dueOn: '2030-01-01' });
    expect(tooLong).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'EXTENSION_TOO_LONG',
      field: 'dueOn',
      message: expect.stringContaining('24/05/2027'),
    });
    for (const dueOn of ['2026-12-15', '2026-12-01', '2026-11-20']) {
      expect(await it.runRefused(who.officer, 'askExtension', { ...ask, dueOn })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'dueOn',
        message: expect.stringContaining('24/05/2027'),
      });
    }
    const granted = await nonconformityAfter(
      it,
      who.manager,
      'grantExtension',
      target((await nonconformityAfter(it, who.officer, 'askExtension', { ...ask, dueOn: '2027-05-24' })).actions[0]),
    );
    expect((await read(it, who.officer, granted.id)).actions[0].viewerCan).toEqual(['reportDone', 'noteProgress']);
    expect(
      await it.runRefused(who.officer, 'askExtension', { ...target(granted.actions[0]), dueOn: '2027-06-30', reason }),
    ).toMatchObject({ code: 'RULE_VIOLATED', rule: 'EXTENSION_TOO_LONG' });
  });

  test('to a day that passed while it waited is not granted', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    const asked = await nonconformityAfter(it, who.officer, 'askExtension', {
      ...target(approved.actions[0]),
      dueOn: '2026-12-20',
      reason,
    });
    it.clock.set('2026-12-21');
    expect(await it.runRefused(who.manager, 'grantExtension', target(asked.actions[0]))).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'EXTENSION_PAST',
    });
    const answered = await nonconformityAfter(it, who.manager, 'refuseExtension', {
      ...target(asked.actions[0]),
      reason: 'Ngày xin đã qua, hãy xin lại.',
    });
    expect(answered.actions[0]).toMatchObject({ dueOn: '2026-12-15', extensionTo: null });
  });

  test('is kept as a record: who asked when for what, who decided what and why', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    const ask = async (at: Answered, dueOn: string) =>
      nonconformityAfter(it, who.officer, 'askExtension', { ...target(at.actions[0]), dueOn, reason });
    const first = await nonconformityAfter(it, who.manager, 'refuseExtension', {
      ...target((await ask(approved, '2027-01-30')).actions[0]),
      reason: 'Hạn xin lùi quá dài.',
    });
    const second = await ask(await ask(first, '2027-01-20'), '2027-01-10');
    const granted = await nonconformityAfter(it, who.manager, 'grantExtension', target(second.actions[0]));
    const asked = {
      fromDay: '2026-12-15',
      reason,
      askedBy: { fullName: 'Trần Minh Quyên' },
      askedAt: expect.any(String),
      decidedAt: expect.any(String),
    };
    expect(granted.actions[0].extensions).toEqual([
      {
        ...asked,
        toDay: '2027-01-30',
        decision: 'REFUSED',
        decidedBy: { fullName: 'Nguyễn Bá Phú' },
        decisionReason: 'Hạn xin lùi quá dài.',
      },
      { ...asked, toDay: '2027-01-20', decision: 'LAPSED', decidedBy: null, decisionReason: null },
      {
        ...asked,
        toDay: '2027-01-10',
        decision: 'GRANTED',
        decidedBy: { fullName: 'Nguyễn Bá Phú' },
        decisionReason: null,
      },
    ]);
    const third = await ask(granted, '2027-01-31');
    const done = await nonconformityAfter(it, who.officer, 'reportActionDone', {
      ...target(third.actions[0]),
      result: 'Đã bật cảnh báo.',
      evidence: 'Ảnh cấu hình',
    });
    expect(done.actions[0].extensions.at(-1)).toMatchObject({ decision: 'LAPSED', decidedBy: null });
  });
});

describe('bug: the state card named the owners only, though an extension waited for somebody else', () => {
  const namesOf = async (id: string) => {
    const { nonconformity } = await (
      await it.as(who.manager)
    ).ask('query ($id: ID!) { nonconformity(id: $id) { waitsFor { fullName } } }', { id });
    return nonconformity.waitsFor.map(({ fullName }: Answered) => fullName);
  };

  test('whoever decides on it is named with them; its owner decides nothing', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    expect(await namesOf(approved.id)).toEqual(['Trần Minh Quyên']);
    const asked = await nonconformityAfter(it, who.officer, 'askExtension', {
      ...target(approved.actions[0]),
      dueOn: '2027-01-15',
      reason,
    });
    expect(await namesOf(asked.id)).toEqual(['Nguyễn Bá Phú', 'Trần Minh Quyên']);
    await nonconformityAfter(it, who.manager, 'grantExtension', target(asked.actions[0]));
    expect(await namesOf(asked.id)).toEqual(['Trần Minh Quyên']);
    expect(await namesOf((await ownerApproved()).id)).toEqual(['Bùi Phương Thủy', 'Nguyễn Bá Phú']);
  });

  test('with no action to be done again the responder is named, who reports the result anew', async () => {
    const done = await cameTo(it, 'ACTIONS_DONE');
    const returned = await nonconformityAfter(it, who.manager, 'returnResult', {
      ...target(done),
      reason: 'Thiếu biên bản kiểm tra của đơn vị.',
      actionIds: [],
    });
    expect(await namesOf(returned.id)).toEqual(['Đặng Kim Quyên']);
    expect((await read(it, who.secretary, returned.id)).viewerCan).toEqual(['revisePlan', 'reportDone']);
  });
});

describe('what can be read of a nonconformity later', () => {
  test('how far an action had come, noted by its owner while it is open', async () => {
    const approved = await cameTo(it, 'PLAN_APPROVED');
    const note = { note: 'Đã soạn dự thảo, chờ góp ý.', percent: 40 };
    const first = await nonconformityAfter(it, who.officer, 'noteActionProgress', {
      ...target(approved.actions[0]),
      ...note,
    });
    expect(first).toMatchObject({
      state: 'PLAN_APPROVED',
      actions: [{ state: 'OPEN', dueOn: '2026-12-15', progress: [{ ...note, by: { fullName: 'Trần Minh Quyên' } }] }],
    });
    expect(
      (await it.runRefused(who.officer, 'noteActionProgress', { ...target(approved.actions[0]), ...note })).code,
    ).toBe('VERSION_CONFLICT');
    for (const [change, field] of [
      [{ note: 'ok' }, 'note'],
      [{ percent: 101 }, 'percent'],
      [{ percent: -1 }, 'percent'],
    ] as const) {
      expect(
        await it.runRefused(who.officer, 'noteActionProgress', { ...target(first.actions[0]), ...note, ...change }),
      ).toMatchObject({ code: 'INVALID_INPUT', field });
    }
    const second = await nonconformityAfter(it, who.officer, 'noteActionProgress', {
      ...target(first.actions[0]),
      note: 'Đã gửi lãnh đạo ký.',
    });
    expect(second.actions[0].progress.map(({ percent }: Answered) => percent)).toEqual([40, null]);
    const [trail] = await it.sql(
      `
        select changes::text from trail_entry where subject_id = $1 and verb = 'correctiveAction.noteProgress'
        order by id desc limit 1`,
      second.id,
    );
    expect(trail!['changes']).toContain('Đã gửi lãnh đạo ký.');
  });

  test('that a first verification was not passed, and why', async () => {
    const done = await cameTo(it, 'ACTIONS_DONE');
    const why = 'Mới có ảnh chụp, chưa có hồ sơ nào làm theo cách mới.';
    const returned = await nonconformityAfter(it, who.manager, 'returnResult', {
      ...target(done),
      reason: why,
      actionIds: [done.actions[0].id],
    });
    const again = await nonconformityAfter(it, who.officer, 'reportActionDone', {
      ...target(returned.actions[0]),
      result: 'Đã bật cảnh báo và thử trên năm hồ sơ.',
      evidence: 'Danh sách năm hồ sơ',
    });
    const verified = await nonconformityAfter(it, who.manager, 'verifyNonconformity', {
      ...target(again),
      evidenceSeen: true,
      onSite: true,
      note: 'Xem năm hồ sơ',
    });
    const by = { fullName: 'Nguyễn Bá Phú' };
    expect(verified.verifications).toEqual([
      { passed: false, onSite: null, note: why, at: expect.any(String), by },
      { passed: true, onSite: true, note: 'Xem năm hồ sơ', at: expect.any(String), by },
    ]);
    expect(verified['reason']).toBeNull();
  });

  test('bug: what was written in the same moment changed places', async () => {
    const done = await cameTo(it, 'ACTIONS_DONE');
    const why = 'Chưa có hồ sơ nào làm theo cách mới.';
    const actionIds = done.actions.map(({ id }: { id: string }) => id);
    const returned = await nonconformityAfter(it, who.manager, 'returnResult', {
      ...target(done),
      reason: why,
      actionIds,
    });
    const rows = await it.sql<{ id: string }>(
      `insert into verification (id, nonconformity_id, by_id, at, passed, note)
        select gen_random_uuid(), v.nonconformity_id, v.by_id, v.at, false, n::text
        from verification v, generate_series(1, 20) n where v.nonconformity_id = $1 returning id`,
      returned.id,
    );
    expect(rows).toHaveLength(20);
    const [kept] = await it.sql(
      `select array_agg(note order by id) as verifications from verification where nonconformity_id = $1`,
      returned.id,
    );
    const query = 'query ($id: ID!) { nonconformity(id: $id) { verifications { note } } }';
    const read = (await (await it.as(who.manager)).ask(query, { id: returned.id }))['nonconformity'];
    expect(read.verifications.map(({ note }: { note: string }) => note)).toEqual(kept!['verifications']);
  });

  test('that one action was given back is a round of verification too', async () => {
    const done = await cameTo(it, 'ACTIONS_DONE');
    const returned = await nonconformityAfter(it, who.manager, 'returnAction', { ...target(done.actions[0]), reason });
    expect(returned['verifications']).toMatchObject([{ passed: false, note: reason }]);
  });

  test('who judged the effect, and when', async () => {
    const verified = await cameTo(it, 'VERIFIED');
    expect(verified).toMatchObject({ effectJudge: null, effectJudgedAt: null });
    it.clock.set('2027-03-01');
    const closed = await nonconformityAfter(it, who.manager, 'confirmEffective', {
      ...target(verified),
      observed: 'Lấy mẫu 10 hồ sơ, không còn lỗi.',
    });
    expect(closed).toMatchObject({
      effectJudge: { fullName: 'Nguyễn Bá Phú' },
      effectJudgedAt: expect.stringMatching(/^2027-0(2-28|3-01)/),
    });
  });

  test('who corrected it by when, and what kind of cause it had; someone of another authority did not', async () => {
    const issued = await reported(it);
    expect(
      await it.runRefused(
        who.secretary,
        'respondToNonconformity',
        await response(it, issued, { correctedById: await idOf(it, who.neighbourManager) }),
      ),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'correctedById' });
    const responded = await nonconformityAfter(it, who.secretary, 'respondToNonconformity', await response(it, issued));
    expect(responded).toMatchObject({
      causeCategory: 'MACHINE',
      correctedOn: '2026-11-20',
      correctedBy: { fullName: 'Trần Minh Quyên' },
    });
  });
});
