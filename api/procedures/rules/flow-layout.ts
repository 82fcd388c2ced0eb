import { stepGraph, type GraphStep } from './step-graph.js';

/**
 * A position in the drawing: rows are numbered from the top, columns from the left. A column may be a half
 * number, to centre a row.
 */
export interface FlowPosition {
  row: number;
  column: number;
}

/** A step with its position. */
export interface FlowNode extends FlowPosition {
  code: string;
}

/** An arrow from one step to the next. */
export interface FlowEdge {
  from: string;
  to: string;
  /** Positions from start to end; those between are free cells in the rows that the arrow passes. */
  points: FlowPosition[];
}

/** A drawing of a procedure, in cells. Its columns lie between 0 and `columns` − 1. */
export interface FlowLayout {
  nodes: FlowNode[];
  edges: FlowEdge[];
  rows: number;
  columns: number;
}

/** A cell of a row while the drawing is made: a step, or a place that an arrow passes through. */
interface Cell {
  key: string;
  /** Keys of the cells above that lead to it. */
  above: string[];
}

/**
 * Lays the steps out for drawing: every step one row below the last of its predecessors, parallel branches side
 * by side, arrows over several rows through cells of their own, rows centred. The same steps always give the
 * same drawing. Unknown predecessors are left out. Steps in a cycle are placed below the others, without
 * arrows, so that a wrong procedure can still be drawn.
 */
export function flowLayout(steps: readonly GraphStep[]): FlowLayout {
  const { ordered, circular, before } = stepGraph(steps);
  const rowOf = new Map<string, number>();
  for (const { code } of ordered) {
    rowOf.set(code, Math.max(-1, ...before.get(code)!.map((predecessor) => rowOf.get(predecessor)!)) + 1);
  }
  const firstFree = Math.max(-1, ...rowOf.values()) + 1;
  circular.forEach((code, index) => rowOf.set(code, firstFree + index));

  const links = ordered.flatMap(({ code }) => before.get(code)!.map((from) => ({ from, to: code })));
  const columnOf = placeColumns(cellRows([...rowOf], links, rowOf));
  const place = (key: string, row: number): FlowPosition => ({ row, column: columnOf.get(key)! });

  return {
    nodes: [...rowOf].map(([code, row]) => ({ code, row, column: columnOf.get(code)! })),
    edges: links.map(({ from, to }) => ({
      from,
      to,
      points: pathKeys(from, to, rowOf).map(({ key, row }) => place(key, row)),
    })),
    rows: Math.max(-1, ...rowOf.values()) + 1,
    columns: columnOf.width,
  };
}

/** The cells that an arrow touches, its two ends included. */
function pathKeys(from: string, to: string, rowOf: ReadonlyMap<string, number>): { key: string; row: number }[] {
  const [start, end] = [rowOf.get(from)!, rowOf.get(to)!];
  const between = Array.from({ length: end - start - 1 }, (_, index) => ({
    key: `${from}>${to}@${start + 1 + index}`,
    row: start + 1 + index,
  }));
  return [{ key: from, row: start }, ...between, { key: to, row: end }];
}

function cellRows(
  placed: [string, number][],
  links: { from: string; to: string }[],
  rowOf: ReadonlyMap<string, number>,
): Cell[][] {
  const rows: Cell[][] = [];
  const cells = new Map<string, Cell>();
  const add = (key: string, row: number) => {
    const cell = cells.get(key) ?? { key, above: [] };
    if (!cells.has(key)) (rows[row] ??= []).push(cell);
    cells.set(key, cell);
    return cell;
  };
  for (const [code, row] of placed) add(code, row);
  for (const { from, to } of links) {
    const path = pathKeys(from, to, rowOf);
    path.slice(1).forEach(({ key, row }, index) => add(key, row).above.push(path[index]!.key));
  }
  return rows;
}

/** Columns from top to bottom: a row is ordered by the mean place of what is above, then centred. */
function placeColumns(rows: readonly Cell[][]): Map<string, number> & { width: number } {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Object.assign(new Map<string, number>(), { width });
  for (const row of rows) {
    const wish = new Map(row.map(({ key, above }) => [key, mean(above.map((upper) => columns.get(upper) ?? 0))]));
    const sorted = [...row].sort((a, b) => wish.get(a.key)! - wish.get(b.key)!);
    sorted.forEach(({ key }, index) => columns.set(key, index + (width - row.length) / 2));
  }
  return columns;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
