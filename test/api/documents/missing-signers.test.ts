import { afterEach, describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { revisionAfter, byCode, head, signed, signers, startAmendment, type RevisionAnswer } from './fixtures.js';

const it = useServer();
const secretary = () => it.as('quyendk.bt');
const person = async (code: string) =>
  (await it.sql<{ id: string }>('select id from person where code = $1', code))[0]!.id;
const back: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const undo of back.splice(0)) await undo();
});

async function closeAccount(code: string): Promise<void> {
  await it.as(code);
  await it.sql('update account set is_active = false where person_id = $1', await person(code));
  back.push(async () => it.sql('update account set is_active = true where person_id = $1', await person(code)));
}
async function retire(code: string): Promise<void> {
  await it.sql('update person set is_active = false where code = $1', code);
  back.push(() => it.sql('update person set is_active = true where code = $1', code));
}
async function endRole(code: string, role: string): Promise<void> {
  const ended = await it.sql<{ id: string }>(
    `update role_grant set to_date = '2026-11-01' where person_id = $1 and role = $2 and to_date is null returning id`,
    await person(code),
    role,
  );
  back.push(() =>
    it.sql(
      'update role_grant set to_date = null where id = any($1)',
      ended.map(({ id }) => id),
    ),
  );
}
async function move(code: string): Promise<void> {
  for (const table of ['post', 'role_grant']) {
    const ended = await it.sql<{ id: string }>(
      `update ${table} set to_date = '2026-11-01' where person_id = $1 and to_date is null returning id`,
      await person(code),
    );
    back.push(() =>
      it.sql(
        `update ${table} set to_date = null where id = any($1)`,
        ended.map(({ id }) => id),
      ),
    );
  }
}

const refused = async (who: string, verb: string, input: Record<string, unknown>) => it.runRefused(who, verb, input);
const stuckOn = async (revision: { id: string }) =>
  (
    await (
      await secretary()
    ).ask('query ($id: ID!) { revision(id: $id) { stuckOn { fullName } } }', { id: revision.id })
  ).revision.stuckOn?.fullName ?? null;
const tasksOn = async (who: string, documentId: string): Promise<string[]> =>
  (await (await it.as(who)).ask('{ myWork { kind subjectId } }')).myWork
    .filter((work: any) => work.subjectId === documentId)
    .map((work: any) => work.kind);
const verbs = async (revision: { id: string }) =>
  (
    await it.sql<{ verb: string }>('select verb from trail_entry where subject_id = $1 order by at, id', revision.id)
  ).map(({ verb }) => verb);
const row = (id: string) =>
  it.sql(
    `
      select state, drafter_id, former_drafter_ids, reviewer_id, approver_id, content_hash, sections, version
      from revision where id = $1`,
    id,
  );

async function reviewed(code: string): Promise<{ document: { id: string }; revision: RevisionAnswer }> {
  const drafter = await it.as(signers.drafter);
  const { document, revision } = await startAmendment(drafter, code);
  const submitted = await revisionAfter(drafter, 'submitRevision', signed(revision));
  return {
    document,
    revision: await revisionAfter(await it.as(signers.reviewer), 'reviewRevision', signed(submitted)),
  };
}

describe('bug: a reviewed revision whose approver had left was a dead end', () => {
  test.each([
    ['account closed', 'QT.HT.01', () => closeAccount('P010')],
    ['left the service', 'QT.HT.02', () => retire('P010')],
    ['role ended', 'QT.HT.04', () => endRole('P010', 'ISO_HEAD')],
  ] as const)(
    '%s: the page names who is missing, drafter and secretary have the task, and the drafter takes it back',
    async (_, code, leave) => {
      const { document, revision } = await reviewed(code);
      expect(await stuckOn(revision)).toBeNull();
      expect(await tasksOn(signers.drafter, document.id)).toEqual([]);
      await leave();
      expect(await stuckOn(revision)).toBe('Bùi Phương Thủy');
      expect(await tasksOn(signers.drafter, document.id)).toEqual(['document.takeBack']);
      expect(await tasksOn('quyendk.bt', document.id)).toEqual(['document.takeBack']);
      const taken = await revisionAfter(await it.as(signers.drafter), 'takeBackRevision', target(revision));
      expect(taken).toMatchObject({ state: 'DRAFT', contentHash: null, viewerCan: ['edit', 'submit', 'discard'] });
      expect(await stuckOn(revision)).toBeNull();
      expect((await verbs(revision)).at(-1)).toBe('document.takeBack');
      await revisionAfter(await it.as(signers.drafter), 'discardRevision', target(taken));
    },
  );

  test('others neither take it back from its approver, nor does anything change', async () => {
    const { revision } = await reviewed('QT.HT.05');
    const before = await row(revision.id);
    for (const who of [signers.reviewer, signers.approver, 'phunb.bt'])
      expect(await refused(who, 'takeBackRevision', target(revision)), who).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refused('quyendk.bt', 'takeBackRevision', { ...target(revision), version: revision.version + 1 }),
    ).toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(await row(revision.id)).toEqual(before);
    expect(
      await revisionAfter(await it.as(signers.approver), 'approveRevision', {
        ...signed(revision),
        effectiveOn: '2026-11-23',
      }),
    ).toMatchObject({ state: 'EFFECTIVE' });
  });
});

describe('bug: nobody could go on when reviewer and drafter had both left', () => {
  test('the secretary takes the revision back, takes the draft over with every word, and submits it to somebody else', async () => {
    const drafter = await it.as(signers.drafter);
    const { document, revision } = await startAmendment(drafter, 'QT.HT.06');
    const sections = [
      { key: 'PURPOSE', body: 'Mục đích viết trước khi chuyển đi' },
      { key: 'SCOPE', body: 'Phạm vi' },
    ];
    const changeRows = [{ place: 'Mục 1', request: 'Nghị định mới', description: 'Viết lại mục đích' }];
    const saved = await revisionAfter(drafter, 'saveDraft', {
      ...target(revision),
      sections,
      changeRows,
      reviewerId: await person('P012'),
      approverId: await person('P010'),
    });
    const submitted = await revisionAfter(drafter, 'submitRevision', signed(saved));
    await move('P017');
    await closeAccount('P012');
    expect(await stuckOn(submitted)).toBe('Nguyễn Đình Phú');

    const taken = await revisionAfter(await secretary(), 'takeBackRevision', target(submitted));
    expect(taken).toMatchObject({ state: 'DRAFT', viewerCan: ['takeOver', 'discard'] });
    expect(await stuckOn(taken)).toBe('Dương Kim Ngân');
    expect(await tasksOn('quyendk.bt', document.id)).toEqual(['document.takeOver']);

    const over = await revisionAfter(await secretary(), 'takeOverRevision', {
      ...target(taken),
      reason: 'Người soạn thảo đã chuyển công tác.',
    });
    expect(over).toMatchObject({ state: 'DRAFT', viewerCan: ['edit', 'submit', 'discard'] });
    expect(await row(over.id)).toMatchObject([
      { drafter_id: await person('P016'), former_drafter_ids: [await person('P017')], sections },
    ]);
    expect(await stuckOn(over)).toBeNull();
    expect(await tasksOn('quyendk.bt', document.id)).toEqual(['document.submit']);
    const [entry] = await it.sql(
      `select verb, reason, actor_name from trail_entry where subject_id = $1 and verb = 'document.takeOver'`,
      over.id,
    );
    expect(entry).toMatchObject({ reason: 'Người soạn thảo đã chuyển công tác.', actor_name: 'Đặng Kim Quyên' });

    expect(await refused('quyendk.bt', 'submitRevision', signed(over))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reviewerId',
    });
    const named = await revisionAfter(await secretary(), 'saveDraft', {
      ...target(over),
      sections,
      changeRows,
      reviewerId: await person('P011'),
      approverId: await person('P010'),
    });
    expect(await revisionAfter(await secretary(), 'submitRevision', signed(named))).toMatchObject({
      state: 'IN_REVIEW',
    });
  });

  test('whoever was named to review and drafts now reviews no more', async () => {
    const { revision } = await startAmendment(await it.as(signers.drafter), 'QT.HT.07');
    await it.sql('update revision set reviewer_id = $1 where id = $2', await person('P016'), revision.id);
    const over = await revisionAfter(await secretary(), 'takeOverRevision', {
      ...target(revision),
      reason: 'Người soạn thảo nghỉ dài ngày.',
    });
    expect(await row(over.id)).toMatchObject([
      { drafter_id: await person('P016'), reviewer_id: null, approver_id: await person('P010') },
    ]);
  });
});

describe('taking a draft over', () => {
  test('is for the ISO secretary of the authority, with a reason, and not of the own draft', async () => {
    const { revision } = await startAmendment(await it.as(signers.drafter), 'QT.HT.08');
    const before = await row(revision.id);
    const input = { ...target(revision), reason: 'Người soạn thảo đã chuyển công tác.' };
    for (const who of [signers.drafter, signers.reviewer, signers.approver, 'phunb.bt'])
      expect(await refused(who, 'takeOverRevision', input), who).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused('lienhp.nt', 'takeOverRevision', input)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await it.nobody.runRefused('takeOverRevision', input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refused('quyendk.bt', 'takeOverRevision', { ...input, reason: 'Đã đi' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await refused('quyendk.bt', 'takeOverRevision', { ...input, version: revision.version + 1 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await row(revision.id)).toEqual(before);
    expect(await verbs(revision)).toEqual(['document.startRevision']);

    const over = await revisionAfter(await secretary(), 'takeOverRevision', input);
    expect(await refused('quyendk.bt', 'takeOverRevision', { ...input, version: over.version })).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'OWN_DRAFT',
    });
    const submitted = await revisionAfter(await secretary(), 'submitRevision', signed(over));
    expect(await refused('quyendk.bt', 'takeOverRevision', { ...input, version: submitted.version })).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
  });
});

test('an approved revision whose approver has left is cancelled by the ISO head who came after', async () => {
  const { revision } = await reviewed('QT.HT.09');
  const approved = await revisionAfter(await it.as(signers.approver), 'approveRevision', {
    ...signed(revision),
    effectiveOn: '2026-12-24',
  });
  await endRole('P010', 'ISO_HEAD');
  await closeAccount('P010');
  await it.sql(
    `
      insert into role_grant (id, person_id, unit_id, role, from_date)
      select gen_random_uuid(), $1, id, 'ISO_HEAD', '2026-11-02' from unit where code = 'LH-BT'`,
    await person('P015'),
  );
  back.push(() => it.sql(`delete from role_grant where role = 'ISO_HEAD' and from_date = '2026-11-02'`));
  expect(
    await revisionAfter(await it.as('P015'), 'cancelRevision', {
      ...target(approved),
      reason: 'Nghị định vừa bị hoãn.',
    }),
  ).toMatchObject({ state: 'DISCARDED' });
});

test('who lost the account is offered for neither part', async () => {
  const { revision } = await startAmendment(await it.as(signers.drafter), 'QT.HT.10');
  const query = `
    query ($id: ID!) { revision(id: $id) { ${head} possibleReviewers { fullName } possibleApprovers { fullName }
      } }`;
  await closeAccount('P012');
  await closeAccount('P010');
  const { revision: read } = await (await secretary()).ask(query, { id: revision.id });
  expect(read.possibleReviewers.map((each: any) => each.fullName)).not.toContain('Nguyễn Đình Phú');
  expect(read.possibleApprovers.map((each: any) => each.fullName)).toEqual(['Nguyễn Bá Phú']);
  expect((await byCode(await secretary(), 'QT.HT.10')).underWay!.id).toBe(revision.id);
});
