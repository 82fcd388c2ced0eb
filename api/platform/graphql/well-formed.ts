import { refuse } from '../../rules/refusal.js';

/** Characters that nobody types and PostgreSQL does not keep: control characters but tab and line breaks. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** More characters than any text of ours may have. */
const longestText = 100_000;
/** More entries than any list of ours may have: every authority of the country fits. */
const longestList = 5_000;

/**
 * Checks all arguments of a request for content that no field accepts. The validation of a field checks what
 * that field accepts.
 * @throws Refusal INVALID_INPUT on the field: unprintable or broken characters, a text or list that is far too
 *   long
 */
export function assertWellFormed(value: unknown, path: readonly (string | number)[] = []): void {
  if (typeof value === 'string') assertText(value, path);
  else if (Array.isArray(value)) {
    if (value.length > longestList) refuseEndless(path);
    value.forEach((entry, index) => assertWellFormed(entry, [...path, index]));
  } else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const [name, inner] of Object.entries(value)) assertWellFormed(inner, [...path, name]);
  }
}

function assertText(text: string, path: readonly (string | number)[]): void {
  if (text.length > longestText) refuseEndless(path);
  if (!unprintable.test(text) && text.isWellFormed()) return;
  refuse(
    'INVALID_INPUT',
    {
      vi: 'Nội dung có ký tự không đọc được. Hãy xóa phần vừa dán rồi gõ lại.',
      en: 'There are characters in it that cannot be read. Delete what was pasted and type it again.',
    },
    { field: fieldOf(path) },
  );
}

function refuseEndless(path: readonly (string | number)[]): never {
  refuse(
    'INVALID_INPUT',
    { vi: 'Nội dung quá dài. Hãy rút ngắn rồi gửi lại.', en: 'This is too long. Shorten it and send it again.' },
    { field: fieldOf(path) },
  );
}

/** The path as validation writes it: without the name of the one argument `input` of a mutation. */
const fieldOf = (path: readonly (string | number)[]) => path.slice(path[0] === 'input' ? 1 : 0).join('.');
