export {
  alias,
  pathsWithin,
  rowOf,
  type ColumnNameOf,
  type ColumnNames,
  type ColumnOf,
  type PathOf,
  type Row,
  type RowOf,
  type Sql,
} from './columns.js';
export { always, either, every, isNotTrue, never } from './conditions.js';
export { many, one, type FieldRead, type ReadDefinition, type Relation, type Sort } from './definition.js';
export { Reads, type ListRequest, type Page } from './reads.js';
export { mergeSelections, selection, selectionOf, within, type Selection } from './selection.js';
