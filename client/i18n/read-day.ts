/**
 * What a person writes for a day, as `YYYY-MM-DD`: `5/12/2026`, `05.12.2026`, `05-12-2026`, on a phone's
 * number pad `05122026`; `2026-12-05` is read too. Undefined for anything else, and for a day that no month has.
 */
export function readDay(text: string): string | undefined {
  const written = text.trim();
  const [, day, month, year] =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(written) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(written) ?? [];
  const value = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : written;
  const read = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value) && value.length === 10
    ? value
    : undefined;
}
