import { raiseNonconformity, type NonconformityFacts } from '#api/nonconformities/index.js';
import { systemCommand } from '#api/commands/index.js';
import { target } from '../../support/commands.js';
import type { TestServer } from '../../support/server.js';

/** Who plays which part in the tests: Phường Bạch Trúc, its neighbour, and the lead agency. */
export const who = {
  isoHead: 'thuybp.bt',
  manager: 'phunb.bt',
  secretary: 'quyendk.bt',
  unitHead: 'lepn.bt',
  otherUnitHead: 'phund.bt',
  officer: 'quyentm.bt',
  otherOfficer: 'toanhv.bt',
  neighbourManager: 'khoind.nt',
  neighbourSecretary: 'lienhp.nt',
  /** Gets AUDIT_LEAD, and the next one AUDIT_TEAM, in {@link letTeamIn}. */
  auditLead: 'oanhpx.nt',
  auditor: 'vietnd.nt',
  leadAgency: 'huongtm.khcn',
  leadAgencyManager: 'kiennn.khcn',
  observer: 'sangpn.nv',
  administrator: 'toantd.khcn',
} as const;

/** What every answer of a command is asked for. */
export const asked = `
  id version number state dueOn overdue viewerCan reason closedAt responder { fullName } planApprover { fullName
    } verifier { fullName }
  planDueOn actionsDueOn effectivenessDueOn verifiedOnSite whys correction correctedOn correctedBy { fullName }
    causeCategory latestExtensionDay
  effectJudgedAt effectJudge { fullName } verifications { passed onSite note at by { fullName } }
  actions { id version kind title state dueOn overdue extensionTo result evidence reason viewerCan owner { id
    fullName } attachments { name }
    progress { note percent at by { fullName } }
    extensions { fromDay toDay reason decision decisionReason askedAt decidedAt askedBy { fullName } decidedBy {
      fullName } } }
  followUps { id number state source } followUpOf { id number }`;

/** A nonconformity as {@link asked} answers it. */
export type Answered = Record<string, any> & { id: string; version: number };

/** Runs a command as a person and gives the nonconformity after it. */
export const nonconformityAfter = (it: TestServer, person: string, name: string, input: object): Promise<Answered> =>
  it.run<Answered>(person, name, input, asked);

/** Reads a nonconformity as a person. */
export async function read(it: TestServer, person: string, id: string): Promise<Answered> {
  return (await (await it.as(person)).ask(`query ($id: ID!) { nonconformity(id: $id) { ${asked} } }`, { id }))
    .nonconformity;
}

/** Id of a unit or a person by its code. */
export async function idOf(it: TestServer, code: string): Promise<string> {
  const [row] = await it.sql<{ id: string }>(
    `select id from unit where code = $1 union all select id from person where code = $1
    union all select p.id from person p join account a on a.person_id = p.id where a.user_name = $1`,
    code,
  );
  return row!.id;
}

/** What a person reports of the counter of Bạch Trúc, unless the test says otherwise. */
export async function reportOf(it: TestServer, changes: Record<string, unknown> = {}) {
  return {
    unitId: await idOf(it, 'LH-BT-HC'),
    source: 'FEEDBACK',
    severity: 'MINOR',
    requirement: 'TT 03/2025/TT-VPCP, mẫu số 04: hồ sơ quá hạn phải có văn bản xin lỗi',
    evidence: 'Hồ sơ 000.16-2026-0412, 0431 và 0440 trả chậm 2 đến 5 ngày, không có văn bản xin lỗi',
    gap: 'Ba hồ sơ quá hạn không có văn bản xin lỗi gửi người dân',
    detectedOn: '2026-11-20',
    ...changes,
  };
}

/** A nonconformity of an own source, reported by the officer at the counter. */
export async function reported(it: TestServer, changes: Record<string, unknown> = {}): Promise<Answered> {
  return nonconformityAfter(it, who.officer, 'reportNonconformity', await reportOf(it, changes));
}

const raise = systemCommand('nonconformity.issue', (tx, facts: NonconformityFacts) => raiseNonconformity(tx, facts));

/** A nonconformity raised by an audit: issued by the lead agency to the counter of Bạch Trúc. */
export async function raisedByAudit(it: TestServer, changes: Partial<NonconformityFacts> = {}): Promise<Answered> {
  const { id } = await raise(it.server, {
    ...((await reportOf(it)) as unknown as NonconformityFacts),
    source: 'AUDIT',
    issuerId: await idOf(it, 'LH-KHCN'),
    detectedById: await idOf(it, who.auditLead),
    ...changes,
  });
  return read(it, who.isoHead, id);
}

/** The audit's team holds its roles on Bạch Trúc from now on. */
export async function letTeamIn(it: TestServer): Promise<void> {
  for (const [person, role] of [
    [who.auditLead, 'AUDIT_LEAD'],
    [who.auditor, 'AUDIT_TEAM'],
  ]) {
    await it.sql(
      `
        insert into role_grant (id, person_id, role, unit_id, from_date)
        values (gen_random_uuid(), $1, $2, $3, '2026-11-01')`,
      await idOf(it, person!),
      role,
      await idOf(it, 'LH-BT'),
    );
  }
}

/** An action as it is planned. */
export async function planned(it: TestServer, changes: Record<string, unknown> = {}, owner: string = who.officer) {
  return {
    kind: 'CORRECTIVE',
    title: 'Đặt cảnh báo hồ sơ sắp đến hạn trước một ngày',
    ownerId: await idOf(it, owner),
    dueOn: '2026-12-15',
    ...changes,
  };
}

/** The answer to a nonconformity, complete. */
export async function response(it: TestServer, to: Answered, changes: Record<string, unknown> = {}) {
  return {
    id: to.id,
    version: to.version,
    correction: 'Đã gửi văn bản xin lỗi cho ba người nộp hồ sơ ngày 20/11/2026.',
    correctedById: await idOf(it, who.officer),
    correctedOn: '2026-11-20',
    causeCategory: 'MACHINE',
    whys: [
      'Không ai biết hồ sơ đã quá hạn.',
      'Phần mềm không cảnh báo trước hạn.',
      'Chức năng cảnh báo chưa được bật.',
    ],
    actions: [await planned(it)],
    ...changes,
  };
}

/** The steps of a nonconformity, one step after the other; each step takes the answer of the one before. */
export const steps = {
  respond: async (it: TestServer, to: Answered, changes?: Record<string, unknown>) =>
    nonconformityAfter(it, who.secretary, 'respondToNonconformity', await response(it, to, changes)),
  approve: (it: TestServer, to: Answered) => nonconformityAfter(it, who.manager, 'approvePlan', target(to)),
  doAll: async (it: TestServer, to: Answered) => {
    let answered = to;
    for (const action of to.actions.filter(({ state }: { state: string }) => state === 'OPEN')) {
      const [{ user_name: owner }] = (await it.sql(
        `select coalesce(user_name, '') as user_name from account where person_id = $1`,
        action.owner.id,
      )) as [{ user_name: string }];
      answered = await nonconformityAfter(it, owner, 'reportActionDone', {
        ...target(action),
        result: 'Đã bật cảnh báo trên phần mềm một cửa.',
        evidence: 'Ảnh màn hình cấu hình ngày 01/12',
      });
    }
    return answered;
  },
  verify: (it: TestServer, to: Answered, by: string = who.manager) =>
    nonconformityAfter(it, by, 'verifyNonconformity', {
      ...target(to),
      evidenceSeen: true,
      onSite: true,
      note: 'Xem 5 hồ sơ gần nhất',
    }),
};

/** One of an own source that has come as far as the named state. */
export async function cameTo(
  it: TestServer,
  state: 'ISSUED' | 'RESPONDED' | 'PLAN_APPROVED' | 'ACTIONS_DONE' | 'VERIFIED',
  from?: Answered,
  verifier?: string,
): Promise<Answered> {
  let at = from ?? (await reported(it));
  if (state === 'ISSUED') return at;
  at = await steps.respond(it, at);
  if (state === 'RESPONDED') return at;
  at = await steps.approve(it, at);
  if (state === 'PLAN_APPROVED') return at;
  at = await steps.doAll(it, at);
  return state === 'ACTIONS_DONE' ? at : steps.verify(it, at, verifier);
}
