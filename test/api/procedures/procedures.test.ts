import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { mutation, target } from '../../support/commands.js';
import { revisionAfter, byCode, signed } from '../documents/fixtures.js';

const it = useServer();
const content = `
  id version state sections { key body } changes { kind part entry before after } procedure { limitUnit
    limitValue fee
  legalBases { number title issuedOn effectiveOn status } dossierParts { title originalCopies photocopies note }
    forms { code title } records { title retention place }
  channels nationalCode field limitNote receivedAt conditions dossierCount steps { code after content roleName
    roleKey unitKind hours output formCodes } } reviewer { id } approver { id } checks { code severity field }`;

const read = async (who: string, id: string) =>
  (await (await it.as(who)).ask(`query ($id: ID!) { revision(id: $id) { ${content} } }`, { id })).revision;
const inputOf = (revision: Record<string, any>) => ({
  ...target(revision as never),
  sections: revision.sections,
  changeRows: [{ place: 'Mục 5.8', request: 'Rút ngắn thời gian', description: 'Bỏ bước B8.' }],
  reviewerId: revision.reviewer.id,
  approverId: revision.approver.id,
  procedure: structuredClone(revision.procedure),
});

describe('writing a procedure', () => {
  test('the tree procedure is shortened until it fits its limit, and can then be submitted', async () => {
    const drafter = await it.as('toanhv.bt');
    const draft = await read('toanhv.bt', (await byCode(drafter, 'QT.HTKT.01')).underWay!.id);
    expect(draft.checks).toMatchObject([{ code: 'OVER_LIMIT', severity: 'BLOCKING' }]);
    const input = inputOf(draft);
    input.procedure.steps.find(({ code }: { code: string }) => code === 'B4').hours = 12;
    input.procedure.steps = input.procedure.steps
      .filter(({ code }: { code: string }) => code !== 'B8')
      .map((step: { after: string[] }) => ({
        ...step,
        after: step.after.map((code) => (code === 'B8' ? 'B7' : code)),
      }));
    const saved = await drafter.run('saveProcedure', input, content);
    expect(saved.checks).toEqual([]);
    expect(saved.procedure.steps.map(({ code }: { code: string }) => code)).toEqual([
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
      'B6',
      'B7',
      'B9',
    ]);
    expect(
      saved.changes
        .filter(({ part }: { part: string }) => part === 'STEPS')
        .map(({ kind, entry }: Record<string, string>) => [kind, entry]),
    ).toEqual([
      ['REMOVED', 'B8'],
      ['CHANGED', 'B4'],
      ['CHANGED', 'B9'],
    ]);
    expect(
      await it.sql(`select verb from trail_entry where subject_id = $1 order by at desc limit 1`, draft.id),
    ).toEqual([{ verb: 'document.saveProcedure' }]);
    expect(await revisionAfter(drafter, 'submitRevision', signed(saved))).toMatchObject({ state: 'IN_REVIEW' });
  });

  test('is refused with a step code used twice, a stale version, or for others than the drafter; nothing changes', async () => {
    const id = (await byCode(await it.as('ngandk.bt'), 'QT.HT.03')).underWay!.id;
    const draft = await read('ngandk.bt', id);
    const before = await it.sql(
      `
        select s.* from procedure_step s join procedure p on p.id = s.procedure_id where p.revision_id = $1
        order by s.code`,
      id,
    );
    const twice = inputOf(draft);
    twice.procedure.steps[1].code = 'B1';
    const drafter = await it.as('ngandk.bt');
    expect(await drafter.runRefused('saveProcedure', twice)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'procedure.steps.1.code',
    });
    expect(await drafter.runRefused('saveProcedure', { ...inputOf(draft), version: 99 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await it.runRefused('thuybp.bt', 'saveProcedure', inputOf(draft))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await it.runRefused('datpv.nt', 'saveProcedure', inputOf(draft))).toMatchObject({ code: 'NOT_FOUND' });
    const negative = inputOf(draft);
    negative.procedure.steps[0].hours = -1;
    expect(await drafter.runRefused('saveProcedure', negative)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'procedure.steps.0.hours',
    });
    expect(
      await it.sql(
        `
          select s.* from procedure_step s join procedure p on p.id = s.procedure_id where p.revision_id = $1
          order by s.code`,
        id,
      ),
    ).toEqual(before);
  });

  test('a document without a procedure is saved as text', async () => {
    const secretary = await it.as('quyendk.bt');
    const { underWay } = await byCode(secretary, 'QC.01');
    const input = inputOf(await read('quyendk.bt', (await byCode(secretary, 'QT.HT.02')).inForce!.id));
    expect(await secretary.runRefused('saveProcedure', { ...input, ...target(underWay!) })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const saved = await secretary.ask(mutation('saveDraft', 'sections { key body } savedAt'), {
      input: {
        ...target(underWay!),
        sections: [
          { key: 'CONTENT', body: ' Điều 1. Họp mỗi quý. ' },
          { key: 'SCOPE', body: '' },
        ],
        changeRows: [],
      },
    });
    expect(saved.saveDraft.sections).toEqual([{ key: 'CONTENT', body: 'Điều 1. Họp mỗi quý.' }]);
  });
});

describe('the sample', () => {
  test('every commune has its 107 procedures in force, the two defective ones included', async () => {
    const perCommune = await it.sql(`
        select u.code, count(*)::int as n from procedure p join revision r on r.id = p.revision_id
        and r.state = 'EFFECTIVE' join document d on d.id = r.document_id
      join unit u on u.id = d.authority_id and u.kind in ('WARD', 'COMMUNE') group by u.code`);
    expect(perCommune).toHaveLength(12);
    expect(perCommune.filter(({ n }) => n !== 107)).toEqual([]);
    expect(
      await it.sql(
        `
          select distinct p.national_code, p.field, d.kind from procedure p
          join revision r on r.id = p.revision_id and r.state = 'EFFECTIVE'
          join document d on d.id = r.document_id where d.code = 'QT.HT.01'`,
      ),
    ).toEqual([{ national_code: '1.001193', field: 'Hộ tịch', kind: 'ADMINISTRATIVE_PROCEDURE' }]);
    const faulty = await (
      await it.as('thuybp.bt')
    ).ask(
      `
        { documents(kinds: [ADMINISTRATIVE_PROCEDURE], first: 100) { nodes { code inForce { checks { code
          severity } } } } }`,
    );
    const blocked = faulty.documents.nodes.filter(({ inForce }: any) =>
      inForce.checks.some(({ severity }: any) => severity === 'BLOCKING'),
    );
    expect(blocked.map(({ code }: { code: string }) => code)).toEqual(['QT.HTKT.01', 'QT.VH.01']);
  });

  test('the fields of a ward are listed for the filter', async () => {
    const head = await it.as('thuybp.bt');
    const { procedureFields } = await head.ask('{ procedureFields { field count } }');
    expect(procedureFields).toContainEqual({ field: 'Hộ tịch', count: 20 });
    expect(await it.countStatements(() => head.ask('{ procedureFields { field count } }'))).toBe(2);
  });
});
