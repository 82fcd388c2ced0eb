import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { target } from '../../support/commands.js';
import { useServer } from '../../support/server.js';
import { questionInput } from './fixtures.js';

const it = useServer();
const asked = `id number state version viewerCan questions { code position text weight clause { number } }`;
const created = `id code owner { name } draft { ${asked} } viewerCan`;

const unit = async (code: string) => (await it.sql<{ id: string }>('select id from unit where code = $1', code))[0]!.id;
const template = async (code: string) =>
  (await it.sql<{ id: string }>('select id from inspection_template where code = $1', code))[0]!.id;
const input = async (change: Record<string, unknown> = {}) => ({
  ownerId: await unit('LH-NT'),
  code: 'QUAY',
  title: 'Kiểm tra quầy đầu ngày',
  titleEn: 'Counter check',
  frequency: 'WEEKLY',
  minutes: 5,
  ...change,
});

describe('a template of an authority', () => {
  test('is made, filled, published, and then frozen', async () => {
    const manager = await it.as('P023');
    const made = await manager.run('createTemplate', await input(), created);
    expect(made).toMatchObject({
      code: 'QUAY',
      owner: { name: 'Phường Nguyệt Thủy' },
      draft: { number: 1, state: 'DRAFT', viewerCan: ['save', 'publish'] },
      viewerCan: ['createVersion', 'schedule'],
    });
    const { draft } = made;
    const [clause] = await it.sql<{ id: string }>(
      `
        select c.id from clause c join clause_set s on s.id = c.set_id where s.code = 'ISO9001_2015'
        and c.number = '8.5.1'`,
    );
    const saved = await manager.run(
      'saveTemplateDraft',
      {
        id: draft.id,
        version: draft.version,
        questions: [questionInput('Q1', { clauseId: clause!.id }), questionInput('Q2', { shownWhen: 'Q1 = NO' })],
      },
      asked,
    );
    expect(saved.questions.map(({ code, clause: of }: any) => [code, of?.number ?? null])).toEqual([
      ['Q1', '8.5.1'],
      ['Q2', null],
    ]);
    const published = await manager.run(
      'publishTemplateVersion',
      { id: draft.id, version: saved.version },
      `${asked} publishedBy { fullName }`,
    );
    expect(published).toMatchObject({
      state: 'PUBLISHED',
      viewerCan: ['retire'],
      publishedBy: { fullName: 'Nguyễn Duy Khôi' },
    });
    expect(
      (
        await manager.runRefused('saveTemplateDraft', {
          id: draft.id,
          version: published.version,
          questions: [questionInput('Q1')],
        })
      ).code,
    ).toBe('TRANSITION_NOT_ALLOWED');
    await expect(
      it.sql(`update inspection_question set weight = 3 where template_version_id = $1`, draft.id),
    ).rejects.toThrow('frozen');
    const trail = await it.sql<{ verb: string }>(`select verb from trail_entry where subject_id = any($1::uuid[])`, [
      draft.id,
      made.id,
    ]);
    expect(trail.map(({ verb }) => verb).toSorted()).toEqual([
      'selfInspection.createTemplate',
      'selfInspection.publishTemplateVersion',
      'selfInspection.saveTemplateDraft',
    ]);
  });
  test('a new version replaces the one in use; there is one draft at a time', async () => {
    const manager = await it.as('P023');
    const templateId = await template('QUAY');
    const draft = await manager.run('createTemplateVersion', { templateId }, asked);
    expect(draft).toMatchObject({ number: 2, state: 'DRAFT' });
    expect(draft.questions.map(({ code }: any) => code)).toEqual(['Q1', 'Q2']);
    expect((await manager.runRefused('createTemplateVersion', { templateId })).code).toBe('DUPLICATE');
    await manager.run('publishTemplateVersion', { id: draft.id, version: draft.version });
    expect(
      await it.sql(
        `select number, state from inspection_template_version where template_id = $1 order by number`,
        templateId,
      ),
    ).toEqual([
      { number: 1, state: 'RETIRED' },
      { number: 2, state: 'PUBLISHED' },
    ]);
  });
  test('retired, it can be taken up again with a new version', async () => {
    const manager = await it.as('P023');
    const [version] = await it.sql<{ id: string; version: number }>(
      `select id, version from inspection_template_version where template_id = $1 and state = 'PUBLISHED'`,
      await template('QUAY'),
    );
    expect((await manager.run('retireTemplateVersion', version!, 'state')).state).toBe('RETIRED');
    expect(
      (await manager.runRefused('retireTemplateVersion', { id: version!.id, version: version!.version + 1 })).code,
    ).toBe('TRANSITION_NOT_ALLOWED');
    expect((await manager.run('createTemplateVersion', { templateId: await template('QUAY') }, asked)).number).toBe(3);
  });
});

describe('what is refused', () => {
  test('a draft that makes no form is not published', async () => {
    const manager = await it.as('P023');
    const { draft } = await manager.run('createTemplate', await input({ code: 'THU' }), created);
    expect(await manager.runRefused('publishTemplateVersion', { id: draft.id, version: draft.version })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'questions',
    });
    const attempts: [Record<string, unknown>[], string][] = [
      [[questionInput('Q1', { answerType: 'NUMBER', goodAnswer: 'YES' })], 'goodAnswer'],
      [[questionInput('Q1', { shownWhen: 'Q2 = NO' }), questionInput('Q2')], 'questions.0.shownWhen'],
      [[questionInput('Q1', { weight: 5 })], 'questions.0.weight'],
    ];
    let { version } = draft;
    for (const [questions, field] of attempts) {
      version = (await manager.run('saveTemplateDraft', { id: draft.id, version, questions }, asked)).version;
      expect(await manager.runRefused('publishTemplateVersion', { id: draft.id, version })).toMatchObject({
        code: 'INVALID_INPUT',
        field,
      });
    }
    expect(
      await manager.runRefused('saveTemplateDraft', {
        id: draft.id,
        version,
        questions: [questionInput('Q1'), questionInput('Q1')],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'questions.1.code' });
    expect(
      await manager.runRefused('saveTemplateDraft', {
        id: draft.id,
        version,
        questions: [questionInput('Q1', { clauseId: randomUUID() })],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'questions.0.clauseId' });
    expect(
      await manager.runRefused('saveTemplateDraft', {
        id: draft.id,
        version,
        questions: [questionInput('Q1', { text: '' })],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'questions.0.text' });
    expect(
      (await manager.runRefused('saveTemplateDraft', { id: draft.id, version: version - 1, questions: [] })).code,
    ).toBe('VERSION_CONFLICT');
  });
  test('a code in use', async () => {
    expect((await it.runRefused('P023', 'createTemplate', await input({ code: 'THU' }))).code).toBe('DUPLICATE');
  });
  test('only the quality manager of the owner keeps it; drafts stay in the authority', async () => {
    expect((await it.runRefused('P022', 'createTemplate', await input({ code: 'X' }))).code).toBe('FORBIDDEN');
    expect((await it.runRefused('P011', 'createTemplate', await input({ code: 'X' }))).code).toBe('FORBIDDEN');
    expect(
      (await it.runRefused('P011', 'createTemplate', await input({ code: 'X', ownerId: await unit('LH') }))).code,
    ).toBe('FORBIDDEN');
    expect((await it.runRefused('P023', 'createTemplateVersion', { templateId: await template('WEEKLY') })).code).toBe(
      'FORBIDDEN',
    );
    expect((await it.runRefused('P011', 'createTemplateVersion', { templateId: await template('THU') })).code).toBe(
      'NOT_FOUND',
    );
    const { inspectionTemplates } = await (
      await it.as('P028')
    ).ask('{ inspectionTemplates { code draft { number } } }');
    expect(inspectionTemplates.map(({ code }: any) => code)).toEqual(
      expect.arrayContaining(['WEEKLY', 'MONTHLY', 'THU']),
    );
    expect(inspectionTemplates.map(({ code }: any) => code)).not.toContain('CUOI-NGAY');
  });
  test('the same request sent twice makes one template', async () => {
    const manager = await it.as('P023');
    const idempotencyKey = randomUUID();
    const once = await manager.run('createTemplate', await input({ code: 'MOT-LAN', idempotencyKey }), created);
    expect((await manager.run('createTemplate', await input({ code: 'MOT-LAN', idempotencyKey }), created)).id).toBe(
      once.id,
    );
  });
});

describe('bug: a question could be about a procedure of another authority', () => {
  const procedure = async (authority: string) =>
    (
      await it.sql<{ id: string }>(
        `select d.id from document d join unit u on u.id = d.authority_id where u.code = $1 order by d.code limit 1`,
        authority,
      )
    )[0]!.id;
  test('of a template of a ward only its own; of one that many share none', async () => {
    const manager = await it.as('P023');
    const { draft } = await manager.run('createTemplate', await input({ code: 'QT' }), created);
    const saving = async (authority: string) => ({
      ...target(draft),
      questions: [questionInput('Q1', { procedureId: await procedure(authority) })],
    });
    const refusal = { code: 'INVALID_INPUT', field: 'questions.0.procedureId' };
    expect(await manager.runRefused('saveTemplateDraft', await saving('LH-BT'))).toMatchObject(refusal);
    expect((await manager.run('saveTemplateDraft', await saving('LH-NT'), asked)).questions).toHaveLength(1);
    expect(
      await it.sql('select procedure_id as id from inspection_question where template_version_id = $1', draft.id),
    ).toEqual([{ id: await procedure('LH-NT') }]);

    const keeper = await it.as('P003');
    const shared = await keeper.run('createTemplateVersion', { templateId: await template('QUARTERLY') }, asked);
    expect(
      await keeper.runRefused('saveTemplateDraft', {
        id: shared.id,
        version: shared.version,
        questions: [questionInput('Q1', { procedureId: await procedure('LH-KHCN') })],
      }),
    ).toMatchObject(refusal);
  });
});

describe('the province', () => {
  test('its templates are kept by the quality manager of the lead agency and read by every authority', async () => {
    const keeper = await it.as('P003');
    const templateId = await template('YEARLY');
    const draft = await keeper.run('createTemplateVersion', { templateId }, asked);
    expect(draft).toMatchObject({ number: 2, viewerCan: ['save', 'publish'] });
    await keeper.run('publishTemplateVersion', { id: draft.id, version: draft.version });
    const reader = await it.as('P021');
    const { inspectionTemplate } = await reader.ask(
      `query ($id: ID!) { inspectionTemplate(id: $id) { current { number questionCount } viewerCan } }`,
      { id: templateId },
    );
    expect(inspectionTemplate).toEqual({ current: { number: 2, questionCount: 14 }, viewerCan: [] });
    // Forms that are open keep the version they were opened with.
    expect(
      await it.sql(
        `
          select distinct v.number from inspection i
          join inspection_template_version v on v.id = i.template_version_id where i.template_id = $1`,
        templateId,
      ),
    ).toEqual([{ number: 1 }]);
  });
});
