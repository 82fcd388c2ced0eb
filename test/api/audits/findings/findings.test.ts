import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { cast, content, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);
const visible = async (who: string, audit: string) =>
  (await (await it.as(who)).ask('query ($id: ID!) { audit(id: $id) { findings { id } } }', { id: audit }))['audit']
    .findings.length;

describe('writing', () => {
  test('a member writes, completes and sends; nobody else may', async () => {
    const { audit } = await story.open();
    expect(
      await it.runRefused(cast.auditeeHead, 'writeFinding', { auditId: audit, checkItemIds: [], content }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const { id, viewerCan } = await story.finding(cast.member, audit, [], { gap: '', category: null });
    expect(viewerCan).toEqual(['send', 'drop']);
    expect(await story.isRefused(cast.member, 'sendFinding', 'finding', id)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'gap',
    });
    expect(await story.isRefused(cast.secretary, 'saveFinding', 'finding', id, { content })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await story.find(cast.member, 'saveFinding', id, { content });
    expect(await story.isRefused(cast.secretary, 'sendFinding', 'finding', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await story.find(cast.member, 'sendFinding', id))['state']).toBe('SENT');
    expect(await story.isRefused(cast.member, 'saveFinding', 'finding', id, { content })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await story.find(cast.lead, 'saveFinding', id, { content: { ...content, category: 'OBSERVATION' } });
  });

  test('lines of another audit, an office or clause from elsewhere are refused', async () => {
    const { audit } = await story.open();
    const other = await story.open();
    const write = async (input: object) =>
      it.runRefused(cast.member, 'writeFinding', { auditId: audit, checkItemIds: [], content, ...input });
    expect(await write({ checkItemIds: [other.lines[0]!.id] })).toMatchObject({ field: 'checkItemIds' });
    expect(await write({ content: { ...content, unitId: await story.idOf('unit', 'LH-SK-VP') } })).toMatchObject({
      field: 'unitId',
    });
  });

  test('a stale version is a conflict, and a dropped draft is gone for good', async () => {
    const { audit } = await story.open();
    const { id } = await story.finding(cast.member, audit);
    expect(await it.runRefused(cast.member, 'sendFinding', { id, version: 77 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    await story.find(cast.member, 'dropFinding', id);
    expect(await story.isRefused(cast.member, 'sendFinding', 'finding', id)).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
  });
});

describe('agreement (R16)', () => {
  test("the lead agrees a member's finding; a lead's own is agreed by another member", async () => {
    const { audit } = await story.open();
    const { id: theirs } = await story.finding(cast.member, audit);
    await story.find(cast.member, 'sendFinding', theirs);
    expect(await story.isRefused(cast.secretary, 'agreeFinding', 'finding', theirs)).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await story.find(cast.lead, 'agreeFinding', theirs))['state']).toBe('AGREED');
    const { id: own } = await story.finding(cast.lead, audit);
    await story.find(cast.lead, 'sendFinding', own);
    expect(await story.isRefused(cast.lead, 'agreeFinding', 'finding', own)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await story.find(cast.secretary, 'agreeFinding', own))['state']).toBe('AGREED');
  });

  test('the lead agency sees it once agreed, the auditee once shown', async () => {
    const { audit } = await story.open();
    const { id } = await story.finding(cast.member, audit);
    await story.find(cast.member, 'sendFinding', id);
    expect([
      await visible(cast.secretary, audit),
      await visible(cast.arranger, audit),
      await visible(cast.auditeeHead, audit),
    ]).toEqual([1, 0, 0]);
    await story.find(cast.lead, 'agreeFinding', id);
    expect([await visible(cast.arranger, audit), await visible(cast.auditeeHead, audit)]).toEqual([1, 0]);
    await story.find(cast.lead, 'sendBackFinding', id, { reason: 'Cần nêu số hồ sơ cụ thể hơn' });
    expect(await visible(cast.arranger, audit)).toBe(0);
    await story.find(cast.member, 'sendFinding', id);
    await story.find(cast.lead, 'agreeFinding', id);
    expect(await story.isRefused(cast.member, 'showFinding', 'finding', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await story.find(cast.lead, 'showFinding', id)).toMatchObject({ state: 'SHOWN', answerDueOn: '2026-12-01' });
    expect(await visible(cast.auditeeHead, audit)).toBe(1);
  });
});

describe("the auditee's answer", () => {
  test('is given by head or secretary; only the head disagrees, with a reason', async () => {
    const { audit } = await story.open();
    const id = await story.shown(audit);
    expect(
      await story.isRefused(cast.auditeeSecretary, 'disputeFinding', 'finding', id, {
        reason: 'Không đúng thực tế tại quầy',
      }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await story.isRefused(cast.lead, 'acknowledgeFinding', 'finding', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await story.isRefused(cast.auditeeHead, 'disputeFinding', 'finding', id, { reason: 'sai' })).toMatchObject({
      field: 'reason',
    });
    expect(
      await story.find(cast.auditeeSecretary, 'acknowledgeFinding', id, { answer: 'Sẽ thu hồi ngay' }),
    ).toMatchObject({ state: 'ACKNOWLEDGED', answer: 'Sẽ thu hồi ngay', bySilence: false });
  });

  test('when disputed, the lead upholds it, amends it or drops it, each with its mark', async () => {
    const { audit } = await story.open();
    const disputed = async () => {
      const id = await story.shown(audit);
      await story.find(cast.auditeeHead, 'disputeFinding', id, { reason: 'Tờ khai chỉ để đối chiếu' });
      return id;
    };
    const upheld = await disputed();
    expect(
      await story.isRefused(cast.member, 'upholdFinding', 'finding', upheld, { reason: 'Bằng chứng đã rõ ràng' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await story.find(cast.lead, 'upholdFinding', upheld, { reason: 'Bằng chứng đã rõ ràng' })).toMatchObject({
      state: 'ACKNOWLEDGED',
      upheld: true,
    });
    const amended = await disputed();
    expect(
      await story.find(cast.lead, 'amendFinding', amended, { content: { ...content, category: 'OBSERVATION' } }),
    ).toMatchObject({ state: 'SENT' });
    expect(
      await (
        await it.as(cast.auditeeHead)
      ).ask('query ($id: ID!) { audit(id: $id) { findings { id } } }', { id: audit }),
    ).toEqual({ audit: { findings: [{ id: upheld }] } });
    const dropped = await disputed();
    expect(await story.isRefused(cast.lead, 'dropFinding', 'finding', dropped)).toMatchObject({ field: 'reason' });
    expect(await story.find(cast.lead, 'dropFinding', dropped, { reason: 'Đơn vị đã chứng minh được' })).toMatchObject({
      state: 'DROPPED',
    });
  });

  test('that does not come in five working days (24 November is a holiday) counts as yes, and is marked', async () => {
    const { audit } = await story.open();
    const id = await story.shown(audit);
    const state = async () => (await it.sql('select state, by_silence from finding where id = $1', id))[0];
    it.clock.set('2026-12-01');
    await it.runJob('audits.lapse');
    expect(await state()).toEqual({ state: 'SHOWN', by_silence: false });
    it.clock.set('2026-12-02');
    await it.runJob('audits.lapse');
    expect(await state()).toEqual({ state: 'ACKNOWLEDGED', by_silence: true });
    expect(
      await it.sql(`select actor_name from trail_entry where subject_id = $1 and verb = 'finding.lapse'`, id),
    ).toEqual([{ actor_name: 'Hệ thống' }]);
    it.clock.set('2026-11-23');
  });
});
