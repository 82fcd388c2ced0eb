import { flowLayout, longestPath, stepGraph, type FlowLayout } from '../../api/procedures/rules/index';

/** A step as the drawing shows it. */
export interface DrawnStep {
  code: string;
  after: readonly string[];
  hours: number;
  content: string;
  roleName: string;
}

/** A box of the drawing, in pixels. */
export interface Box {
  step: DrawnStep;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Content in lines that fit the box. */
  lines: string[];
  role: string[];
  isEnd: boolean;
  onLongest: boolean;
}

/** An arrow: the `d` of a path. */
export interface Arrow {
  d: string;
  onLongest: boolean;
}

/** A drawing that fits a width. */
export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  arrows: Arrow[];
}

const least = 148;
const most = 260;
const gapX = 16;
const gapY = 30;
const lineHeight = 15;
const pad = 10;
/** Mean width of a letter of the drawing's type, in pixels. */
const letter = 6.3;

/** Breaks a text into lines of so many letters; the last of `max` lines ends with an ellipsis when there is more. */
export function wrap(text: string, letters: number, max: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= max) return lines;
  const kept = lines.slice(0, max);
  kept[max - 1] = `${kept[max - 1]!.slice(0, Math.max(1, letters - 1))}…`;
  return kept;
}

/**
 * Lays the steps out in pixels: boxes as wide as the place allows, rows as high as their fullest box.
 * @param nobody what stands in the box of a step that names nobody
 */
export function drawSteps(steps: readonly DrawnStep[], available: number, nobody: string): Drawing {
  const layout = flowLayout(steps);
  const columns = Math.max(1, layout.columns);
  const boxWidth = Math.max(least, Math.min(most, Math.floor((available - gapX * (columns - 1) - 4) / columns)));
  const letters = Math.floor((boxWidth - 2 * pad) / letter);
  const longest = new Set(stepGraph(steps).circular.length > 0 ? [] : longestPath(steps).codes);
  const followed = new Set(steps.flatMap(({ after }) => after));
  const byCode = new Map(steps.map((step) => [step.code, step]));

  const texts = new Map(
    layout.nodes.map(({ code }) => {
      const step = byCode.get(code)!;
      return [code, { step, lines: wrap(step.content, letters, 4), role: wrap(step.roleName || nobody, letters, 2) }];
    }),
  );
  const heights = Array.from({ length: layout.rows }, (_, row) =>
    Math.max(0, ...layout.nodes.filter((node) => node.row === row).map(({ code }) => heightOf(texts.get(code)!))),
  );
  const tops = heights.map((_, row) => 2 + heights.slice(0, row).reduce((sum, height) => sum + height + gapY, 0));
  const left = (column: number) => 2 + column * (boxWidth + gapX);
  const middle = (column: number) => left(column) + boxWidth / 2;

  return {
    width: columns * boxWidth + (columns - 1) * gapX + 4,
    height: (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) + 4,
    boxes: layout.nodes.map(({ code, row, column }) => {
      const { step, lines, role } = texts.get(code)!;
      return {
        step,
        lines,
        role,
        x: left(column),
        y: tops[row]!,
        width: boxWidth,
        height: heightOf({ lines, role }),
        isEnd: step.after.length === 0 || !followed.has(code),
        onLongest: longest.has(code),
      };
    }),
    arrows: layout.edges.map((edge) => ({
      d: arrowPath(edge, { middle, tops, heights, texts }),
      onLongest: isOnPath(edge, [...longest]),
    })),
  };
}

const heightOf = ({ lines, role }: { lines: string[]; role: string[] }) =>
  pad * 2 + lineHeight * (1 + lines.length + role.length);

const isOnPath = ({ from, to }: { from: string; to: string }, path: string[]) =>
  path.indexOf(from) >= 0 && path.indexOf(from) + 1 === path.indexOf(to);

interface Measures {
  middle: (column: number) => number;
  tops: number[];
  heights: number[];
  texts: Map<string, { lines: string[]; role: string[] }>;
}

/** Down from a box, sideways in the gap below its row, through free cells, down into the next box. */
function arrowPath(edge: FlowLayout['edges'][number], { middle, tops, heights, texts }: Measures): string {
  const [start, ...others] = edge.points;
  const bottom = tops[start!.row]! + heightOf(texts.get(edge.from)!);
  let d = `M ${middle(start!.column)} ${bottom}`;
  let row = start!.row;
  for (const point of others) {
    const turn = tops[row]! + heights[row]! + gapY / 2;
    const end = tops[point.row]! - (point === others.at(-1) ? 5 : 0);
    d += ` V ${turn} H ${middle(point.column)} V ${end}`;
    row = point.row;
  }
  return d;
}
