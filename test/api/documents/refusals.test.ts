import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { revisionAfter, byCode, signed, signers, startAmendment } from './fixtures.js';

const it = useServer();
const revisions = () => it.sql('select id, state, version, content_hash from revision order by id');
const counts = () =>
  it.sql(
    'select (select count(*) from trail_entry)::int as trail, (select count(*) from signature)::int as signatures',
  );

/** Sends what must be refused, and checks that nothing changed. */
async function refused(userName: string, verb: string, input: Record<string, unknown>) {
  const before = [await revisions(), await counts()];
  const refusal = await it.runRefused(userName, verb, input);
  expect([await revisions(), await counts()]).toEqual(before);
  return refusal;
}

describe('who may not', () => {
  test('only the named reviewer reviews, only the named approver approves, only the drafter submits', async () => {
    const inReview = (await byCode(await it.as('phund.bt'), 'QT.HT.11')).underWay!;
    for (const who of ['thuybp.bt', 'quyendk.bt', 'ngandk.bt'])
      expect(await refused(who, 'reviewRevision', signed(inReview)), who).toMatchObject({ code: 'FORBIDDEN' });
    const reviewed = (await byCode(await it.as('thuybp.bt'), 'QT.ISO.13')).underWay!;
    expect(
      await refused('phunb.bt', 'approveRevision', { ...signed(reviewed), effectiveOn: '2026-12-01' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const draft = (await byCode(await it.as('toanhv.bt'), 'QT.HTKT.01')).underWay!;
    expect(await refused('quyendk.bt', 'submitRevision', signed(draft))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused('thuybp.bt', 'saveDraft', { ...target(draft), sections: [], changeRows: [] })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('people of another authority do not even find it', async () => {
    const inReview = (await byCode(await it.as('phund.bt'), 'QT.HT.11')).underWay!;
    expect(await refused('khoind.nt', 'reviewRevision', signed(inReview))).toMatchObject({ code: 'NOT_FOUND' });
    const inForce = (await byCode(await it.as('thuybp.bt'), 'QT.HT.09')).inForce!;
    expect(
      await refused('datpv.nt', 'withdrawRevision', { ...target(inForce), reason: 'Không phải của chúng tôi.' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await refused('tanmq.khcn', 'withdrawRevision', { ...target(inForce), reason: 'Ngoài thẩm quyền của Sở.' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused('sangpn.nv', 'acknowledgeRevision', { id: inForce.id })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('an officer of another office does not start a revision', async () => {
    const document = await byCode(await it.as('toanhv.bt'), 'QT.HT.09');
    expect(document.viewerCan).toEqual([]);
    expect(await refused('toanhv.bt', 'startRevision', { ...target(document), kind: 'NEW_ISSUE' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('what is refused', () => {
  test('what does not fit the state, with what can be done', async () => {
    const inForce = (await byCode(await it.as('thuybp.bt'), 'QT.HT.09')).inForce!;
    expect(await refused(signers.drafter, 'submitRevision', signed(inForce))).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    expect(
      await refused(signers.drafter, 'saveDraft', { ...target(inForce), sections: [], changeRows: [] }),
    ).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });

  test('a stale version, a wrong password, a date in the past, a short reason', async () => {
    const reviewed = (await byCode(await it.as('thuybp.bt'), 'QT.ISO.13')).underWay!;
    const approval = { ...signed(reviewed), effectiveOn: '2026-12-01' };
    expect(await refused('thuybp.bt', 'approveRevision', { ...approval, version: reviewed.version + 1 })).toMatchObject(
      { code: 'VERSION_CONFLICT' },
    );
    expect(await refused('thuybp.bt', 'approveRevision', { ...approval, password: 'mật khẩu sai rồi' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'password',
    });
    expect(await refused('thuybp.bt', 'approveRevision', { ...approval, effectiveOn: '2026-11-22' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'effectiveOn',
    });
    expect(await refused('thuybp.bt', 'returnRevision', { ...target(reviewed), reason: 'Sai' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(
      await refused('thuybp.bt', 'approveRevision', { ...approval, id: '01a00000-0000-7000-8000-000000000000' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a procedure whose steps take longer than the limit', async () => {
    const draft = (await byCode(await it.as('toanhv.bt'), 'QT.HTKT.01')).underWay!;
    expect(await refused('toanhv.bt', 'submitRevision', signed(draft))).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'OVER_LIMIT',
    });
  });

  test('signers who are not three people, or not of the authority', async () => {
    const drafter = await it.as(signers.drafter);
    const { revision } = await startAmendment(drafter, 'QT.HT.08');
    const foreign = (await it.sql(`select id from person where code = 'P022'`))[0]!.id;
    const sections = [
      { key: 'PURPOSE', body: 'Mục đích' },
      { key: 'SCOPE', body: 'Phạm vi' },
    ];
    expect(
      await refused(signers.drafter, 'saveDraft', {
        ...target(revision),
        sections,
        changeRows: [],
        reviewerId: foreign,
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'reviewerId' });
    // The head of the ward is head of a unit too, and may be named for either part; not for both.
    const headOfWard = (await it.sql(`select id from person where code = 'P010'`))[0]!.id;
    const saved = await revisionAfter(drafter, 'saveDraft', {
      ...target(revision),
      sections,
      changeRows: [],
      reviewerId: headOfWard,
      approverId: headOfWard,
    });
    expect(await refused(signers.drafter, 'submitRevision', signed(saved))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'approverId',
    });
    expect(
      await refused(signers.drafter, 'saveDraft', {
        ...target(saved),
        sections: [{ key: 'SCOPE', body: 'x'.repeat(50_001) }],
        changeRows: [],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'sections.0.body' });
  });

  test('a submission to somebody who has left since, by name and with the way out; and a review when the approver has left', async () => {
    const drafter = await it.as(signers.drafter);
    const { revision } = await startAmendment(drafter, 'QT.HT.10');
    const [reviewer] = await it.sql(
      `select p.id, p.full_name from revision r join person p on p.id = r.reviewer_id where r.id = $1`,
      revision.id,
    );
    const leave = (id: string) => it.sql(`update person set is_active = false where id = $1`, id);
    const back = (id: string) => it.sql(`update person set is_active = true where id = $1`, id);
    await leave(reviewer!.id);
    const refusal = await refused(signers.drafter, 'submitRevision', signed(revision));
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'reviewerId' });
    expect(refusal.message).toContain(reviewer!.full_name);
    await back(reviewer!.id);

    const ended = await it.sql(
      `
        update post set to_date = '2026-11-01' where person_id = $1 and (to_date is null
        or to_date >= '2026-11-01') returning id`,
      reviewer!.id,
    );
    const roles = await it.sql(
      `
        update role_grant set to_date = '2026-11-01' where person_id = $1 and (to_date is null
        or to_date >= '2026-11-01') returning id`,
      reviewer!.id,
    );
    expect(await refused(signers.drafter, 'submitRevision', signed(revision))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reviewerId',
    });
    await it.sql(
      'update post set to_date = null where id = any($1)',
      ended.map(({ id }) => id),
    );
    await it.sql(
      'update role_grant set to_date = null where id = any($1)',
      roles.map(({ id }) => id),
    );

    const submitted = await revisionAfter(drafter, 'submitRevision', signed(revision));
    const [approver] = await it.sql('select approver_id as id from revision where id = $1', submitted.id);
    await leave(approver!.id);
    expect(await refused(signers.reviewer, 'reviewRevision', signed(submitted))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'approverId',
    });
    await back(approver!.id);
    expect(await revisionAfter(await it.as(signers.reviewer), 'reviewRevision', signed(submitted))).toMatchObject({
      state: 'REVIEWED',
    });
  });

  test('a second revision while one is under way', async () => {
    const document = await byCode(await it.as('ngandk.bt'), 'QT.HT.03');
    expect(await refused('ngandk.bt', 'startRevision', { ...target(document), kind: 'AMENDMENT' })).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'ONE_OPEN',
    });
  });

  test('a revision of a document of external origin', async () => {
    const document = await byCode(await it.as('quyendk.bt'), '03/2025/TT-VPCP');
    expect(document.viewerCan).not.toContain('startRevision');
    expect(await refused('quyendk.bt', 'startRevision', { ...target(document), kind: 'NEW_ISSUE' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('a content that changed behind the signatures', async () => {
    const reviewer = await it.as('phund.bt');
    const inReview = (await byCode(reviewer, 'QT.HT.11')).underWay!;
    await it.sql(
      `
        update procedure_step set hours = hours + 1 where code = 'B2' and procedure_id = (select id
        from procedure where revision_id = $1)`,
      inReview.id,
    );
    expect(await refused('phund.bt', 'reviewRevision', signed(inReview))).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'CONTENT_CHANGED',
    });
  });
});

describe.each([
  ['submitRevision', 'QT.HTKT.01', {}],
  ['discardRevision', 'QT.HTKT.01', {}],
  ['reviewRevision', 'QT.HT.11', {}],
  ['returnRevision', 'QT.HT.11', { reason: 'Chưa đạt yêu cầu.' }],
  ['takeBackRevision', 'QT.HT.11', {}],
  ['approveRevision', 'QT.ISO.13', { effectiveOn: '2026-12-01' }],
  ['cancelRevision', 'QT.HKD.02', { reason: 'Chưa cần thiết.' }],
  ['withdrawRevision', 'QT.HT.09', { reason: 'Thủ tục đã bãi bỏ.' }],
] as const)('%s', (verb, code, more) => {
  const password = { submitRevision: true, reviewRevision: true, approveRevision: true }[verb as string];
  const input = async () => {
    const document = await byCode(await it.as('quyendk.bt'), code);
    const revision = document.underWay ?? document.inForce!;
    return { ...(password ? signed(revision) : target(revision)), ...more };
  };

  test('is not for a colleague, the lead agency, another ward, or nobody', async () => {
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain((await refused('quyentm.bt', verb, await input())).code);
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain((await refused('kiennn.khcn', verb, await input())).code);
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain((await refused('datpv.nt', verb, await input())).code);
    expect(await it.nobody.runRefused(verb, await input())).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  test('refuses a stale version and an unknown id', async () => {
    const who =
      {
        submitRevision: 'toanhv.bt',
        discardRevision: 'toanhv.bt',
        takeBackRevision: 'ngandk.bt',
        reviewRevision: 'phund.bt',
        returnRevision: 'phund.bt',
      }[verb as string] ?? 'thuybp.bt';
    const asked = await input();
    expect(await refused(who, verb, { ...asked, version: asked.version + 7 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await refused(who, verb, { ...asked, id: 'nonsense' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
