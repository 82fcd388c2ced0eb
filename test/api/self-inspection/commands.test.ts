import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { samplePassword, useServer } from '../../support/server.js';
import { target } from '../../support/commands.js';
import { answerTo, formIdOf, goodWeek, inspectionFields, questionInput, reportFields } from './fixtures.js';

const it = useServer();
const reason = 'Số liệu chưa khớp với hệ thống một cửa';

type Input = Record<string, unknown>;

/** A command of this module where it is possible. */
interface Case {
  name: string;
  verb: string;
  /** Brings fresh records to where it is possible, and says what is sent. */
  ready: () => Promise<Input>;
  /** Who does it, who sees the record but may not, and who holds the same role in another authority. */
  by: string;
  insider: string;
  elsewhere: string;
  /** What the one from elsewhere is answered: NOT_FOUND but for what is chosen and not looked up. */
  outside?: 'FORBIDDEN';
  /** The field that names the record. */
  names?: string;
  /** What is sent where it is not possible, and how that is refused. */
  wrong: () => Promise<Input>;
  code: string;
}

const idOf = async (code: string) =>
  (
    await it.sql<{ id: string }>(
      'select id from unit where code = $1 union all select id from person where code = $1',
      code,
    )
  )[0]!.id;
let made = 0;

/** A weekly form of the office of Bạch Trúc, due, in a period of its own. */
async function due(): Promise<{ id: string; version: number }> {
  const like = await formIdOf(it, 'LH-BT-VP', 'WEEKLY', 'IN_PROGRESS');
  const [row] = await it.sql<{ id: string; version: number }>(
    `insert into inspection select (jsonb_populate_record(i, jsonb_build_object(
    'id', gen_random_uuid(), 'period_key', $2::text, 'state', 'DUE', 'version', 1, 'begun_at', null))).*
      from inspection i where i.id = $1 returning id, version`,
    like,
    `2031-W${(made += 1)}`,
  );
  return row!;
}

const head = () => it.as('P012');
const begun = async () => (await head()).run('beginInspection', await due(), inspectionFields);
const filled = async () =>
  (await head()).run('saveAnswers', { id: (await begun()).id, answers: goodWeek() }, inspectionFields);
const submitted = async () =>
  (await head()).run('submitInspection', { ...target(await filled()), password: samplePassword }, inspectionFields);

/** A complete form in progress of which one answer is not met. */
async function failing(): Promise<{ form: { id: string; version: number }; answerId: string }> {
  const { id } = await begun();
  const notMet = answerTo('C03', 'NO', { note: 'Bốn hồ sơ đến hạn chưa giao người xử lý' });
  const saved = await (
    await head()
  ).run(
    'saveAnswers',
    { id, answers: [...goodWeek().filter(({ questionCode }) => questionCode !== 'C03'), notMet] },
    inspectionFields,
  );
  return { form: saved, answerId: notMet.id };
}

async function failingOfSubmitted(): Promise<Input> {
  const { form, answerId } = await failing();
  await (await head()).run('submitInspection', { ...target(form), password: samplePassword });
  return { answerId };
}

async function failingOfExcused(): Promise<Input> {
  const { form, answerId } = await failing();
  await it.run('P010', 'excuseInspection', { ...target(form), reason });
  return { answerId };
}

const question = questionInput('Q1');
/** What is asked of the answers of commands; of those on a form, all that tests look at. */
const answerOf: Record<string, string> = {
  beginInspection: inspectionFields,
  saved: inspectionFields,
  submitInspection: inspectionFields,
  acceptInspection: inspectionFields,
  returnInspection: inspectionFields,
  excuseInspection: inspectionFields,
  nameSubstitute: inspectionFields,
  startInspection: inspectionFields,
  reportFailingAnswer: reportFields,
  createTemplate: 'id code draft { id version }',
  createTemplateVersion: 'id version number',
  saveTemplateDraft: 'id version state',
  publishTemplateVersion: 'id version state',
  retireTemplateVersion: 'id version state',
  endSchedule: 'id version endsOn',
};
const keep = (name: string, input: Input) => it.run('P023', name, input, answerOf[name]);
const templateInput = async () => ({
  ownerId: await idOf('LH-NT'),
  code: `MAU-${(made += 1)}`,
  title: 'Kiểm tra quầy đầu ngày',
  titleEn: 'Counter check',
  frequency: 'WEEKLY',
  minutes: 5,
});
const template = async () => keep('createTemplate', await templateInput());
const written = async (draft: { id: string; version: number }) =>
  keep('saveTemplateDraft', { ...target(draft), questions: [question] });
const publish = async (draft: { id: string; version: number }) => keep('publishTemplateVersion', target(draft));
const draft = async () => written((await template()).draft);

async function published(): Promise<{ templateId: string; version: { id: string; version: number } }> {
  const { id, draft: first } = await template();
  return { templateId: id, version: await publish(await written(first)) };
}

const offsets = { opensAfterDays: 1, dueAfterWorkingDays: 2, lateAfterWorkingDays: 3 };
const scheduleInput = async () => ({
  ownerId: await idOf('LH-NT'),
  templateId: (await published()).templateId,
  unitIds: [await idOf('LH-NT')],
});
const schedule = async () => keep('createSchedule', await scheduleInput());
const ended = async () => keep('endSchedule', target(await schedule()));
const changeOf = async (of: { id: string; version: number }) => ({
  ...target(of),
  unitIds: [await idOf('LH-NT')],
  offsets,
});

/** The same input twice, the first time with success. */
const again = async (name: string, input: Input) => (await keep(name, input), input);

const ofOffice = { by: 'P012', insider: 'P016', elsewhere: 'P022' };
const ofManager = { by: 'P011', insider: 'P016', elsewhere: 'P023' };
const ofKeeper = { by: 'P023', insider: 'P022', elsewhere: 'P011' };
const sent = { code: 'TRANSITION_NOT_ALLOWED' };

const cases: Case[] = [
  {
    name: 'beginInspection',
    verb: 'begin',
    ready: due,
    wrong: async () => target(await begun()),
    ...ofOffice,
    ...sent,
  },
  {
    name: 'saveAnswers',
    verb: 'saveAnswers',
    ready: async () => ({ id: (await begun()).id, answers: [answerTo('C03', 'YES')] }),
    wrong: async () => ({ id: (await submitted()).id, answers: [answerTo('C03', 'YES')] }),
    ...ofOffice,
    ...sent,
  },
  {
    name: 'submitInspection',
    verb: 'submit',
    ready: async () => ({ ...target(await filled()), password: samplePassword }),
    wrong: async () => ({ ...(await due()), password: samplePassword }),
    ...ofOffice,
    ...sent,
  },
  {
    name: 'acceptInspection',
    verb: 'accept',
    ready: async () => target(await submitted()),
    wrong: async () => target(await filled()),
    ...ofManager,
    ...sent,
  },
  {
    name: 'returnInspection',
    verb: 'return',
    ready: async () => ({ ...target(await submitted()), reason, questions: [{ code: 'C01', reason }] }),
    wrong: async () => ({ ...target(await filled()), reason, questions: [{ code: 'C01', reason }] }),
    ...ofManager,
    ...sent,
  },
  {
    name: 'excuseInspection',
    verb: 'excuse',
    ready: async () => ({ ...(await due()), reason }),
    wrong: async () => ({ ...target(await submitted()), reason }),
    ...ofManager,
    by: 'P010',
    insider: 'P011',
    elsewhere: 'P022',
    ...sent,
  },
  {
    name: 'nameSubstitute',
    verb: 'nameSubstitute',
    ready: async () => ({ ...(await due()), personId: await idOf('P016') }),
    wrong: async () => ({ ...target(await submitted()), personId: null }),
    ...ofOffice,
    ...sent,
  },
  {
    name: 'reportFailingAnswer',
    verb: 'reportFailing',
    names: 'answerId',
    ready: failingOfSubmitted,
    wrong: failingOfExcused,
    ...ofOffice,
    insider: 'P003',
    ...sent,
  },
  {
    name: 'startInspection',
    verb: 'start',
    names: 'unitId',
    ready: async () => ({ unitId: await idOf('LH-BT-VP'), templateId: await templateOf('ALL'), kind: 'EXTRA' }),
    wrong: async () => ({ unitId: await idOf('LH-BT-VP'), templateId: await templateOf('ALL'), kind: 'EXTRA' }),
    ...ofOffice,
    outside: 'FORBIDDEN',
    code: 'DUPLICATE',
  },
  {
    name: 'createTemplate',
    verb: 'createTemplate',
    names: 'ownerId',
    ready: templateInput,
    wrong: async () => again('createTemplate', await templateInput()),
    ...ofKeeper,
    outside: 'FORBIDDEN',
    code: 'DUPLICATE',
  },
  {
    name: 'createTemplateVersion',
    verb: 'createTemplateVersion',
    names: 'templateId',
    ready: async () => ({ templateId: (await published()).templateId }),
    wrong: async () => ({ templateId: (await template()).id }),
    ...ofKeeper,
    code: 'DUPLICATE',
  },
  {
    name: 'saveTemplateDraft',
    verb: 'saveTemplateDraft',
    ready: async () => ({ ...target((await template()).draft), questions: [question] }),
    wrong: async () => ({ ...target((await published()).version), questions: [question] }),
    ...ofKeeper,
    ...sent,
  },
  {
    name: 'publishTemplateVersion',
    verb: 'publishTemplateVersion',
    ready: async () => target(await draft()),
    wrong: async () => target((await published()).version),
    ...ofKeeper,
    ...sent,
  },
  {
    name: 'retireTemplateVersion',
    verb: 'retireTemplateVersion',
    ready: async () => target((await published()).version),
    wrong: async () => target(await draft()),
    ...ofKeeper,
    ...sent,
  },
  {
    name: 'createSchedule',
    verb: 'createSchedule',
    names: 'templateId',
    ready: scheduleInput,
    wrong: async () => again('createSchedule', await scheduleInput()),
    ...ofKeeper,
    outside: 'FORBIDDEN',
    code: 'RULE_VIOLATED',
  },
  {
    name: 'changeSchedule',
    verb: 'changeSchedule',
    ready: async () => changeOf(await schedule()),
    wrong: async () => changeOf(await ended()),
    ...ofKeeper,
    ...sent,
  },
  {
    name: 'endSchedule',
    verb: 'endSchedule',
    ready: async () => target(await schedule()),
    wrong: async () => target(await ended()),
    ...ofKeeper,
    ...sent,
  },
];

const templateOf = async (code: string) =>
  (await it.sql<{ id: string }>('select id from inspection_template where code = $1', code))[0]!.id;

describe.each(cases)(
  '$name',
  ({ name, verb, ready, by, insider, elsewhere, outside = 'NOT_FOUND', names = 'id', wrong, code }) => {
    const refused = async (who: string, input: Input): Promise<string> => (await it.runRefused(who, name, input)).code;

    test('is not for who only sees it, nor for another authority, nor for nobody; a stale version and an unknown record are refused', async () => {
      const input = await ready();
      expect(await refused(insider, input)).toBe('FORBIDDEN');
      expect(await refused(elsewhere, input)).toBe(outside);
      expect((await it.nobody.runRefused(name, input)).code).toBe('UNAUTHENTICATED');
      for (const id of [randomUUID(), 'none']) expect(await refused(by, { ...input, [names]: id })).toBe('NOT_FOUND');
      const isVersioned = 'version' in input;
      const stale = isVersioned && (await refused(by, { ...input, version: (input['version'] as number) + 7 }));
      expect(stale).toBe(isVersioned && 'VERSION_CONFLICT');
    });

    test('works once however often it is sent, is in the trail, and is refused where it is not possible', async () => {
      const input = { ...(await ready()), idempotencyKey: randomUUID() };
      const person = await it.as(by);
      const entries = () =>
        it.sql<{ actor_name: string; reason: string | null }>(
          `select t.actor_name, t.reason from trail_entry t where t.verb = $1 order by t.id`,
          `selfInspection.${verb}`,
        );
      const before = (await entries()).length;
      const [first, second] = await Promise.all([
        person.run(name, input, answerOf[name]),
        person.run(name, input, answerOf[name]),
      ]);
      expect(second).toEqual(first);
      const [doer] = await it.sql<{ full_name: string }>('select full_name from person where code = $1', by);
      expect((await entries()).slice(before)).toEqual([
        { actor_name: doer!.full_name, reason: (input as Input)['reason'] ?? null },
      ]);
      expect(await refused(by, await wrong())).toBe(code);
    });
  },
);
