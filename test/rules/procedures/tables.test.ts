import { describe, expect, test } from 'vitest';
import { parseList } from '../../../api/rules/tsv.js';
import {
  flowLayout,
  isOneStopForm,
  longestPath,
  timeCheck,
  workingWindow,
  type Limit,
  type LimitUnit,
  type Step,
} from '../../../api/procedures/rules/index.js';
import { table } from '../tables.js';

const toStep = (row: Record<string, string>): Step => ({
  code: row.step_code!,
  content: row.content_vi!,
  roleName: row.role_vi!,
  roleKey: row.role_key!,
  unitKind: row.unit_kind!,
  hours: Number(row.hours),
  output: row.output_vi!,
  formCodes: parseList(row.form_code!),
  after: parseList(row.after!),
});
const load = (procedures: string, steps: string, forms: string) => {
  const [stepRows, formRows] = [table(`procedures/data/${steps}`), table(`procedures/data/${forms}`)];
  return table(`procedures/data/${procedures}`).map((row) => ({
    no: Number(row.no),
    limit: {
      value: row.limit_value ? Number(row.limit_value) : null,
      unit: (row.limit_unit ?? 'NONE') as LimitUnit,
    } satisfies Limit,
    steps: stepRows
      .filter((step) => step.procedure_no === row.no)
      .sort((a, b) => Number(a.position) - Number(b.position))
      .map(toStep),
    forms: formRows
      .filter((form) => form.procedure_no === row.no)
      .map((form) => ({ code: form.form_code!, title: form.title_vi! })),
  }));
};
const commune = load('commune-procedures.tsv', 'commune-procedure-steps.tsv', 'procedure-forms.tsv');
const system = load('system-procedures.tsv', 'system-procedure-steps.tsv', 'system-procedure-forms.tsv');

describe('the procedures of a commune', () => {
  test('are 86, with 672 steps', () => {
    expect(commune).toHaveLength(86);
    expect(commune.reduce((sum, { steps }) => sum + steps.length, 0)).toBe(672);
  });
  test('only 54 and 79 are defective', () => {
    expect(commune.filter((procedure) => timeCheck(procedure).length > 0).map(({ no }) => no)).toEqual([54, 79]);
  });
  test('54, felling of trees: 92 hours do not fit into 10 working days', () => {
    const procedure = commune.find(({ no }) => no === 54)!;
    expect(longestPath(procedure.steps).hours).toBe(92);
    expect(workingWindow(procedure.limit)).toBe(80);
    expect(timeCheck(procedure).map(({ code }) => code)).toEqual(['OVER_LIMIT']);
  });
  test('79, notice of a festival: B4 has no role and no office, and LH-02 is used nowhere', () => {
    const findings = timeCheck(commune.find(({ no }) => no === 79)!);
    expect(findings.map(({ code, stepCode }) => [code, stepCode])).toEqual([
      ['MISSING_ROLE', 'B4'],
      ['MISSING_OFFICE', 'B4'],
      ['FORM_UNUSED', undefined],
    ]);
    expect(findings[2]!.words.vi).toContain('LH-02');
  });
  test('have 43 flows with parallel branches', () => {
    const parallel = commune.filter(({ steps }) =>
      steps.some(({ code }) => steps.filter(({ after }) => after.includes(code)).length > 1),
    );
    expect(parallel).toHaveLength(43);
  });
});

describe('the system procedures', () => {
  test('are 21, all in order', () => {
    expect(system).toHaveLength(21);
    expect(system.flatMap((procedure) => timeCheck(procedure))).toEqual([]);
  });
});

test('the one-stop forms are known by their codes', () => {
  const forms = table('procedures/data/one-stop-forms.tsv');
  expect(forms).toHaveLength(7);
  expect(forms.every(({ code }) => isOneStopForm(code!))).toBe(true);
});

test.each(['procedure-legal-bases', 'procedure-dossier-parts', 'procedure-records'])(
  'every line of %s belongs to a procedure',
  (name) => {
    const numbers = new Set(commune.map(({ no }) => String(no)));
    const rows = table(`procedures/data/${name}.tsv`);
    expect(rows.length).toBeGreaterThan(90);
    expect(rows.filter(({ procedure_no }) => !numbers.has(procedure_no!))).toEqual([]);
  },
);

test('every procedure can be drawn without two boxes in one place and with every arrow downwards', () => {
  for (const { steps } of [...commune, ...system]) {
    const { nodes, edges, rows, columns } = flowLayout(steps);
    expect(nodes).toHaveLength(steps.length);
    const places = [
      ...nodes.map(({ row, column }) => `${row} ${column}`),
      ...edges.flatMap(({ points }) => points.slice(1, -1).map(({ row, column }) => `${row} ${column}`)),
    ];
    expect(new Set(places).size).toBe(places.length);
    for (const { points } of edges)
      points.slice(1).forEach(({ row }, index) => expect(row).toBe(points[index]!.row + 1));
    expect(nodes.every(({ row, column }) => row >= 0 && row < rows && column >= 0 && column <= columns - 1)).toBe(true);
  }
});
