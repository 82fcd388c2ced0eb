import { Migration } from '@mikro-orm/migrations';

/** Extensions and functions that the tables after it lean on. */
export default class TextAndTrees extends Migration {
  override up(): void {
    this.addSql('create extension if not exists unaccent');
    this.addSql('create extension if not exists pg_trgm');
    this.addSql('create extension if not exists ltree');
    this.addSql('create extension if not exists btree_gist');
    // Folds a text for search: one Unicode form, no diacritics (đ is d), small letters.
    this.addSql(`create function fold(value text) returns text language sql immutable strict parallel safe
      as $$ select lower(public.unaccent('public.unaccent', normalize(value, NFC))) $$`);
    // A text to stand between the wildcards of LIKE.
    this.addSql(`create function like_literal(value text) returns text language sql immutable strict parallel safe
      as $$ select replace(replace(replace(value, '\\\\', '\\\\\\\\'), '%', '\\\\%'), '_', '\\\\_') $$`);
  }
}
