import { defineModule } from '../platform/module.js';
import { Clause, ClauseMapping, ClauseSet } from './clause.js';
import { StandardsResolver } from './resolver.js';

export { Clause, ClauseSet } from './clause.js';
export { clauseNumbersAround, clauses, clausesMeant } from './in-sql.js';
export { loadStandards } from './load.js';

/** Clause sets with both languages and their mapping. */
export const standards = defineModule({
  name: 'standards',
  entities: [ClauseSet, Clause, ClauseMapping],
  resolvers: [StandardsResolver],
});
