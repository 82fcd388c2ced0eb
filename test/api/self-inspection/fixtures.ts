import { randomUUID } from 'node:crypto';
import type { Caller, TestServer } from '../../support/server.js';

/** What tests ask of an inspection. */
export const inspectionFields = `
  id version state isLate score shown answered failed failedCritical reason viewerCan dueOn periodKey note
  substitute { id } submittedBy { fullName } groupScores { group title score }
  answers { id questionCode choice number sample note dossiers status value returnReason answeredAt
    nonconformity { id number severity requirement evidence gap } }`;

/** What tests ask of a reported answer. */
export const reportFields =
  'id nonconformity { id number severity requirement evidence gap unit { name } clause { number } }';

/** The form as that person sees it. */
export async function look(who: Caller, id: string): Promise<any> {
  return (await who.ask(`query ($id: ID!) { inspection(id: $id) { ${inspectionFields} } }`, { id })).inspection;
}

/** Id of the newest form of a unit by a template; of several of one period, that of the sample. */
export async function formIdOf(it: TestServer, unitCode: string, template: string, state?: string): Promise<string> {
  const [row] = await it.sql<{ id: string }>(
    `select i.id from inspection i join unit u on u.id = i.unit_id join inspection_template t on t.id = i.template_id
     where u.code = $1 and t.code = $2 and ($3::text is null or i.state = $3) order by i.period_start desc, i.id
       limit 1`,
    unitCode,
    template,
    state ?? null,
  );
  if (!row) throw new Error(`No ${template} form of ${unitCode} in state ${state}`);
  return row.id;
}

/** An answer as a device sends it. */
export const answerTo = (
  questionCode: string,
  value: 'YES' | 'NO' | 'NA' | number,
  more: Record<string, unknown> = {},
) => ({
  id: randomUUID(),
  questionCode,
  ...(typeof value === 'number' ? { number: value } : { choice: value }),
  answeredAt: '2026-11-23T07:00:00+07:00',
  ...more,
});

/** A question of a template as it is sent. */
export const questionInput = (code: string, change: Record<string, unknown> = {}) => ({
  code,
  groupCode: 'Q',
  groupTitle: 'Quầy một cửa',
  text: `Quầy gọn gàng trước giờ làm việc (${code})`,
  textEn: '',
  answerType: 'YES_NO',
  goodAnswer: 'YES',
  weight: 1,
  critical: false,
  evidence: 'NOTE',
  ...change,
});

/** Answers that fill in the weekly form well. */
export const goodWeek = () => [
  answerTo('C01', 100, { note: 'Số liệu hệ thống một cửa ngày 23/11/2026' }),
  answerTo('C03', 'YES'),
  answerTo('C09', 0, { note: 'Đã xem danh sách trả kết quả' }),
  answerTo('B10', 0, { note: 'Không có hồ sơ chờ' }),
  answerTo('B01', 5, { dossiers: ['H29.36-261120-0012'] }),
  answerTo('B02', 'YES', { note: 'Đã kiểm đếm hồ sơ trên bàn' }),
  answerTo('F01', 'YES'),
  answerTo('F02', 0, { note: 'Không có phản ánh quá hạn' }),
  answerTo('M02', 0, { note: 'Không có phiếu quá hạn' }),
  answerTo('N04', 'YES'),
];

/** Begins a DUE form and answers everything well. */
export async function filledIn(who: Caller, id: string): Promise<any> {
  const { version } = await look(who, id);
  await who.run('beginInspection', { id, version });
  return await who.run('saveAnswers', { id, answers: goodWeek() }, inspectionFields);
}

/** Fills in and submits a DUE form. */
export async function submittedForm(who: Caller, id: string, password: string): Promise<any> {
  const { version } = await filledIn(who, id);
  return await who.run('submitInspection', { id, version, password }, inspectionFields);
}
