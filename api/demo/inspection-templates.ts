import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  TemplateVersion,
  InspectionTemplate,
  InspectionSchedule,
  InspectionQuestion,
} from '../self-inspection/index.js';
import { sql } from 'kysely';
import { newId } from '../platform/ids.js';
import { readTable } from '../platform/tsv.js';
import {
  compileForm,
  defaultOffsets,
  type AnswerType,
  type EvidenceKind,
  type CompiledForm,
  type Frequency,
} from '../self-inspection/rules/index.js';
import { insertRows, insertTrail, type PastEvent, type SampleRow } from './insert.js';
import type { SampleOrganization, SamplePerson, SampleUnit } from './sample-types.js';

type QuestionColumn =
  | 'code'
  | 'group_code'
  | 'group_vi'
  | 'question_vi'
  | 'question_en'
  | 'clause_2015'
  | 'answer_type'
  | 'good_answer'
  | 'weight'
  | 'critical'
  | 'evidence'
  | 'evidence_hint_vi'
  | 'shown_when'
  | 'basis_vi';
type TemplateColumn =
  | 'template_code'
  | 'title_vi'
  | 'title_en'
  | 'frequency'
  | 'minutes'
  | 'question_code'
  | 'position';

/** A template of the sample as the inspections need it. */
export interface SampleTemplate {
  id: string;
  versionId: string;
  code: string;
  frequency: Frequency;
  minutes: number;
  form: CompiledForm;
  /** Ids of the questions and titles of the groups, by code. */
  questionIds: Map<string, string>;
  groupTitles: Map<string, string>;
}

const published = new Date('2026-01-12T09:00:00+07:00');
const questions = readTable<QuestionColumn>('api/self-inspection/data/self-inspection-questions.tsv');
const lines = readTable<TemplateColumn>('api/self-inspection/data/inspection-templates.tsv');

/** Where a question rests on nothing but our own proposal, it has no basis. */
const basisOf = (basis: string) => (/^(Đề xuất|Kinh nghiệm)/.test(basis) ? null : basis || null);

/** Inserts the five templates of the province, published, and a draft that a ward has begun for itself. */
export async function insertTemplates(
  em: SqlEntityManager,
  { units, people }: SampleOrganization,
): Promise<Map<string, SampleTemplate>> {
  const clauses = await clauseIds(em);
  const codes = [...new Set(lines.map((line) => line.template_code))];
  const province = units.get('LH')!;
  const keeper = people.get('P003')!;
  const templates = codes.map((code) => sampleTemplate(code));
  await insertRows(
    em,
    InspectionTemplate,
    templates.map(({ id, code }) => {
      const { title_vi, title_en, frequency, minutes } = lines.find((line) => line.template_code === code)!;
      return {
        id,
        owner_id: province.id,
        code,
        title: title_vi,
        title_en,
        frequency,
        minutes: Number(minutes),
        version: 1,
      };
    }),
  );
  // Questions can only be put into a draft: the database freezes those of a published version.
  await insertRows(
    em,
    TemplateVersion,
    templates.map(({ id, versionId }) => ({
      id: versionId,
      template_id: id,
      number: 1,
      state: 'DRAFT',
      state_since: published,
      version: 1,
    })),
  );
  await insertRows(
    em,
    InspectionQuestion,
    templates.flatMap((template) => questionRows(template, clauses)),
  );
  await sql`
    update inspection_template_version
    set state = 'PUBLISHED', published_at = ${published}, published_by_id = ${keeper.id}, version = 2`.execute(
    em.getKysely(),
  );
  await insertTrail(
    em,
    templates.flatMap((template) => templateEvents(template, keeper, province)),
  );
  await insertOwnDraft(em, units.get('LH-BT')!, clauses);
  return new Map(templates.map((template) => [template.code, template]));
}

function sampleTemplate(code: string): SampleTemplate {
  const own = lines
    .filter((line) => line.template_code === code)
    .sort((a, b) => Number(a.position) - Number(b.position));
  const rows = own.map((line) => questions.find((question) => question.code === line.question_code)!);
  return {
    id: newId(published),
    versionId: newId(published),
    code,
    frequency: own[0]!.frequency as Frequency,
    minutes: Number(own[0]!.minutes),
    form: compileForm(
      rows.map((row) => ({
        code: row.code,
        group: row.group_code,
        answerType: row.answer_type as AnswerType,
        goodAnswer: row.good_answer,
        weight: Number(row.weight),
        critical: row.critical === 'yes',
        evidence: row.evidence as EvidenceKind,
        shownWhen: row.shown_when || null,
      })),
    ),
    questionIds: new Map(rows.map((row) => [row.code, newId(published)])),
    groupTitles: new Map(rows.map((row) => [row.group_code, row.group_vi])),
  };
}

function questionRows(
  { versionId, questionIds }: SampleTemplate,
  clauses: Map<string, string>,
): SampleRow<InspectionQuestion>[] {
  return [...questionIds].map(([code, id], position) => {
    const row = questions.find((question) => question.code === code)!;
    return { id, template_version_id: versionId, position, ...questionColumns(row, clauses) };
  });
}

/** A question of the table as a row, without its place in a version. */
const questionColumns = (row: (typeof questions)[number], clauses: Map<string, string>) => ({
  code: row.code,
  group_code: row.group_code,
  group_title: row.group_vi,
  text: row.question_vi,
  text_en: row.question_en,
  answer_type: row.answer_type,
  good_answer: row.good_answer,
  weight: Number(row.weight),
  critical: row.critical === 'yes',
  clause_id: clauses.get(row.clause_2015) ?? null,
  procedure_id: null,
  evidence: row.evidence,
  hint: row.evidence_hint_vi || null,
  shown_when: row.shown_when || null,
  basis: basisOf(row.basis_vi),
});

function templateEvents({ id, versionId }: SampleTemplate, keeper: SamplePerson, province: SampleUnit): PastEvent[] {
  const event = { actor: keeper, unitId: province.id, authorityId: null };
  return [
    {
      ...event,
      at: new Date('2026-01-08T14:00:00+07:00'),
      verb: 'selfInspection.createTemplate',
      subjectType: 'InspectionTemplate',
      subjectId: id,
    },
    {
      ...event,
      at: published,
      verb: 'selfInspection.publishTemplateVersion',
      subjectType: 'TemplateVersion',
      subjectId: versionId,
    },
  ];
}

/** What a ward is preparing on top of the province's templates. */
async function insertOwnDraft(em: SqlEntityManager, ward: SampleUnit, clauses: Map<string, string>): Promise<void> {
  const [id, versionId] = [newId(published), newId(published)];
  await insertRows(em, InspectionTemplate, [
    {
      id,
      owner_id: ward.id,
      code: 'CUOI-NGAY',
      title: 'Phiếu kiểm tra quầy một cửa cuối tuần',
      title_en: 'Weekly check of the one-stop counter',
      frequency: 'WEEKLY',
      minutes: 5,
      version: 1,
    },
  ]);
  await insertRows(em, TemplateVersion, [
    { id: versionId, template_id: id, number: 1, state: 'DRAFT', state_since: published, version: 1 },
  ]);
  const own = ['B02', 'C03', 'E06', 'K04'].map((code) => questions.find((question) => question.code === code)!);
  await insertRows(
    em,
    InspectionQuestion,
    own.map((row, position) => ({
      id: newId(published),
      template_version_id: versionId,
      position,
      ...questionColumns(row, clauses),
      shown_when: null,
    })),
  );
}

/** The schedule that the lead agency set with a template, for these units. */
export async function insertSchedule(
  em: SqlEntityManager,
  template: SampleTemplate,
  owner: SampleUnit,
  unitIds: string[],
): Promise<string> {
  const id = newId(published);
  const { opensAfterDays, dueAfterWorkingDays, lateAfterWorkingDays } = defaultOffsets[template.frequency];
  await insertRows(em, InspectionSchedule, [
    {
      id,
      owner_id: owner.id,
      template_id: template.id,
      frequency: template.frequency,
      unit_ids: unitIds,
      opens_after_days: opensAfterDays,
      due_after_working_days: dueAfterWorkingDays,
      late_after_working_days: lateAfterWorkingDays,
      starts_on: '2026-02-01',
      ends_on: null,
      version: 1,
    },
  ]);
  return id;
}

async function clauseIds(em: SqlEntityManager): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    select c.id, c.number from clause c join clause_set s on s.id = c.set_id where s.code = 'ISO9001_2015'`.execute(
    em.getKysely(),
  );
  return new Map(rows.map((row) => [row.number, row.id]));
}
