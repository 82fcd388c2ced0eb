import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { verbs, type Verb } from '#api/access/index.js';
import { useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { nonconformityAfter, cameTo, planned, reported, response, who, type Answered } from './fixtures.js';

const it = useServer();
const reason = 'Đã xem xét kỹ hồ sơ và ý kiến của đơn vị.';
afterEach(() => it.clock.set('2026-11-23'));

/** A command at a record that has come far enough for it. */
interface Case {
  mutation: string;
  verb: string;
  /** Brings a fresh record to where the command is possible. */
  ready: () => Promise<Answered>;
  /** Who does it, who sees the record but may not, and who elsewhere holds the same role. */
  by: string;
  insider: string;
  elsewhere: string;
  input: (at: Answered) => Promise<Record<string, unknown>> | Record<string, unknown>;
  /** State afterwards: of the nonconformity, and of its first action. */
  to: string;
  actionTo?: string;
  /** Brings a fresh record to a state in which the command is not possible. */
  tooEarly: () => Promise<Answered>;
}

const withReason = (at: Answered) => ({ ...target(at), reason });
const onAction =
  (input: Record<string, unknown> = {}) =>
  (at: Answered) => ({ ...target(at.actions[0]), ...input });

/** A plan with two corrective actions, approved. */
async function twoActions(): Promise<Answered> {
  const issued = await reported(it);
  const actions = [
    await planned(it),
    await planned(it, { title: 'Tập huấn cách ghi giờ giao nhận cho các phòng' }, who.secretary),
  ];
  const responded = await nonconformityAfter(
    it,
    who.unitHead,
    'respondToNonconformity',
    await response(it, issued, { actions }),
  );
  return nonconformityAfter(it, who.manager, 'approvePlan', target(responded));
}

async function extensionAsked(): Promise<Answered> {
  const approved = await twoActions();
  return nonconformityAfter(it, who.officer, 'askExtension', {
    ...target(approved.actions[0]),
    dueOn: '2027-01-15',
    reason,
  });
}

async function disputed(): Promise<Answered> {
  return nonconformityAfter(it, who.isoHead, 'disputeNonconformity', withReason(await reported(it)));
}

async function effectDue(): Promise<Answered> {
  const verified = await cameTo(it, 'VERIFIED');
  it.clock.set('2027-02-23');
  return verified;
}

/** The result was returned as a whole, no action with it: only the responder can go on. */
async function resultReturned(): Promise<Answered> {
  return nonconformityAfter(it, who.manager, 'returnResult', {
    ...withReason(await cameTo(it, 'ACTIONS_DONE')),
    actionIds: [],
  });
}

const issued = () => reported(it);
const observed = 'Lấy mẫu 10 hồ sơ ba tháng gần nhất để xem lại.';
const done = { result: 'Đã bật cảnh báo trên phần mềm.', evidence: 'Ảnh màn hình cấu hình' };
const seenOnSite = (at: Answered) => ({ ...target(at), evidenceSeen: true, onSite: false });

const cases: Case[] = [
  {
    mutation: 'respondToNonconformity',
    verb: 'nonconformity.respond',
    ready: issued,
    by: who.secretary,
    insider: who.manager,
    elsewhere: who.neighbourSecretary,
    input: (at) => response(it, at),
    to: 'RESPONDED',
    tooEarly: disputed,
  },
  {
    mutation: 'disputeNonconformity',
    verb: 'nonconformity.dispute',
    ready: issued,
    by: who.isoHead,
    insider: who.secretary,
    elsewhere: 'datpv.nt',
    input: withReason,
    to: 'DISPUTED',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'upholdNonconformity',
    verb: 'nonconformity.uphold',
    ready: disputed,
    by: who.manager,
    insider: who.isoHead,
    elsewhere: who.neighbourManager,
    input: withReason,
    to: 'ISSUED',
    tooEarly: issued,
  },
  {
    mutation: 'withdrawNonconformity',
    verb: 'nonconformity.withdraw',
    ready: disputed,
    by: who.manager,
    insider: who.leadAgency,
    elsewhere: who.neighbourManager,
    input: withReason,
    to: 'WITHDRAWN',
    tooEarly: () => cameTo(it, 'VERIFIED'),
  },
  {
    mutation: 'approvePlan',
    verb: 'nonconformity.approvePlan',
    ready: () => cameTo(it, 'RESPONDED'),
    by: who.isoHead,
    insider: who.unitHead,
    elsewhere: who.neighbourManager,
    input: target,
    to: 'PLAN_APPROVED',
    tooEarly: issued,
  },
  {
    mutation: 'returnPlan',
    verb: 'nonconformity.returnPlan',
    ready: () => cameTo(it, 'RESPONDED'),
    by: who.manager,
    insider: who.unitHead,
    elsewhere: who.neighbourManager,
    input: withReason,
    to: 'ISSUED',
    tooEarly: issued,
  },
  {
    mutation: 'revisePlan',
    verb: 'nonconformity.revisePlan',
    ready: () => cameTo(it, 'PLAN_APPROVED'),
    by: who.secretary,
    insider: who.manager,
    elsewhere: who.neighbourSecretary,
    input: withReason,
    to: 'ISSUED',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'reportActionsDone',
    verb: 'nonconformity.reportDone',
    ready: resultReturned,
    by: who.secretary,
    insider: who.manager,
    elsewhere: who.neighbourSecretary,
    input: target,
    to: 'ACTIONS_DONE',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'verifyNonconformity',
    verb: 'nonconformity.verify',
    ready: () => cameTo(it, 'ACTIONS_DONE'),
    by: who.manager,
    insider: who.leadAgency,
    elsewhere: who.neighbourManager,
    input: seenOnSite,
    to: 'VERIFIED',
    actionTo: 'ACCEPTED',
    tooEarly: twoActions,
  },
  {
    mutation: 'returnResult',
    verb: 'nonconformity.returnResult',
    ready: () => cameTo(it, 'ACTIONS_DONE'),
    by: who.manager,
    insider: who.leadAgency,
    elsewhere: who.neighbourManager,
    input: (at) => ({ ...withReason(at), actionIds: [at.actions[0].id] }),
    to: 'PLAN_APPROVED',
    actionTo: 'OPEN',
    tooEarly: twoActions,
  },
  {
    mutation: 'confirmEffective',
    verb: 'nonconformity.confirmEffective',
    ready: effectDue,
    by: who.manager,
    insider: who.leadAgency,
    elsewhere: who.neighbourManager,
    input: (at) => ({ ...target(at), observed }),
    to: 'CLOSED',
    tooEarly: () => cameTo(it, 'ACTIONS_DONE'),
  },
  {
    mutation: 'findIneffective',
    verb: 'nonconformity.findIneffective',
    ready: effectDue,
    by: who.manager,
    insider: who.leadAgency,
    elsewhere: who.neighbourManager,
    input: (at) => ({ ...target(at), observed }),
    to: 'CLOSED_INEFFECTIVE',
    tooEarly: () => cameTo(it, 'ACTIONS_DONE'),
  },
  {
    mutation: 'reportActionDone',
    verb: 'correctiveAction.reportDone',
    ready: twoActions,
    by: who.officer,
    insider: who.secretary,
    elsewhere: who.neighbourSecretary,
    input: onAction(done),
    to: 'PLAN_APPROVED',
    actionTo: 'DONE',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'noteActionProgress',
    verb: 'correctiveAction.noteProgress',
    ready: twoActions,
    by: who.officer,
    insider: who.manager,
    elsewhere: who.neighbourSecretary,
    input: onAction({ note: 'Đã soạn dự thảo, chờ góp ý.', percent: 40 }),
    to: 'PLAN_APPROVED',
    actionTo: 'OPEN',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'askExtension',
    verb: 'correctiveAction.askExtension',
    ready: twoActions,
    by: who.officer,
    insider: who.manager,
    elsewhere: who.neighbourSecretary,
    input: onAction({ dueOn: '2027-01-15', reason }),
    to: 'PLAN_APPROVED',
    actionTo: 'OPEN',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'grantExtension',
    verb: 'correctiveAction.grantExtension',
    ready: extensionAsked,
    by: who.manager,
    insider: who.officer,
    elsewhere: who.neighbourManager,
    input: onAction(),
    to: 'PLAN_APPROVED',
    actionTo: 'OPEN',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'refuseExtension',
    verb: 'correctiveAction.refuseExtension',
    ready: extensionAsked,
    by: who.isoHead,
    insider: who.officer,
    elsewhere: who.neighbourManager,
    input: onAction({ reason }),
    to: 'PLAN_APPROVED',
    actionTo: 'OPEN',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'dropAction',
    verb: 'correctiveAction.drop',
    ready: twoActions,
    by: who.manager,
    insider: who.officer,
    elsewhere: who.neighbourManager,
    input: onAction({ reason }),
    to: 'PLAN_APPROVED',
    actionTo: 'DROPPED',
    tooEarly: () => cameTo(it, 'RESPONDED'),
  },
  {
    mutation: 'acceptAction',
    verb: 'correctiveAction.accept',
    ready: () => cameTo(it, 'ACTIONS_DONE'),
    by: who.manager,
    insider: who.secretary,
    elsewhere: who.neighbourManager,
    input: onAction(),
    to: 'ACTIONS_DONE',
    actionTo: 'ACCEPTED',
    tooEarly: twoActions,
  },
  {
    mutation: 'returnAction',
    verb: 'correctiveAction.return',
    ready: () => cameTo(it, 'ACTIONS_DONE'),
    by: who.manager,
    insider: who.secretary,
    elsewhere: who.neighbourManager,
    input: onAction({ reason }),
    to: 'PLAN_APPROVED',
    actionTo: 'OPEN',
    tooEarly: twoActions,
  },
];

test('every verb that people ask for has its case here; report.test.ts has the first one', () => {
  const asked = (Object.keys(verbs) as Verb[]).filter(
    (verb) => /^(nonconformity|correctiveAction)\./.test(verb) && verbs[verb] !== null,
  );
  const tested = ['nonconformity.report', ...cases.map(({ verb }) => verb)];
  expect(asked.filter((verb) => !tested.includes(verb))).toEqual([]);
});

describe.each(cases)(
  '$mutation',
  ({ mutation, verb, ready, by, insider, elsewhere, input, to, actionTo, tooEarly }) => {
    test('works, is in the trail under its verb, and sent twice is carried out once', async () => {
      const at = await ready();
      const sent = { ...(await input(at)), idempotencyKey: randomUUID() };
      const first = await nonconformityAfter(it, by, mutation, sent);
      const again = await nonconformityAfter(it, by, mutation, sent);
      const came = { state: first.state, ...(actionTo && { action: first.actions[0].state }) };
      expect(came).toEqual({ state: to, ...(actionTo && { action: actionTo }) });
      expect(again).toEqual(first);
      const trail = await it.sql(
        `select actor_name, reason from trail_entry where subject_id = $1 and verb = $2 order by id desc limit 1`,
        at.id,
        verb,
      );
      const [person] = await it.sql(
        `select p.full_name from account a join person p on p.id = a.person_id where a.user_name = $1`,
        by,
      );
      expect(trail[0]).toEqual({ actor_name: person!.full_name, reason: (sent as { reason?: string }).reason ?? null });
    });

    test('is not for others: whoever only sees it, another authority, nobody', async () => {
      const at = await ready();
      const sent = await input(at);
      expect((await it.runRefused(insider, mutation, sent)).code).toBe('FORBIDDEN');
      expect((await it.runRefused(elsewhere, mutation, sent)).code).toBe('NOT_FOUND');
      expect((await it.runRefused(who.observer, mutation, sent)).code).toBe('FORBIDDEN');
    });

    test('is refused for a stale version, an unknown record and in a wrong state', async () => {
      const sent = await input(await ready());
      expect((await it.runRefused(by, mutation, { ...sent, version: (sent['version'] as number) + 7 })).code).toBe(
        'VERSION_CONFLICT',
      );
      expect((await it.runRefused(by, mutation, { ...sent, id: randomUUID() })).code).toBe('NOT_FOUND');
      expect((await it.runRefused(by, mutation, { ...sent, id: 'none' })).code).toBe('NOT_FOUND');
      it.clock.set('2026-11-23');
      const early = await input(await tooEarly());
      expect((await it.runRefused(by, mutation, early)).code).toBe('TRANSITION_NOT_ALLOWED');
    });

    test('wants a reason of ten characters where it wants one', async () => {
      const sent = await input(await ready());
      if (!('reason' in sent)) return;
      expect(await it.runRefused(by, mutation, { ...sent, reason: '  ngắn quá  ' })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'reason',
      });
    });
  },
);
