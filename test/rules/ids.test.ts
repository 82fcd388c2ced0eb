import { expect, test } from 'vitest';
import { newId } from '../../api/platform/ids.js';

test('ids made in one millisecond sort in the order they were made, and none comes twice', () => {
  const at = new Date('2026-11-23T01:00:00Z');
  const ids = Array.from({ length: 70_000 }, () => newId(at));
  // Each after the one before it: so none comes twice. Compared one by one, which takes no time to speak of.
  expect(ids.findIndex((id, index) => index > 0 && ids[index - 1]! >= id)).toBe(-1);
  for (const id of ids.slice(0, 300))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
