/** A number in the Vietnamese way: 1.234,5; at most `digits` decimals. */
export function formatNumber(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined) return '';
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: digits }).format(value);
}

/** A share from 0 to 1 as 84,5%. */
export function formatPercent(value: number | null | undefined, digits = 1): string {
  return value === null || value === undefined ? '' : `${formatNumber(value * 100, digits)}%`;
}

/** Bytes as a person reads them: 1,2 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value, 1)} ${units[unit]}`;
}
