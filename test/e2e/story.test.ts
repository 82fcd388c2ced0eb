import { describe, test } from 'vitest';
import { useHouse } from '../support/house.js';
import { useVisitors } from '../support/visitor.js';
import { amendsStep, approvesForToday, findsProcedure, reviews, submitsDraft } from './story/procedure.js';

const it = useHouse();
const visitors = useVisitors(it);

describe('a procedure in force', () => {
  const title = 'Đăng ký khai tử';
  test('is found, amended, signed by three, and in force today', async () => {
    const secretary = await visitors.at('quyendk.bt');
    await findsProcedure(secretary, 'khai tu', title);
    await amendsStep(secretary, title);
    await submitsDraft(secretary);
    await reviews(await visitors.at('phund.bt'), title);
    await approvesForToday(await visitors.at('thuybp.bt'), title);
  });
});
