import { target } from '../../support/commands.js';
import { samplePassword, type Caller } from '../../support/server.js';

/** What the tests look at of a revision. */
export interface RevisionAnswer {
  id: string;
  version: number;
  state: string;
  issueNumber: number;
  amendmentNumber: number;
  effectiveOn: string | null;
  contentHash: string | null;
  reason: string | null;
  viewerCan: string[];
}

/** A document with its revision in force and the one under way. */
export interface DocumentAnswer {
  id: string;
  code: string;
  version: number;
  status: string;
  viewerCan: string[];
  inForce: RevisionAnswer | null;
  underWay: RevisionAnswer | null;
}

export const head = 'id version state issueNumber amendmentNumber effectiveOn contentHash reason viewerCan';
export const body = 'id code version status viewerCan inForce { HEAD } underWay { HEAD }'.replaceAll('HEAD', head);

/** The document of the caller's authority with this code. */
export async function byCode(who: Caller, code: string): Promise<DocumentAnswer> {
  const { documents } = await who.ask(
    `query ($code: String!) { documents(search: $code, first: 100) { nodes { ${body} } } }`,
    { code },
  );
  const found = (documents.nodes as DocumentAnswer[]).find((document) => document.code === code);
  if (!found) throw new Error(`${code} is not to be seen`);
  return found;
}

/** Runs a command and gives the revision after it. */
export const revisionAfter = (who: Caller, name: string, input: object): Promise<RevisionAnswer> =>
  who.run<RevisionAnswer>(name, input, head);

/** The same, signed. */
export const signed = (revision: { id: string; version: number }) => ({
  ...target(revision),
  password: samplePassword,
});

/** The people of the ward Bạch Trúc who sign. */
export const signers = { drafter: 'ngandk.bt', reviewer: 'phund.bt', approver: 'thuybp.bt' } as const;

/** Starts an amendment of a document of the ward as its civil-status officer. */
export async function startAmendment(
  drafter: Caller,
  code: string,
): Promise<{ document: DocumentAnswer; revision: RevisionAnswer }> {
  const document = await byCode(drafter, code);
  const started = await revisionAfter(drafter, 'startRevision', {
    ...target(document),
    kind: 'AMENDMENT',
    request: 'Cập nhật theo nghị định mới',
  });
  return { document, revision: started };
}
