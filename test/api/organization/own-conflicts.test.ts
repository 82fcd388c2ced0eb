import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { Story } from '../audits/fixtures.js';

const it = useServer();
const story = new Story(it);
const reason = 'Là anh rể của công chức một cửa từ năm 2019';
const openConflicts = (code: string) =>
  it.sql(
    `
      select c.reason, c.withdrawn_reason from auditor_conflict c join auditor a on a.id = c.auditor_id
      join person p on p.id = a.person_id where p.code = $1`,
    code,
  );

async function declared(who: string, input: object): Promise<string> {
  return (await it.run(who, 'declareOwnConflict', { reason, ...input })).id;
}
const refusal = async (who: string, input: object) => it.runRefused(who, 'declareOwnConflict', { reason, ...input });

describe('auditors have no command to declare a conflict', () => {
  test('with an office of the auditee: it counts for the whole (R06), until it is withdrawn', async () => {
    const id = await declared('P053', { unitId: await story.idOf('unit', 'LH-NT-HC') });
    const { audits } = await story.round();
    expect(await story.teamRefused(audits['LH-NT']!, [{ code: 'P053', part: 'LEAD' }])).toMatchObject({ rule: 'R06' });
    expect(
      await story.isRefused('P053', 'withdrawOwnConflict', 'auditor_conflict', id, { reason: 'ngắn' }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
    await story.does(
      'P053',
      'withdrawOwnConflict',
      'auditor_conflict',
      id,
      { reason: 'Người thân đã chuyển công tác' },
      'withdrawnReason',
    );
    expect((await story.team(audits['LH-NT']!, [{ code: 'P053', part: 'LEAD' }]))['members']).toHaveLength(1);
    expect(
      await story.isRefused('P053', 'withdrawOwnConflict', 'auditor_conflict', id, { reason: 'Rút thêm một lần nữa' }),
    ).toMatchObject({ rule: 'WITHDRAWN' });
    expect(await story.trail(id)).toEqual(['auditorConflict.declare', 'auditorConflict.withdraw']);
  });

  test('conflicts with a PERSON cannot be recorded: they can, and count where that person holds a post', async () => {
    await declared('P054', { personId: await story.idOf('person', 'P033') });
    const { audits } = await story.round(['LH-NT', 'LH-DS']);
    expect(await story.teamRefused(audits['LH-NT']!, [{ code: 'P054', part: 'AUDITOR' }])).toMatchObject({
      rule: 'R06',
    });
    expect((await story.team(audits['LH-DS']!, [{ code: 'P054', part: 'AUDITOR' }]))['members']).toHaveLength(1);
    const query =
      'query ($id: ID!) { person(id: $id) { auditor { conflicts { reason person { code } unit { code } } } } }';
    const seen = async (who: string) =>
      (await (await it.as(who)).ask(query, { id: await story.idOf('person', 'P054') })).person.auditor.conflicts;
    for (const who of ['P054', 'huongtm.khcn'])
      expect(await seen(who)).toEqual([{ reason, person: { code: 'P033' }, unit: null }]);
    expect(await seen('P053')).toEqual([]);
  });

  test('with a conflict declared after the plan was signed the audit is not announced', async () => {
    const { audit } = await story.approved();
    await story.plan(audit);
    const id = await declared('P019', { personId: await story.idOf('person', 'P027') });
    expect(await story.isRefused('P017', 'announceAudit', 'audit', audit)).toMatchObject({ rule: 'R06' });
    await story.does(
      'P019',
      'withdrawOwnConflict',
      'auditor_conflict',
      id,
      { reason: 'Khai nhầm người, đã kiểm tra lại' },
      'id',
    );
    await story.does('P017', 'announceAudit', 'audit', audit);
    await declared('P019', { personId: await story.idOf('person', 'P027') });
    expect(
      await story.isRefused('datpv.nt', 'confirmAuditPlan', 'audit', audit, { password: 'lam-hong-vui-ve' }),
    ).toMatchObject({ rule: 'R06' });
  });

  test('is for those in the register, about one other unit or person, once', async () => {
    const unitId = await story.idOf('unit', 'LH-SK');
    expect(await refusal('P020', { unitId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal('P017', { unitId, personId: await story.idOf('person', 'P033') })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'unitId',
    });
    expect(await refusal('P017', {})).toMatchObject({ code: 'INVALID_INPUT', field: 'unitId' });
    expect(await refusal('P017', { personId: await story.idOf('person', 'P017') })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'personId',
    });
    expect(await refusal('P017', { unitId, reason: 'ngắn' })).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
    expect(await refusal('P017', { unitId, reason: 'x'.repeat(1001) })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await refusal('P017', { unitId: '00000000-0000-7000-8000-000000000000' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await openConflicts('P017')).toEqual([]);
  });

  test('sent twice is carried out once; a second one is a duplicate; nobody withdraws for another; a stale one is a conflict', async () => {
    const input = { unitId: await story.idOf('unit', 'LH-SK'), idempotencyKey: '3b0d6f5c-5f2e-4a54-9d6d-0a8f0b7f2c11' };
    const id = await declared('P133', input);
    expect(await declared('P133', input)).toBe(id);
    expect(await openConflicts('P133')).toEqual([{ reason, withdrawn_reason: null }]);
    expect(await refusal('P133', { unitId: input.unitId })).toMatchObject({ code: 'DUPLICATE' });
    expect(
      await story.isRefused('P017', 'withdrawOwnConflict', 'auditor_conflict', id, {
        reason: 'Không phải bản khai của mình',
      }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await story.isRefused('P005', 'withdrawOwnConflict', 'auditor_conflict', id, {
        reason: 'Không có trong danh sách',
      }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await it.runRefused('P133', 'withdrawOwnConflict', { id, version: 9, reason: 'Bản đã cũ so với bản lưu' }),
    ).toMatchObject({ code: 'VERSION_CONFLICT' });
  });
});
