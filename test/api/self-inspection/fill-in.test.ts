import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { samplePassword, useServer } from '../../support/server.js';
import { mutation } from '../../support/commands.js';
import { answerTo, filledIn, formIdOf, goodWeek, submittedForm, inspectionFields, look } from './fixtures.js';

const it = useServer();
const nobodyHere = '00000000-0000-7000-8000-000000000000';
const trailOf = (id: string) =>
  it.sql(`select verb, actor_name from trail_entry where subject_id = $1 order by at, id`, id);

describe('beginning', () => {
  test('the head of an office begins the form of the week', async () => {
    const head = await it.as('P022');
    const id = await formIdOf(it, 'LH-NT', 'WEEKLY', 'DUE');
    const { version } = await look(head, id);
    const begun = await head.run('beginInspection', { id, version }, inspectionFields);
    expect(begun).toMatchObject({ state: 'IN_PROGRESS', answered: 0, shown: 10 });
    expect(begun.viewerCan).toEqual(expect.arrayContaining(['submit', 'save', 'nameSubstitute']));
    expect((await trailOf(id)).at(-1)).toEqual({ verb: 'selfInspection.begin', actor_name: 'Phạm Viết Đạt' });
    expect((await head.runRefused('beginInspection', { id, version: version + 1 })).code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
    expect((await head.runRefused('beginInspection', { id, version })).code).toBe('VERSION_CONFLICT');
  });
  test('not the quality manager; to another authority it does not exist', async () => {
    const id = await formIdOf(it, 'LH-BT', 'MONTHLY', 'DUE');
    const input = { id, version: 1 };
    expect((await it.runRefused('P011', 'beginInspection', input)).code).toBe('FORBIDDEN');
    expect((await it.runRefused('P022', 'beginInspection', input)).code).toBe('NOT_FOUND');
    expect((await it.nobody.runRefused('beginInspection', input)).code).toBe('UNAUTHENTICATED');
    expect((await it.runRefused('P010', 'beginInspection', { id: nobodyHere, version: 1 })).code).toBe('NOT_FOUND');
    expect((await it.sql('select state from inspection where id = $1', id))[0]).toEqual({ state: 'DUE' });
  });
});

describe('answering', () => {
  test('two devices answer apart; the newest answer to a question holds whatever arrives last', async () => {
    const head = await it.as('P015');
    const id = await formIdOf(it, 'LH-BT-HC', 'WEEKLY', 'DUE');
    await head.run('beginInspection', { id, version: 1 });
    const phone = answerTo('C03', 'NO', {
      note: 'Còn 4 hồ sơ chưa giao người',
      answeredAt: '2026-11-23T07:50:00+07:00',
    });
    const tablet = answerTo('C03', 'YES', { answeredAt: '2026-11-23T07:40:00+07:00' });
    await head.run('saveAnswers', { id, answers: [phone] });
    await head.run('saveAnswers', { id, answers: [tablet, answerTo('N04', 'YES')] });
    const kept = (await look(head, id)).answers;
    expect(kept.map(({ questionCode, choice }: any) => [questionCode, choice])).toEqual([
      ['C03', 'NO'],
      ['N04', 'YES'],
    ]);
    expect(kept[0]).toMatchObject({ id: phone.id, status: 'BAD', value: 0, note: 'Còn 4 hồ sơ chưa giao người' });

    await head.run('saveAnswers', { id, answers: [{ ...tablet, answeredAt: '2026-11-23T07:55:00+07:00' }] });
    expect((await look(head, id)).answers[0]).toMatchObject({ id: phone.id, choice: 'YES', status: 'GOOD' });
  });
  test('the same answers sent again change nothing', async () => {
    const head = await it.as('P015');
    const id = await formIdOf(it, 'LH-BT-HC', 'WEEKLY', 'IN_PROGRESS');
    const answers = [answerTo('F01', 'YES'), answerTo('F02', 3, { note: 'Ba phản ánh quá hạn' })];
    const key = randomUUID();
    await head.run('saveAnswers', { id, answers, idempotencyKey: key });
    const before = await look(head, id);
    await head.run('saveAnswers', { id, answers, idempotencyKey: key });
    await head.run('saveAnswers', { id, answers });
    expect((await look(head, id)).answers).toEqual(before.answers);
    expect((await look(head, id)).answered).toBe(before.answered);
  });
  test('a device whose clock runs ahead does not win for ever', async () => {
    const head = await it.as('P015');
    const id = await formIdOf(it, 'LH-BT-HC', 'WEEKLY', 'IN_PROGRESS');
    await head.run('saveAnswers', {
      id,
      answers: [answerTo('B02', 'NO', { note: 'Hai hồ sơ không có mã', answeredAt: '2030-01-01T00:00:00+07:00' })],
    });
    it.clock.set('2026-11-23T09:00:00+07:00');
    const later = answerTo('B02', 'YES', { note: 'Đã nhập hệ thống', answeredAt: '2026-11-23T08:30:00+07:00' });
    const saved = await head.run('saveAnswers', { id, answers: [later] }, inspectionFields);
    expect(saved.answers.find(({ questionCode }: any) => questionCode === 'B02').choice).toBe('YES');
    it.clock.set('2026-11-23');
  });
  test('a late dossier brings up two more questions', async () => {
    const head = await it.as('P015');
    const id = await formIdOf(it, 'LH-BT-HC', 'WEEKLY', 'IN_PROGRESS');
    const saved = await head.run(
      'saveAnswers',
      { id, answers: [answerTo('C01', 97.5, { note: 'Chậm lĩnh vực đất đai' })] },
      inspectionFields,
    );
    expect(saved.shown).toBe(12);
  });
  test('is refused before the beginning, by others, and for a question the form has not', async () => {
    const due = await formIdOf(it, 'LH-BT', 'WEEKLY', 'DUE');
    const head = await it.as('P010');
    expect((await head.runRefused('saveAnswers', { id: due, answers: [] })).code).toBe('TRANSITION_NOT_ALLOWED');
    const id = await formIdOf(it, 'LH-BT-VP', 'WEEKLY', 'IN_PROGRESS');
    expect((await it.runRefused('P016', 'saveAnswers', { id, answers: [answerTo('C03', 'YES')] })).code).toBe(
      'FORBIDDEN',
    );
    const office = await it.as('P012');
    expect(
      await office.runRefused('saveAnswers', { id, answers: [answerTo('C03', 'YES'), answerTo('Z99', 'YES')] }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'answers.1.questionCode' });
    expect(
      await office.runRefused('saveAnswers', { id, answers: [answerTo('C03', 'YES', { note: 'x'.repeat(2001) })] }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'answers.0.note' });
    expect(
      await office.runRefused('saveAnswers', {
        id,
        answers: [answerTo('C03', 'YES', { attachmentIds: [randomUUID()], answeredAt: '2026-11-23T07:59:59+07:00' })],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'answers.0.attachmentIds' });
  });
});

describe('submitting', () => {
  test('the chairperson signs and submits; the server works out the score', async () => {
    const head = await it.as('thuybp.bt');
    const id = await formIdOf(it, 'LH-BT', 'WEEKLY', 'DUE');
    const { version, answered, shown } = await filledIn(head, id);
    expect([answered, shown]).toEqual([10, 10]);
    const submitted = await head.run('submitInspection', { id, version, password: samplePassword }, inspectionFields);
    expect(submitted).toMatchObject({
      state: 'SUBMITTED',
      isLate: false,
      score: 1,
      failed: [],
      submittedBy: { fullName: 'Bùi Phương Thủy' },
    });
    expect(submitted.groupScores[0]).toEqual({ group: 'C', title: 'Giải quyết đúng hạn', score: 1 });
    expect(await it.sql(`select part, person_name from signature where subject_id = $1`, id)).toEqual([
      { part: 'inspection', person_name: 'Bùi Phương Thủy' },
    ]);
    expect((await trailOf(id)).map(({ verb }) => verb).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'selfInspection.begin',
      'selfInspection.open',
      'selfInspection.saveAnswers',
      'selfInspection.submit',
    ]);
    expect((await head.runRefused('saveAnswers', { id, answers: goodWeek() })).code).toBe('TRANSITION_NOT_ALLOWED');
  });
  test('is refused while something is missing, and names each question', async () => {
    const head = await it.as('P022');
    const id = await formIdOf(it, 'LH-NT', 'WEEKLY', 'IN_PROGRESS');
    await head.run('saveAnswers', { id, answers: [...goodWeek().slice(0, 8), answerTo('M02', 2)] });
    const { version } = await look(head, id);
    const { errors } = await head.send(mutation('submitInspection'), {
      input: { id, version, password: samplePassword },
    });
    expect(errors![0]!.extensions.code).toBe('INVALID_INPUT');
    expect((errors![0]!.extensions.problems as any[]).map(({ field }) => field)).toEqual([
      'answers.M02.note',
      'answers.N04',
    ]);
    expect((await look(head, id)).state).toBe('IN_PROGRESS');
  });
  test('is refused with a wrong password, and nothing changes', async () => {
    const head = await it.as('P022');
    const id = await formIdOf(it, 'LH-NT', 'WEEKLY', 'IN_PROGRESS');
    await head.run('saveAnswers', {
      id,
      answers: [
        answerTo('M02', 0, { note: 'Không có', answeredAt: '2026-11-23T07:30:00+07:00' }),
        answerTo('N04', 'YES'),
      ],
    });
    const { version } = await look(head, id);
    expect(await head.runRefused('submitInspection', { id, version, password: 'not the password' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'password',
    });
    expect(await look(head, id)).toMatchObject({ state: 'IN_PROGRESS', score: null, version });
  });
  test('a stale form is a conflict: another device answered meanwhile', async () => {
    const head = await it.as('P022');
    const id = await formIdOf(it, 'LH-NT', 'WEEKLY', 'IN_PROGRESS');
    const { version } = await look(head, id);
    await head.run('saveAnswers', {
      id,
      answers: [answerTo('N04', 'NO', { note: 'Giao ban bàn việc khác', answeredAt: '2026-11-23T07:45:00+07:00' })],
    });
    expect((await head.runRefused('submitInspection', { id, version, password: samplePassword })).code).toBe(
      'VERSION_CONFLICT',
    );
  });
  test('after the due day it is marked late, once', async () => {
    it.clock.set('2026-11-30');
    const head = await it.as('P057');
    const submitted = await submittedForm(head, await formIdOf(it, 'LH-DS', 'WEEKLY', 'DUE'), samplePassword);
    expect(submitted).toMatchObject({ state: 'SUBMITTED', isLate: true });
    it.clock.set('2026-11-23');
  });
});

describe('one that no schedule asks for', () => {
  const all = async () =>
    (await it.sql<{ id: string }>(`select id from inspection_template where code = 'ALL'`))[0]!.id;
  const unit = async (code: string) =>
    (await it.sql<{ id: string }>('select id from unit where code = $1', code))[0]!.id;
  test('the head of an office begins a training run with all questions', async () => {
    const head = await it.as('P012');
    const id = randomUUID();
    const input = { id, unitId: await unit('LH-BT-VP'), templateId: await all(), kind: 'TRAINING' };
    const started = await head.run('startInspection', input, inspectionFields);
    expect(started).toMatchObject({ id, state: 'IN_PROGRESS', periodKey: '2026-11-23', dueOn: '2026-12-01' });
    expect((await head.runRefused('startInspection', { ...input, id: randomUUID() })).code).toBe('DUPLICATE');
  });
  test('not for a unit of which one is not head, nor with a template out of use', async () => {
    const head = await it.as('P012');
    expect(
      (
        await head.runRefused('startInspection', {
          unitId: await unit('LH-BT-HC'),
          templateId: await all(),
          kind: 'EXTRA',
        })
      ).code,
    ).toBe('FORBIDDEN');
    const draft = (await it.sql<{ id: string }>(`select id from inspection_template where code = 'CUOI-NGAY'`))[0]!.id;
    expect(
      await head.runRefused('startInspection', { unitId: await unit('LH-BT-VP'), templateId: draft, kind: 'EXTRA' }),
    ).toMatchObject({ code: 'RULE_VIOLATED', rule: 'TEMPLATE_NOT_PUBLISHED' });
  });
});
