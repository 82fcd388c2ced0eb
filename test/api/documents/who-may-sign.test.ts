import { afterEach, describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { revisionAfter, signed, signers, startAmendment, type RevisionAnswer } from './fixtures.js';

const it = useServer();
const person = async (code: string) =>
  (await it.sql<{ id: string }>('select id from person where code = $1', code))[0]!.id;
const unit = async (code: string) => (await it.sql<{ id: string }>('select id from unit where code = $1', code))[0]!.id;
const drafter = () => it.as(signers.drafter);
const text = {
  sections: [
    { key: 'PURPOSE', body: 'Mục đích' },
    { key: 'SCOPE', body: 'Phạm vi' },
  ],
  changeRows: [{ place: '', request: 'Nghị định mới', description: '' }],
};

/** Lets a person hold a role at a unit, as the team of an audit does. */
async function grant(code: string, role: string, at: string): Promise<void> {
  await it.sql(
    `
      insert into role_grant (id, person_id, unit_id, role, from_date)
      values (gen_random_uuid(), $1, $2, $3, '2026-11-01')`,
    await person(code),
    await unit(at),
    role,
  );
}
const forget: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const undo of forget.splice(0)) await undo();
});
async function withoutRole(code: string, role: string): Promise<void> {
  const ended = await it.sql<{ id: string }>(
    `update role_grant set to_date = '2026-11-01' where person_id = $1 and role = $2 and to_date is null returning id`,
    await person(code),
    role,
  );
  forget.push(() =>
    it.sql(
      'update role_grant set to_date = null where id = any($1)',
      ended.map(({ id }) => id),
    ),
  );
}

const names = async (revision: { id: string }) => {
  const { revision: read } = await (
    await drafter()
  ).ask('query ($id: ID!) { revision(id: $id) { possibleReviewers { fullName } possibleApprovers { fullName } } }', {
    id: revision.id,
  });
  return {
    reviewers: read.possibleReviewers.map((each: any) => each.fullName),
    approvers: read.possibleApprovers.map((each: any) => each.fullName),
  };
};
const naming = async (revision: RevisionAnswer, reviewer: string, approver: string) => ({
  ...target(revision),
  ...text,
  reviewerId: await person(reviewer),
  approverId: await person(approver),
});
const refused = async (input: Record<string, unknown>, verb = 'saveDraft', who: string = signers.drafter) =>
  it.runRefused(who, verb, input);

describe('bug: an auditor of another ward could review and approve a procedure of the ward', () => {
  test('the auditors of a ward are offered for neither part, and naming one is refused', async () => {
    for (const role of ['AUDIT_LEAD', 'AUDIT_TEAM']) await grant('P029', role, 'LH-BT');
    const { revision } = await startAmendment(await drafter(), 'QT.HT.02');
    const offered = await names(revision);
    expect(offered.reviewers).toEqual(expect.arrayContaining(['Nguyễn Bá Phú', 'Nguyễn Đình Phú', 'Lý Thành Trường']));
    expect(offered.approvers).toEqual(['Bùi Phương Thủy']);
    expect([...offered.reviewers, ...offered.approvers]).not.toContain('Nguyễn Đình Việt');
    expect(await refused(await naming(revision, 'P029', 'P010'))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reviewerId',
    });
    expect(await refused(await naming(revision, 'P012', 'P029'))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'approverId',
    });
  });

  test('neither a clerk nor a head of a unit is approver, nor the ISO secretary reviewer', async () => {
    const { revision } = await startAmendment(await drafter(), 'QT.HT.04');
    for (const code of ['P021', 'P012', 'P011'])
      expect(await refused(await naming(revision, 'P013', code)), code).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'approverId',
      });
    expect(await refused(await naming(revision, 'P016', 'P010'))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reviewerId',
    });
    expect(await revisionAfter(await drafter(), 'saveDraft', await naming(revision, 'P012', 'P010'))).toMatchObject({
      state: 'DRAFT',
    });
  });

  test('whoever was named and lost the role since neither submits, reviews nor approves; it is returned and goes on', async () => {
    const { revision } = await startAmendment(await drafter(), 'QT.HT.05');
    await withoutRole('P012', 'UNIT_HEAD');
    expect(await refused(signed(revision), 'submitRevision')).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reviewerId',
    });
    await forget.pop()!();

    const submitted = await revisionAfter(await drafter(), 'submitRevision', signed(revision));
    await withoutRole('P012', 'UNIT_HEAD');
    expect(await refused(signed(submitted), 'reviewRevision', signers.reviewer)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reviewerId',
    });
    await forget.pop()!();

    const reviewed = await revisionAfter(await it.as(signers.reviewer), 'reviewRevision', signed(submitted));
    await withoutRole('P010', 'ISO_HEAD');
    const refusal = await refused(
      { ...signed(reviewed), effectiveOn: '2026-12-01' },
      'approveRevision',
      signers.approver,
    );
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'approverId' });
    expect(refusal.message).toContain('Hãy trả lại');
    expect(
      await revisionAfter(await it.as(signers.approver), 'returnRevision', {
        ...target(reviewed),
        reason: 'Đã bàn giao nhiệm vụ Trưởng Ban.',
      }),
    ).toMatchObject({ state: 'DRAFT' });
  });

  test('in a vacancy, and where the ISO head drafts, the quality manager approves: there is no dead end', async () => {
    const { revision } = await startAmendment(await drafter(), 'QT.HT.06');
    await withoutRole('P010', 'ISO_HEAD');
    expect((await names(revision)).approvers).toEqual(['Nguyễn Bá Phú']);
    const saved = await revisionAfter(await drafter(), 'saveDraft', await naming(revision, 'P012', 'P011'));
    await forget.pop()!();
    expect(await refused(signed(saved), 'submitRevision')).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'approverId',
    });

    await it.sql('update revision set drafter_id = $1 where id = $2', await person('P010'), revision.id);
    const head = await it.as('P010');
    const submitted = await revisionAfter(head, 'submitRevision', signed(saved));
    expect(submitted).toMatchObject({ state: 'IN_REVIEW' });
    const reviewed = await revisionAfter(await it.as('P012'), 'reviewRevision', signed(submitted));
    expect(
      await revisionAfter(await it.as('P011'), 'approveRevision', { ...signed(reviewed), effectiveOn: '2026-11-23' }),
    ).toMatchObject({ state: 'EFFECTIVE' });
  });
});
