import { signedContent } from '#api/self-inspection/index.js';
import { contentHash } from '#api/trail/index.js';
import { describe, expect, test } from 'vitest';
import { useHouse } from '../../support/house.js';

const it = useHouse();

/** The verbs that ask for the password again; domain: lifecycles, "sign". */
const signing = [
  'document.submit', 'document.review', 'document.approve', 'programme.approve', 'round.approve', 'round.close',
  'audit.confirmPlan', 'audit.report', 'audit.accept', 'selfInspection.submit',
];

describe('the sample', () => {
  test('has a signature, with name and post, for everything that its trail says was signed', async () => {
    const found = await it.sql<{ verb: string; told: number; signed: number }>(`
      select t.verb, count(*)::int as told, count(s.id)::int as signed from trail_entry t
      left join signature s on s.subject_id = t.subject_id and s.person_id = t.actor_id and s.person_name = t.actor_name and s.person_title <> '' and s.at = t.at
      where t.verb = any($1) group by t.verb`, signing);
    expect(found.map(({ verb }) => verb).toSorted()).toEqual(signing.toSorted());
    expect(found.filter(({ told, signed }) => told !== signed)).toEqual([]);
  });

  test('has no signature that its trail does not tell of', async () => {
    expect(await it.sql(`select s.part, s.subject_type, count(*)::int as n from signature s
      where not exists (select 1 from trail_entry t where t.subject_id = s.subject_id and t.actor_id = s.person_id and t.at = s.at) group by 1, 2`)).toEqual([]);
  });

  test('hands in a form only with the signature of who handed it in', async () => {
    expect(await it.sql(`select i.id from inspection i left join signature s on s.subject_id = i.id and s.person_id = i.submitted_by_id where i.submitted_at is not null and s.id is null`)).toEqual([]);
  });

  test('signs the content that the command would have signed', async () => {
    const forms = await it.sql<Record<string, any>>(`select i.*, s.content_hash, (select json_agg(json_build_object('questionCode', a.question_code, 'choice', a.choice, 'number', a.number,
        'sample', a.sample, 'note', a.note, 'dossiers', a.dossiers, 'attachmentIds', a.attachment_ids, 'status', a.status)) from inspection_answer a where a.inspection_id = i.id) as answers
      from inspection i join signature s on s.subject_id = i.id order by i.id limit 40`);
    for (const { id, unit_id, template_version_id, period_key, note, score, failed, answers, content_hash } of forms) {
      const form = { id, unit: { id: unit_id }, templateVersion: { id: template_version_id }, periodKey: period_key, note, score, failed };
      expect(contentHash(signedContent(form, answers)), period_key).toBe(content_hash);
    }
  });
});
