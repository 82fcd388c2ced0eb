import { describe, expect, test } from 'vitest';
import { flowLayout } from '../../../api/procedures/rules/index.js';

const step = (code: string, ...after: string[]) => ({ code, after });
const places = (...steps: ReturnType<typeof step>[]) =>
  flowLayout(steps).nodes.map(({ code, row, column }) => `${code} ${row}/${column}`);

describe('the drawing of a procedure', () => {
  test('runs down', () =>
    expect(places(step('B1'), step('B2', 'B1'), step('B3', 'B2'))).toEqual(['B1 0/0', 'B2 1/0', 'B3 2/0']));

  test('puts parallel branches side by side, and what joins them below, in the middle', () => {
    expect(places(step('B1'), step('B2', 'B1'), step('B3', 'B1'), step('B4', 'B2', 'B3'))).toEqual([
      'B1 0/0.5',
      'B2 1/0',
      'B3 1/1',
      'B4 2/0.5',
    ]);
  });

  test('keeps a branch under its own head, so that arrows do not cross', () => {
    const layout = flowLayout([
      step('B1'),
      step('B2', 'B1'),
      step('B3', 'B1'),
      step('B5', 'B3'),
      step('B4', 'B2'),
      step('B6', 'B4', 'B5'),
    ]);
    expect(layout.nodes.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'B1 0.5',
      'B2 0',
      'B3 1',
      'B5 1',
      'B4 0',
      'B6 0.5',
    ]);
  });

  test('leads an arrow over several rows through a cell of its own', () => {
    const { edges, columns } = flowLayout([step('B1'), step('B2', 'B1'), step('B3', 'B1', 'B2')]);
    expect(columns).toBe(2);
    expect(edges.find(({ from, to }) => from === 'B1' && to === 'B3')!.points).toEqual([
      { row: 0, column: 0.5 },
      { row: 1, column: 1 },
      { row: 2, column: 0.5 },
    ]);
  });

  test('is the same every time', () => {
    const steps = [step('B1'), step('B2', 'B1'), step('B3', 'B1'), step('B4', 'B1'), step('B5', 'B2', 'B4')];
    expect(flowLayout(steps)).toEqual(flowLayout(steps.map((one) => ({ ...one }))));
  });

  test('shows a wrong procedure too: unknown predecessors and circles', () => {
    expect(places(step('B1'), step('B2', 'B9'))).toEqual(['B1 0/0', 'B2 0/1']);
    const circle = flowLayout([step('B1'), step('B2', 'B1', 'B3'), step('B3', 'B2')]);
    expect(circle.nodes.map(({ code, row }) => `${code} ${row}`)).toEqual(['B1 0', 'B2 1', 'B3 2']);
    expect(circle.edges).toEqual([]);
  });

  test('of nothing is nothing', () => expect(flowLayout([])).toEqual({ nodes: [], edges: [], rows: 0, columns: 0 }));
});
