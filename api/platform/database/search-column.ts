import { Property } from '@mikro-orm/decorators/legacy';

/**
 * A text that PostgreSQL folds for search from other columns, `fold(title || ' ' || code)`.
 * Never loaded; its trigram index is made in the migration.
 * @param expression immutable SQL over columns of the same row
 */
export const SearchColumn = (expression: string): PropertyDecorator =>
  Property({
    type: 'text',
    generated: `(${expression}) stored`,
    lazy: true,
    hidden: true,
    nullable: true,
    ignoreSchemaChanges: ['extra', 'type'],
  }) as PropertyDecorator;
