import { compileForm, evaluateForm, toAnswer } from '#api/self-inspection/rules/index.js';
import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();

describe('the evidence of the sample', () => {
  test('every form that was submitted has the evidence without which the command would have refused it', async () => {
    const forms = await it.sql<Record<string, any>>(`
      select i.id, i.template_version_id as version, json_agg(json_build_object(
        'code', a.question_code, 'choice', a.choice, 'number', a.number,
        'sample', a.sample, 'note', a.note, 'dossiers', a.dossiers,
        'attachmentIds', (
          select coalesce(json_agg(l.attachment_id order by l.position), '[]') from attachment_link l
          where l.subject_id = a.id))) as answers
      from inspection i join inspection_answer a on a.inspection_id = i.id
      where i.submitted_at is not null
      group by i.id`);
    const questions = await it.sql<Record<string, any>>(`
      select template_version_id as version, code, group_code as "group", answer_type as "answerType",
        good_answer as "goodAnswer", weight, critical, evidence, shown_when as "shownWhen"
      from inspection_question
      order by position`);
    const missing = forms.flatMap(({ version, answers }) => {
      const form = compileForm(questions.filter((question) => question['version'] === version) as never);
      return evaluateForm(
        form,
        Object.fromEntries(answers.map((answer: any) => [answer.code, toAnswer(answer)])),
      ).problems.map(({ field }) => field);
    });
    expect(forms.length).toBeGreaterThan(1000);
    expect([...new Set(missing)]).toEqual([]);
  });

  test('a photo of a form and a paper of a corrective action open for who sees the record, and for nobody else', async () => {
    const [photo] = await it.sql<{
      id: string;
    }>(`
      select l.attachment_id as id from attachment_link l join inspection_answer a on a.id = l.subject_id
      join inspection i on i.id = a.inspection_id join unit u on u.id = i.unit_id
      where u.code = 'LH-BT-HC' and i.state = 'ACCEPTED' and a.question_code = 'A01' limit 1`);
    const [paper] = await it.sql<{
      id: string;
    }>(`
      select x.id from attachment x join attachment_link l on l.attachment_id = x.id
      join corrective_action c on c.id = l.subject_id join nonconformity n on n.id = c.nonconformity_id
      join unit u on u.id = n.authority_id where u.code = 'LH-BT' and x.type = 'application/pdf' limit 1`);
    for (const [id, type] of [
      [photo!.id, 'image/png'],
      [paper!.id, 'application/pdf'],
    ]) {
      const get = async (who: string) =>
        fetch(`${it.server.url}/attachments/${id}`, { headers: { cookie: (await it.as(who)).cookie } });
      const answer = await get('phunb.bt');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
      expect((await get('khoind.nt')).status).toBe(404);
    }
  });
});
