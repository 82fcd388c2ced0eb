/** Text without case and diacritics, for searching: "Đánh giá" → "danh gia". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

const collator = new Intl.Collator('vi-VN', { numeric: true });

/** Orders text in the Vietnamese way, numbers by value: for `sort`. */
export function compareWords(a: string, b: string): number {
  return collator.compare(a, b);
}
