export {
  alias,
  Reads,
  type FieldRead,
  type ListRequest,
  type Page,
  type ReadDefinition,
  type Row,
  type Sort,
  type Sql,
} from './reads.js';
export { merge, selection, selectionOf, within, type Selection } from './selection.js';
