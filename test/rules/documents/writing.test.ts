import { describe, expect, test } from 'vitest';
import type { StepValues } from '../../../client/documents/draft-values.js';
import { drawSteps, wrap } from '../../../client/documents/flow-geometry.js';
import { addStep, moveEntry, removeStep, renameStep, renumber } from '../../../client/documents/step-editing.js';

const step = (code: string, ...after: string[]): StepValues => ({
  code,
  after,
  content: `Việc ${code}`,
  roleName: 'Văn thư',
  roleKey: 'CLERK',
  unitKind: 'OFFICE',
  hours: 2,
  output: '',
  formCodes: '',
});
const chain = (steps: readonly StepValues[]) => steps.map(({ code, after }) => `${after.join('+')}>${code}`);

describe('editing the steps', () => {
  test('a new step comes last, after the one that was last, with a free code', () => {
    expect(chain(addStep([step('B1'), step('B3', 'B1')]))).toEqual(['>B1', 'B1>B3', 'B3>B4']);
    expect(chain(addStep([step('B2'), step('B3', 'B2')]))).toEqual(['>B2', 'B2>B3', 'B3>B4']);
    expect(chain(addStep([]))).toEqual(['>B1']);
  });

  test('what came after a removed step comes after what was before it', () => {
    expect(chain(removeStep([step('B1'), step('B2', 'B1'), step('B3', 'B1'), step('B4', 'B2', 'B3')], 1))).toEqual([
      '>B1',
      'B1>B3',
      'B1+B3>B4',
    ]);
    expect(chain(removeStep([step('B1'), step('B2', 'B1')], 0))).toEqual(['>B2']);
  });

  test('moving changes the order only; numbering anew takes the predecessors along', () => {
    const moved = moveEntry([step('B1'), step('B2', 'B1'), step('B3', 'B2')], 2, -1);
    expect(chain(moved)).toEqual(['>B1', 'B2>B3', 'B1>B2']);
    expect(chain(renumber(moved))).toEqual(['>B1', 'B3>B2', 'B1>B3']);
    expect(renameStep(moved, 'B2', 'B9')).toEqual([{ index: 1, after: ['B9'] }]);
  });
});

describe('the drawing', () => {
  const steps = [step('B1'), step('B2', 'B1'), step('B3', 'B1'), step('B4', 'B2', 'B3')].map((each) => ({
    ...each,
    hours: each.code === 'B3' ? 8 : 2,
  }));

  test('fits a phone, marks the longest path, and names nobody where nobody is named', () => {
    const drawing = drawSteps([...steps.slice(0, 3), { ...steps[3]!, roleName: '' }], 324, 'Chưa ghi');
    expect(drawing.width).toBeLessThanOrEqual(324);
    expect(drawing.boxes.filter(({ onLongest }) => onLongest).map((box) => box.step.code)).toEqual(['B1', 'B3', 'B4']);
    expect(drawing.arrows.filter(({ onLongest }) => onLongest)).toHaveLength(2);
    expect(drawing.boxes.find((box) => box.step.code === 'B4')!.role).toEqual(['Chưa ghi']);
    expect(
      drawing.boxes.every((box, index) =>
        drawing.boxes
          .slice(index + 1)
          .every((other) => box.y !== other.y || box.x + box.width <= other.x || other.x + other.width <= box.x),
      ),
    ).toBe(true);
  });

  test('a circle is drawn without a longest path', () => {
    expect(
      drawSteps(
        [step('B1', 'B2'), step('B2', 'B1')].map((each) => ({ ...each, hours: 1 })),
        600,
        '',
      ).boxes.every(({ onLongest }) => !onLongest),
    ).toBe(true);
  });

  test('long texts are broken into lines and end with an ellipsis', () => {
    expect(wrap('Kiểm tra hồ sơ và chuyển', 10, 2)).toEqual(['Kiểm tra', 'hồ sơ và…']);
    expect(wrap('', 10, 2)).toEqual([]);
  });
});
