import { formatDate } from '../i18n/dates';

/** Whether a value of a form counts as not filled in. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The value at a path such as `actions.0.text`; undefined where there is none. */
export function readPath(from: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], from);
}

/** Whether two values of a form are the same, compared as JSON. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** A value of a form as a person reads it. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'object' && value !== null) return 'label' in value ? String(value.label) : '';
  if (typeof value === 'string' && isDay.test(value)) return formatDate(value);
  return isEmpty(value) ? '—' : String(value);
}
