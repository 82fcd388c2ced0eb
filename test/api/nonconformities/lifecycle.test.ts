import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { nonconformityAfter, cameTo, read, reported, steps, who } from './fixtures.js';

const it = useServer();

describe('the steps of a nonconformity', () => {
  test('from the report to the closing, with what is due at every step', async () => {
    const issued = await reported(it);
    expect(issued).toMatchObject({
      number: expect.stringMatching(/^KPH-2026-\d{3}$/),
      state: 'ISSUED',
      planDueOn: '2027-01-06',
      dueOn: '2027-01-06',
      actionsDueOn: '2027-01-25',
      overdue: false,
    });

    const responded = await steps.respond(it, issued);
    expect(responded).toMatchObject({
      state: 'RESPONDED',
      dueOn: '2026-12-01',
      responder: { fullName: 'Đặng Kim Quyên' },
      viewerCan: [],
    });
    const approved = await steps.approve(it, responded);
    expect(approved).toMatchObject({
      state: 'PLAN_APPROVED',
      dueOn: '2026-12-15',
      planApprover: { fullName: 'Nguyễn Bá Phú' },
    });

    const done = await steps.doAll(it, approved);
    expect(done).toMatchObject({ state: 'ACTIONS_DONE', actions: [{ state: 'DONE' }] });
    const verified = await steps.verify(it, done);
    expect(verified).toMatchObject({
      state: 'VERIFIED',
      effectivenessDueOn: '2027-02-23',
      actions: [{ state: 'ACCEPTED' }],
      verifier: { fullName: 'Nguyễn Bá Phú' },
      viewerCan: [],
    });

    it.clock.set('2027-02-23');
    const closed = await nonconformityAfter(it, who.manager, 'confirmEffective', {
      ...target(verified),
      observed: 'Ba tháng qua không còn hồ sơ quá hạn nào thiếu văn bản xin lỗi.',
    });
    expect(closed).toMatchObject({ state: 'CLOSED', dueOn: null, overdue: false, viewerCan: [] });
    it.clock.set('2026-11-23');
  });

  test('the last action that is done moves it on by the system, in the same gesture', async () => {
    const done = await cameTo(it, 'ACTIONS_DONE');
    const trail = await it.sql(
      `select verb, actor_name from trail_entry where subject_id = $1 order by at, id`,
      done.id,
    );
    expect(trail.map(({ verb, actor_name }) => `${verb}: ${actor_name}`)).toEqual([
      'nonconformity.issue: Trần Minh Quyên',
      'nonconformity.respond: Đặng Kim Quyên',
      'nonconformity.approvePlan: Nguyễn Bá Phú',
      'correctiveAction.reportDone: Trần Minh Quyên',
      'nonconformity.reportDone: Hệ thống',
    ]);
    expect((await read(it, who.manager, done.id)).viewerCan).toEqual(['verify', 'returnResult', 'withdraw']);
  });
});
