import { describe, expect, test } from 'vitest';
import { useServer } from '../../../support/server.js';
import { mutation } from '../../../support/commands.js';
import { cast, password, Story } from '../fixtures.js';

const it = useServer();
const story = new Story(it);
const sheet = 'query ($id: ID!) { audit(id: $id) { lineCount checkItems { id result evidence } findings { id } } }';
const see = async (who: string, id: string) => (await (await it.as(who)).ask(sheet, { id }))['audit'];

describe('the work sheet', () => {
  test('is made with the opening, which needs minutes', async () => {
    const { audit } = await story.confirmed();
    expect(await story.isRefused(cast.lead, 'openAudit', 'audit', audit, { openingMinutes: '' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(
      await story.isRefused(cast.member, 'openAudit', 'audit', audit, { openingMinutes: 'Họp khai mạc đầy đủ' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect((await see(cast.lead, audit)).checkItems).toEqual([]);
  });

  test('R16: only the team sees it; the lead agency not before the fieldwork is done, the auditee never', async () => {
    const { audit, lines } = await story.open();
    expect((await see(cast.secretary, audit)).checkItems).toHaveLength(lines.length);
    for (const who of [cast.arranger, cast.head, 'sangpn.nv', cast.auditeeHead])
      expect(await see(who, audit)).toEqual({ lineCount: 0, checkItems: [], findings: [] });
    expect(
      await (
        await it.as(cast.arranger)
      ).refused(`query { history(subjectType: "CheckItem", subjectId: "${lines[0]!.id}") { verb } }`),
    ).toMatchObject({ code: 'NOT_FOUND' });
    for (const { id } of lines) await story.line(cast.member, id);
    await story.does(cast.lead, 'finishFieldwork', 'audit', audit, {
      teamAgreement: '',
      closingMinutes: 'Họp kết thúc, không có phát hiện.',
    });
    expect((await see(cast.arranger, audit)).checkItems).toHaveLength(lines.length);
    expect((await see(cast.auditeeHead, audit)).checkItems).toEqual([]);
    await story.does(cast.lead, 'reopenFieldwork', 'audit', audit, { reason: 'Bổ sung mẫu hồ sơ đất đai' });
    expect((await see(cast.arranger, audit)).checkItems).toEqual([]);
  });

  test('two members on two lines at once do not disturb each other', async () => {
    const { lines } = await story.open();
    await Promise.all([
      story.line(cast.member, lines[0]!.id, 'MINOR'),
      story.line(cast.secretary, lines[1]!.id, 'CONFORMING'),
      story.line(cast.lead, lines[2]!.id, 'STRENGTH'),
    ]);
    const stored = await it.sql(
      'select result from check_item where id = any($1) order by position',
      lines.slice(0, 3).map(({ id }) => id),
    );
    expect(stored).toEqual([{ result: 'MINOR' }, { result: 'CONFORMING' }, { result: 'STRENGTH' }]);
  });

  test('two members on the same line: the later one reads who wrote what, and nothing is overwritten', async () => {
    const { lines } = await story.open();
    const line = lines[0]!;
    const input = (evidence: string) => ({ input: { id: line.id, version: line.version, result: 'MINOR', evidence } });
    const [first, second] = await Promise.all([
      (await it.as(cast.member)).send(mutation('setCheckResult'), input('Của chuyên gia')),
      (await it.as(cast.secretary)).send(mutation('setCheckResult'), input('Của thư ký')),
    ]);
    const refused = [first, second].filter(({ errors }) => errors);
    expect(refused).toHaveLength(1);
    const [stored] = await it.sql<{ evidence: string; full_name: string }>(
      'select c.evidence, p.full_name from check_item c join person p on p.id = c.by_id where c.id = $1',
      line.id,
    );
    const { code, current } = refused[0]!.errors![0]!.extensions as unknown as { code: string; current: object };
    expect(code).toBe('VERSION_CONFLICT');
    expect(current).toMatchObject({
      evidence: stored!.evidence,
      by: stored!.full_name,
      result: 'MINOR',
      version: line.version + 1,
    });
  });

  test('samples of several members add up; a line may be added; strangers and others may not', async () => {
    const { audit, lines } = await story.open();
    const id = lines[0]!.id;
    const add = async (who: string, codes: string[]) => it.run(who, 'addSamples', { id, codes }, 'samples');
    await add(cast.member, ['H40.01-261101-0001', 'H40.01-261101-0002']);
    expect(await add(cast.secretary, ['H40.01-261101-0002', 'H40.01-261101-0003'])).toEqual({
      samples: ['H40.01-261101-0001', 'H40.01-261101-0002', 'H40.01-261101-0003'],
    });
    const removed = await it.run(cast.lead, 'removeSamples', { id, codes: ['H40.01-261101-0001'] }, 'samples');
    expect(removed.samples).toHaveLength(2);
    const question = { auditId: audit, question: 'Sổ tiếp công dân có cập nhật không?' };
    expect(await it.run(cast.member, 'addCheckItem', question, 'position question')).toMatchObject({
      position: lines.length + 1,
    });
    expect(await it.runRefused(cast.auditeeHead, 'addCheckItem', question)).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await it.runRefused(cast.arranger, 'setCheckResult', { id, version: 1, result: 'MAJOR' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await it.runRefused(cast.member, 'addCheckItem', {
        ...question,
        clauseId: '01890000-0000-7000-8000-000000000000',
      }),
    ).toMatchObject({ field: 'clauseId' });
    expect(await story.trail(id)).toEqual(
      ['checkItem.addSamples', 'checkItem.addSamples', 'checkItem.removeSamples'].sort(),
    );
  });

  test('one reason explains every line that nobody got to; what was answered in the meantime stays', async () => {
    const { audit, lines } = await story.open();
    await story.line(cast.member, lines[0]!.id);
    const input = {
      auditId: audit,
      checkItemIds: lines.map(({ id }) => id),
      reason: 'Hết giờ của buổi đánh giá, chuyển đợt sau',
    };
    const explain = async (who: string, changes: object = {}) =>
      it.run(who, 'explainLines', { ...input, ...changes }, 'id lineCount openLineCount');
    const isRefused = async (who: string, changes: object = {}) =>
      it.runRefused(who, 'explainLines', { ...input, ...changes });
    expect(await isRefused(cast.member, { reason: 'hết giờ' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await isRefused(cast.auditeeHead)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await isRefused(cast.stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      (await see(cast.member, audit)).checkItems.filter(({ result }: { result: string }) => result === 'NOT_CHECKED'),
    ).toHaveLength(lines.length - 1);

    const idempotencyKey = '0f9a1a52-27a0-4d0c-9a3e-8a6e3f0a1b77';
    expect(await explain(cast.member, { idempotencyKey })).toMatchObject({ openLineCount: 0 });
    await explain(cast.member, { idempotencyKey });
    const stored = await it.sql(
      'select result, reason_not_checked as reason, evidence from check_item where audit_id = $1 order by position',
      audit,
    );
    expect(stored).toEqual([
      { result: 'CONFORMING', reason: null, evidence: 'Đã xem hồ sơ gốc' },
      ...lines.slice(1).map(() => ({ result: 'NOT_CHECKED', reason: input.reason, evidence: null })),
    ]);
    expect(await story.trail(lines[1]!.id)).toEqual(['checkItem.explain']);
    expect(await story.trail(lines[0]!.id)).toEqual(['checkItem.setResult']);
    await story.does(cast.lead, 'finishFieldwork', 'audit', audit, {
      teamAgreement: '',
      closingMinutes: 'Họp kết thúc, không có phát hiện.',
    });
    expect(await isRefused(cast.member)).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });

  test('the fieldwork does not end before every line is answered or explained, findings agreed, minutes written', async () => {
    const { audit, lines } = await story.open();
    await story.finding(cast.member, audit);
    const finish = (closingMinutes: string) =>
      story.isRefused(cast.lead, 'finishFieldwork', 'audit', audit, { teamAgreement: '', closingMinutes });
    expect(await finish('')).toMatchObject({ rule: 'LINE_OPEN' });
    for (const { id } of lines.slice(1)) await story.line(cast.member, id);
    await story.line(cast.member, lines[0]!.id, 'NOT_CHECKED', {
      evidence: '',
      reasonNotChecked: 'Người phụ trách đi công tác',
    });
    expect(await finish('Họp kết thúc đầy đủ')).toMatchObject({ rule: 'FINDING_NOT_AGREED' });
    const [finding] = await it.sql<{ id: string }>('select id from finding where audit_id = $1', audit);
    await story.find(cast.member, 'dropFinding', finding!.id);
    expect(await finish('')).toMatchObject({ rule: 'NO_CLOSING_MINUTES' });
    expect(await it.sql('select state from audit where id = $1', audit)).toEqual([{ state: 'IN_PROGRESS' }]);
    await story.does(cast.lead, 'finishFieldwork', 'audit', audit, {
      teamAgreement: '',
      closingMinutes: 'Họp kết thúc đầy đủ',
    });
    expect(
      await story.isRefused(cast.member, 'setCheckResult', 'check_item', lines[0]!.id, { result: 'MAJOR' }),
    ).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });
});

describe('what the sheet counts, what the lead must do and what the end of the fieldwork asks', () => {
  const minutes = { teamAgreement: '', closingMinutes: 'Họp kết thúc đầy đủ' };
  const openCount = async (audit: string) =>
    (await (await it.as(cast.lead)).ask('query ($id: ID!) { audit(id: $id) { openLineCount } }', { id: audit }))[
      'audit'
    ].openLineCount as number;
  const tasksOn = async (audit: string) =>
    (await (await it.as(cast.lead)).ask('{ myWork { kind subjectId } }'))['myWork']
      .filter(({ subjectId }: { subjectId: string }) => subjectId === audit)
      .map(({ kind }: { kind: string }) => kind);
  /** All lines but the first are done. */
  const almostDone = async () => {
    const made = await story.open();
    for (const { id } of made.lines.slice(1)) await story.line(cast.member, id);
    return { audit: made.audit, id: made.lines[0]!.id };
  };

  test('a reason why a line was not checked has ten characters', async () => {
    const { audit, id } = await almostDone();
    expect(
      await story.isRefused(cast.member, 'setCheckResult', 'check_item', id, {
        result: 'NOT_CHECKED',
        reasonNotChecked: 'đi vắng',
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'reasonNotChecked' });
    expect(await it.sql('select reason_not_checked as reason, version from check_item where id = $1', id)).toEqual([
      { reason: null, version: 1 },
    ]);
    await it.sql(`update check_item set reason_not_checked = 'x' where id = $1`, id);
    expect(await openCount(audit)).toBe(1);
    expect(await tasksOn(audit)).toEqual(['checkItem.setResult']);
    expect(await story.isRefused(cast.lead, 'finishFieldwork', 'audit', audit, minutes)).toMatchObject({
      rule: 'LINE_OPEN',
    });
    await story.line(cast.member, id, 'NOT_CHECKED', { evidence: '', reasonNotChecked: 'Đi công tác' });
    expect(await openCount(audit)).toBe(0);
    expect(await tasksOn(audit)).toEqual(['audit.finishFieldwork']);
  });

  test('a minor line needs evidence and a finding that is not dropped; both are named, and counted before', async () => {
    const { audit, id } = await almostDone();
    await story.line(cast.member, id, 'MINOR', { evidence: 'Có' });
    expect(await openCount(audit)).toBe(1);
    expect(await tasksOn(audit)).toEqual(['checkItem.setResult']);
    const version = await story.version('audit', audit);
    const { errors } = await (
      await it.as(cast.lead)
    ).send(mutation('finishFieldwork'), { input: { id: audit, version, ...minutes } });
    expect(errors![0]!.extensions).toMatchObject({
      rule: 'LINE_WITHOUT_EVIDENCE',
      problems: [{ rule: 'LINE_WITHOUT_EVIDENCE' }, { rule: 'LINE_WITHOUT_FINDING' }],
    });
    expect(errors![0]!.message).toContain('Dòng 1 (7.5.2)');
    await story.line(cast.member, id, 'MINOR', { evidence: 'Sổ theo dõi thiếu tháng 9 và tháng 10' });
    const { id: finding } = await story.finding(cast.member, audit, [id]);
    expect(await openCount(audit)).toBe(0);
    await story.find(cast.member, 'dropFinding', finding);
    expect(await openCount(audit)).toBe(1);
    expect(await story.isRefused(cast.lead, 'finishFieldwork', 'audit', audit, minutes)).toMatchObject({
      rule: 'LINE_WITHOUT_FINDING',
    });
    await story.line(cast.member, id, 'OBSERVATION', { evidence: 'Sổ theo dõi thiếu tháng 9 và tháng 10' });
    expect((await story.does(cast.lead, 'finishFieldwork', 'audit', audit, minutes))['state']).toBe('FIELDWORK_DONE');
  });

  test('a line about a procedure suggests the clause that the procedure serves, in the scope first', async () => {
    const { audit } = await story.approved();
    const [served] = await it.sql<{
      id: string;
      clauses: string[];
    }>(`select d.id, d.clauses from document d join unit u on u.id = d.authority_id
      where u.code = 'LH-NT' and d.kind = 'ADMINISTRATIVE_PROCEDURE' and cardinality(d.clauses) > 0
        order by d.code limit 1`);
    await it.sql(
      `
        update document set clauses = '{8.2.1,8.5.1}', clause_set_code = (select s.code from audit a
        join round r on r.id = a.round_id join clause_set s on s.id = r.clause_set_id where a.id = $2)
        where id = $1`,
      served!.id,
      audit,
    );
    await story.plan(audit, { procedureIds: [served!.id] });
    await story.does(cast.lead, 'announceAudit', 'audit', audit);
    await story.does(cast.auditeeHead, 'confirmAuditPlan', 'audit', audit, { password });
    await story.does(cast.lead, 'openAudit', 'audit', audit, { openingMinutes: 'Họp khai mạc đầy đủ' });
    const query =
      'query ($id: ID!) { audit(id: $id) { checkItems { procedureId clause { number } suggestedClause { number } } } }';
    const { checkItems } = (await (await it.as(cast.lead)).ask(query, { id: audit }))['audit'] as {
      checkItems: {
        procedureId: string | null;
        clause: { number: string } | null;
        suggestedClause: { number: string } | null;
      }[];
    };
    expect(checkItems.find(({ procedureId }) => procedureId)).toMatchObject({
      clause: null,
      suggestedClause: { number: '8.5.1' },
    });
    const ofClauses = checkItems.filter((item) => item.clause);
    expect(ofClauses.length).toBeGreaterThan(0);
    expect(ofClauses.map((item) => item.suggestedClause)).toEqual(ofClauses.map((item) => item.clause));
  });
});
