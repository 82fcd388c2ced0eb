import { countFindings } from '#api/audits/index.js';
import { signedInspection } from '#api/self-inspection/index.js';
import { contentHash } from '#api/trail/index.js';
import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();

/** The verbs that ask for the password again; domain: lifecycles, "sign". */
const signing = [
  'document.submit',
  'document.review',
  'document.approve',
  'programme.approve',
  'round.approve',
  'round.close',
  'audit.confirmPlan',
  'audit.report',
  'audit.accept',
  'selfInspection.submit',
];

describe('the sample', () => {
  test('has a signature, with name and post, for everything that its trail says was signed', async () => {
    const found = await it.sql<{ verb: string; entries: number; signed: number }>(
      `
      select t.verb, count(*)::int as entries, count(s.id)::int as signed from trail_entry t
      left join signature s on s.subject_id = t.subject_id and s.person_id = t.actor_id
        and s.person_name = t.actor_name and s.person_title <> '' and s.at = t.at
      where t.verb = any($1) group by t.verb`,
      signing,
    );
    expect(found.map(({ verb }) => verb).toSorted()).toEqual(signing.toSorted());
    expect(found.filter(({ entries, signed }) => entries !== signed)).toEqual([]);
  });

  test('has no signature without an entry in its trail', async () => {
    expect(
      await it.sql(`select s.part, s.subject_type, count(*)::int as n from signature s
      where not exists (select 1 from trail_entry t where t.subject_id = s.subject_id
        and t.actor_id = s.person_id and t.at = s.at) group by 1, 2`),
    ).toEqual([]);
  });

  test('submits a form only with the signature of who submitted it', async () => {
    expect(
      await it.sql(
        `
          select i.id from inspection i left join signature s on s.subject_id = i.id
          and s.person_id = i.submitted_by_id where i.submitted_at is not null and s.id is null`,
      ),
    ).toEqual([]);
  });

  test('signs the content that the command would have signed', async () => {
    const forms = await it.sql<Record<string, any>>(`
      select i.*, s.content_hash, (
        select json_agg(json_build_object(
          'questionCode', a.question_code, 'choice', a.choice, 'number', a.number,
          'sample', a.sample, 'note', a.note, 'dossiers', a.dossiers,
          'attachmentIds', (
            select coalesce(json_agg(l.attachment_id order by l.position), '[]') from attachment_link l
            where l.subject_id = a.id),
          'status', a.status))
        from inspection_answer a
        where a.inspection_id = i.id) as answers
      from inspection i join signature s on s.subject_id = i.id
      order by i.id limit 40`);
    for (const { id, unit_id, template_version_id, period_key, note, score, failed, answers, content_hash } of forms) {
      const form = {
        id,
        unit: { id: unit_id },
        templateVersion: { id: template_version_id },
        periodKey: period_key,
        note,
        score,
        failed,
      };
      expect(contentHash(signedInspection(form, answers)), period_key).toBe(content_hash);
    }
  });

  const hashesOf = (type: string, part: string, content: string) =>
    it.sql<{ content: any; content_hash: string }>(
      `select (${content}) as content, s.content_hash from signature s where s.subject_type = $1 and s.part = $2`,
      type,
      part,
    );
  const members = (audit: string) =>
    `
      (select json_agg(json_build_object('personId', m.person_id, 'part', m.part) order by m.position)
      from team_member m where m.audit_id = ${audit})`;
  const kept = `
    (select json_build_object('planVersion', p.plan_version, 'reason', p.reason, 'audits', (
      select json_agg(json_build_object(
        'number', e ->> 'auditNumber',
        'auditeeId', (select a.unit_id from audit a where a.id = (e ->> 'auditId')::uuid),
        'dates', e -> 'dates', 'length', e -> 'length', 'startTime', e -> 'startTime',
        'assignments', (
          select json_agg(json_build_object('personId', m -> 'personId', 'part', m -> 'part') order by at)
          from jsonb_array_elements(e -> 'members') with ordinality assignment(m, at))) order by place)
      from jsonb_array_elements(p.entries) with ordinality entry(e, place)))
    from round_plan p
    where p.round_id = s.subject_id and p.at = s.at)`;
  const report = `
    select json_build_object('number', a.number, 'report', a.report, 'closingMinutes', a.closing_minutes, 'findings', (
      select json_agg(json_build_object(
        'position', f.position, 'category', f.category, 'requirement', f.requirement, 'evidence', f.evidence,
        'gap', f.gap, 'clauseId', f.clause_id, 'unitId', f.unit_id) order by f.position)
      from finding f
      where f.audit_id = a.id and f.state <> 'DROPPED'))
    from audit a
    where a.id = s.subject_id`;

  test.each([
    [
      'programmes',
      'Programme',
      'approved',
      `
        select json_build_object(
          'year', p.year, 'edition', p.edition, 'title', p.title, 'purpose', p.purpose, 'scope', p.scope)
        from programme p
        where p.id = s.subject_id`,
    ],
    [
      'the plans of audits',
      'Audit',
      'planConfirmed',
      `
        select json_build_object(
          'number', a.number, 'dates', a.dates, 'length', a.length, 'startTime', a.start_time,
          'scopeClauses', a.scope_clauses, 'agenda', a.agenda, 'members', ${members('a.id')})
        from audit a
        where a.id = s.subject_id`,
    ],
    ['reports, by the lead', 'Audit', 'lead', report],
    ['reports, by the auditee', 'Audit', 'auditee', report],
  ])(
    'signatures under %s carried an invented hash: it is that of what the command would have signed',
    async (_, type, part, content) => {
      const found = await hashesOf(type, part, content);
      expect(found.length).toBeGreaterThan(1);
      expect(found.map((row) => contentHash(row.content))).toEqual(found.map(({ content_hash }) => content_hash));
    },
  );

  test('signatures under the plans and the ends of rounds carried an invented hash', async () => {
    const found = await it.sql<{ id: string; number: string; conclusion: string; plan: any; content_hash: string }>(
      `
        select r.id, r.number, r.conclusion, ${kept} as plan, s.content_hash from signature s
        join round r on r.id = s.subject_id order by s.at`,
    );
    expect(found.map(({ number, plan }) => [number, plan?.planVersion])).toEqual([
      ['DG-2025-01', 1],
      ['DG-2025-01', undefined],
      ['DG-2026-01', 1],
      ['DG-2026-01', 2],
    ]);
    for (const { id, number, conclusion, plan, content_hash } of found) {
      const { reason, ...rest } = plan ?? {};
      const content = plan
        ? { ...rest, ...(reason && { reason }) }
        : {
            number,
            conclusion,
            counts: await countFindings(it.server.orm.em.fork().getKysely() as never, { roundId: id }),
          };
      expect(contentHash(content), number).toBe(content_hash);
    }
  });

  test('what happens to a round happens in the order in which it can', async () => {
    const entries = (subject: string, verb: string) =>
      `(select min(t.at) from trail_entry t where t.subject_id = ${subject} and t.verb = '${verb}')`;
    const steps = ['announce', 'confirmPlan', 'open', 'finishFieldwork', 'report', 'accept'].map((verb) =>
      entries('a.id', `audit.${verb}`),
    );
    const order = [
      entries('p.id', 'programme.approve'),
      entries('r.id', 'round.assign'),
      entries('r.id', 'round.approve'),
      ...steps,
      entries('r.id', 'round.report'),
      entries('r.id', 'round.close'),
    ];
    const rows = await it.sql<{
      number: string;
      order: (string | null)[];
    }>(`
      select a.number, array[${order.join()}] as order
      from audit a join round r on r.id = a.round_id join programme p on p.id = r.programme_id
      where r.approved_at is not null`);
    expect(rows).toHaveLength(24);
    for (const { number, order } of rows) {
      const at = order.filter((moment) => moment !== null).map((moment) => new Date(moment).getTime());
      expect(at, number).toEqual(at.toSorted((a, b) => a - b));
    }
    const held = await it.sql(
      `
        select a.number from audit a join trail_entry t on t.subject_id = a.id and t.verb = 'audit.open'
        where (t.at at time zone 'Asia/Ho_Chi_Minh')::date::text <> a.dates[1]`,
    );
    expect(held).toEqual([]);
  });
});
