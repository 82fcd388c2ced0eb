import { workingCalendar } from '../organization/index.js';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '../platform/ids.js';
import { addDays, localDate, startOfDay, type LocalDate } from '../rules/calendar.js';
import { InspectionAnswer, Inspection, signedInspection } from '../self-inspection/index.js';
import {
  isLate,
  lastPeriods,
  valueOf,
  type FormResult,
  type InspectionState,
  type Period,
  type WrittenAnswer,
} from '../self-inspection/rules/index.js';
import { Signature, contentHash } from '../trail/index.js';
import { insertRows, insertTrail, type PastEvent, type SampleRow } from './insert.js';
import type { SampleFiles } from './files.js';
import { characters, evaluateAnswers, sampleAnswers, withPhotos, type Character } from './inspection-answers.js';
import { insertSchedule, insertTemplates, type SampleTemplate } from './inspection-templates.js';
import type { SampleOrganization, SamplePerson, SampleUnit } from './sample-types.js';
import { pick, seededRandom } from './random.js';

/** Half a year of periods. */
const periodsBack = { WEEKLY: 27, MONTHLY: 7, QUARTERLY: 3, YEARLY: 1 } as const;
/** Units whose heads have sample accounts: something is waiting for each of them. */
const scenes: Record<string, InspectionState> = {
  'LH-BT': 'DUE',
  'LH-BT-VP': 'IN_PROGRESS',
  'LH-BT-HC': 'DUE',
  'LH-NT': 'DUE',
  'LH-SK': 'IN_PROGRESS',
  'LH-DS': 'DUE',
};

interface UnitAtWork {
  unit: SampleUnit;
  authority: SampleUnit;
  head: SamplePerson;
  manager: SamplePerson;
  character: Character;
}

/** One form of the sample before it is written down. */
interface SampleForm {
  id: string;
  at: UnitAtWork;
  template: SampleTemplate;
  scheduleId: string;
  period: Period;
  state: InspectionState;
  begunAt: Date | null;
  submittedAt: Date | null;
  decidedAt: Date | null;
  answers: Map<string, WrittenAnswer>;
  result: FormResult | null;
  answerIds: Map<string, string>;
  returned: string | null;
}

/** Inserts templates, schedules and half a year of inspections of all wards and communes. */
export async function sampleSelfInspection(
  em: SqlEntityManager,
  organization: SampleOrganization,
  now: Date,
  files: SampleFiles,
): Promise<void> {
  const templates = await insertTemplates(em, organization);
  const everyone = unitsAtWork(organization);
  const whole = everyone.filter(({ unit }) => unit.code === unit.authorityCode);
  const offices = everyone.filter(({ unit }) => unit.officeKind === 'OFFICE');
  const plan: [code: string, units: UnitAtWork[]][] = [
    ['WEEKLY', everyone],
    ['MONTHLY', everyone],
    ['QUARTERLY', [...whole, ...offices]],
    ['YEARLY', whole],
  ];
  const forms: SampleForm[] = [];
  for (const [code, units] of plan) {
    const template = templates.get(code)!;
    const scheduleId = await insertSchedule(
      em,
      template,
      organization.units.get('LH')!,
      units.map(({ unit }) => unit.id),
    );
    const periods = lastPeriods(template.frequency, localDate(now), periodsBack[template.frequency], workingCalendar);
    const open = periods.filter(({ opensOn }) => opensOn <= localDate(now));
    for (const period of open) {
      const age = open.length - 1 - open.indexOf(period);
      for (const at of units) forms.push(sampleForm({ at, template, scheduleId, period }, { age, now, files }));
    }
  }
  await insertRows(em, Inspection, forms.map(inspectionRow));
  await insertRows(em, InspectionAnswer, forms.flatMap(answerRows));
  await insertRows(em, Signature, forms.flatMap(signatureRows));
  await insertTrail(em, forms.flatMap(eventsOf));
}

function unitsAtWork({ units, people }: SampleOrganization): UnitAtWork[] {
  const everybody = [...people.values()];
  return [...units.values()].flatMap((unit) => {
    const authority = unit.authorityCode ? units.get(unit.authorityCode)! : undefined;
    const head = everybody.find(({ unitCode, roles }) => unitCode === unit.code && roles.includes('UNIT_HEAD'));
    const manager = everybody.find(
      ({ unitCode, roles }) =>
        units.get(unitCode)?.authorityCode === authority?.code && roles.includes('QUALITY_MANAGER'),
    );
    return authority && head && manager && ['WARD', 'COMMUNE'].includes(authority.kind)
      ? [{ unit, authority, head, manager, character: characterOf(unit.code) }]
      : [];
  });
}

/** The ward that most sample accounts belong to shows one unit of each kind. */
const casting: Record<string, Character> = {
  'LH-BT': characters.honest,
  'LH-BT-VP': characters.honest,
  'LH-BT-HC': characters.steady,
  'LH-BT-KT': characters.slack,
  'LH-BT-VX': characters.shiny,
};

function characterOf(code: string): Character {
  const { steady, honest, shiny, slack } = characters;
  if (casting[code]) return casting[code];
  return pick(seededRandom(`character ${code}`), [steady, steady, honest, honest, honest, shiny, slack]);
}

/** When and with what a form is made; `age` is 0 for the newest period, 1 for the one before. */
interface FormContext {
  age: number;
  now: Date;
  files: SampleFiles;
}

function sampleForm(
  { at, template, scheduleId, period }: Pick<SampleForm, 'at' | 'template' | 'scheduleId' | 'period'>,
  { age, now, files }: FormContext,
): SampleForm {
  const random = seededRandom(`${at.unit.code} ${template.code} ${period.key}`);
  const opened = startOfDay(period.opensOn);
  const state = stateOf(at, period, age, localDate(now), random);
  const form: SampleForm = {
    id: newId(opened),
    at,
    template,
    scheduleId,
    period,
    state,
    begunAt: null,
    submittedAt: null,
    decidedAt: null,
    answers: new Map(),
    result: null,
    answerIds: new Map(),
    returned: null,
  };
  if (state === 'EXCUSED') form.decidedAt = hour(period.dueOn, 9 + random() * 6);
  if (state === 'DUE' || state === 'MISSED' || state === 'EXCUSED') return form;
  fillIn(form, now, random);
  takePhotos(form, files);
  return form;
}

/**
 * What has become of the form by now.
 * @param age 0 for the newest period, 1 for the one before
 */
function stateOf(
  { unit, character }: UnitAtWork,
  period: Period,
  age: number,
  today: LocalDate,
  random: () => number,
): InspectionState {
  const isCurrent = period.dueOn >= today;
  const scene = scenes[unit.code];
  if (scene && age === 0 && period.lateUntil >= today) return scene;
  if (scene && period.frequency === 'WEEKLY' && age === 1)
    return unit.code === 'LH-BT-HC' ? 'RETURNED' : unit.code === 'LH-BT' ? 'SUBMITTED' : 'ACCEPTED';
  if (scene) return random() < 0.03 ? 'EXCUSED' : 'ACCEPTED';
  if (isCurrent) {
    const passed =
      workingCalendar.workingDaysBetween(period.opensOn, today) /
      Math.max(1, workingCalendar.workingDaysBetween(period.opensOn, period.dueOn));
    const luck = random();
    return luck < passed * 0.7
      ? pick(random, ['SUBMITTED', 'ACCEPTED'] as const)
      : luck < passed * 0.7 + 0.2
        ? 'IN_PROGRESS'
        : 'DUE';
  }
  const luck = random();
  if (period.lateUntil >= today)
    return luck < 0.12
      ? 'IN_PROGRESS'
      : luck < 0.2
        ? 'DUE'
        : luck < 0.28
          ? 'RETURNED'
          : luck < 0.6
            ? 'SUBMITTED'
            : 'ACCEPTED';
  if (luck < character.missed) return 'MISSED';
  return luck < character.missed + 0.015 ? 'EXCUSED' : 'ACCEPTED';
}

function fillIn(form: SampleForm, now: Date, random: () => number): void {
  const { at, template, state } = form;
  const end = finishedAt(form, now, random);
  const { answers, result } = sampleAnswers(template.form, at.character, localDate(end), random);
  form.begunAt = new Date(end.getTime() - template.minutes * at.character.pace * (0.8 + random() * 0.6) * 60_000);
  form.answers =
    state === 'IN_PROGRESS'
      ? new Map([...answers].slice(0, Math.ceil(answers.size * (0.3 + random() * 0.4))))
      : answers;
  form.result = state === 'IN_PROGRESS' ? evaluateAnswers(template.form, form.answers) : result;
  if (state !== 'IN_PROGRESS') form.submittedAt = end;
  form.answerIds = new Map([...form.answers.keys()].map((code) => [code, newId(form.begunAt!)]));
  if (state === 'ACCEPTED' || state === 'RETURNED') {
    const decided = new Date(end.getTime() + (2 + random() * 40) * 3_600_000);
    form.decidedAt = decided < now ? decided : now;
  }
  if (state === 'RETURNED') form.returned = pick(random, [...form.answers.keys()]);
}

/** Every answer that wants a photo has one, taken while the form was filled in. */
function takePhotos(form: SampleForm, files: SampleFiles): void {
  const { at, template, period, begunAt } = form;
  form.answers = withPhotos(template.form, form.answers, (picture) =>
    files.attach(picture, at.head, begunAt!, period.key),
  );
  for (const [code, { attachmentIds }] of form.answers)
    files.carry('InspectionAnswer', form.answerIds.get(code)!, attachmentIds, begunAt!);
  form.result = evaluateAnswers(template.form, form.answers);
}

/** Round the due day, or late; of a period that is still open in the last days, in working hours. */
function finishedAt({ at, period }: SampleForm, now: Date, random: () => number): Date {
  const today = localDate(now);
  const late = random() < at.character.late && period.lateUntil < today;
  const due = late
    ? workingCalendar.addWorkingDays(period.dueOn, 1)
    : workingCalendar.onOrBefore(addDays(period.dueOn, -Math.floor(random() * 2)));
  const recent = workingCalendar.onOrBefore(addDays(today, -1 - Math.floor(random() * 3)));
  const day = due < today ? due : recent >= period.opensOn ? recent : today;
  const wanted = hour(day, 8 + random() * 8.5);
  return wanted < now ? wanted : new Date(now.getTime() - (1 + random() * 20) * 60_000);
}

const hour = (day: LocalDate, at: number) => new Date(startOfDay(day).getTime() + at * 3_600_000);

const returnReason = 'Số liệu chưa khớp với hệ thống một cửa, đề nghị kiểm tra lại và ghi rõ ngày lấy số liệu.';
const excuseReason = 'Đơn vị tập trung khắc phục hậu quả mưa lũ theo công điện của UBND tỉnh, miễn tự kiểm tra kỳ này.';
const reasonOf = (state: InspectionState) =>
  state === 'RETURNED' ? returnReason : state === 'EXCUSED' ? excuseReason : null;

function inspectionRow({
  id,
  at,
  template,
  scheduleId,
  period,
  state,
  begunAt,
  submittedAt,
  decidedAt,
  answers,
  result,
}: SampleForm): SampleRow<Inspection> {
  const handedIn = submittedAt ? result : null;
  return {
    id,
    kind: 'SCHEDULED',
    unit_id: at.unit.id,
    authority_id: at.authority.id,
    schedule_id: scheduleId,
    template_id: template.id,
    template_version_id: template.versionId,
    period_key: period.key,
    period_start: period.start,
    period_end: period.end,
    due_on: period.dueOn,
    late_until: period.lateUntil,
    state,
    state_since:
      decidedAt ??
      submittedAt ??
      begunAt ??
      startOfDay(state === 'MISSED' ? addDays(period.lateUntil, 1) : period.opensOn),
    begun_at: begunAt,
    shown: result?.shown ?? template.form.questions.length,
    answered: result?.answered ?? answers.size,
    submitted_by_id: submittedAt && at.head.id,
    submitted_at: submittedAt,
    is_late: submittedAt !== null && isLate(period, localDate(submittedAt)),
    score: handedIn?.score ?? null,
    failed: handedIn?.failed ?? [],
    failed_critical: handedIn?.failedCritical ?? [],
    group_scores: (handedIn?.groups ?? []).map(({ group, score }) => ({
      group,
      title: template.groupTitles.get(group)!,
      score,
    })),
    decided_by_id: decidedAt && at.manager.id,
    decided_at: decidedAt,
    reason: reasonOf(state),
    version: 1,
  };
}

function answerRows({
  id,
  at,
  template,
  begunAt,
  answers,
  answerIds,
  result,
  returned,
}: SampleForm): SampleRow<InspectionAnswer>[] {
  const itemOf = new Map(result?.items.map((item) => [item.question.code, item]));
  return [...answers].map(([code, { note, dossiers, ...answer }]) => ({
    id: answerIds.get(code),
    inspection_id: id,
    question_id: template.questionIds.get(code),
    question_code: code,
    ...valueOf(answer),
    note,
    dossiers,
    answered_at: begunAt!,
    answered_by_id: at.head.id,
    status: itemOf.get(code)!.status,
    value: itemOf.get(code)!.value,
    return_reason: code === returned ? returnReason : null,
  }));
}

/** The signature under what was submitted, as the command would have made it. */
function signatureRows({ id, at, template, period, submittedAt, answers, result }: SampleForm): SampleRow<Signature>[] {
  if (!submittedAt || !result) return [];
  const statuses = new Map(result.items.map(({ question, status }) => [question.code, status]));
  const form = {
    id,
    unit: at.unit,
    templateVersion: { id: template.versionId },
    periodKey: period.key,
    note: null,
    score: result.score,
    failed: result.failed,
  };
  const content = signedInspection(
    form,
    [...answers].map(([questionCode, answer]) => ({ ...answer, questionCode, status: statuses.get(questionCode)! })),
  );
  return [
    {
      id: newId(submittedAt),
      person_id: at.head.id,
      person_name: at.head.fullName,
      person_title: `${at.head.title}, ${at.unit.name}`,
      part: 'inspection',
      subject_type: 'Inspection',
      subject_id: id,
      content_hash: contentHash(content),
      at: submittedAt,
    },
  ];
}

function eventsOf({ id, at, period, state, begunAt, submittedAt, decidedAt }: SampleForm): PastEvent[] {
  const place = { subjectType: 'Inspection', subjectId: id, unitId: at.unit.id, authorityId: at.authority.id };
  const event = (
    verb: 'open' | 'begin' | 'submit' | 'miss' | 'return' | 'excuse' | 'accept',
    when: Date | null,
    actor: SamplePerson | null,
    reason: string | null = null,
  ): PastEvent[] => (when ? [{ ...place, at: when, actor, verb: `selfInspection.${verb}`, reason }] : []);
  const decision = state === 'RETURNED' ? 'return' : state === 'EXCUSED' ? 'excuse' : 'accept';
  return [
    ...event('open', startOfDay(period.opensOn), null),
    ...event('begin', begunAt, at.head),
    ...event('submit', submittedAt, at.head),
    ...event('miss', state === 'MISSED' ? startOfDay(addDays(period.lateUntil, 1)) : null, null),
    ...event(decision, decidedAt, at.manager, reasonOf(state)),
  ];
}
