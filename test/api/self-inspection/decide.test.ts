import { describe, expect, test } from 'vitest';
import { samplePassword, useServer } from '../../support/server.js';
import { answerTo, formIdOf, submittedForm, inspectionFields, look, reportFields } from './fixtures.js';

const it = useServer();
const trailOf = (id: string, verb: string) =>
  it.sql(
    `select actor_name, reason from trail_entry where subject_id = $1 and verb = $2 and at = $3`,
    id,
    verb,
    it.clock.now(),
  );
const why = 'Số liệu chưa khớp với hệ thống một cửa';

/** A form of the ward's service centre that its head submitted. */
async function waiting(unit = 'LH-BT', head = 'P010') {
  const id = await formIdOf(it, unit, 'WEEKLY');
  await it.sql(`delete from inspection_answer where inspection_id = $1`, id);
  await it.sql(`update inspection set state = 'DUE', submitted_at = null, submitted_by_id = null where id = $1`, id);
  return submittedForm(await it.as(head), id, samplePassword);
}

describe('accepting and returning', () => {
  test('the quality manager accepts', async () => {
    const { id, version } = await waiting();
    const manager = await it.as('P011');
    expect((await look(manager, id)).viewerCan).toEqual(['accept', 'return', 'reportFailing']);
    expect(await manager.run('acceptInspection', { id, version }, inspectionFields)).toMatchObject({
      state: 'ACCEPTED',
    });
    expect((await manager.runRefused('acceptInspection', { id, version: version + 1 })).code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
    expect(await trailOf(id, 'selfInspection.accept')).toEqual([{ actor_name: 'Nguyễn Bá Phú', reason: null }]);
  });
  test('the quality manager returns it with reasons on questions; mended, it is submitted again', async () => {
    const { id, version } = await waiting();
    const [manager, head] = [await it.as('P011'), await it.as('P010')];
    const returned = await manager.run(
      'returnInspection',
      { id, version, reason: why, questions: [{ code: 'C01', reason: why }] },
      inspectionFields,
    );
    expect(returned).toMatchObject({ state: 'RETURNED', reason: why });
    expect(returned.answers.find(({ questionCode }: any) => questionCode === 'C01').returnReason).toBe(why);
    await head.run('saveAnswers', {
      id,
      answers: [
        answerTo('C01', 99, { note: 'Số liệu lấy lại ngày 23/11', answeredAt: '2026-11-23T07:59:00+07:00' }),
        answerTo('C04', 'YES', { dossiers: ['H29.36-261120-0012'] }),
        answerTo('D01', 'YES', { dossiers: ['H29.36-261120-0012'] }),
      ],
    });
    const again = await look(head, id);
    const submitted = await head.run(
      'submitInspection',
      { id, version: again.version, password: samplePassword },
      inspectionFields,
    );
    expect(submitted.state).toBe('SUBMITTED');
    const reasons = new Set(submitted.answers.map(({ returnReason }: any) => returnReason));
    expect(reasons).toEqual(new Set([null]));
  });
  test('a return needs a reason and at least one question of the form', async () => {
    const { id, version } = await waiting();
    const manager = await it.as('P011');
    const input = { id, version, reason: why, questions: [{ code: 'C01', reason: why }] };
    expect(await manager.runRefused('returnInspection', { ...input, reason: 'ngắn' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await manager.runRefused('returnInspection', { ...input, questions: [] })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'questions',
    });
    expect(
      await manager.runRefused('returnInspection', { ...input, questions: [{ code: 'Z1', reason: why }] }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'questions.0.code' });
    expect(
      await manager.runRefused('returnInspection', { ...input, questions: [{ code: 'C01', reason: 'ngắn' }] }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'questions.0.reason' });
    expect(await look(manager, id)).toMatchObject({ state: 'SUBMITTED', version });
  });
  test('the lead agency, above the ward, accepts too; nobody accepts the own form; others may not', async () => {
    const { id, version } = await waiting();
    expect((await it.runRefused('P010', 'acceptInspection', { id, version })).code).toBe('FORBIDDEN');
    expect((await it.runRefused('P016', 'acceptInspection', { id, version })).code).toBe('FORBIDDEN');
    expect((await it.runRefused('P023', 'acceptInspection', { id, version })).code).toBe('NOT_FOUND');
    const lead = await it.as('P003');
    expect((await lead.runRefused('acceptInspection', { id, version: version - 1 })).code).toBe('VERSION_CONFLICT');
    expect((await lead.run('acceptInspection', { id, version }, inspectionFields)).state).toBe('ACCEPTED');
  });
});

describe('excusing', () => {
  test('the level above excuses: the ISO head an office, the lead agency the ward', async () => {
    const office = await formIdOf(it, 'LH-BT-KT', 'MONTHLY', 'DUE').catch(() => formIdOf(it, 'LH-BT-VP', 'MONTHLY'));
    await it.sql(`update inspection set state = 'DUE' where id = $1`, office);
    const [head, lead] = [await it.as('P010'), await it.as('P003')];
    const { version } = await look(head, office);
    expect(await head.runRefused('excuseInspection', { id: office, version, reason: 'bão' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(
      (await lead.runRefused('excuseInspection', { id: office, version, reason: 'Cả phòng chống bão số 7' })).code,
    ).toBe('NOT_FOUND');
    expect(
      (
        await head.run(
          'excuseInspection',
          { id: office, version, reason: 'Cả phòng tham gia chống bão số 7' },
          inspectionFields,
        )
      ).state,
    ).toBe('EXCUSED');
    expect(await trailOf(office, 'selfInspection.excuse')).toEqual([
      { actor_name: 'Bùi Phương Thủy', reason: 'Cả phòng tham gia chống bão số 7' },
    ]);

    const ward = await formIdOf(it, 'LH-BT', 'MONTHLY', 'DUE');
    expect(
      (await head.runRefused('excuseInspection', { id: ward, version: 1, reason: 'Cả phường chống bão số 7' })).code,
    ).toBe('FORBIDDEN');
    expect(
      (
        await lead.run(
          'excuseInspection',
          { id: ward, version: 1, reason: 'Cả phường chống bão số 7' },
          inspectionFields,
        )
      ).state,
    ).toBe('EXCUSED');
  });
  test('bug: the quality manager could excuse the form of an office', async () => {
    const office = await formIdOf(it, 'LH-BT-VX', 'WEEKLY');
    await it.sql(`update inspection set state = 'DUE' where id = $1`, office);
    const manager = await it.as('P011');
    const { version, viewerCan } = await look(manager, office);
    expect(viewerCan).not.toContain('excuse');
    expect(
      (await manager.runRefused('excuseInspection', { id: office, version, reason: 'Cả phòng chống bão số 7' })).code,
    ).toBe('FORBIDDEN');
    expect(await look(manager, office)).toMatchObject({ state: 'DUE', version });
  });
});

describe('a substitute', () => {
  test('named by the head, fills in and submits; a stranger cannot be named', async () => {
    const head = await it.as('P010');
    const id = await formIdOf(it, 'LH-BT', 'YEARLY', 'DUE');
    const idOf = async (code: string) =>
      (await it.sql<{ id: string }>('select id from person where code = $1', code))[0]!.id;
    const officer = await it.as('P017');
    expect((await officer.runRefused('nameSubstitute', { id, version: 1, personId: null })).code).toBe('NOT_FOUND');
    expect(await head.runRefused('nameSubstitute', { id, version: 1, personId: await idOf('P029') })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'personId',
    });
    const nameSubstitute = await head.run(
      'nameSubstitute',
      { id, version: 1, personId: await idOf('P017') },
      inspectionFields,
    );
    expect(nameSubstitute.substitute.id).toBe(await idOf('P017'));
    expect((await look(officer, id)).viewerCan).toEqual(['begin']);
    const mine = await officer.ask('{ myWork { kind subjectId } }');
    expect(mine.myWork).toContainEqual({ kind: 'selfInspection.begin', subjectId: id });
  });
});

describe('a failing answer', () => {
  test('becomes a nonconformity of the unit, once', async () => {
    const head = await it.as('P012');
    const id = await formIdOf(it, 'LH-BT-VP', 'WEEKLY', 'IN_PROGRESS');
    const failing = answerTo('C03', 'NO', {
      note: 'Bốn hồ sơ đến hạn chưa giao người xử lý',
      answeredAt: '2026-11-23T07:59:30+07:00',
    });
    const saved = await head.run('saveAnswers', { id, answers: [failing] }, inspectionFields);
    const { id: answerId } = saved.answers.find(({ questionCode }: any) => questionCode === 'C03');
    const reported = await head.run('reportFailingAnswer', { answerId }, reportFields);
    expect(reported.nonconformity).toMatchObject({
      severity: 'MINOR',
      evidence: 'Bốn hồ sơ đến hạn chưa giao người xử lý',
      unit: { name: 'Văn phòng HĐND và UBND' },
      clause: { number: expect.any(String) },
    });
    expect(reported.nonconformity.requirement).toContain('Hồ sơ đến hạn trong 2 ngày làm việc tới');
    expect(await head.runRefused('reportFailingAnswer', { answerId })).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'ALREADY_REPORTED',
    });
    expect(
      (await look(head, id)).answers.find(({ questionCode }: any) => questionCode === 'C03').nonconformity.number,
    ).toMatch(/^KPH-2026-\d{3}$/);
  });
  test('only one that is failing, and only by those of the unit or above', async () => {
    const head = await it.as('P012');
    const id = await formIdOf(it, 'LH-BT-VP', 'WEEKLY', 'IN_PROGRESS');
    const good = answerTo('N04', 'YES', { answeredAt: '2026-11-23T07:59:40+07:00' });
    const saved = await head.run('saveAnswers', { id, answers: [good] }, inspectionFields);
    const { id: answerId } = saved.answers.find(({ questionCode }: any) => questionCode === 'N04');
    expect(await head.runRefused('reportFailingAnswer', { answerId })).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'ANSWER_NOT_FAILING',
    });
    expect((await it.runRefused('P022', 'reportFailingAnswer', { answerId })).code).toBe('NOT_FOUND');
  });
});

describe('bug: a training run raised a numbered nonconformity', () => {
  test('its failing answers raise nothing, and nothing is offered', async () => {
    const head = await it.as('P012');
    const idOf = async (sql: string) => (await it.sql<{ id: string }>(sql))[0]!.id;
    const unitId = await idOf(`select id from unit where code = 'LH-BT-VP'`);
    const templateId = await idOf(`select id from inspection_template where code = 'WEEKLY'`);
    const { id } = await head.run('startInspection', { unitId, templateId, kind: 'TRAINING' }, inspectionFields);
    const saved = await head.run(
      'saveAnswers',
      {
        id,
        answers: [
          answerTo('C03', 'NO', { note: 'Tập làm: bốn hồ sơ chưa giao', answeredAt: '2026-11-23T07:59:50+07:00' }),
        ],
      },
      inspectionFields,
    );
    const { id: answerId, status } = saved.answers.find(({ questionCode }: any) => questionCode === 'C03');
    expect(status).toBe('BAD');
    expect((await look(head, id)).viewerCan).not.toContain('reportFailing');
    const before = await it.sql('select count(*) from nonconformity');
    expect(await head.runRefused('reportFailingAnswer', { answerId })).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'TRAINING_RUN',
    });
    expect(await it.sql('select count(*) from nonconformity')).toEqual(before);
  });
});

describe('bug: a nonconformity carried the procedure of another authority', () => {
  test('the procedure of the question comes along when it is the own one, and is left out when it is not', async () => {
    const head = await it.as('P012');
    const id = await formIdOf(it, 'LH-BT-VP', 'WEEKLY', 'IN_PROGRESS');
    const raised = async (code: string, authority: string) => {
      const [document] = await it.sql<{ id: string }>(
        `select d.id from document d join unit u on u.id = d.authority_id where u.code = $1 order by d.code limit 1`,
        authority,
      );
      await it.sql(`alter table inspection_question disable trigger all`);
      await it.sql(
        `
          update inspection_question q set procedure_id = $1 from inspection i where i.id = $2
          and q.template_version_id = i.template_version_id and q.code = $3`,
        document!.id,
        id,
        code,
      );
      await it.sql(`alter table inspection_question enable trigger all`);
      const given = answerTo(code, 'NO', { note: 'Chưa làm theo quy trình', answeredAt: '2026-11-23T07:59:55+07:00' });
      const saved = await head.run('saveAnswers', { id, answers: [given] }, inspectionFields);
      const { id: answerId } = saved.answers.find(({ questionCode }: any) => questionCode === code);
      const reported = await head.run('reportFailingAnswer', { answerId }, reportFields);
      const [row] = await it.sql<{ procedure_id: string | null }>(
        'select procedure_id from nonconformity where id = $1',
        reported.nonconformity.id,
      );
      return { own: row!.procedure_id === document!.id, none: row!.procedure_id === null };
    };
    expect(await raised('B02', 'LH-BT')).toEqual({ own: true, none: false });
    expect(await raised('F01', 'LH-NT')).toEqual({ own: false, none: true });
  });
});
