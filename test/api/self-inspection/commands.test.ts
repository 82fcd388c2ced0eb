import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { samplePassword, useServer } from '../../support/server.js';
import {
  accept,
  answer,
  begin,
  excuse,
  formOf,
  giveBack,
  goodWeek,
  mutation,
  report,
  save,
  start,
  submit,
  substitute,
} from './forms.js';

const it = useServer();
const reason = 'Số liệu chưa khớp với hệ thống một cửa';

type Input = Record<string, unknown>;

/** A command of this module where it is possible. */
interface Case {
  name: string;
  document: string;
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
  const like = await formOf(it, 'LH-BT-VP', 'WEEKLY', 'IN_PROGRESS');
  const [row] = await it.sql<{ id: string; version: number }>(
    `insert into inspection select (jsonb_populate_record(i, jsonb_build_object(
    'id', gen_random_uuid(), 'period_key', $2::text, 'state', 'DUE', 'version', 1, 'begun_at', null))).*
      from inspection i where i.id = $1 returning id, version`,
    like,
    `2031-W${(made += 1)}`,
  );
  return row!;
}

const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });
const head = () => it.as('P012');
const begun = async () => (await (await head()).ask(begin, { input: await due() })).beginInspection;
const filled = async () =>
  (await (await head()).ask(save, { input: { id: (await begun()).id, answers: goodWeek() } })).saveAnswers;
const submitted = async () =>
  (await (await head()).ask(submit, { input: { ...seen(await filled()), password: samplePassword } })).submitInspection;

/** A complete form in progress of which one answer is not met. */
async function failing(): Promise<{ form: { id: string; version: number }; answerId: string }> {
  const { id } = await begun();
  const notMet = answer('C03', 'NO', { note: 'Bốn hồ sơ đến hạn chưa giao người xử lý' });
  const { saveAnswers } = await (
    await head()
  ).ask(save, { input: { id, answers: [...goodWeek().filter(({ questionCode }) => questionCode !== 'C03'), notMet] } });
  return { form: saveAnswers, answerId: notMet.id };
}

async function failingOfSubmitted(): Promise<Input> {
  const { form, answerId } = await failing();
  await (await head()).ask(submit, { input: { ...seen(form), password: samplePassword } });
  return { answerId };
}

async function failingOfExcused(): Promise<Input> {
  const { form, answerId } = await failing();
  await (await it.as('P010')).ask(excuse, { input: { ...seen(form), reason } });
  return { answerId };
}

const keeper = () => it.as('P023');
const question = {
  code: 'Q1',
  groupCode: 'Q',
  groupTitle: 'Quầy một cửa',
  text: 'Quầy gọn gàng trước giờ làm việc',
  textEn: '',
  answerType: 'YES_NO',
  goodAnswer: 'YES',
  weight: 1,
  critical: false,
  evidence: 'NOTE',
};
const documents = {
  createTemplate: mutation('createTemplate', 'CreateTemplateInput', 'id code draft { id version }'),
  createTemplateVersion: mutation('createTemplateVersion', 'CreateTemplateVersionInput', 'id version number'),
  saveTemplateDraft: mutation('saveTemplateDraft', 'SaveTemplateDraftInput', 'id version state'),
  publishTemplateVersion: mutation('publishTemplateVersion', 'RecordInput', 'id version state'),
  retireTemplateVersion: mutation('retireTemplateVersion', 'RecordInput', 'id version state'),
  createSchedule: mutation('createSchedule', 'CreateScheduleInput', 'id version'),
  changeSchedule: mutation('changeSchedule', 'ChangeScheduleInput', 'id version'),
  endSchedule: mutation('endSchedule', 'RecordInput', 'id version endsOn'),
};
const templateInput = async () => ({
  ownerId: await idOf('LH-NT'),
  code: `MAU-${(made += 1)}`,
  title: 'Kiểm tra quầy đầu ngày',
  titleEn: 'Counter check',
  frequency: 'WEEKLY',
  minutes: 5,
});
const template = async () =>
  (await (await keeper()).ask(documents.createTemplate, { input: await templateInput() })).createTemplate;
const written = async (draft: { id: string; version: number }) =>
  (await (await keeper()).ask(documents.saveTemplateDraft, { input: { ...seen(draft), questions: [question] } }))
    .saveTemplateDraft;
const publish = async (draft: { id: string; version: number }) =>
  (await (await keeper()).ask(documents.publishTemplateVersion, { input: seen(draft) })).publishTemplateVersion;
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
const schedule = async () =>
  (await (await keeper()).ask(documents.createSchedule, { input: await scheduleInput() })).createSchedule;
const ended = async () =>
  (await (await keeper()).ask(documents.endSchedule, { input: seen(await schedule()) })).endSchedule;
const changeOf = async (of: { id: string; version: number }) => ({
  ...seen(of),
  unitIds: [await idOf('LH-NT')],
  offsets,
});

/** The same input twice, the first time with success. */
const again = async (document: string, who: string, input: Input) => (
  await (await it.as(who)).ask(document, { input }),
  input
);

const ofOffice = { by: 'P012', insider: 'P016', elsewhere: 'P022' };
const ofManager = { by: 'P011', insider: 'P016', elsewhere: 'P023' };
const ofKeeper = { by: 'P023', insider: 'P022', elsewhere: 'P011' };
const sent = { code: 'TRANSITION_NOT_ALLOWED' };

const cases: Case[] = [
  {
    name: 'beginInspection',
    document: begin,
    verb: 'begin',
    ready: due,
    wrong: async () => seen(await begun()),
    ...ofOffice,
    ...sent,
  },
  {
    name: 'saveAnswers',
    document: save,
    verb: 'saveAnswers',
    ready: async () => ({ id: (await begun()).id, answers: [answer('C03', 'YES')] }),
    wrong: async () => ({ id: (await submitted()).id, answers: [answer('C03', 'YES')] }),
    ...ofOffice,
    ...sent,
  },
  {
    name: 'submitInspection',
    document: submit,
    verb: 'submit',
    ready: async () => ({ ...seen(await filled()), password: samplePassword }),
    wrong: async () => ({ ...(await due()), password: samplePassword }),
    ...ofOffice,
    ...sent,
  },
  {
    name: 'acceptInspection',
    document: accept,
    verb: 'accept',
    ready: async () => seen(await submitted()),
    wrong: async () => seen(await filled()),
    ...ofManager,
    ...sent,
  },
  {
    name: 'returnInspection',
    document: giveBack,
    verb: 'return',
    ready: async () => ({ ...seen(await submitted()), reason, questions: [{ code: 'C01', reason }] }),
    wrong: async () => ({ ...seen(await filled()), reason, questions: [{ code: 'C01', reason }] }),
    ...ofManager,
    ...sent,
  },
  {
    name: 'excuseInspection',
    document: excuse,
    verb: 'excuse',
    ready: async () => ({ ...(await due()), reason }),
    wrong: async () => ({ ...seen(await submitted()), reason }),
    ...ofManager,
    by: 'P010',
    insider: 'P011',
    elsewhere: 'P022',
    ...sent,
  },
  {
    name: 'nameSubstitute',
    document: substitute,
    verb: 'nameSubstitute',
    ready: async () => ({ ...(await due()), personId: await idOf('P016') }),
    wrong: async () => ({ ...seen(await submitted()), personId: null }),
    ...ofOffice,
    ...sent,
  },
  {
    name: 'reportFailingAnswer',
    document: report,
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
    document: start,
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
    document: documents.createTemplate,
    verb: 'createTemplate',
    names: 'ownerId',
    ready: templateInput,
    wrong: async () => again(documents.createTemplate, 'P023', await templateInput()),
    ...ofKeeper,
    outside: 'FORBIDDEN',
    code: 'DUPLICATE',
  },
  {
    name: 'createTemplateVersion',
    document: documents.createTemplateVersion,
    verb: 'createTemplateVersion',
    names: 'templateId',
    ready: async () => ({ templateId: (await published()).templateId }),
    wrong: async () => ({ templateId: (await template()).id }),
    ...ofKeeper,
    code: 'DUPLICATE',
  },
  {
    name: 'saveTemplateDraft',
    document: documents.saveTemplateDraft,
    verb: 'saveTemplateDraft',
    ready: async () => ({ ...seen((await template()).draft), questions: [question] }),
    wrong: async () => ({ ...seen((await published()).version), questions: [question] }),
    ...ofKeeper,
    ...sent,
  },
  {
    name: 'publishTemplateVersion',
    document: documents.publishTemplateVersion,
    verb: 'publishTemplateVersion',
    ready: async () => seen(await draft()),
    wrong: async () => seen((await published()).version),
    ...ofKeeper,
    ...sent,
  },
  {
    name: 'retireTemplateVersion',
    document: documents.retireTemplateVersion,
    verb: 'retireTemplateVersion',
    ready: async () => seen((await published()).version),
    wrong: async () => seen(await draft()),
    ...ofKeeper,
    ...sent,
  },
  {
    name: 'createSchedule',
    document: documents.createSchedule,
    verb: 'createSchedule',
    names: 'templateId',
    ready: scheduleInput,
    wrong: async () => again(documents.createSchedule, 'P023', await scheduleInput()),
    ...ofKeeper,
    outside: 'FORBIDDEN',
    code: 'RULE_VIOLATED',
  },
  {
    name: 'changeSchedule',
    document: documents.changeSchedule,
    verb: 'changeSchedule',
    ready: async () => changeOf(await schedule()),
    wrong: async () => changeOf(await ended()),
    ...ofKeeper,
    ...sent,
  },
  {
    name: 'endSchedule',
    document: documents.endSchedule,
    verb: 'endSchedule',
    ready: async () => seen(await schedule()),
    wrong: async () => seen(await ended()),
    ...ofKeeper,
    ...sent,
  },
];

const templateOf = async (code: string) =>
  (await it.sql<{ id: string }>('select id from inspection_template where code = $1', code))[0]!.id;

describe.each(cases)(
  '$name',
  ({ document, verb, ready, by, insider, elsewhere, outside = 'NOT_FOUND', names = 'id', wrong, code }) => {
    const refused = async (who: string, input: Input): Promise<string> =>
      (await it.refused(who, document, { input })).code;

    test('is not for who only sees it, nor for another authority, nor for nobody; a stale version and an unknown record are refused', async () => {
      const input = await ready();
      expect(await refused(insider, input)).toBe('FORBIDDEN');
      expect(await refused(elsewhere, input)).toBe(outside);
      expect((await it.nobody.refused(document, { input })).code).toBe('UNAUTHENTICATED');
      for (const id of [randomUUID(), 'none']) expect(await refused(by, { ...input, [names]: id })).toBe('NOT_FOUND');
      const isVersioned = 'version' in input;
      const stale = isVersioned && (await refused(by, { ...input, version: (input['version'] as number) + 7 }));
      expect(stale).toBe(isVersioned && 'VERSION_CONFLICT');
    });

    test('works once however often it is sent, is in the trail, and is refused where it is not possible', async () => {
      const input = { ...(await ready()), idempotencyKey: randomUUID() };
      const person = await it.as(by);
      const told = () =>
        it.sql<{ actor_name: string; reason: string | null }>(
          `select t.actor_name, t.reason from trail_entry t where t.verb = $1 order by t.id`,
          `selfInspection.${verb}`,
        );
      const before = (await told()).length;
      const [first, second] = await Promise.all([person.ask(document, { input }), person.ask(document, { input })]);
      expect(second).toEqual(first);
      const [name] = await it.sql<{ full_name: string }>('select full_name from person where code = $1', by);
      expect((await told()).slice(before)).toEqual([
        { actor_name: name!.full_name, reason: (input as Input)['reason'] ?? null },
      ]);
      expect(await refused(by, await wrong())).toBe(code);
    });
  },
);
