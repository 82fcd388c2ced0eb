import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { revisionAfter, byCode, head, signed, signers, startAmendment } from './fixtures.js';

const it = useServer();
const person = async (code: string) => (await it.sql('select id from person where code = $1', code))[0]!.id as string;

describe('from draft to in force', () => {
  test('an amendment is drafted, submitted, reviewed, approved for today; the one before is superseded', async () => {
    const [drafter, reviewer, approver] = await Promise.all([
      it.as(signers.drafter),
      it.as(signers.reviewer),
      it.as(signers.approver),
    ]);
    const { document, revision } = await startAmendment(drafter, 'QT.HT.07');
    expect(revision).toMatchObject({
      state: 'DRAFT',
      issueNumber: 1,
      amendmentNumber: 1,
      viewerCan: ['edit', 'submit', 'discard'],
    });

    const submitted = await revisionAfter(drafter, 'submitRevision', signed(revision));
    expect(submitted).toMatchObject({ state: 'IN_REVIEW', viewerCan: ['takeBack'] });
    expect(submitted.contentHash).toMatch(/^[0-9a-f]{64}$/);
    const reviewed = await revisionAfter(
      reviewer,
      'reviewRevision',
      signed((await byCode(reviewer, 'QT.HT.07')).underWay!),
    );
    expect(reviewed.state).toBe('REVIEWED');
    const approved = await revisionAfter(approver, 'approveRevision', {
      ...signed(reviewed),
      effectiveOn: '2026-11-23',
    });
    expect(approved).toMatchObject({ state: 'EFFECTIVE', effectiveOn: '2026-11-23' });

    expect(await it.sql('select state from revision where id = $1', document.inForce!.id)).toEqual([
      { state: 'SUPERSEDED' },
    ]);
    const { revision: paper } = await approver.ask(
      `
        query ($id: ID!) { revision(id: $id) { signatures { part personName personTitle contentHash } changes {
          kind } previous { id } } }`,
      { id: approved.id },
    );
    expect(paper.signatures.map(({ part, personName }: Record<string, string>) => [part, personName])).toEqual([
      ['drafted', 'Dương Kim Ngân'],
      ['reviewed', 'Nguyễn Đình Phú'],
      ['approved', 'Bùi Phương Thủy'],
    ]);
    expect(new Set(paper.signatures.map(({ contentHash }: Record<string, string>) => contentHash))).toEqual(
      new Set([approved.contentHash]),
    );
    expect(paper).toMatchObject({ changes: [], previous: { id: document.inForce!.id } });
    const { document: withHistory } = await approver.ask(
      'query ($id: ID!) { document(id: $id) { history { verb actorName } } }',
      { id: document.id },
    );
    expect(
      withHistory.history
        .slice(-6)
        .map(({ verb }: { verb: string }) => verb)
        .sort(),
    ).toEqual([
      'document.approve',
      'document.review',
      'document.startRevision',
      'document.submit',
      'document.supersede',
      'document.takeEffect',
    ]);
  });

  test('approved for a later day it waits for the job, which also makes up for missed days', async () => {
    const approver = await it.as(signers.approver);
    const waiting = (await byCode(approver, 'QT.ISO.13')).underWay!;
    const approved = await revisionAfter(approver, 'approveRevision', {
      ...signed(waiting),
      effectiveOn: '2026-11-30',
    });
    expect(approved).toMatchObject({ state: 'APPROVED', viewerCan: ['cancel'] });
    await it.runJob('documents.takeEffect');
    expect((await byCode(approver, 'QT.ISO.13')).underWay).toMatchObject({ state: 'APPROVED' });

    const before = (await byCode(approver, 'QT.ISO.13')).inForce!;
    it.clock.set('2026-12-04');
    await it.runJob('documents.takeEffect');
    await it.runJob('documents.takeEffect');
    it.clock.set('2026-11-23');
    const after = await byCode(approver, 'QT.ISO.13');
    expect(after).toMatchObject({ underWay: null, inForce: { id: approved.id, effectiveOn: '2026-11-30' } });
    expect(await it.sql('select state from revision where id = $1', before.id)).toEqual([{ state: 'SUPERSEDED' }]);
    expect(
      await it.sql(
        `
          select actor_name, count(*)::int as n from trail_entry where verb = 'document.takeEffect'
          and subject_id = $1 group by 1`,
        approved.id,
      ),
    ).toEqual([{ actor_name: 'Hệ thống', n: 1 }]);
  });

  test('the reviewer returns it with a reason; the drafter corrects and submits again', async () => {
    const [drafter, reviewer] = await Promise.all([it.as(signers.drafter), it.as(signers.reviewer)]);
    const { underWay } = await byCode(reviewer, 'QT.HT.11');
    expect(underWay!.viewerCan).toEqual(['review', 'return']);
    const returned = await revisionAfter(reviewer, 'returnRevision', {
      ...target(underWay!),
      reason: 'Bước B2 chưa ghi biểu mẫu.',
    });
    expect(returned).toMatchObject({ state: 'DRAFT', reason: 'Bước B2 chưa ghi biểu mẫu.', contentHash: null });
    const again = await revisionAfter(drafter, 'submitRevision', signed((await byCode(drafter, 'QT.HT.11')).underWay!));
    expect(again).toMatchObject({ state: 'IN_REVIEW', reason: null });
    const back = await revisionAfter(drafter, 'takeBackRevision', target(again));
    expect(back.state).toBe('DRAFT');
    const { revision } = await drafter.ask('query ($id: ID!) { revision(id: $id) { signatures { part } } }', {
      id: back.id,
    });
    expect(revision.signatures).toEqual([]);
    expect((await revisionAfter(drafter, 'discardRevision', target(back))).state).toBe('DISCARDED');
    expect((await startAmendment(drafter, 'QT.HT.11')).revision).toMatchObject({ state: 'DRAFT' });
  });

  test('an approved one is cancelled before its day; what is in force is withdrawn', async () => {
    const approver = await it.as(signers.approver);
    const { underWay } = await byCode(approver, 'QT.HKD.02');
    expect(
      await revisionAfter(approver, 'cancelRevision', { ...target(underWay!), reason: 'Cổng chưa đổi biểu mẫu.' }),
    ).toMatchObject({ state: 'DISCARDED' });
    const { inForce } = await byCode(approver, 'QT.TG.02');
    expect(
      await revisionAfter(approver, 'withdrawRevision', { ...target(inForce!), reason: 'Thủ tục đã bị bãi bỏ.' }),
    ).toMatchObject({ state: 'WITHDRAWN' });
    expect(await byCode(approver, 'QT.TG.02')).toMatchObject({ status: 'WITHDRAWN', inForce: null });
  });

  test('a new document begins with a draft, and the same request sent twice makes it once', async () => {
    const secretary = await it.as('quyendk.bt');
    const [office] = await it.sql(`select id from unit where code = 'LH-BT-VP'`);
    const input = {
      code: 'qt.ht.21',
      title: 'Đăng ký nuôi dưỡng tại cộng đồng',
      kind: 'ADMINISTRATIVE_PROCEDURE',
      ownerUnitId: office!.id,
      officeKinds: ['OFFICE'],
      clauses: ['8.5.1'],
      reviewCycleMonths: 12,
      reviewerId: await person('P012'),
      approverId: await person('P010'),
      idempotencyKey: '0f7b0c1e-6a53-4a7f-9d52-0d3b4f6f1a11',
    };
    const made = `id code status underWay {
        ${head} procedure { limitUnit steps { code } } checks { code severity } }`;
    const first = await secretary.run('createDocument', input, made);
    const second = await secretary.run('createDocument', input, made);
    expect(second.id).toBe(first.id);
    expect(first).toMatchObject({
      code: 'QT.HT.21',
      status: 'UNDER_WAY',
      underWay: {
        state: 'DRAFT',
        issueNumber: 1,
        amendmentNumber: 0,
        procedure: { limitUnit: 'WORKING_DAYS', steps: [] },
      },
    });
    expect(
      first.underWay.checks
        .filter(({ severity }: { severity: string }) => severity === 'BLOCKING')
        .map(({ code }: { code: string }) => code),
    ).toContain('NO_STEPS');
    expect(await secretary.runRefused('createDocument', { ...input, idempotencyKey: null })).toMatchObject({
      code: 'DUPLICATE',
      field: 'code',
    });
  });

  test('an outside document is in force as soon as it is registered', async () => {
    const secretary = await it.as('quyendk.bt');
    const [office] = await it.sql(`select id from unit where code = 'LH-BT-VP'`);
    const input = {
      code: '123/2026/NĐ-CP',
      title: 'Nghị định mới về hộ tịch',
      ownerUnitId: office!.id,
      issuedBy: 'Chính phủ',
      effectiveOn: '2026-12-01',
      officeKinds: [],
      clauses: [],
    };
    const registered = await secretary.run(
      'registerExternal',
      input,
      'kind status inForce { state contentHash sections { body } }',
    );
    expect(registered).toMatchObject({
      kind: 'EXTERNAL',
      status: 'IN_FORCE',
      inForce: { state: 'EFFECTIVE', sections: [{ body: 'Chính phủ' }] },
    });
    expect(await it.runRefused('toanhv.bt', 'registerExternal', { ...input, code: '124/2026/NĐ-CP' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
