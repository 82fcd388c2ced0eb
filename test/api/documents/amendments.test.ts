import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { revisionAfter, byCode, signed, signers, startAmendment } from './fixtures.js';

const it = useServer();
const table = `
  query ($id: ID!) { revision(id: $id) { amendments { issueNumber amendmentNumber effectiveOn changeRows {
    request } } } }`;
const read = async (id: string) => (await (await it.as(signers.drafter)).ask(table, { id })).revision.amendments;

/** An amendment of a document, put in force today. */
async function amended(code: string, request: string): Promise<string> {
  const [drafter, reviewer, approver] = await Promise.all([
    it.as(signers.drafter),
    it.as(signers.reviewer),
    it.as(signers.approver),
  ]);
  const document = await byCode(drafter, code);
  const draft = await revisionAfter(drafter, 'startRevision', { ...target(document), kind: 'AMENDMENT', request });
  const reviewed = await revisionAfter(
    reviewer,
    'reviewRevision',
    signed(await revisionAfter(drafter, 'submitRevision', signed(draft))),
  );
  return (await revisionAfter(approver, 'approveRevision', { ...signed(reviewed), effectiveOn: '2026-11-23' })).id;
}

describe('bug: the table of amendments lost its history', () => {
  test('it has the rows of every revision that was in force, each with its own number and date, in one statement', async () => {
    const first = (await byCode(await it.as(signers.drafter), 'QT.HT.07')).inForce!;
    const second = await amended('QT.HT.07', 'Cập nhật theo nghị định mới');
    const third = await amended('QT.HT.07', 'Rút ngắn thời hạn còn hai ngày');
    expect(await read(third)).toEqual([
      { issueNumber: 1, amendmentNumber: 0, effectiveOn: first.effectiveOn, changeRows: expect.any(Array) },
      {
        issueNumber: 1,
        amendmentNumber: 1,
        effectiveOn: '2026-11-23',
        changeRows: [{ request: 'Cập nhật theo nghị định mới' }],
      },
      {
        issueNumber: 1,
        amendmentNumber: 2,
        effectiveOn: '2026-11-23',
        changeRows: [{ request: 'Rút ngắn thời hạn còn hai ngày' }],
      },
    ]);
    // An older paper keeps the table it had; a draft that was discarded stands in none.
    expect((await read(second)).map((each: any) => each.amendmentNumber)).toEqual([0, 1]);
    const { revision } = await startAmendment(await it.as(signers.drafter), 'QT.HT.07');
    await revisionAfter(await it.as(signers.drafter), 'discardRevision', target(revision));
    expect(await read(third)).toHaveLength(3);
    expect(await it.countStatements(() => read(third))).toBe(2);
  });
});

describe('bug: an amendment without rows was printed as a first issue', () => {
  test('from the second revision on it is not submitted without saying what changes', async () => {
    const drafter = await it.as(signers.drafter);
    const document = await byCode(drafter, 'QT.HT.08');
    const draft = await revisionAfter(drafter, 'startRevision', { ...target(document), kind: 'AMENDMENT' });
    const refusal = await drafter.runRefused('submitRevision', signed(draft));
    expect(refusal).toMatchObject({ code: 'RULE_VIOLATED', rule: 'AMENDMENT_MISSING' });
    const { revision } = await drafter.ask(
      'query ($id: ID!) { revision(id: $id) { checks { code field severity } } }',
      { id: draft.id },
    );
    expect(revision.checks).toContainEqual({ code: 'AMENDMENT_MISSING', field: 'changeRows', severity: 'BLOCKING' });
  });
});
