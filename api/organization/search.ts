import { sql } from 'kysely';
import type { Sql } from '../platform/reads/index.js';

/** Names are sorted as Vietnamese dictionaries do. */
export const vietnamese = (column: Sql): Sql => sql`${column} collate "vi-VN-x-icu"`;

/** The words of what somebody looks for. */
export const searchWords = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** Condition: the folded search column holds the word, with or without diacritics. */
export const holdsWord = (column: Sql, word: string): Sql =>
  sql`${column} like '%' || like_literal(fold(${word})) || '%'`;

/** Conditions: the folded search column holds every word of the text. */
export const matches = (column: Sql, text: string): Sql[] => searchWords(text).map((word) => holdsWord(column, word));
